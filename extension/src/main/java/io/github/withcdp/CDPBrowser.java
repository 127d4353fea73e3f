package io.github.withcdp;

import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Target;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The browser as a test sees it, taken as a parameter. What the test creates through it belongs to the test, and is closed with it.
 */
public interface CDPBrowser {

    /** Return the session with the browser itself, for commands like {@code Browser.getVersion} and {@code Target.getTargets}. */
    CDPSession session();

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
