package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.SessionId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A request that Chrome has paused for a {@link RequestInterceptor}, and that goes on when that says how. */
public final class PausedRequest {

    private final SessionCommands commands;
    private final JsonNode params;

    PausedRequest(SessionCommands commands, JsonNode params) {
        this.commands = commands;
        this.params = params;
    }

    /** Return the session in which it is paused: of a worker's request, that of its page. */
    public SessionId session() {
        return commands.state().id();
    }

    /** Return the name by which {@code Network} tells of its end; empty if it does not: of what a worker asks for, or where {@code Network} is off. */
    public String networkId() {
        return commands.state().enabled("Network") ? params.path("networkId").asString("") : "";
    }

    /** Return the params of {@code Fetch.requestPaused}. */
    public JsonNode params() {
        return params;
    }

    /**
     * Have the request go on, with a command that goes not on record.
     *
     * @param method {@code Fetch.fulfillRequest} or another one of its kind
     * @param how its params, but for the id of the request
     * @param done told, by the reader thread, whether Chrome has taken it: not if the page has given up the request
     */
    public void goOn(String method, Map<String, ?> how, Consumer<Boolean> done) {
        var all = new LinkedHashMap<String, Object>(how);
        all.put("requestId", params.path("requestId").asString(""));
        commands.transmitUnrecorded(method, Json.write(all))
                .whenDone(answer -> done.accept(answer instanceof Answer.Result));
    }
}
