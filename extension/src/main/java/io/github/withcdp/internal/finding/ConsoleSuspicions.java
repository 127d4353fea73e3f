package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.ConsoleMessage;
import java.util.List;

/** What pages throw and complain about, and what the browser complains about. */
final class ConsoleSuspicions {

    private ConsoleSuspicions() {}

    /**
     * Add what is suspicious about what was said.
     *
     * @param failed the requests that have been told: pages and the browser speak of them as well
     */
    static void add(List<ConsoleMessage> console, LoggedRequests logged, FailedRequests failed, Findings findings) {
        for (var message : console) {
            if (message.level() == ConsoleMessage.Level.ERROR
                    && !message.isAboutFavicon()
                    && !failed.absorb(message, logged.requestOf(message.sequence()), kind(message))) {
                findings.addAlike(
                        kind(message),
                        message.elapsed(),
                        message.session(),
                        List.of(message.sequence()),
                        sentence(message),
                        callers(message));
            }
        }
    }

    private static Suspicion.Kind kind(ConsoleMessage message) {
        return switch (message.source()) {
            case EXCEPTION -> Suspicion.Kind.EXCEPTION;
            case CONSOLE -> Suspicion.Kind.CONSOLE_ERROR;
            case LOG -> isGrave(message) ? Suspicion.Kind.BLOCKED : Suspicion.Kind.LOG_ERROR;
        };
    }

    private static boolean isGrave(ConsoleMessage message) {
        return PolicyViolations.isGrave(message) || MixedContent.isBlocked(message);
    }

    private static String sentence(ConsoleMessage message) {
        return switch (message.source()) {
            case EXCEPTION -> "Uncaught " + at(message.text(), place(message));
            case CONSOLE -> "console." + message.type() + ": " + message.text();
            case LOG ->
                isGrave(message)
                        ? "Blocked: " + at(message.text(), place(message))
                        : "The browser logged: " + at(message.text(), message.url());
        };
    }

    private static String callers(ConsoleMessage message) {
        return message.source() == ConsoleMessage.Source.EXCEPTION
                ? Callers.of(message.url(), message.line(), message.stack()).words(message.url())
                : "";
    }

    /** Return where it was said; empty if in a script without a URL, as a test evaluates. */
    static String place(ConsoleMessage message) {
        return message.url().isEmpty() ? "" : message.location();
    }

    /** Return what was said, and where if that is known. */
    static String at(String text, String place) {
        return place.isEmpty() ? text : text + " (" + SafeText.line(place, 200) + ")";
    }
}
