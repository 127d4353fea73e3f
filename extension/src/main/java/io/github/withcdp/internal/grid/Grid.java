package io.github.withcdp.internal.grid;

import io.github.withcdp.internal.transport.HttpRequest;
import io.github.withcdp.internal.transport.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * The questions to a Grid.
 *
 * @param url where it is
 * @param words what may be shown of what it says
 */
record Grid(GridUrl url, GridMessages words) {

    /** Ask for a session; takes as long as the queue does. */
    HttpResponse newSession(String json, Duration limit) throws IOException, TimeoutException {
        return HttpRequest.post(at("/session"), json).ask(limit);
    }

    /** End a session. */
    HttpResponse delete(String session, Duration limit) throws IOException, TimeoutException {
        return HttpRequest.delete(at("/session/" + session)).ask(limit);
    }

    /**
     * Ask for something that only a living browser can tell, and that no page of a test has to do with: the URL of the driver's own tab.
     * It counts as use of the session. Other commands may wait for ever for a dialog in one of the pages.
     */
    HttpResponse lifeSign(String session, Duration limit) throws IOException, TimeoutException {
        return HttpRequest.get(at("/session/" + session + "/url")).ask(limit);
    }

    /** Return how the Grid is; empty if it does not tell in time. */
    Optional<GridStatus> status(Duration limit) {
        return tree("/status", limit).map(status -> GridStatus.of(status, queue(limit)));
    }

    /** Return whether a node has the session; empty if the Grid does not tell in time. */
    Optional<Boolean> lists(String session, Duration limit) {
        return tree("/status", limit)
                .map(status -> status.path("value")
                        .path("nodes")
                        .valueStream()
                        .flatMap(node -> node.path("slots").valueStream())
                        .anyMatch(slot -> slot.path("session")
                                .path("sessionId")
                                .asString("")
                                .equals(session)));
    }

    private OptionalInt queue(Duration limit) {
        var queue = tree("/se/grid/newsessionqueue/queue", limit)
                .map(answer -> answer.path("value"))
                .filter(JsonNode::isArray);
        return queue.isPresent() ? OptionalInt.of(queue.get().size()) : OptionalInt.empty();
    }

    private Optional<JsonNode> tree(String path, Duration limit) {
        try {
            var answer = HttpRequest.get(at(path)).ask(limit);
            return answer.status() == 200 ? GridMessages.tree(answer.body()) : Optional.empty();
        } catch (IOException | TimeoutException silent) {
            return Optional.empty();
        }
    }

    private URI at(String path) {
        return url.resource(path);
    }
}
