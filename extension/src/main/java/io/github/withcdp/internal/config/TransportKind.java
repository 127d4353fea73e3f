package io.github.withcdp.internal.config;

/**
 * What carries the conversation with a launched browser. The pipe is the default where there is one, on Linux and macOS: it opens no port
 * that others on the machine could use, Chrome drops nothing that waits to be read, and one command after another it answers more of them.
 */
public enum TransportKind {
    /** Two pipes: no open port, nothing dropped, and the browser ends with this process. */
    PIPE,
    /** A WebSocket on a port that the browser chooses, for those who want to look in with DevTools or {@code /json}. */
    WEBSOCKET
}
