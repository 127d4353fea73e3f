package io.github.withcdp.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.internal.compatibility.MixedJackson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Reads and writes JSON with the limits that Chrome's messages ask for: strings of any length (a screenshot is one), depth 1000.
 * What it writes is plain ASCII, so that a lone surrogate of a hostile page survives every encoding on the way.
 */
public final class Json {

    /** How deep a value may be, for reading and writing. */
    static final int DEPTH = 1000;

    /** From how many bytes on a value is worth a look whether a long string makes it so large. */
    static final int LARGE = 64 * 1024;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNestingDepth(DEPTH)
                    .build())
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(DEPTH).build())
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private static final JsonFactory UNESCAPED = JsonFactory.builder()
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(DEPTH).build())
            .build();

    /** The holder of the mapper, which comes up only when a record or bean has to be written or bound. */
    private static final class Mapper {
        static final JsonMapper INSTANCE = JsonMapper.builder(FACTORY)
                // What Chrome sends next year must still bind to what was written this year.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new SimpleModule().addSerializer(Path.class, new PathSerializer()))
                .build();
    }

    /** Jackson would write a path as a URI, which Chrome takes for the name of a file; and Chrome has a directory of its own. */
    private static final class PathSerializer extends StdSerializer<Path> {

        PathSerializer() {
            super(Path.class);
        }

        @Override
        public void serialize(Path path, JsonGenerator out, SerializationContext context) {
            out.writeString(path.toAbsolutePath().toString());
        }
    }

    private Json() {}

    /**
     * Return the first JSON value in a stretch of UTF-8. What follows it is ignored: a Chrome of next year may put a further key
     * between the payload of a message and its session.
     *
     * @throws JacksonException if it is not JSON
     */
    public static JsonNode read(byte[] utf8, int from, int length) {
        var large = length >= LARGE ? LargeObjectReader.read(utf8, from, length) : Optional.<JsonNode>empty();
        return large.orElseGet(() -> readByJackson(utf8, from, length));
    }

    static JsonNode readByJackson(byte[] utf8, int from, int length) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), utf8, from, length)) {
            return TreeReader.read(parser);
        } catch (StreamReadException refused) {
            try (var parser = parserOf(unescaped(decoded(utf8, from, length, refused), refused))) {
                return TreeReader.read(parser);
            }
        }
    }

    private static CharSequence decoded(byte[] utf8, int from, int length, StreamReadException refused) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8, from, length));
        } catch (CharacterCodingException noUtf8) {
            throw refused;
        }
    }

    private static String unescaped(CharSequence json, StreamReadException refused) {
        return Surrogates.unescaped(json).orElseThrow(() -> refused);
    }

    private static JsonParser parserOf(String json) {
        return FACTORY.createParser(ObjectReadContext.empty(), json);
    }

    /**
     * Return the tree of a text that is one JSON value, and nothing besides.
     *
     * @throws JacksonException if it is not JSON
     */
    public static JsonNode read(String json) {
        try {
            return readAlone(json);
        } catch (StreamReadException refused) {
            return readAlone(unescaped(json, refused));
        }
    }

    private static JsonNode readAlone(String json) {
        try (var parser = parserOf(json)) {
            var tree = TreeReader.read(parser);
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "there is more after the value");
            }
            return tree;
        }
    }

    /**
     * Return a tree bound to a record or bean; unknown fields are ignored.
     *
     * @throws JacksonException if it does not fit
     */
    public static <T> T bind(JsonNode tree, Class<T> type) {
        try {
            return Mapper.INSTANCE.treeToValue(tree, type);
        } catch (LinkageError missing) {
            throw explained(missing);
        }
    }

    /**
     * Return a value as ASCII JSON.
     *
     * @throws JacksonException if it cannot be written
     */
    public static byte[] write(Object value) {
        if (!ValueWriter.canWrite(value)) {
            try {
                return Mapper.INSTANCE.writeValueAsBytes(value);
            } catch (LinkageError missing) {
                throw explained(missing);
            }
        }
        var bytes = new ByteArrayOutputStream(128);
        try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            ValueWriter.write(out, value);
        }
        return bytes.toByteArray();
    }

    /**
     * Write a value of maps, collections, strings, booleans and numbers as ASCII JSON to a stream, and close that. Elements are written
     * as they are asked for, so those of a collection that makes them are never in memory together.
     *
     * @throws IOException if the stream cannot be written to
     * @throws JacksonException if the value is too deep
     * @throws IllegalArgumentException if there is something else in it
     */
    public static void write(OutputStream out, Object value) throws IOException {
        try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            ValueWriter.write(generator, value);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /** Return a tree as JSON, with all characters as they are; empty if it is missing. It is what {@code toString} says, for which Jackson has a mapper come up. */
    public static String text(JsonNode tree) {
        if (!ValueWriter.canWrite(tree)) {
            return tree.toString();
        }
        var text = new StringWriter();
        try (var out = UNESCAPED.createGenerator(ObjectWriteContext.empty(), text)) {
            ValueWriter.write(out, tree);
        }
        return text.toString();
    }

    private static RuntimeException explained(LinkageError missing) {
        return MixedJackson.why(missing, Json.class.getClassLoader())
                .map(why -> new IllegalStateException(why, missing))
                .orElseThrow(() -> missing);
    }

    /** Return the double that is nearest to a number, an infinite one if it is too large; Jackson would refuse to. */
    public static double nearestDouble(JsonNode number) {
        return number.numberValue().doubleValue();
    }

    /** Return a new empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
