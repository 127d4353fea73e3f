package io.github.withcdp.transport;

import io.github.withcdp.json.Json;
import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.Durations;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Where a browser that somebody else started takes DevTools connections: {@code 9222}, {@code host:9222},
 * {@code http://…} or {@code ws://…}. User information and the query may hold secrets, and are never shown.
 */
public final class DevToolsEndpoint {

    private static final Pattern PORT = Pattern.compile(":?(\\d{1,5})");
    private static final Pattern HOST_AND_PORT = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})");
    private static final Pattern URL = Pattern.compile("(?i)(https?|wss?)://.+");
    private static final int HIGHEST_PORT = 65535;

    private final URI uri;

    private DevToolsEndpoint(URI uri) {
        this.uri = uri;
    }

    /**
     * Read what a user wrote.
     *
     * @throws IllegalArgumentException if it is nothing of what is allowed
     */
    public static DevToolsEndpoint parse(String text) {
        var given = text.strip();
        var port = PORT.matcher(given);
        if (port.matches()) {
            return of("http://localhost:" + port.group(1), given);
        }
        if (HOST_AND_PORT.matcher(given).matches()) {
            return of("http://" + given, given);
        }
        if (URL.matcher(given).matches()) {
            return of(given, given);
        }
        throw refused(given, "it is neither a port nor a URL");
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
        if (url.isEmpty()) {
            throw unavailable("answered without a webSocketDebuggerUrl: " + Hint.excerpt(version.toString(), uri));
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
        var root = prefix().replaceFirst("/devtools/.*$", ""); // of the URL of a WebSocket
        return ask(root + "/json/protocol", Deadline.in(limit));
    }

    /** Return what was given without what may be secret: {@code http://…@host:9222/path?…}. */
    public String display() {
        return Hint.display(uri.toString());
    }

    @Override
    public String toString() {
        return display();
    }

    private static DevToolsEndpoint of(String url, String given) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            // Not passed on as the cause, because its message repeats the whole text, secrets included.
            throw refused(given, "it is not a URL: " + e.getReason());
        }
        if (uri.getHost() == null) {
            throw refused(given, "it names no host");
        }
        if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            throw refused(given, "a port is a number from 1 to 65535");
        }
        var scheme = uri.getScheme();
        return new DevToolsEndpoint(URI.create(scheme.toLowerCase(Locale.ROOT) + url.substring(scheme.length())));
    }

    private static IllegalArgumentException refused(String given, String why) {
        return new IllegalArgumentException(
                "\"%s\" is no DevTools endpoint: %s. Allowed are 9222, host:9222, [::1]:9222, http(s)://host[:port][/path][?query] and ws(s)://host[:port]/path[?query]"
                        .formatted(Hint.display(given), why));
    }

    private JsonNode ask(String path, Deadline deadline) {
        var url = discoveryUrl(path);
        HttpQuestion.Answer answer;
        try {
            answer = HttpQuestion.ask(url, deadline);
        } catch (TimeoutException e) {
            throw unavailable(
                    "did not answer within " + Durations.format(deadline.limit())
                            + ": something accepts connections there, but is frozen or no browser, or packets get lost on the way",
                    e);
        } catch (UnknownHostException e) {
            throw unavailable("cannot be found: the host name " + uri.getHost() + " is unknown", e);
        } catch (SSLException e) {
            throw unavailable("cannot be trusted: " + e.getMessage(), e);
        } catch (IOException e) {
            throw HttpQuestion.isUnreachable(e)
                    ? unavailable("cannot be connected to, nothing listens there: " + e.getMessage(), e)
                    : unavailable("does not speak HTTP as Chrome does: " + e.getMessage(), e);
        }
        return read(answer, url);
    }

    private JsonNode read(HttpQuestion.Answer answer, URI url) {
        int status = answer.status();
        if (status / 100 == 3) {
            throw unavailable("redirects to " + Hint.display(answer.location()) + " (status " + status
                    + "), which is not followed: give that one as the endpoint if it is trusted");
        }
        if (status != 200) {
            throw unavailable("answered %s with status %d %s%s: %s"
                    .formatted(
                            url.getPath(),
                            status,
                            answer.statusText(),
                            status == 401 || status == 403
                                    ? " (a token or password may be missing in the endpoint)"
                                    : "",
                            Hint.excerpt(answer.body(), url)));
        }
        var body = answer.body().strip();
        if (body.startsWith("<")) {
            throw unavailable("answered with HTML instead of JSON, so it is no browser: " + Hint.excerpt(body, url));
        }
        try {
            return Json.read(body);
        } catch (JacksonException e) {
            throw unavailable("answered something that is no JSON, so it is no browser: " + Hint.excerpt(body, url));
        }
    }

    private URI discoveryUrl(String path) {
        var scheme = isSecure() ? "https" : "http";
        return URI.create(scheme + "://" + uri.getRawAuthority() + path + query(uri.getRawQuery()));
    }

    /** Return the URL that the browser told, as seen from here: it knows nothing of proxies, tunnels and containers. */
    private URI completed(String told) {
        URI inside;
        try {
            inside = new URI(told);
        } catch (URISyntaxException e) {
            throw unavailable("told a webSocketDebuggerUrl that is no URL: " + Hint.excerpt(told, uri));
        }
        var scheme = isSecure() ? "wss" : "ws";
        var path = String.valueOf(inside.getRawPath());
        var query = inside.getRawQuery();
        if (query == null) {
            query = uri.getRawQuery();
        } else if (uri.getRawQuery() != null && !query.contains(uri.getRawQuery())) {
            query += "&" + uri.getRawQuery();
        }
        var fullPath = path.startsWith(prefix() + "/") ? path : prefix() + path;
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
        return "The browser at %s %s%n%s".formatted(display(), why, Hint.startChrome(uri.getPort()));
    }
}
