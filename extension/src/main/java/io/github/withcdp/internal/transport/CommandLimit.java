package io.github.withcdp.internal.transport;

import java.util.Locale;

/** Refuses what Chrome would answer by ending the connection, and with it every session. */
final class CommandLimit {

    private CommandLimit() {}

    /** Throw an {@link IllegalArgumentException} if a command of this many bytes is more than Chrome takes. */
    static void check(int length) {
        if (length > Transport.MAX_COMMAND_BYTES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A command of %.1f MiB (%d bytes) was not sent: Chrome ends the connection at %d MiB. Send the data in several commands, or let the page fetch it",
                    length / (1024.0 * 1024.0),
                    length,
                    Transport.MAX_COMMAND_BYTES / (1024 * 1024)));
        }
    }
}
