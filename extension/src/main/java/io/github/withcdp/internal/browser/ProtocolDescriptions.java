package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.report.ProtocolDescription;
import io.github.withcdp.internal.schema.ProtocolSchema;
import io.github.withcdp.internal.util.Loggers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * What the commands and events of a failed test are, for its report. A browser that has a port is asked, once for each version of each program, when the
 * first test fails; of others, and of what a browser does not tell, the description counts that is in our jar. In the store of the whole run, with which
 * the last question ends.
 */
public final class ProtocolDescriptions implements AutoCloseable {

    /** How long after the question a report waits for the answer; that in our jar is nearly as good. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Duration patience;
    private final Map<String, Description> descriptions = new ConcurrentHashMap<>(); // by browser

    public ProtocolDescriptions() {
        this(PATIENCE);
    }

    /**
     * Create the descriptions of a run, none so far.
     *
     * @param patience how long after the question somebody waits for the answer
     */
    public ProtocolDescriptions(Duration patience) {
        this.patience = patience;
    }

    /**
     * The description that one browser gives.
     *
     * @param texts commands and events by their names; trees would need ten times the memory
     * @param askedNanos when it was asked, in the time of {@link System#nanoTime}: who comes late waits for less, and so only the first waits in vain
     */
    private record Description(Promise<Map<String, byte[]>> texts, long askedNanos) {

        Duration remaining(Duration limit) {
            var remaining = limit.minusNanos(System.nanoTime() - askedNanos);
            return remaining.isNegative() ? Duration.ZERO : remaining;
        }
    }

    /** Begin to ask, on a thread of its own, unless that has been done, or the browser has no port. */
    public void open(RunningBrowser browser) {
        if (browser.devTools().isEmpty()) {
            return;
        }
        var texts = new Promise<Map<String, byte[]>>();
        if (descriptions.putIfAbsent(key(browser), new Description(texts, System.nanoTime())) == null) {
            var thread = new Thread(() -> texts.complete(ask(browser)), "withcdp-protocol");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static Map<String, byte[]> ask(RunningBrowser browser) {
        try {
            return browser.protocol().map(ProtocolDescriptions::texts).orElseGet(Map::of);
        } catch (RuntimeException | Error unavailable) { // whoever waits must not wait for ever
            Loggers.of(ProtocolDescriptions.class)
                    .log(System.Logger.Level.DEBUG, "The browser does not describe its protocol", unavailable);
            return Map.of();
        }
    }

    static Map<String, byte[]> texts(JsonNode protocol) {
        var texts = new HashMap<String, byte[]>();
        for (var domain : protocol.path("domains")) {
            var name = domain.path("domain").asString("");
            domain.path("commands").forEach(command -> add(texts, name, command));
            domain.path("events").forEach(event -> add(texts, name, event));
        }
        return texts;
    }

    private static void add(Map<String, byte[]> texts, String domain, JsonNode method) {
        texts.put(domain + "." + method.path("name").asString(""), Json.write(method));
    }

    /** Return the description of some commands and events, as far as anybody knows them. */
    public ProtocolDescription describe(RunningBrowser browser, Set<String> methods) {
        var description = descriptions.get(key(browser));
        Map<String, byte[]> textsByMethod =
                description == null ? Map.of() : await(description.texts(), description.remaining(patience));
        var trees = new HashMap<>(ProtocolSchema.pinned().describedMethods(methods));
        for (var method : methods) {
            var text = textsByMethod.get(method);
            if (text != null) {
                trees.put(method, Json.read(text, 0, text.length));
            }
        }
        return new ProtocolDescription(trees);
    }

    private static Map<String, byte[]> await(Promise<Map<String, byte[]>> texts, Duration limit) {
        try {
            return texts.await(limit.toNanos());
        } catch (TimeoutException late) {
            return Map.of();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private static String key(RunningBrowser browser) {
        var description = browser.description();
        return description.version() + " " + description.executable();
    }

    /** Wait for the questions that are under way. */
    @Override
    public void close() {
        descriptions.values().forEach(description -> await(description.texts(), BrowserHandle.PROTOCOL_LIMIT));
    }
}
