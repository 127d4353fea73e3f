package io.github.withcdp.internal.config;

import io.github.withcdp.internal.grid.GridCapabilities;
import io.github.withcdp.internal.grid.GridUrl;
import io.github.withcdp.internal.json.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what is said about places that browsers come from: the port of a container, a Grid and what it is asked for. */
public final class PlaceParser {

    private static final int HIGHEST_PORT = 65535;

    private PlaceParser() {}

    /**
     * Return the URL of a Grid that a text says, none if it is blank.
     *
     * @throws ConfigurationException if it says none; the message does not tell a password
     */
    public static Optional<String> url(ConfiguredValue value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        try {
            GridUrl.parse(value.trimmed());
            return Optional.of(value.trimmed());
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationException(value.where() + ": " + refused.getMessage() + ".", refused);
        }
    }

    /**
     * Return the capabilities that a text says, none if it is blank.
     *
     * @throws ConfigurationException if it is no JSON object
     */
    public static Optional<JsonNode> capabilities(ConfiguredValue value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        try {
            var tree = Json.read(value.text());
            if (tree.isObject()) {
                GridCapabilities.of(List.of(), "", Optional.of(tree));
                return Optional.of(tree);
            }
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationException(value.where() + ": " + refused.getMessage() + ".", refused);
        } catch (JacksonException broken) {
            throw value.refused("is no JSON: " + broken.getOriginalMessage() + ". Write an object, as in "
                    + "{\"browserVersion\": \"stable\", \"goog:chromeOptions\": {\"args\": [\"--lang=de\"]}}.");
        }
        throw value.refused("is no JSON object. Write one, as in {\"browserVersion\": \"stable\"}.");
    }

    /**
     * Return the port that a text says, none if it is blank.
     *
     * @param remedy what to write instead of a text that says none
     * @throws ConfigurationException if it says none
     */
    static Optional<Integer> port(ConfiguredValue value, String remedy) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        try {
            int port = Integer.parseInt(value.trimmed());
            if (port > 0 && port <= HIGHEST_PORT) {
                return Optional.of(port);
            }
        } catch (NumberFormatException none) {
            // It is refused below, as a number out of range is.
        }
        throw value.refused("is not a port. " + remedy + ", from 1 to 65535.");
    }
}
