package io.github.withcdp.assertions.internal.text;

import io.github.withcdp.recording.ConsoleMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows what was said on a console in a failure message: escaped, and what is long cut in the middle. */
public final class ShownConsole {

    private static final int WORD = 40;

    private ShownConsole() {}

    /** Return {@code console.error: out of stock (http://shop.test/app.js:12:7)}. */
    public static String line(ConsoleMessage message) {
        return message.location().isEmpty()
                ? said(message)
                : "%s (%s)".formatted(said(message), ShownText.text(message.location(), ShownText.VALUE));
    }

    /** Return what was said, and below it where, and by way of which function. */
    public static List<String> lines(ConsoleMessage message) {
        var lines = new ArrayList<String>();
        lines.add(said(message));
        message.stack()
                .lines()
                .findFirst()
                .or(() -> message.location().lines().findFirst())
                .map(String::strip)
                .filter(where -> !where.isEmpty())
                .ifPresent(where -> lines.add("  at " + ShownText.text(where, ShownText.VALUE)));
        return lines;
    }

    /** Return {@code console.error}, {@code log error (network)}, {@code exception} or {@code exception, handled later}. */
    static String kind(ConsoleMessage message) {
        return switch (message.source()) {
            case CONSOLE -> "console." + ShownText.text(message.type(), WORD);
            case LOG ->
                "log %s (%s)"
                        .formatted(
                                message.level().name().toLowerCase(Locale.ROOT), ShownText.text(message.type(), WORD));
            case EXCEPTION -> message.handledLater() ? "exception, handled later" : "exception";
        };
    }

    private static String said(ConsoleMessage message) {
        return kind(message) + ": " + ShownText.text(message.text(), ShownText.VALUE);
    }
}
