package io.github.withcdp.internal.container;

import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.internal.transport.DevToolsEndpoint;
import io.github.withcdp.internal.transport.HttpRequest;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Waits until the browser of a container answers. A port that can be connected to says nothing: the forwarder listens before the browser does.
 *
 * @param container that it is in
 * @param limit of the wait
 */
record Readiness(ChromeContainer container, Duration limit) {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Duration ONE_QUESTION = Duration.ofSeconds(2);
    private static final int LAST_LINES = 30;
    private static final Pattern READY = Pattern.compile("\"ready\"\\s*:\\s*true");

    /**
     * Wait.
     *
     * @throws ChromeUnavailableException if the container ends, or the browser does not answer in time
     */
    void await() {
        var deadline = Deadline.in(limit);
        while (true) {
            var missing = ask(deadline.left());
            if (missing.isEmpty()) {
                return;
            }
            container.end().ifPresent(why -> {
                throw new ChromeUnavailableException(
                        "The browser in %s did not start: %s.%s".formatted(container.place(), why, log()));
            });
            if (Thread.currentThread().isInterrupted()) {
                throw new ChromeUnavailableException(
                        "The wait for the browser in " + container.place() + " was interrupted");
            }
            if (deadline.isOver()) {
                throw new ChromeUnavailableException(late(missing.get()));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private Optional<String> ask(Duration left) {
        if (container.httpEndpoint().getPort() <= 0) {
            return Optional.of("Its port is not published."); // because it has ended
        }
        return container.speaksWebDriver() ? askGrid(left) : askBrowser(left);
    }

    private Optional<String> askBrowser(Duration left) {
        try {
            DevToolsEndpoint.parse(container.httpEndpoint().toString()).webSocketUrl(shorter(left));
            return Optional.empty();
        } catch (ChromeUnavailableException notYet) {
            return Optional.of(
                    String.valueOf(notYet.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private Optional<String> askGrid(Duration left) {
        try {
            var answer = HttpRequest.get(URI.create(container.httpEndpoint() + "/status"))
                    .ask(shorter(left));
            return answer.status() == 200 && READY.matcher(answer.body()).find()
                    ? Optional.empty()
                    : Optional.of(
                            "The Grid at " + container.httpEndpoint() + " is not ready: status " + answer.status());
        } catch (IOException | TimeoutException notYet) {
            return Optional.of("The Grid at " + container.httpEndpoint() + " does not answer: " + notYet.getMessage());
        }
    }

    private String late(String missing) {
        var hint = container.speaksWebDriver()
                ? "Give it more time with withcdp.launch.timeout."
                : "Chrome listens on the loopback address of its container only: the image needs a forwarder in front of it, as chromedp/headless-shell has one. Is its port another one, withcdp.image.port? Or give it more time with withcdp.launch.timeout.";
        return "The browser in %s did not answer at port %d of the container within %s. %s%n%s%s"
                .formatted(
                        container.place(),
                        container.port(),
                        Durations.format(limit),
                        CleanedOutput.clean(missing),
                        hint,
                        log());
    }

    private String log() {
        var log = container.printed(LAST_LINES);
        return log.isEmpty()
                ? " It printed nothing."
                : String.format("%nThe last it printed:%n  ")
                        + CleanedOutput.lines(log).replace("\n", System.lineSeparator() + "  ");
    }

    private static Duration shorter(Duration left) {
        return left.compareTo(ONE_QUESTION) < 0 ? left : ONE_QUESTION;
    }
}
