package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.config.BrowserSource;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.container.ChromeContainer;
import io.github.withcdp.internal.transport.DevToolsEndpoint;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.DetachReason;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A browser in a container that is a Selenium Grid of its own: a session of that Grid, which ends before the container does.
 *
 * @param container that it is in
 * @param session with its Grid
 */
record GridContainerBrowser(ChromeContainer container, BrowserHandle session) implements BrowserHandle {

    /**
     * Return a browser in a new session of the Grid in a container.
     *
     * @throws ChromeUnavailableException if the Grid gives none
     */
    static GridContainerBrowser start(ChromeContainer container, List<String> args, Settings settings) {
        var grid = new BrowserSource.Grid(
                container.httpEndpoint().toString(), Optional.empty(), Option.HEADLESS.defaultValue(), args);
        return new GridContainerBrowser(container, GridBrowser.start(grid, settings));
    }

    @Override
    public Transport connect() {
        return session.connect();
    }

    @Override
    public String place() {
        return container.place();
    }

    @Override
    public Optional<URI> endpoint() {
        return session.endpoint();
    }

    @Override
    public Optional<DevToolsEndpoint> devTools() {
        return session.devTools();
    }

    @Override
    public Set<String> secrets() {
        return session.secrets();
    }

    @Override
    public boolean isOurs() {
        return session.isOurs();
    }

    @Override
    public Duration patience() {
        return session.patience();
    }

    @Override
    public ConnectionEnd exitReason(String why) {
        return container
                .ended(ContainerBrowser.EXIT_REASON_LIMIT)
                .map(end -> new ConnectionEnd(DetachReason.BROWSER_GONE, end))
                .orElseGet(() -> session.exitReason(why));
    }

    @Override
    public Optional<JsonNode> protocol() {
        return session.protocol();
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
        try {
            session.close();
        } finally {
            container.close();
        }
    }
}
