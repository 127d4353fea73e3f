package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.time.Deadline;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The objects of a page that Chrome holds on to because it has given their ids to us, until we let go of them. What is asked here is no part of
 * what a test says, and so not on record.
 */
final class RemoteObjects implements AutoCloseable {

    private final SessionCommands commands;
    private final Deadline deadline;
    private final Set<String> ids = new HashSet<>();

    /**
     * Create without any.
     *
     * @param deadline until when answers are waited for
     */
    RemoteObjects(SessionCommands commands, Deadline deadline) {
        this.commands = commands;
        this.deadline = deadline;
    }

    /** Take note of all that an answer has. */
    void in(JsonNode answer) {
        ids.addAll(answer.findValuesAsString("objectId"));
    }

    /** Return what an object has of its own; a missing node if it cannot be had. */
    JsonNode properties(String id) {
        var command = commands.transmitUnrecorded(
                "Runtime.getProperties",
                Json.write(Map.of("objectId", id, "ownProperties", true, "generatePreview", true)));
        try {
            if (command.await(deadline) instanceof Answer.Result result) {
                in(result.tree());
                return result.tree();
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt(); // what is known without it is thrown
        } catch (TimeoutException late) {
            // The page may be busy; nor does it matter.
        }
        return MissingNode.getInstance();
    }

    /** Let go of them. Does not wait. */
    @Override
    public void close() {
        ids.forEach(id -> commands.transmitUnrecorded("Runtime.releaseObject", Json.write(Map.of("objectId", id))));
    }
}
