package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.config.BrowserSource;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.replay.Script;
import io.github.withcdp.internal.report.BrowserDescription;
import io.github.withcdp.internal.session.InspectorDescription;
import io.github.withcdp.internal.transport.DevToolsEndpoint;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.DetachReason;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A browser that runs, as its {@link BrowserSource} holds it: how to begin a conversation, what is known beside it, and how to let go.
 * Used by one thread at a time, but for {@link #printed()} and {@link #protocol()}.
 */
interface BrowserHandle extends AutoCloseable {

    /** To send 2 MB on a busy machine. */
    Duration PROTOCOL_LIMIT = Duration.ofSeconds(15);

    /**
     * Return the transport that carries the conversation, opened; called once.
     *
     * @throws ChromeUnavailableException if the browser does not take it
     */
    Transport connect();

    /** Return where the browser is, for people: a program, a URL, an image; without secrets. */
    String place();

    /** Return where others can attach to it; empty if it has no port. */
    Optional<URI> endpoint();

    /** Return where its HTTP side can be asked; empty if it has no port. */
    default Optional<DevToolsEndpoint> devTools() {
        return endpoint().map(url -> DevToolsEndpoint.parse(url.toString()));
    }

    /** Return what must not be told of how the browser is reached: tokens, passwords, values of headers. */
    default Set<String> secrets() {
        return Set.of();
    }

    /** Return whether nobody but us uses the browser: then everything in it is on record, and it needs no tidying up after a test. */
    boolean isOurs();

    /** Return whether each test needs one of its own, which ends with the test. */
    default boolean isOfOneTest() {
        return false;
    }

    /** Return what is played in place of a browser; empty if there is one. */
    default Optional<Script> script() {
        return Optional.empty();
    }

    /** Return how long its first answer may take. */
    Duration patience();

    /** Return what has happened, from what the transport says of its end; may take a second to find out. */
    default ConnectionEnd exitReason(String why) {
        return new ConnectionEnd(DetachReason.CONNECTION_LOST, why);
    }

    /**
     * Return what the browser itself says about its commands and events; may take seconds. Empty if it has no port to ask at.
     *
     * @throws ChromeUnavailableException if it does not tell
     */
    default Optional<JsonNode> protocol() {
        return devTools().map(devTools -> devTools.protocol(PROTOCOL_LIMIT));
    }

    /** Return what is known of it if it turns out to be no browser but the inspector of a JavaScript engine; may take seconds. */
    default InspectorDescription inspector() {
        return InspectorDescription.UNKNOWN;
    }

    /** Return what the browser printed, its last part; empty if nobody knows. */
    default String printed() {
        return "";
    }

    /** Return the name under which its pages reach servers on this machine. */
    default String localhost() {
        return "localhost";
    }

    /** Return what a report says of the browser. */
    default BrowserDescription description(String version) {
        return new BrowserDescription(version, place(), false, "");
    }

    /** Return the exception for a browser that did not give its first answer. */
    default ChromeUnavailableException unavailable(CDPException failure) {
        return new ChromeUnavailableException(
                "Cannot talk to the browser at %s: %s".formatted(place(), failure.getMessage()), failure);
    }

    /**
     * Let go after a conversation: end the browser if it is ours.
     *
     * @param goodbye asks it over the conversation to close, and returns soon whatever it does
     */
    default void close(Runnable goodbye) {
        close();
    }

    /** End the browser if it is ours, or leave it; bounded, and idempotent. */
    @Override
    void close();
}
