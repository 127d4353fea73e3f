package io.github.withcdp.internal.config;

import java.util.Optional;
import java.util.function.Supplier;

/** Reads where a running browser can be attached to; as far as configuration is concerned that is a text, asked for late. */
public final class EndpointParser {

    private EndpointParser() {}

    /** Return a supplier of a text, nothing if it is blank. */
    public static Optional<Supplier<String>> parse(ConfiguredValue value) {
        String text = value.trimmed();
        return text.isEmpty() ? Optional.empty() : Optional.of(() -> text);
    }

    /** Return a supplier that refuses to pass on nothing. */
    public static Supplier<String> check(Supplier<String> supplier, String where) {
        return () -> {
            String text = supplier.get();
            if (text == null || text.isBlank()) {
                throw new ConfigurationException(where
                        + ": the supplier returned " + (text == null ? "null" : "an empty text")
                        + ". It is asked when the first session is needed: the browser must be running by then,"
                        + " and the answer is its port, host:port, http(s)://… or ws(s)://….");
            }
            return text.strip();
        };
    }
}
