package io.github.withcdp.internal.transport;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * The proxies that the JVM was told to use ({@code http.proxyHost}, {@code https.proxyHost}, {@code socksProxyHost},
 * {@code http.nonProxyHosts}, or a {@link ProxySelector} of the application). Never for this machine itself.
 */
final class Proxies {

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private Proxies() {}

    /**
     * Return the ways to a server, in the order in which they are to be tried.
     *
     * @param url {@code http} or {@code ws}, and their secure sisters, for which the properties of https count
     */
    static List<Proxy> towards(URI url) {
        var selector = ProxySelector.getDefault();
        if (selector == null || Hosts.isLoopback(url.getHost())) {
            return DIRECT;
        }
        var scheme = isSecure(url) ? "https" : "http"; // selectors know no ws
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        var bare = URI.create(scheme + "://" + url.getHost() + port + "/"); // the rest may hold secrets
        try {
            var proxies = selector.select(bare);
            return proxies == null || proxies.isEmpty() ? DIRECT : List.copyOf(proxies);
        } catch (IllegalArgumentException e) { // what a selector throws that does not know the scheme
            return DIRECT;
        }
    }

    static boolean isDirect(Proxy proxy) {
        return proxy.type() == Proxy.Type.DIRECT;
    }

    /** Return what a sentence about a server says if the way to it leads through a proxy; empty if it does not. */
    static String mention(URI url) {
        return towards(url).stream()
                .filter(proxy -> !isDirect(proxy))
                .findFirst()
                .map(proxy -> " (through the " + name(proxy) + " of the JVM)")
                .orElse("");
    }

    /** Return the kind and place of a proxy, {@code HTTP proxy proxy.corp:3128}. */
    static String name(Proxy proxy) {
        var place = proxy.address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : String.valueOf(proxy.address());
        return proxy.type().name().toUpperCase(Locale.ROOT) + " proxy " + place;
    }

    private static boolean isSecure(URI url) {
        return url.getScheme().equals("https") || url.getScheme().equals("wss");
    }
}
