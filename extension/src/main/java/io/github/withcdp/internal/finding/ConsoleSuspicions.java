package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.ConsoleMessage;
import java.util.List;
import java.util.Set;

/** What pages throw and complain about, and what the browser complains about. */
final class ConsoleSuspicions {

    private ConsoleSuspicions() {}

    /**
     * Add what is suspicious about what was said.
     *
     * @param failed the ids of requests that have been told: the browser logs them as well
     */
    static void add(List<ConsoleMessage> console, LoggedRequests logged, Set<String> failed, Findings findings) {
        for (var said : console) {
            if (said.level() == ConsoleMessage.Level.ERROR
                    && !said.isAboutFavicon()
                    && !failed.contains(logged.requestOf(said.sequence()))) {
                findings.add(kind(said), said.elapsed(), said.session(), said.sequence(), sentence(said));
            }
        }
    }

    private static Suspicion.Kind kind(ConsoleMessage said) {
        return switch (said.source()) {
            case EXCEPTION -> Suspicion.Kind.EXCEPTION;
            case CONSOLE -> Suspicion.Kind.CONSOLE_ERROR;
            case LOG -> Suspicion.Kind.LOG_ERROR;
        };
    }

    private static String sentence(ConsoleMessage said) {
        return switch (said.source()) {
            case EXCEPTION -> "Uncaught " + at(said.text(), said.location());
            case CONSOLE -> "console." + said.type() + ": " + said.text();
            case LOG -> "The browser logged: " + at(said.text(), said.url());
        };
    }

    /** Return what was said, and where if that is known. */
    static String at(String text, String place) {
        return place.isEmpty() ? text : text + " (" + SafeText.line(place, 200) + ")";
    }
}
