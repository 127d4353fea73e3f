package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.match.JsonValues;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.assertions.internal.wait.PollingWait;
import io.github.withcdp.assertions.internal.wait.WaitOutcome;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The local storage, or the session storage, of the page's origin, which {@link LiveStorageAssert} is about.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class LiveStorage {

    private static final int LINES = 12;

    private final CDPSession session;
    private final Duration limit;
    private final boolean isLocal;
    private Map<String, String> items = Map.of();
    private String refusal = "";

    LiveStorage(CDPSession session, Duration limit, boolean isLocal) {
        this.session = session;
        this.limit = limit;
        this.isLocal = isLocal;
    }

    CDPSession session() {
        return session;
    }

    Duration limit() {
        return limit;
    }

    String name() {
        return isLocal ? "local storage" : "session storage";
    }

    /** Ask until it is as it should be. */
    WaitOutcome until(Predicate<LiveStorage> met) {
        return PollingWait.until(session, limit, () -> {
            ask();
            return refusal.isEmpty() && met.test(this);
        });
    }

    private void ask() {
        var id = Map.of("securityOrigin", origin(session.target().url()), "isLocalStorage", isLocal);
        var entries = new LinkedHashMap<String, String>();
        try {
            session.send("DOMStorage.getDOMStorageItems", Map.of("storageId", id), limit)
                    .path("entries")
                    .forEach(entry -> entries.put(
                            entry.path(0).asString(""), entry.path(1).asString("")));
            refusal = "";
        } catch (CommandFailedException refused) {
            refusal = String.valueOf(refused.getMessage());
        }
        items = entries;
    }

    /** Return the origin of a URL: {@code https://shop.example:8443}. */
    private static String origin(String url) {
        int end = url.indexOf("://") + 3;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(0, Math.min(end, url.length()));
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** Return an item as the conditions about values take it; a missing node if there is none. */
    JsonNode item(String key) {
        var item = items.get(key);
        return item == null ? JsonNodeFactory.instance.missingNode() : JsonValues.text(item);
    }

    /** Return what there is, with the value of one key only: others may be secrets. */
    List<String> lines(String key) {
        if (!refusal.isEmpty()) {
            return List.of("Chrome does not tell: " + ShownText.text(refusal, ShownText.URL));
        }
        if (items.isEmpty()) {
            return List.of("Nothing is there.");
        }
        var lines = new ArrayList<String>();
        lines.add("What is there:");
        items.forEach((name, value) -> {
            if (lines.size() <= LINES) {
                lines.add("  %s (%d %s)%s"
                        .formatted(
                                ShownText.text(name, ShownText.VALUE),
                                value.length(),
                                value.length() == 1 ? "character" : "characters",
                                name.equals(key) ? ": " + ShownText.quoted(value) : ""));
            }
        });
        if (items.size() > LINES) {
            lines.add("  …(%d more)…".formatted(items.size() - LINES));
        }
        return lines;
    }

    @Override
    public String toString() {
        return name() + " of " + session;
    }
}
