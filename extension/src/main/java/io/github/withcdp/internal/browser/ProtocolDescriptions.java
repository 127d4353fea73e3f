package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.report.ProtocolDescription;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * What browsers say about their own protocol, asked once for each version of each program: when the first test fails, because a run
 * without failures has no use for it. In the store of the whole run, with which the last question ends.
 */
public final class ProtocolDescriptions implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ProtocolDescriptions.class.getName());

    /** How long after the question a report waits for the answer; descriptions are good to have, no more. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** More than a question may take: to launch a browser, to ask and to close it, each with a limit of its own. */
    private static final Duration LONGEST = Duration.ofSeconds(45);

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

    /** Begin to ask, on a thread of its own, unless that has been done. */
    public void open(RunningBrowser browser) {
        var texts = new Promise<Map<String, byte[]>>();
        if (descriptions.putIfAbsent(key(browser), new Description(texts, System.nanoTime())) == null) {
            var thread = new Thread(() -> texts.complete(ask(browser)), "withcdp-protocol");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static Map<String, byte[]> ask(RunningBrowser browser) {
        try {
            return texts(browser.protocol());
        } catch (RuntimeException | Error unavailable) { // whoever waits must not wait for ever
            LOG.log(System.Logger.Level.DEBUG, "The browser does not describe its protocol", unavailable);
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

    /** Return the description of some commands and events; it is empty if nobody has asked the browser, or it takes long to tell. */
    public ProtocolDescription describe(RunningBrowser browser, Set<String> methods) {
        var description = descriptions.get(key(browser));
        if (description == null) {
            return ProtocolDescription.UNKNOWN;
        }
        var texts = await(description.texts(), description.remaining(patience));
        var trees = new HashMap<String, JsonNode>();
        for (var method : methods) {
            var text = texts.get(method);
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

    /** Wait for the questions that are under way, so that no browser outlives the run. */
    @Override
    public void close() {
        descriptions.values().forEach(description -> await(description.texts(), LONGEST));
    }
}
