package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.internal.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.description.Description;
import org.assertj.core.description.TextDescription;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.presentation.Representation;
import org.assertj.core.presentation.StandardRepresentation;

/** A sentence about what a browser said. What it quotes is on one line, escaped, and not too long. */
abstract class SafeErrorMessageFactory extends BasicErrorMessageFactory {

    private static final int WORDS = 400;

    SafeErrorMessageFactory(String format, Object... arguments) {
        super(format, arguments);
    }

    @Override
    public final String create(Description description, Representation representation) {
        return super.create(description, new SafeRepresentation(representation));
    }

    @Override
    public final String create(Description description) {
        return create(description, StandardRepresentation.STANDARD_REPRESENTATION);
    }

    @Override
    public final String create() {
        return create(new TextDescription(""));
    }

    /** Return words that are not quoted, on one line. */
    static CharSequence words(String words) {
        return unquotedString(ShownText.text(words, WORDS));
    }

    static CharSequence words(Duration duration) {
        return words(Durations.format(duration));
    }

    static String times(int times) {
        return switch (times) {
            case 0 -> "never";
            case 1 -> "once";
            case 2 -> "twice";
            default -> times + " times";
        };
    }

    /** Return lines that are safe already, indented. */
    static CharSequence block(List<String> lines) {
        return unquotedString(
                lines.stream().map(line -> "  " + line).collect(Collectors.joining(System.lineSeparator())));
    }

    /** Return lines that are safe already, after a line break; nothing if there are none. */
    static CharSequence tail(List<String> lines) {
        return unquotedString(
                lines.stream().map(line -> System.lineSeparator() + line).collect(Collectors.joining()));
    }
}
