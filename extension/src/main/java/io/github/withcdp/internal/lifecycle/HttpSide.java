package io.github.withcdp.internal.lifecycle;

import io.github.withcdp.DevToolsHttp;
import io.github.withcdp.internal.browser.RunningBrowser;
import io.github.withcdp.internal.session.Scope;
import io.github.withcdp.internal.transport.DevToolsEndpoint;
import io.github.withcdp.internal.transport.HttpResponse;
import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.CommandFailedException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The HTTP side of one browser, as one test uses it. */
final class HttpSide implements DevToolsHttp {

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private final DevToolsEndpoint endpoint;
    private final Scope scope;
    private final Duration limit;

    private HttpSide(DevToolsEndpoint endpoint, Scope scope, Duration limit) {
        this.endpoint = endpoint;
        this.scope = scope;
        this.limit = limit;
    }

    /**
     * Return the HTTP side of a browser.
     *
     * @throws ChromeUnavailableException if it has none
     */
    static DevToolsHttp of(RunningBrowser browser, Scope scope, Duration limit) {
        var endpoint = browser.devTools()
                .orElseThrow(() -> new ChromeUnavailableException(
                        "CDPBrowser.http() needs a browser with a port, but this one is spoken to over the pipe and has none."
                                + " Give it one with withcdp.transport=websocket, or use the session:"
                                + " CDPBrowser.session().send(\"Target.getTargets\") tells the same as /json/list."));
        var side = new HttpSide(endpoint, scope, limit);
        side.check();
        return side;
    }

    /** Check that there is an HTTP side: what stands in front of a browser often passes on the WebSocket and nothing else. */
    private void check() {
        var answer = endpoint.ask("GET", "/json/version", limit);
        if (answer.status() != 200 || !answer.body().contains("\"Browser\"")) {
            throw new ChromeUnavailableException(
                    "The browser at %s can be talked to through its WebSocket only: asked for /json/version, it answered %s.%nHosted browsers and Selenium Grids do not offer DevTools' HTTP endpoints. Use the session: CDPBrowser.session().send(\"Target.getTargets\") tells the same as /json/list."
                            .formatted(endpoint.display(), endpoint.said(answer)));
        }
    }

    @Override
    public JsonNode version() {
        return json("GET", "/json/version");
    }

    @Override
    public List<Tab> list() {
        var tabs = new ArrayList<Tab>();
        json("GET", "/json/list").forEach(target -> tabs.add(tab(target)));
        return tabs;
    }

    @Override
    public JsonNode protocol() {
        return json("GET", "/json/protocol");
    }

    @Override
    public Tab newTab(String url) {
        if (!ABSOLUTE.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "newTab takes an absolute URL, for example http://localhost:8080/ or about:blank, but \"" + url
                            + "\" has no scheme. The browser would open an empty tab instead.");
        }
        if (endpoint.hasQuery()) {
            throw new IllegalStateException(
                    "newTab cannot be used at %s: the endpoint has a query of its own, which the browser would take for a part of the tab's URL. Use CDPBrowser.newPage() and navigate."
                            .formatted(endpoint.display()));
        }
        var encoded = URLEncoder.encode(url, StandardCharsets.UTF_8).replace("+", "%20");
        var tab = tab(json("PUT", "/json/new?" + encoded));
        scope.closeAtEnd(tab.id());
        return tab;
    }

    @Override
    public void activate(String targetId) {
        ask("GET", "/json/activate/" + encoded(targetId));
    }

    @Override
    public void close(String targetId) {
        ask("GET", "/json/close/" + encoded(targetId));
    }

    @Override
    public URI frontendUrl(String targetId) {
        for (var target : json("GET", "/json/list")) {
            if (target.path("id").asString("").equals(targetId)) {
                return endpoint.frontendUrl(
                        target.path("webSocketDebuggerUrl").asString(""),
                        target.path("devtoolsFrontendUrl").asString(""),
                        limit);
            }
        }
        throw new CommandFailedException("GET /json/list", 404, "there is no such target id: " + targetId, "");
    }

    private Tab tab(JsonNode target) {
        var webSocket = target.path("webSocketDebuggerUrl").asString("");
        return new Tab(
                target.path("id").asString(""),
                target.path("type").asString(""),
                target.path("title").asString(""),
                target.path("url").asString(""),
                webSocket.isEmpty() ? "" : endpoint.completed(webSocket).toString());
    }

    private JsonNode json(String method, String path) {
        return endpoint.json(ask(method, path), path);
    }

    private HttpResponse ask(String method, String path) {
        var answer = endpoint.ask(method, path, limit);
        if (answer.status() != 200) {
            var name = method + " " + path.replaceFirst("\\?.*", "");
            throw new CommandFailedException(
                    name,
                    answer.status(),
                    "the browser at " + endpoint.display() + " answered " + endpoint.said(answer),
                    "");
        }
        return answer;
    }

    private static String encoded(String targetId) {
        return URLEncoder.encode(targetId, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
