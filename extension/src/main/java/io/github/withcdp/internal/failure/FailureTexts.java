package io.github.withcdp.internal.failure;

import io.github.withcdp.protocol.RedactedError;
import io.github.withcdp.protocol.RedactedException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.FileInfo;
import org.opentest4j.ValueWrapper;

/**
 * The texts that a failure has by itself, without its secrets. A failure whose own methods throw says nothing.
 *
 * @param redactor takes secrets out of a text
 */
record FailureTexts(UnaryOperator<String> redactor) {

    /** Return whether a failure itself tells a secret: in its text, or in the values that were compared. */
    boolean tell(Throwable failure) {
        return tell(textOf(failure::toString))
                || tell(textOf(failure::getMessage))
                || (failure instanceof AssertionFailedError error
                        && (tell(error.getExpected()) || tell(error.getActual())));
    }

    /** Return the message without secrets. It is read together with the type before it too, for so it will be printed. */
    @Nullable
    String message(Throwable failure) {
        var message = textOf(failure::getMessage);
        if (message == null) {
            return null;
        }
        var type = type(failure) + ": ";
        var printed = text(type + text(message));
        return printed.startsWith(type) ? printed.substring(type.length()) : text(message);
    }

    /** Return what a failure prints as its first line or lines, without secrets. */
    String headline(Throwable failure) {
        var printed = textOf(failure::toString);
        return printed == null ? type(failure) : text(printed);
    }

    /** Return the name of the class, for one that has been redacted before that of its original. */
    static String type(Throwable failure) {
        if (failure instanceof RedactedException redacted) {
            return redacted.originalType();
        }
        return failure instanceof RedactedError redacted
                ? redacted.originalType()
                : failure.getClass().getName();
    }

    /** Return a value that was compared; one that tells a secret becomes its text, which is what development environments show. */
    ValueWrapper value(ValueWrapper value) {
        if (value.getEphemeralValue() instanceof FileInfo file) {
            return file(file, value);
        }
        var text = value.getStringRepresentation();
        var valueText = textOf(() -> String.valueOf(value.getEphemeralValue()));
        return tell(text) || tell(valueText) ? ValueWrapper.create(text(text)) : value;
    }

    private ValueWrapper file(FileInfo file, ValueWrapper value) {
        var content = file.getContentsAsString(StandardCharsets.UTF_8);
        return tell(file.getPath()) || tell(content)
                ? ValueWrapper.create(
                        new FileInfo(text(file.getPath()), text(content).getBytes(StandardCharsets.UTF_8)))
                : value;
    }

    String text(String text) {
        return redactor.apply(text);
    }

    private boolean tell(@Nullable ValueWrapper value) {
        return value != null && value(value) != value;
    }

    private boolean tell(@Nullable String text) {
        return text != null && !text(text).equals(text);
    }

    private static @Nullable String textOf(Supplier<@Nullable String> text) {
        try {
            return text.get();
        } catch (RuntimeException broken) {
            return null;
        }
    }
}
