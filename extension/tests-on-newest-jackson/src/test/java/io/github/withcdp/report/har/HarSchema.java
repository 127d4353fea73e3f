package io.github.withcdp.internal.report.har;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The JSON schema of HAR 1.2, as npm has it. */
final class HarSchema {

    private static final String PLACE = "/META-INF/resources/webjars/har-schema/2.0.0/lib/";
    private static final String BASE = "https://har.test/";

    private HarSchema() {}

    /** Return what is against the schema in a text. */
    static List<String> violations(String json) {
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_6, builder -> builder.schemas(HarSchema::read));
        return registry
                .getSchema(SchemaLocation.of(BASE + "har.json"))
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** Return a schema by its address; the files name themselves and each other relatively. */
    private static String read(String address) {
        var file = address.substring(BASE.length());
        try (var in = Objects.requireNonNull(HarSchema.class.getResourceAsStream(PLACE + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("\"\\$id\": \"", "\"\\$id\": \"" + BASE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
