package io.github.withcdp.assertions;

import io.github.withcdp.assertions.internal.Shown;
import org.assertj.core.presentation.StandardRepresentation;

/** Shows long texts, which bodies are, cut in the middle. */
final class ShortTexts extends StandardRepresentation {

    static final ShortTexts INSTANCE = new ShortTexts();

    private static final int LONGEST = 500;

    @Override
    protected String toStringOf(String text) {
        return '"' + Shown.text(text, LONGEST) + '"';
    }
}
