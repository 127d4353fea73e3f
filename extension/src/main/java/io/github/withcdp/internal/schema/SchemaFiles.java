package io.github.withcdp.internal.schema;

import io.github.withcdp.internal.json.Json;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The protocol as the build has put it into the jar: a file for each domain, and one with its texts. */
final class SchemaFiles {

    private static final String FOLDER = "protocol/";

    private SchemaFiles() {}

    /** Return version, Chrome's major version and the names of the domains. */
    static Properties properties() {
        var properties = new Properties();
        try (var in = SchemaFiles.class.getResourceAsStream(FOLDER + "schema.properties")) {
            if (in == null) {
                throw missing("schema.properties");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties;
    }

    /** Return the description of a domain, without its texts. */
    static JsonNode domain(String name) {
        return read(name + ".json");
    }

    /** Return the description of a domain, as {@code /json/protocol} has it. */
    static JsonNode described(String name) {
        var domain = domain(name);
        new Texts(read("texts/" + name + ".json")).putInto(domain);
        return domain;
    }

    private static JsonNode read(String file) {
        try (var in = SchemaFiles.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw missing(file);
            }
            var bytes = in.readAllBytes();
            return Json.read(bytes, 0, bytes.length);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static IllegalStateException missing(String file) {
        return new IllegalStateException(
                "The jar of WithCDP has no protocol/%s. It was built without its resources.".formatted(file));
    }

    /** The texts of a domain, one for each object of its description, in the order in which they stand there. */
    private static final class Texts {

        private final JsonNode texts;
        private int next;

        Texts(JsonNode texts) {
            this.texts = texts;
        }

        void putInto(JsonNode described) {
            if (described instanceof ObjectNode object) {
                var text = texts.path(next++).asString("");
                described.forEach(this::putInto);
                if (!text.isEmpty()) {
                    object.put("description", text);
                }
            } else {
                described.forEach(this::putInto);
            }
        }
    }
}
