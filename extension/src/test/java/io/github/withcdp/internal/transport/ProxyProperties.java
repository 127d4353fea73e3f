package io.github.withcdp.internal.transport;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets the JVM's properties for proxies, until they are restored. */
final class ProxyProperties {

    private final Map<String, @Nullable String> before = new LinkedHashMap<>();

    /** All names lead through an HTTP proxy, for plain and for secure connections. */
    void http(int port) {
        set("http.proxyHost", "127.0.0.1");
        set("http.proxyPort", String.valueOf(port));
        set("https.proxyHost", "127.0.0.1");
        set("https.proxyPort", String.valueOf(port));
    }

    /** All names lead through a SOCKS proxy. */
    void socks(int port) {
        set("socksProxyHost", "127.0.0.1");
        set("socksProxyPort", String.valueOf(port));
    }

    void set(String name, String value) {
        before.putIfAbsent(name, System.getProperty(name));
        System.setProperty(name, value);
    }

    void restore() {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }
}
