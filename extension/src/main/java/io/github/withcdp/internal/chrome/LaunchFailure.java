package io.github.withcdp.internal.chrome;

import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.time.Duration;
import java.util.List;

/** Says why a browser that was started cannot be talked to, and what to do. */
final class LaunchFailure {

    private static final int LAST_WORDS = 20;
    private static final int RUNNING = -1;

    private LaunchFailure() {}

    /** It ended. */
    static ChromeUnavailableException ended(LaunchedChrome chrome) {
        var status = chrome.exitStatus(Duration.ZERO).orElse("an unknown end");
        return new ChromeUnavailableException("Cannot launch %s: it ended before it answered (%s).%s"
                .formatted(chrome.executable(), status, details(chrome, chrome.exitValue())));
    }

    /** It runs, but says nothing. */
    static ChromeUnavailableException silent(LaunchedChrome chrome, Duration limit) {
        return new ChromeUnavailableException(
                "Cannot launch %s: no answer within %s. If the machine is slow, allow more with withcdp.launch.timeout.%s"
                        .formatted(chrome.executable(), Durations.format(limit), details(chrome, RUNNING)));
    }

    /** It runs, but what it says is not what Chrome would. */
    static ChromeUnavailableException strange(LaunchedChrome chrome, Throwable failure) {
        return new ChromeUnavailableException(
                "Cannot launch %s: it runs, but is no Chrome that can be spoken to over a pipe (%s).%s"
                        .formatted(chrome.executable(), failure.getMessage(), details(chrome, RUNNING)),
                failure);
    }

    private static String details(LaunchedChrome chrome, int exitValue) {
        List<String> printed = chrome.lastWords(LAST_WORDS);
        var hint = LaunchHints.about(printed, exitValue)
                .map(advice -> "\n" + advice)
                .orElse("");
        return hint
                + (printed.isEmpty() ? "\nIt printed nothing." : "\nIt printed:\n  " + String.join("\n  ", printed));
    }
}
