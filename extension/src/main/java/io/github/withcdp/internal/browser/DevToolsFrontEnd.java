package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.session.FrontEnd;
import io.github.withcdp.internal.text.DisplayedUrl;
import io.github.withcdp.session.Target;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The DevTools that a browser with a port serves of itself. Chrome connects only those of its own origin, which is {@code http://127.0.0.1:}
 * and its port, however else it may be reached; the ones of the internet and those built into another Chrome are refused.
 *
 * @param endpoint where the browser is attached to; empty if it has no port
 */
record DevToolsFrontEnd(Optional<URI> endpoint) implements FrontEnd {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    @Override
    public String of(Target target) {
        if (endpoint.isEmpty()) {
            return "No DevTools, for this browser is spoken to over the pipe: run the test with withcdp.transport=websocket to get them";
        }
        var url = endpoint.get();
        if (url.getPath().startsWith("/devtools/")) {
            return chrome(url, target);
        }
        return target.type().equals("node")
                ? "DevTools, to be opened in Chrome: devtools://devtools/bundled/js_app.html?experiments=true&v8only=true&ws=%s%s"
                        .formatted(authority(url), url.getRawPath())
                : "DevTools are with whoever runs the browser at " + DisplayedUrl.of(url.toString());
    }

    private static String chrome(URI endpoint, Target target) {
        var page = "127.0.0.1:%d/devtools/%s.html?ws=127.0.0.1:%d/devtools/page/%s";
        if (target.id().isEmpty()) {
            return "No DevTools, for they look at pages and not at the browser itself";
        }
        var application = target.type().endsWith("worker") ? "worker_app" : "inspector";
        int port = endpoint.getPort();
        var url = "http://" + page.formatted(port, application, port, target.id());
        return THIS_MACHINE.contains(endpoint.getHost())
                ? "DevTools: " + url
                : "DevTools: add %s to the targets of chrome://inspect in a Chrome; or bring the port that the browser listens on to this machine under the same number (ssh -L %d:127.0.0.1:%d …), and open %s"
                        .formatted(authority(endpoint), port, port, url);
    }

    private static String authority(URI url) {
        return url.getHost() + ":" + url.getPort();
    }
}
