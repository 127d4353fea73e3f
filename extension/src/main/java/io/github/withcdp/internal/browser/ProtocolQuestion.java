package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.chrome.ChromeLauncher;
import io.github.withcdp.internal.chrome.HeadlessMode;
import io.github.withcdp.internal.chrome.LaunchOptions;
import io.github.withcdp.internal.chrome.LaunchedChrome;
import io.github.withcdp.internal.transport.DevToolsEndpoint;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.net.URI;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Asks browsers for the description of their protocol, which they tell over HTTP only. */
final class ProtocolQuestion {

    /** To launch a browser on a busy machine, and then to ask it; nobody waits for all of that. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private ProtocolQuestion() {}

    /**
     * Return the description from a browser that has a port.
     *
     * @throws ChromeUnavailableException if it does not tell
     */
    static JsonNode ask(URI webSocketUrl) {
        return ask(DevToolsEndpoint.parse(webSocketUrl.toString()));
    }

    /** Return the description from a browser that takes headers. */
    static JsonNode ask(DevToolsEndpoint endpoint) {
        return endpoint.protocol(LIMIT);
    }

    static JsonNode ask(URI webSocketUrl, Duration limit) {
        return DevToolsEndpoint.parse(webSocketUrl.toString()).protocol(limit);
    }

    /**
     * Return the description from a browser that we launched, or if that is spoken to over the pipe and so has no port, another one of the same program: it is
     * there for a moment, with a profile of its own and without a page.
     *
     * @throws ChromeUnavailableException if it does not tell
     */
    static JsonNode ask(LaunchedChrome chrome, LaunchOptions options) {
        return ask(chrome, options, LIMIT);
    }

    static JsonNode ask(LaunchedChrome chrome, LaunchOptions options, Duration limit) {
        var url = chrome.webSocketUrl();
        if (url.isPresent() && chrome.isAlive()) {
            return ask(url.get(), limit);
        }
        var mode = options.headless() == HeadlessMode.OFF ? HeadlessMode.NEW : options.headless();
        var twin = options.withExecutable(chrome.executable())
                .withHeadless(mode)
                .withWebSocket(true)
                .withLimit(limit);
        try (var launched = ChromeLauncher.ofThisMachine().launch(twin)) {
            var port = launched.webSocketUrl()
                    .orElseThrow(() -> new ChromeUnavailableException("The browser was launched without a port"));
            return ask(port, limit);
        }
    }
}
