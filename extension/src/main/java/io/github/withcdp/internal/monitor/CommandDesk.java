package io.github.withcdp.internal.monitor;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.SessionId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Sends what somebody has written in the monitor, in a session of a test that runs, on the thread of the one who asked. The answer is shown as all messages
 * are; here is told only how it went.
 */
final class CommandDesk {

    private static final int MOST_SAID = 4_000;

    private final WatchedRun run;

    CommandDesk(WatchedRun run) {
        this.run = run;
    }

    /**
     * Send a command, and wait until it is known what becomes of it.
     *
     * @param order {@code browser}, {@code session}, {@code method}, {@code params}
     * @return {@code refused} with a sentence if it was not sent, {@code failed} with one if it was in vain; {@code id}, by which its message is found, if it
     *     was sent
     */
    Map<String, String> send(JsonNode order) {
        var params = order.path("params");
        if (!order.path("method").isString() || !params.isObject()) {
            return Map.of("refused", "A command has a method, as in Page.navigate, and params that are an object.");
        }
        var session = new SessionId(order.path("session").asString(""));
        int number = order.path("browser").asInt(-1);
        var browser = run.browsers().stream()
                .filter(each -> each.number() == number && !each.isOver())
                .findFirst();
        var test = browser.flatMap(each -> runningWith(each, session));
        if (test.isEmpty()) {
            return Map.of("refused", "No test that runs has this session. Choose one of a test that runs.");
        }
        var outcome = new LinkedHashMap<String, String>();
        try {
            test.get()
                    .scope()
                    .sendByHand(
                            session,
                            order.path("method").asString(""),
                            params,
                            id -> outcome.put("id", String.valueOf(id)));
        } catch (CDPException failure) {
            outcome.put("failed", said(browser.get(), failure));
        } catch (IllegalArgumentException | UnsupportedOperationException refusal) {
            outcome.put("refused", said(browser.get(), refusal));
        }
        return outcome;
    }

    /** Return the test that has begun last of those that have a session. */
    private static Optional<WatchedTest> runningWith(WatchedBrowser browser, SessionId session) {
        return browser.tests().stream()
                .filter(test -> !test.isOver() && test.scope().has(session))
                .reduce((first, second) -> second);
    }

    private static String said(WatchedBrowser browser, RuntimeException failure) {
        var text = browser.redaction().liveRedactor().text(String.valueOf(failure.getMessage()));
        return SafeText.lines(text.length() > MOST_SAID ? text.substring(0, MOST_SAID) + "…" : text);
    }
}
