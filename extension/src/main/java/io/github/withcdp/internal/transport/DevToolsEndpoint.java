package io.github.withcdp.internal.transport;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.text.DisplayedUrl;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Where a browser that somebody else started takes DevTools connections: {@code 9222}, {@code host:9222},
 * {@code http://…} or {@code ws://…}. User information and the query may hold secrets, and are never shown.
 */
public final class DevToolsEndpoint {

    private static final Pattern PORT = Pattern.compile(":?(\\d{1,5})");
    private static final Pattern HOST_AND_PORT = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})");
    private static final Pattern URL = Pattern.compile("(?i)(https?|wss?)://.+");
    private static final Pattern WITHOUT_SECRETS = Pattern.compile("^wss?://([^/@]*@)?([^/?#]*)([^?#]*).*$");

    private final URI uri;

    private final Map<String, String> headers;

    private DevToolsEndpoint(URI uri, Map<String, String> headers) {
        this.uri = uri;
        this.headers = Map.copyOf(headers);
    }

    /** Return the same endpoint, asked with further headers. */
    public DevToolsEndpoint withHeaders(Map<String, String> further) {
        return new DevToolsEndpoint(uri, further);
    }

    /** Return the headers that go with what it is asked; their values are secrets. */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Read what a user wrote.
     *
     * @throws IllegalArgumentException if it is nothing of what is allowed
     */
    public static DevToolsEndpoint parse(String text) {
        var configured = text.strip();
        var port = PORT.matcher(configured);
        if (port.matches()) {
            return of("http://localhost:" + port.group(1), configured);
        }
        if (HOST_AND_PORT.matcher(configured).matches()) {
            return of("http://" + configured, configured);
        }
        if (URL.matcher(configured).matches()) {
            return of(configured, configured);
        }
        throw refused(configured, "it is neither a port nor a URL");
    }

    /**
     * Return the URL to open a WebSocket to: what was given if that names one, or else what the browser answers to
     * {@code /json/version}, with the host, port and query that were given.
     *
     * @param limit for all of it
     * @throws ChromeUnavailableException if the browser does not tell
     */
    public URI webSocketUrl(Duration limit) {
        if (uri.getScheme().startsWith("ws") && !isRoot(uri.getRawPath())) {
            return uri;
        }
        var deadline = Deadline.in(limit);
        var version = ask(prefix() + "/json/version", deadline);
        var url = version.path("webSocketDebuggerUrl").asString("");
        if (url.isEmpty() && version.path("Browser").asString("").startsWith("node.js")) {
            // Node.js has no browser above its targets; its first one is the process.
            url = ask(prefix() + "/json/list", deadline)
                    .path(0)
                    .path("webSocketDebuggerUrl")
                    .asString("");
        }
        if (version.path("Browser").asString("").startsWith("Firefox")) {
            throw unavailable("is %s, which speaks WebDriver BiDi and no CDP, or only a little of it"
                    .formatted(AnswerExcerpt.of(version.path("Browser").asString(""), uri, headers)));
        }
        if (url.isEmpty()) {
            throw unavailable(
                    "answered without a webSocketDebuggerUrl: " + AnswerExcerpt.of(version.toString(), uri, headers));
        }
        return completed(url);
    }

    /**
     * Return what the browser says about its own commands and events ({@code /json/protocol}).
     *
     * @param limit for all of it
     * @throws ChromeUnavailableException if it does not tell, as what stands in front of a browser often does not
     */
    public JsonNode protocol(Duration limit) {
        return ask(root() + "/json/protocol", Deadline.in(limit));
    }

    /**
     * Return what a JavaScript engine without a browser, like that of Node.js, says of itself ({@code /json/version}).
     *
     * @param limit for all of it
     * @throws ChromeUnavailableException if it does not tell
     */
    public JsonNode version(Duration limit) {
        return ask(root() + "/json/version", Deadline.in(limit));
    }

    /**
     * Return what a JavaScript engine without a browser says of the target behind a WebSocket ({@code /json/list}); a missing node if it
     * says nothing of that one.
     *
     * @param limit for all of it
     * @throws ChromeUnavailableException if it does not tell
     */
    public JsonNode listed(Duration limit) {
        var id = String.valueOf(uri.getRawPath()).replaceFirst("^.*/", "");
        for (var target : ask(root() + "/json/list", Deadline.in(limit))) {
            if (target.path("id").asString("").equals(id)) {
                return target;
            }
        }
        return MissingNode.getInstance();
    }

    /** Return the path below which there is {@code /json}: of a WebSocket, without its own, which ends with the id of a target. */
    private String root() {
        return uri.getScheme().startsWith("ws") && !isRoot(uri.getRawPath())
                ? prefix().replaceFirst("/devtools/.*$|/[^/]*$", "")
                : prefix().replaceFirst("/devtools/.*$", "");
    }

    /** Return what was given without what may be secret: {@code http://…@host:9222/path?…}. */
    public String display() {
        return DisplayedUrl.of(uri.toString());
    }

    @Override
    public String toString() {
        return display();
    }

    private static DevToolsEndpoint of(String url, String configured) {
        return new DevToolsEndpoint(ConfiguredUrl.check(url, why -> refused(configured, why)), Map.of());
    }

    private static IllegalArgumentException refused(String configured, String why) {
        return new IllegalArgumentException(
                "\"%s\" is no DevTools endpoint: %s. Allowed are 9222, host:9222, [::1]:9222, http(s)://host[:port][/path][?query] and ws(s)://host[:port]/path[?query]"
                        .formatted(DisplayedUrl.of(configured), why));
    }

    /**
     * Ask one of the HTTP endpoints.
     *
     * @param method {@code GET} or {@code PUT}
     * @param path below the path under which a proxy shows the browser, {@code /json/list}
     * @param limit for all of it
     * @return whatever is answered, a refusal also
     * @throws ChromeUnavailableException if nobody answers
     */
    public HttpResponse ask(String method, String path, Duration limit) {
        var url = discoveryUrl(root() + path);
        var question = method.equals("PUT") ? HttpRequest.put(url) : HttpRequest.get(url);
        return answer(question.withHeaders(headers), Deadline.in(limit));
    }

    /** Return what was answered on one line, without secrets: {@code 404 Not Found: No such target id: 4711}. */
    public String said(HttpResponse answer) {
        var body = AnswerExcerpt.of(answer.body(), uri, headers);
        return (answer.status() + " " + answer.statusText()).strip()
                + (answer.isRedirect() ? " to " + DisplayedUrl.of(answer.location()) : "")
                + (body.isEmpty() ? "" : ": " + body);
    }

    /**
     * Read an answer.
     *
     * @param path what was asked for
     * @throws ChromeUnavailableException if it is none of a browser
     */
    public JsonNode json(HttpResponse answer, String path) {
        return read(answer, discoveryUrl(root() + path));
    }

    /** Return whether what was given has a query, which goes with every request. */
    public boolean hasQuery() {
        return uri.getRawQuery() != null;
    }

    /** Return what must not be told: passwords, tokens, values of headers. */
    public Set<String> secrets() {
        return EndpointSecrets.of(uri, headers);
    }

    /**
     * Return where a person finds the front end for a target: as the browser serves it if it does, or else as it told.
     *
     * @param webSocketUrl of the target, as the browser told it
     * @param toldUrl the browser's own idea of its front end; may be relative
     * @param limit for asking
     */
    public URI frontendUrl(String webSocketUrl, String toldUrl, Duration limit) {
        if (webSocketUrl.isEmpty() && toldUrl.isEmpty()) {
            throw unavailable("names no DevTools front end for this target");
        }
        var target = webSocketUrl.isEmpty()
                ? ""
                : asNumber(WITHOUT_SECRETS
                        .matcher(completed(webSocketUrl).toString())
                        .replaceFirst("$2$3"));
        var here = (isSecure() ? "https://" : "http://") + asNumber(hostAndPort()) + root();
        var socket = (isSecure() ? "wss=" : "ws=") + target;
        var own = "/devtools/inspector.html";
        if (!target.isEmpty() && ask("GET", own, limit).status() == 200) {
            return URI.create(here + own + "?" + socket);
        }
        var elsewhere = target.isEmpty() ? toldUrl : toldUrl.replaceFirst("(?<=[?&])wss?=[^&]*", socket);
        try {
            return URI.create(here + "/").resolve(new URI(elsewhere));
        } catch (URISyntaxException e) {
            throw unavailable("told a devtoolsFrontendUrl that is no URL: " + AnswerExcerpt.of(toldUrl, uri, headers));
        }
    }

    /** Chrome connects the front end of its own port at 127.0.0.1, and refuses the same one at localhost. */
    private static String asNumber(String authority) {
        return authority.replaceFirst("^localhost(?=[:/]|$)", "127.0.0.1");
    }

    private JsonNode ask(String path, Deadline deadline) {
        var url = discoveryUrl(path);
        return read(answer(HttpRequest.get(url).withHeaders(headers), deadline), url);
    }

    private HttpResponse answer(HttpRequest question, Deadline deadline) {
        try {
            return question.ask(deadline);
        } catch (TimeoutException e) {
            throw unavailable(
                    "did not answer within " + Durations.format(deadline.limit())
                            + ": something accepts connections there, but is frozen or no browser, or packets get lost on the way",
                    e);
        } catch (UnknownHostException e) {
            throw unavailable("cannot be found: the host name " + uri.getHost() + " is unknown", e);
        } catch (SSLException e) {
            throw unavailable(EndpointAdvice.distrust(e), e);
        } catch (ProxyException e) {
            throw unavailable("is not reached through the proxy: " + e.getMessage(), e);
        } catch (IOException e) {
            throw HttpRequest.isUnreachable(e)
                    ? unavailable("cannot be connected to, nothing listens there: " + e.getMessage(), e)
                    : unavailable("does not speak HTTP as Chrome does: " + e.getMessage(), e);
        }
    }

    private JsonNode read(HttpResponse answer, URI url) {
        int status = answer.status();
        if (answer.isRedirect()) {
            throw unavailable("redirects to " + DisplayedUrl.of(answer.location()) + " (status " + status
                    + "), which is not followed: give that one as the endpoint if it is trusted");
        }
        if (status != 200) {
            throw unavailable("answered %s with status %d %s%s: %s"
                    .formatted(
                            url.getPath(),
                            status,
                            answer.statusText(),
                            switch (status) {
                                case 401, 403 -> " (a token or password may be missing in the endpoint)";
                                case 404 ->
                                    " (so does Firefox, which speaks WebDriver BiDi instead of CDP, and whatever else is no Chrome)";
                                default -> "";
                            },
                            AnswerExcerpt.of(answer.body(), url, headers)));
        }
        var body = answer.body().strip();
        if (body.startsWith("<")) {
            throw unavailable(
                    "answered with HTML instead of JSON, so it is no browser: " + AnswerExcerpt.of(body, url, headers));
        }
        try {
            return Json.read(body);
        } catch (JacksonException e) {
            throw unavailable(
                    "answered something that is no JSON, so it is no browser: " + AnswerExcerpt.of(body, url, headers));
        }
    }

    private URI discoveryUrl(String path) {
        var scheme = isSecure() ? "https" : "http";
        return URI.create(scheme + "://" + uri.getRawAuthority() + path + query(uri.getRawQuery()));
    }

    private String hostAndPort() {
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    /**
     * Return the URL that the browser told, as seen from here: it knows nothing of proxies, tunnels and containers. Of what it told only
     * path and query count, so that the connection, with its headers and its token, goes nowhere but to the host that was given.
     *
     * @throws ChromeUnavailableException if that is no URL with a path
     */
    public URI completed(String toldUrl) {
        URI inside;
        try {
            inside = new URI(toldUrl);
        } catch (URISyntaxException e) {
            throw unavailable("told a webSocketDebuggerUrl that is no URL: " + AnswerExcerpt.of(toldUrl, uri, headers));
        }
        var scheme = isSecure() ? "wss" : "ws";
        var path = String.valueOf(inside.getRawPath());
        if (!path.startsWith("/")) {
            throw unavailable("told a webSocketDebuggerUrl without a path, as in ws://host:port/devtools/browser/…: "
                    + AnswerExcerpt.of(toldUrl, uri, headers));
        }
        var query = inside.getRawQuery();
        if (query == null) {
            query = uri.getRawQuery();
        } else if (uri.getRawQuery() != null && !("&" + query + "&").contains("&" + uri.getRawQuery() + "&")) {
            query += "&" + uri.getRawQuery();
        }
        var fullPath = path.startsWith(root() + "/") ? path : root() + path;
        return URI.create(scheme + "://" + uri.getRawAuthority() + fullPath + query(query));
    }

    /** Return the path under which a proxy shows the browser, without a slash at its end; empty as a rule. */
    private String prefix() {
        return String.valueOf(uri.getRawPath()).replaceFirst("(/json(/version|/list)?)?/*$", "");
    }

    private boolean isSecure() {
        return uri.getScheme().equals("https") || uri.getScheme().equals("wss");
    }

    private static String query(@Nullable String query) {
        return query == null ? "" : "?" + query;
    }

    private static boolean isRoot(String path) {
        return path.isEmpty() || path.equals("/");
    }

    private ChromeUnavailableException unavailable(String why) {
        return new ChromeUnavailableException(sentence(why));
    }

    private ChromeUnavailableException unavailable(String why, Exception cause) {
        return new ChromeUnavailableException(sentence(why), cause);
    }

    private String sentence(String why) {
        return "The browser at %s%s %s%n%s"
                .formatted(display(), Proxies.mention(uri), why, EndpointAdvice.startChrome(uri.getPort()));
    }
}
