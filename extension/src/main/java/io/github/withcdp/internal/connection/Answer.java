package io.github.withcdp.internal.connection;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.DetachReason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The outcome of a command. A value: the caller's own thread turns it into a result or an exception, so that stack traces point at the test. */
public sealed interface Answer {

    /** Return how many events had been handed to the handlers of the command's session when the answer came. */
    long precedingEvents();

    /** The result of a command that Chrome carried out. */
    final class Result implements Answer {

        private final byte[] bytes;
        private final int from;
        private final int length;
        private final long precedingEvents;

        Result(byte[] bytes, int from, int length, long precedingEvents) {
            this.bytes = bytes;
            this.from = from;
            this.length = length;
            this.precedingEvents = precedingEvents;
        }

        /**
         * Return the result, parsed.
         *
         * @throws CDPException if it is not JSON, or nested too deeply
         */
        public JsonNode tree() {
            try {
                return Json.read(bytes, from, length);
            } catch (JacksonException unreadable) {
                throw new CDPException("The result cannot be read: " + unreadable.getOriginalMessage(), unreadable);
            }
        }

        /** Return how many bytes it has. */
        public int length() {
            return length;
        }

        @Override
        public long precedingEvents() {
            return precedingEvents;
        }
    }

    /** The error with which Chrome refused a command. */
    record Refused(int code, String message, String data, long precedingEvents) implements Answer {}

    /** The reason why nobody will answer a command. */
    record Gone(DetachReason reason, String detail) implements Answer {

        @Override
        public long precedingEvents() {
            return 0;
        }
    }
}
