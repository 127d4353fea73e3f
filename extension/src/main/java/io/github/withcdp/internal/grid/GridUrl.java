package io.github.withcdp.internal.grid;

import io.github.withcdp.internal.text.DisplayedUrl;
import io.github.withcdp.internal.transport.ConfiguredUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a Selenium Grid is: {@code http(s)://[user:password@]host[:port][/path]}, or {@code host:port}.
 * User information and the query may hold secrets, and are never shown.
 */
public final class GridUrl {

    private static final Pattern HOST_AND_PORT = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})");
    private static final Pattern URL = Pattern.compile("(?i)https?://.+");
    private static final int SHORTEST_SECRET = 4;

    private final URI uri;

    private GridUrl(URI uri) {
        this.uri = uri;
    }

    /**
     * Read what a user wrote.
     *
     * @throws IllegalArgumentException if it is nothing of what is allowed
     */
    public static GridUrl parse(String text) {
        var configured = text.strip();
        if (HOST_AND_PORT.matcher(configured).matches()) {
            return of("http://" + configured, configured);
        }
        if (URL.matcher(configured).matches()) {
            return of(configured, configured);
        }
        throw refused(configured, "it is no URL of http or https");
    }

    private static GridUrl of(String url, String configured) {
        return new GridUrl(ConfiguredUrl.check(url, why -> refused(configured, why)));
    }

    private static IllegalArgumentException refused(String configured, String why) {
        return new IllegalArgumentException(
                "\"%s\" is no Selenium Grid: %s. Allowed are http(s)://[user:password@]host[:port][/path] and host:port, as in http://grid:4444"
                        .formatted(DisplayedUrl.of(configured), why));
    }

    /** Return the URL of a resource of the Grid, {@code /status} for example. */
    URI resource(String path) {
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + prefix() + path + query());
    }

    /**
     * Return where the WebSocket may be that a Grid told as {@code se:cdp}, in the order in which to try. What is told
     * names a host as the Grid's own machines see it, which is often out of reach from here; the way that led to the Grid leads to it too.
     * A path before that of the Grid belongs to a proxy, and then it has to be there; or to the Grid ({@code --sub-path}, {@code /wd/hub}), which
     * then wants its WebSockets without it.
     *
     * @throws IllegalArgumentException if what was told is no URL
     */
    List<URI> webSockets(String cdpUrl) {
        URI inside;
        try {
            inside = new URI(cdpUrl);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no URL", e);
        }
        if (inside.getHost() == null || !String.valueOf(inside.getRawPath()).startsWith("/")) {
            throw new IllegalArgumentException("no URL with a host and a path");
        }
        var root = (uri.getScheme().equals("https") ? "wss" : "ws") + "://" + uri.getRawAuthority();
        var path = inside.getRawPath();
        var query = inside.getRawQuery() == null ? query() : "?" + inside.getRawQuery();
        Set<URI> places = new LinkedHashSet<>();
        places.add(URI.create(root + (path.startsWith(prefix() + "/") ? path : prefix() + path) + query));
        places.add(URI.create(root + path + query));
        return List.copyOf(places);
    }

    /** Return the host. */
    String host() {
        return uri.getHost();
    }

    /** Return whether the Grid is told who we are. */
    boolean hasUser() {
        return uri.getRawUserInfo() != null;
    }

    /** Return what must not be shown of the URL. */
    Set<String> secrets() {
        var secrets = new LinkedHashSet<String>();
        Optional.ofNullable(uri.getRawUserInfo()).ifPresent(user -> addSecrets(secrets, user, uri.getUserInfo()));
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&", -1)) {
                secrets.add(pair.substring(pair.indexOf('=') + 1));
            }
        }
        secrets.removeIf(secret -> secret.length() < SHORTEST_SECRET);
        return secrets;
    }

    private static void addSecrets(Set<String> secrets, String... users) {
        for (String user : users) {
            secrets.add(user);
            secrets.add(user.substring(user.indexOf(':') + 1));
        }
    }

    /** Return what was given without what may be secret: {@code http://…@grid:4444/path?…}. */
    public String display() {
        return DisplayedUrl.of(uri.toString());
    }

    @Override
    public String toString() {
        return display();
    }

    private String prefix() {
        return String.valueOf(uri.getRawPath()).replaceFirst("/+$", "");
    }

    private String query() {
        return uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    }
}
