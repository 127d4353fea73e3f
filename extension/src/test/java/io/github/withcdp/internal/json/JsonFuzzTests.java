package io.github.withcdp.internal.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.fuzz.Hostile;
import io.github.withcdp.fuzz.RealMessages;
import io.github.withcdp.fuzz.Tries;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Whatever claims to be JSON is read by all readers alike, or refused. */
@Tag("fuzz")
@AddLifecycleHook(Tries.class)
class JsonFuzzTests {

    /** Longer ones, be it for their exponent, are refused by Jackson alone. */
    private static final String LONG_NUMBER = "(?s).*[-+.eE0-9]{1000}.*";

    /** Long ones, and short ones, in which more of the damage is where it matters. */
    @Provide
    Arbitrary<byte[]> documents() {
        return Arbitraries.oneOf(
                Hostile.bytes(bytes(RealMessages.messages())),
                Hostile.bytes(bytes(
                        List.of("[0,-1.5e+3]", "{\"a\":[true,null,\"\\u00e9\\n\"],\"b\":{}}", "10", "[\"\",\"a\"]"))));
    }

    private static List<byte[]> bytes(List<String> texts) {
        return texts.stream().map(text -> text.getBytes(UTF_8)).toList();
    }

    @Property
    void readers_agree(@ForAll("documents") byte[] json) {
        var fromBytes = read(json);
        decoded(json).ifPresent(text -> {
            var fromText = read(text);
            if (fromText.isPresent()) {
                assertThat(fromBytes).isEqualTo(fromText);
                assertThat(Json.read(new String(Json.write(fromText.get()), US_ASCII)))
                        .isNotNull();
                assertThat(skipped(text)).isTrue();
            }
            if (!text.matches(LONG_NUMBER)) {
                boolean isJson = JsonText.isJson(json, 0, json.length);
                assertThat(isJson)
                        .isEqualTo(fromText.filter(tree -> !tree.isMissingNode() && depth(tree) <= 900)
                                .isPresent());
            }
        });
        var members = new JsonMembers(new String(json, ISO_8859_1));
        while (members.next()) {
            assertThat(members.from()).isLessThanOrEqualTo(members.to());
        }
    }

    /** Objects with strings of all kinds: the large ones are not read by Jackson, and these are as if they were large. */
    @Provide
    Arbitrary<byte[]> objects() {
        return Hostile.bytes(bytes(List.of(
                "{\"result\":{\"type\":\"string\",\"value\":\"plain text of some length \\u00e9\\n\"}}",
                "{\"a\":\"\u00e9 \u20ac \ud83d\ude00 \\ud83d\\ude00 \\\"\",\"b\":-1.5e+3,\"c\":{\"d\":null}}")));
    }

    @Property
    void large_objects_are_read_as_Jackson_reads_them(@ForAll("objects") byte[] json) {
        LargeObjectReader.read(json, 0, json.length)
                .ifPresent(tree -> assertThat(tree).isEqualTo(Json.readByJackson(json, 0, json.length)));
    }

    private static Optional<JsonNode> read(byte[] json) {
        try {
            return Optional.of(Json.read(json, 0, json.length));
        } catch (JacksonException refused) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> read(String json) {
        try {
            return Optional.of(Json.read(json));
        } catch (JacksonException refused) {
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(byte[] json) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString());
        } catch (CharacterCodingException noUtf8) {
            return Optional.empty();
        }
    }

    /** A cursor says of a word at the end of the text that it may be cut off. */
    private static boolean skipped(String json) {
        var cursor = new JsonCursor(json + " ");
        return cursor.isAtEnd() || (cursor.skipValue() && cursor.isAtEnd());
    }

    private static int depth(JsonNode tree) {
        return tree.isContainer()
                ? 1 + tree.valueStream().mapToInt(JsonFuzzTests::depth).max().orElse(0)
                : 0;
    }
}
