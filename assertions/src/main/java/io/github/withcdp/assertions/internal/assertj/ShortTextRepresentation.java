package io.github.withcdp.assertions.internal.assertj;

import io.github.withcdp.assertions.internal.text.ShownText;
import org.assertj.core.presentation.StandardRepresentation;

/** Shows long texts, which bodies are, cut in the middle. */
public final class ShortTextRepresentation extends StandardRepresentation {

    public static final ShortTextRepresentation INSTANCE = new ShortTextRepresentation();

    private static final int LONGEST = 500;

    @Override
    protected String toStringOf(String text) {
        return '"' + ShownText.text(text, LONGEST) + '"';
    }
}
