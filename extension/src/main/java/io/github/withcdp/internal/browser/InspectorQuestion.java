package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.session.InspectorDescription;
import io.github.withcdp.internal.transport.DevToolsEndpoint;
import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.session.Target;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The question to the inspector of a JavaScript engine who it is, which it answers over HTTP only. */
final class InspectorQuestion {

    /** For one question; that which stands in front of an engine may never answer, and everything works without. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private InspectorQuestion() {}

    /** Return how the engine behind a WebSocket describes itself; what it does not tell is empty. */
    static InspectorDescription ask(URI webSocketUrl) {
        var endpoint = DevToolsEndpoint.parse(webSocketUrl.toString());
        var version = answer(() -> endpoint.version(LIMIT));
        var target = answer(() -> endpoint.listed(LIMIT));
        return new InspectorDescription(
                version.path("Browser").asString(""),
                version.path("Protocol-Version").asString(""),
                new Target(target.path("id").asString(""), target.path("type").asString("node"), url(target)));
    }

    /** Return the URL of what is run; without a file, there is only the title. */
    private static String url(JsonNode target) {
        var url = target.path("url").asString("");
        return url.isEmpty() || url.equals("file://") ? target.path("title").asString("") : url;
    }

    private static JsonNode answer(Supplier<JsonNode> question) {
        try {
            return question.get();
        } catch (ChromeUnavailableException silent) {
            return MissingNode.getInstance();
        }
    }
}
