package io.github.withcdp.internal.fault;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a page did wrong.
 *
 * @param sequence of the message that told it, or that began it
 * @param request the id of the request that it is, or is about; empty if there is none
 * @param sentence what happened: {@code POST http://shop.test/api/pay was answered with 503}
 * @param names what a pattern that allows it has to match, one of these
 * @param pattern one that allows it; empty if there is none
 */
public record Fault(
        FaultKind kind,
        long sequence,
        SessionId session,
        String request,
        String sentence,
        List<String> names,
        String pattern) {

    private static final int SHOWN = 200;
    private static final int NAMED = 60;

    /** How much of a text is compared with patterns. */
    private static final int LONGEST = 4_000;

    private static final Pattern UNWRITABLE = Pattern.compile("[^ -~\\p{L}\\p{N}]+|[,\"\\\\]|^ +| +$");

    static Fault of(Exchange exchange) {
        var name = exchange.method() + " " + exchange.url();
        return new Fault(
                FaultKind.FAILED_REQUESTS,
                exchange.sequence(),
                exchange.session(),
                exchange.id(),
                "%s %s".formatted(SafeText.line(name, SHOWN), fate(exchange)),
                Stream.of(name, exchange.url()).map(Fault::beginning).toList(),
                patternOf(exchange));
    }

    /**
     * Read an error.
     *
     * @param request the id of the request that it is about; empty if it is about none
     */
    static Fault of(ConsoleMessage message, String request) {
        var text = message.text().lines().findFirst().orElse("");
        var shownText = SafeText.line(text, SHOWN);
        var where = message.url().isEmpty() ? "" : " (" + SafeText.line(message.location(), SHOWN) + ")";
        return new Fault(
                message.source() == ConsoleMessage.Source.EXCEPTION
                        ? FaultKind.UNCAUGHT_EXCEPTIONS
                        : FaultKind.CONSOLE_ERRORS,
                message.sequence(),
                message.session(),
                request,
                switch (message.source()) {
                    case EXCEPTION -> "uncaught " + shownText + where;
                    case CONSOLE -> "console." + message.type() + ": " + shownText + where;
                    case LOG -> "the browser logged: " + shownText + where;
                },
                List.of(beginning(text)),
                patternOf(text));
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static String fate(Exchange exchange) {
        var answer = exchange.response()
                .filter(response -> response.status() >= 400)
                .map(response -> ("was answered with " + response.status() + " "
                                + SafeText.line(response.statusText(), SHOWN))
                        .strip());
        var failure = exchange.failure()
                .filter(reason -> !reason.cancelled())
                .map(reason -> "failed with "
                        + (reason.errorText().isEmpty()
                                ? "no reason given"
                                : SafeText.line(reason.errorText(), SHOWN)));
        return Stream.concat(answer.stream(), failure.stream()).collect(Collectors.joining(", then "));
    }

    /** Return a pattern without what differs from run to run: the host with its port, and the query. */
    private static String patternOf(Exchange exchange) {
        var url = exchange.url();
        int authority = url.indexOf("://");
        int path = authority < 0 ? -1 : url.indexOf('/', authority + "://".length());
        int end = indexOfAny(url, "?#", Math.max(0, path));
        boolean saysLittle = end - path <= 1; // which the path of a whole site does
        var place = path < 0 || saysLittle ? url.substring(0, end) : "**" + url.substring(path, end);
        return plain(exchange.method() + " " + place, SHOWN) + (end < url.length() ? "**" : "");
    }

    private static int indexOfAny(String text, String characters, int from) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** Return a pattern for a text; empty if it is nothing that a pattern could tell from others. */
    private static String patternOf(String text) {
        return text.isBlank() ? "" : plain(text, NAMED);
    }

    /** Return the beginning of a text as a pattern that can be written anywhere: in Java, and in a list with commas on one line. */
    private static String plain(String text, int limit) {
        var cut = text.length() <= limit ? text : text.substring(0, limit) + "**";
        return UNWRITABLE.matcher(cut).replaceAll("**");
    }
}
