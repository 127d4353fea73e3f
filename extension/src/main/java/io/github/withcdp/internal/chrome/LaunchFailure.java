package io.github.withcdp.internal.chrome;

import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.time.Duration;
import java.util.List;

/** Explains why a browser that was started cannot be talked to, and what to do. */
public final class LaunchFailure {

    private static final int LAST_LINES = 20;
    private static final int RUNNING = -1;

    private LaunchFailure() {}

    /**
     * Return the exception for a browser that did not answer its first command.
     *
     * @param silent whether it said nothing within the limit; otherwise its pipe was closed, or what it said made no sense
     * @param failure what its first command failed with
     */
    public static ChromeUnavailableException of(
            LaunchedChrome chrome, boolean silent, Duration limit, Throwable failure) {
        if (silent && chrome.isAlive()) {
            return silent(chrome, limit);
        }
        // A closed pipe is seen a moment before the end of the process.
        return chrome.exitStatus(Duration.ofSeconds(2)).isPresent() ? ended(chrome) : strange(chrome, failure);
    }

    /** Return the exception for a browser that ended. */
    static ChromeUnavailableException ended(LaunchedChrome chrome) {
        var status = chrome.exitStatus(Duration.ZERO).orElse("an unknown end");
        return new ChromeUnavailableException("Cannot launch %s: it ended before it answered (%s).%s"
                .formatted(chrome.executable(), status, details(chrome, chrome.exitValue())));
    }

    /** Return the exception for a browser that runs, but says nothing. */
    static ChromeUnavailableException silent(LaunchedChrome chrome, Duration limit) {
        return new ChromeUnavailableException(
                "Cannot launch %s: no answer within %s. If the machine is slow, allow more with withcdp.launch.timeout.%s"
                        .formatted(chrome.executable(), Durations.format(limit), details(chrome, RUNNING)));
    }

    /** Return the exception for a program that runs, but does not say what Chrome would. */
    private static ChromeUnavailableException strange(LaunchedChrome chrome, Throwable failure) {
        return new ChromeUnavailableException(
                "Cannot launch %s: it runs, but is no Chrome that can be spoken to over a pipe (%s).%s"
                        .formatted(chrome.executable(), failure.getMessage(), details(chrome, RUNNING)),
                failure);
    }

    private static String details(LaunchedChrome chrome, int exitValue) {
        List<String> lines = chrome.lastOutput(LAST_LINES);
        var hint =
                LaunchHints.about(lines, exitValue).map(advice -> "\n" + advice).orElse("");
        return hint + (lines.isEmpty() ? "\nIt printed nothing." : "\nIt printed:\n  " + String.join("\n  ", lines));
    }
}
