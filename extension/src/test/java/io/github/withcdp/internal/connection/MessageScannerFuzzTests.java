package io.github.withcdp.internal.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.fuzz.Hostile;
import io.github.withcdp.fuzz.HostileJson;
import io.github.withcdp.fuzz.RealMessages;
import io.github.withcdp.fuzz.Tries;
import io.github.withcdp.internal.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** Whatever comes from a browser, the scanner finds in it what a parser does, or refuses it. */
@Tag("fuzz")
@AddLifecycleHook(Tries.class)
class MessageScannerFuzzTests {

    private static final Set<String> PAYLOADS = Set.of("params", "result", "error");

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** So that nothing but the stretch of the message may be looked at. */
    private static final String AROUND = "\"}]{[";

    private final MessageScanner scanner = new MessageScanner();
    private byte[] buffer = {};

    @Provide
    Arbitrary<byte[]> messages() {
        var messages = new ArrayList<>(RealMessages.messages());
        messages.add("{\"id\":3,\"error\":{\"code\":-32000,\"message\":\"no\"}}");
        messages.add(" { \"sessionId\" : \"s-1\" ,\n\"params\":{\"id\":7,\"method\":\"no\"},\"method\":\"A.b\"} ");
        return Hostile.bytes(messages.stream().map(text -> text.getBytes(UTF_8)).toList());
    }

    @Provide
    Arbitrary<byte[]> json() {
        return HostileJson.of(RealMessages.messages()).map(json -> json.getBytes(UTF_8));
    }

    @Property
    void finds_the_same_in_what_is_JSON(@ForAll("json") byte[] message) {
        finds_the_same_as_a_parser_does(message);
    }

    @Property
    void finds_the_same_as_a_parser_does(@ForAll("messages") byte[] message) {
        buffer = new byte[message.length + 2 * AROUND.length()];
        System.arraycopy(AROUND.getBytes(UTF_8), 0, buffer, 0, AROUND.length());
        System.arraycopy(message, 0, buffer, AROUND.length(), message.length);
        System.arraycopy(AROUND.getBytes(UTF_8), 0, buffer, buffer.length - AROUND.length(), AROUND.length());

        boolean isMessage = scanner.scan(buffer, AROUND.length(), message.length);

        for (int place : List.of(
                scanner.methodFrom,
                scanner.methodTo,
                scanner.sessionFrom,
                scanner.sessionTo,
                scanner.payloadFrom,
                scanner.payloadTo)) {
            assertThat(place - AROUND.length()).isBetween(0, message.length);
        }
        parsed(message).ifPresent(tree -> {
            assertThat(isMessage).isEqualTo(tree.isObject() && !tree.isEmpty());
            if (isMessage) {
                compare(tree);
            }
        });
    }

    private void compare(JsonNode tree) {
        assertThat(string(scanner.sessionFrom, scanner.sessionTo)).isEqualTo(string(tree.path("sessionId")));
        assertThat(string(scanner.methodFrom, scanner.methodTo)).isEqualTo(string(tree.path("method")));
        var id = tree.path("id");
        assertThat(scanner.id).isEqualTo(id.isInt() && id.intValue() > 0 ? id.intValue() : 0);
        assertThat(scanner.answered).isEqualTo(tree.has("result") || tree.has("error"));
        assertThat(scanner.refused).isEqualTo(tree.has("error"));
        for (var name : PAYLOADS) {
            if (tree.has(name)) {
                assertThat(Json.read(buffer, scanner.payloadFrom, scanner.payloadTo - scanner.payloadFrom))
                        .isEqualTo(tree.get(name));
            }
        }
    }

    /** Return the tree of what the protocol allows: UTF-8, one value, no name twice, one payload. */
    private static Optional<JsonNode> parsed(byte[] message) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString();
            var tree = Json.read(text);
            return Optional.of(tree).filter(read -> hasNoNameTwice(text) && payloads(read) < 2);
        } catch (JacksonException | CharacterCodingException broken) {
            return Optional.empty(); // the scanner does not look into values; that is done by who looks at them
        }
    }

    private static boolean hasNoNameTwice(String text) {
        try (var parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {}
            return true;
        } catch (JacksonException twice) {
            return false;
        }
    }

    private static long payloads(JsonNode tree) {
        return PAYLOADS.stream().filter(tree::has).count();
    }

    private static String string(JsonNode value) {
        return value.isString() ? value.stringValue() : "";
    }

    /** Return what is said by a name that is given as it is written. */
    private String string(int from, int to) {
        return Json.read("\"" + new String(buffer, from, to - from, UTF_8) + "\"")
                .stringValue();
    }
}
