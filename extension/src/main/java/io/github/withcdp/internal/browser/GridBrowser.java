package io.github.withcdp.internal.browser;

import io.github.withcdp.Headless;
import io.github.withcdp.internal.config.BrowserSource;
import io.github.withcdp.internal.config.ConfigurationException;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.grid.GridCapabilities;
import io.github.withcdp.internal.grid.GridSession;
import io.github.withcdp.internal.grid.GridUrl;
import io.github.withcdp.internal.transport.DevToolsEndpoint;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.internal.transport.WebSocketTransport;
import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.DetachReason;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A browser on a node of a Selenium Grid, which ends with its session. */
final class GridBrowser implements BrowserHandle {

    private static final String NAME = "WithCDP";

    private final GridSession session;
    private final Duration limit;
    private final Set<String> secrets;
    private volatile Optional<URI> endpoint = Optional.empty();

    private GridBrowser(GridSession session, Duration limit, Set<String> secrets) {
        this.session = session;
        this.limit = limit;
        this.secrets = Set.copyOf(secrets);
    }

    /**
     * Return a browser in a new session of a Grid.
     *
     * @throws ChromeUnavailableException if the Grid gives none
     * @throws ConfigurationException if the URL or the capabilities cannot be used
     */
    static GridBrowser start(BrowserSource.Grid source, Settings settings) {
        GridUrl url;
        GridCapabilities capabilities;
        try {
            url = GridUrl.parse(source.url());
            capabilities = GridCapabilities.of(switches(source), NAME, source.capabilities());
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationException(String.valueOf(refused.getMessage()), refused);
        }
        var secrets = new LinkedHashSet<>(capabilities.secrets());
        secrets.addAll(DevToolsEndpoint.parse(source.url()).secrets());
        return new GridBrowser(
                GridSession.open(url, capabilities, settings.get(Option.LAUNCH_TIMEOUT)),
                settings.connectTimeout(),
                secrets);
    }

    private static List<String> switches(BrowserSource.Grid source) {
        var switches = new LinkedHashSet<String>();
        if (source.headless() != Headless.OFF) {
            switches.add("--headless=new");
        }
        switches.addAll(source.args());
        return List.copyOf(switches);
    }

    @Override
    public Transport connect() {
        var refusals = new ArrayList<String>();
        for (URI url : session.cdp()) {
            try {
                var transport = WebSocketTransport.connect(url, Map.of(), limit);
                endpoint = Optional.of(url);
                session.onLost(why ->
                        transport.close()); // or nobody would learn of it: the Grid goes on to hold the connection
                return transport;
            } catch (ChromeUnavailableException refusal) {
                refusals.add(
                        String.valueOf(refusal.getMessage()).lines().findFirst().orElse(""));
            }
        }
        throw new ChromeUnavailableException(
                "The Selenium Grid gave a browser, but no way to talk to it (%s).%n  %s%nAsked again, %s. What stands in front of it must let WebSockets through."
                        .formatted(
                                place(),
                                String.join(System.lineSeparator() + "  ", refusals),
                                session.state().words()));
    }

    @Override
    public String place() {
        return session.place();
    }

    @Override
    public Set<String> secrets() {
        return secrets;
    }

    @Override
    public Optional<URI> endpoint() {
        return endpoint;
    }

    /** The driver of the node uses it too, and has a tab that is no business of the tests. */
    @Override
    public boolean isOurs() {
        return false;
    }

    @Override
    public Duration patience() {
        return limit;
    }

    @Override
    public ConnectionEnd exitReason(String why) {
        var state = session.state();
        return state.over()
                ? new ConnectionEnd(
                        DetachReason.BROWSER_GONE, "its session %s ended; %s".formatted(session.id(), state.words()))
                : new ConnectionEnd(DetachReason.CONNECTION_LOST, why + "; " + state.words());
    }

    /** A Selenium Grid passes on the WebSocket alone. */
    @Override
    public Optional<JsonNode> protocol() {
        return Optional.empty();
    }

    @Override
    public void close() {
        session.close();
    }
}
