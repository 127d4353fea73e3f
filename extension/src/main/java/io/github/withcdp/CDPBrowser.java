package io.github.withcdp;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Target;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import tools.jackson.databind.JsonNode;

/**
 * The browser as a test sees it, taken as a parameter. What the test creates through it belongs to the test, and is closed with it.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface CDPBrowser {

    /** Return the session with the browser itself, for commands like {@code Browser.getVersion} and {@code Target.getTargets}. */
    CDPSession session();

    /**
     * Return the session for a {@code sessionId} that the test got itself by {@code Target.attachToTarget} with {@code "flatten": true}, its domains
     * enabled. It ends with the test, like one of {@link #attach(String)}.
     *
     * @throws IllegalArgumentException if the test has no such session
     * @see #attach(String)
     */
    CDPSession session(String sessionId);

    /** Return all targets of the browser, also those that do not belong to the test ({@code Target.getTargets}). */
    List<Target> targets();

    /**
     * Return a further session with a target ({@code Target.attachToTarget}), its domains enabled.
     *
     * @throws io.github.withcdp.protocol.CommandFailedException if there is no such target
     */
    CDPSession attach(String targetId);

    /** Return a further page in the browser context of the test. */
    CDPSession newPage();

    /** Return a further browser context, as a second user has it. */
    BrowserContext newContext();

    /** Return what the browser is ({@code Browser.getVersion}). */
    Version version();

    /** Return where the browser can be attached to; empty for one that is spoken to over the pipe, which has no port. */
    Optional<URI> endpoint();

    /**
     * Return the name under which pages of the browser reach servers on the machine of the test: {@code localhost}, or for a browser in a container
     * {@code host.docker.internal}. With it a test runs unchanged wherever its browser is: {@code page.navigate("http://" + browser.localhost() + ":8080/")}.
     *
     * <p>A container comes from outside: without Docker Desktop, a server that it shall reach listens on all addresses and not on 127.0.0.1 alone.
     * Where the Docker daemon is on another machine, the name leads to that one. What somebody else has started ({@code endpoint}, {@code grid}) is
     * taken to be on this machine.
     */
    String localhost();

    /**
     * Return the HTTP endpoints of DevTools, which a browser with a port has.
     *
     * @throws io.github.withcdp.protocol.ChromeUnavailableException if the browser is spoken to over the pipe, unless
     *     {@code withcdp.transport=websocket}, or if what is in front of it passes on its WebSocket only
     */
    DevToolsHttp http();

    /**
     * Return what the protocol of the browser consists of, in the form of {@code /json/protocol}: its domains with their commands, events and types. A browser
     * with a port tells itself ({@code GET /json/protocol}); for others this is the description of the protocol that WithCDP was built with, of a Chrome
     * that may be a little newer or older. About 2 MB, and a new tree each time.
     */
    JsonNode protocol();

    /**
     * The result of {@code Browser.getVersion}.
     *
     * @param protocolVersion {@code 1.3}
     * @param product {@code Chrome/156.0.8078.79}
     * @param revision of the sources
     * @param userAgent as servers see it
     * @param jsVersion of V8
     */
    record Version(String protocolVersion, String product, String revision, String userAgent, String jsVersion) {}
}
