package io.github.withcdp.assertions.internal.evidence;

import io.github.withcdp.assertions.internal.error.ShouldNotHaveFailures;
import io.github.withcdp.assertions.internal.text.ShownConsole;
import io.github.withcdp.assertions.internal.text.ShownExchange;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.ConsoleMessage.Level;
import io.github.withcdp.recording.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.error.ErrorMessageFactory;

/** Finds what went wrong on the network and on the console, which is what nobody expects of a page. */
public final class PageFailures {

    private PageFailures() {}

    /** Return the requests that failed, a line each. */
    public static List<String> requests(List<Exchange> exchanges, Exemption<Exchange> except) {
        return exchanges.stream()
                .filter(Exchange::hasFailed)
                .filter(exchange -> !exchange.isFavicon())
                .filter(exchange -> !except.covers(exchange))
                .map(ShownExchange::line)
                .toList();
    }

    /** Return the errors on a console. */
    public static List<ConsoleMessage> errors(List<ConsoleMessage> messages, Exemption<ConsoleMessage> except) {
        return messages.stream()
                .filter(message -> message.level() == Level.ERROR)
                .filter(message -> !message.isAboutFavicon())
                .filter(message -> !except.covers(message))
                .toList();
    }

    /** Return the sentence about the requests that failed; empty if none did. */
    public static Optional<ErrorMessageFactory> ofRequests(
            Object actual, List<Exchange> exchanges, Exemption<Exchange> except) {
        var failed = requests(exchanges, except);
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of(ShouldNotHaveFailures.shouldNotHaveFailures(
                        actual,
                        "failed requests",
                        except.lines(),
                        "%d of %d failed"
                                .formatted(
                                        failed.size(),
                                        RedirectChains.of(exchanges).size()),
                        ShownText.firstOf(failed)));
    }

    /** Return the sentence about the errors on a console; empty if there are none. */
    public static Optional<ErrorMessageFactory> ofConsole(
            Object actual, List<ConsoleMessage> messages, Exemption<ConsoleMessage> except) {
        var errors = errors(messages, except);
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(ShouldNotHaveFailures.shouldNotHaveFailures(
                        actual,
                        "console errors",
                        except.lines(),
                        "%d of %d messages are".formatted(errors.size(), messages.size()),
                        lines(errors)));
    }

    private static List<String> lines(List<ConsoleMessage> errors) {
        int shown = 8;
        var more = errors.size() > shown
                ? Stream.of("…(%d more)…".formatted(errors.size() - shown))
                : Stream.<String>empty();
        return Stream.concat(errors.stream().limit(shown).flatMap(error -> ShownConsole.lines(error).stream()), more)
                .toList();
    }
}
