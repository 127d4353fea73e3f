package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.config.BrowserSource;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.container.ChromeContainer;
import io.github.withcdp.internal.container.Docker;
import io.github.withcdp.internal.container.ImageOptions;
import io.github.withcdp.internal.transport.DevToolsEndpoint;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.internal.transport.WebSocketTransport;
import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.DetachReason;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A browser in a container that offers DevTools. */
final class ContainerBrowser implements BrowserHandle {

    static final Duration EXIT_REASON_LIMIT = Duration.ofSeconds(1);

    private final ChromeContainer container;
    private final URI url;
    private final Settings settings;

    private ContainerBrowser(ChromeContainer container, URI url, Settings settings) {
        this.container = container;
        this.url = url;
        this.settings = settings;
    }

    /**
     * Return the browser in a container that is started from an image.
     *
     * @throws ChromeUnavailableException if there is no browser in it; nothing is left running then
     */
    static BrowserHandle start(BrowserSource.Image source, Settings settings) {
        var image = source.image().equals("default") ? ImageOptions.DEFAULT_IMAGE : source.image();
        var options = new ImageOptions(image, source.port(), source.args());
        return held(Docker.run(options, settings.get(Option.LAUNCH_TIMEOUT)), source.args(), settings);
    }

    /** Return the browser in a container that the test configures. */
    static BrowserHandle start(BrowserSource.Container source, Settings settings) {
        return held(Docker.take(source.container(), settings.get(Option.LAUNCH_TIMEOUT)), List.of(), settings);
    }

    private static BrowserHandle held(ChromeContainer container, List<String> args, Settings settings) {
        try {
            if (container.speaksWebDriver()) {
                return GridContainerBrowser.start(container, args, settings);
            }
            var url =
                    DevToolsEndpoint.parse(container.httpEndpoint().toString()).webSocketUrl(settings.connectTimeout());
            return new ContainerBrowser(container, url, settings);
        } catch (RuntimeException failure) {
            container.close();
            throw failure;
        }
    }

    @Override
    public Transport connect() {
        return WebSocketTransport.connect(url, Map.of(), settings.connectTimeout());
    }

    @Override
    public String place() {
        return container.place();
    }

    @Override
    public Optional<URI> endpoint() {
        return Optional.of(url);
    }

    @Override
    public Optional<DevToolsEndpoint> devTools() {
        return Optional.of(DevToolsEndpoint.parse(container.httpEndpoint().toString()));
    }

    @Override
    public boolean isOurs() {
        return container.isOurs();
    }

    @Override
    public Duration patience() {
        return settings.get(Option.LAUNCH_TIMEOUT);
    }

    @Override
    public ConnectionEnd exitReason(String why) {
        return container
                .ended(EXIT_REASON_LIMIT)
                .map(end -> new ConnectionEnd(DetachReason.BROWSER_GONE, end))
                .orElseGet(() -> new ConnectionEnd(DetachReason.CONNECTION_LOST, why));
    }

    @Override
    public String printed() {
        return container.printed();
    }

    @Override
    public String localhost() {
        return ChromeContainer.HOST_NAME;
    }

    @Override
    public void close() {
        container.close();
    }
}
