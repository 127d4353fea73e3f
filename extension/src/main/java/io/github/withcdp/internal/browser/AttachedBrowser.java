package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.config.BrowserSource;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.session.InspectorDescription;
import io.github.withcdp.internal.transport.DevToolsEndpoint;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.internal.transport.WebSocketTransport;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A browser of somebody else, who goes on using it. */
final class AttachedBrowser implements BrowserHandle {

    private final DevToolsEndpoint devTools;
    private final URI url;
    private final Duration limit;

    private AttachedBrowser(DevToolsEndpoint devTools, URI url, Duration limit) {
        this.devTools = devTools;
        this.url = url;
        this.limit = limit;
    }

    /**
     * Return the browser that listens at an endpoint.
     *
     * @throws ChromeUnavailableException if there is none
     */
    static AttachedBrowser find(BrowserSource.Attach source, Settings settings) {
        var devTools = DevToolsEndpoint.parse(source.endpoint().get())
                .withHeaders(source.headers().get());
        return new AttachedBrowser(
                devTools, devTools.webSocketUrl(settings.connectTimeout()), settings.connectTimeout());
    }

    @Override
    public Transport connect() {
        return WebSocketTransport.connect(url, devTools.headers(), limit);
    }

    @Override
    public String place() {
        return devTools.display();
    }

    @Override
    public Optional<URI> endpoint() {
        return Optional.of(url);
    }

    @Override
    public boolean isOurs() {
        return false;
    }

    @Override
    public Duration patience() {
        return limit;
    }

    @Override
    public Optional<DevToolsEndpoint> devTools() {
        return Optional.of(devTools);
    }

    @Override
    public Set<String> secrets() {
        return devTools.secrets();
    }

    @Override
    public InspectorDescription inspector() {
        return InspectorQuestion.ask(url);
    }

    /** It goes on. */
    @Override
    public void close() {}
}
