package io.github.withcdp.internal.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class MessageScannerTests {

    private static final String SESSION = "0123456789ABCDEF0123456789abcdef";
    private static final String TAIL = ",\"sessionId\":\"" + SESSION + "\"}";

    private final MessageScanner scanner = new MessageScanner();
    private byte[] buffer = {};

    @Test
    void reads_an_event_of_a_session() {
        assertThat(scan("{\"method\":\"Page.loadEventFired\",\"params\":{\"timestamp\":1.5}" + TAIL))
                .isTrue();

        assertThat(method()).isEqualTo("Page.loadEventFired");
        assertThat(payload()).isEqualTo("{\"timestamp\":1.5}");
        assertThat(session()).isEqualTo(SESSION);
        assertThat(scanner.answered).isFalse();
        assertThat(scanner.id).isZero();
    }

    @Test
    void reads_an_event_of_the_browser() {
        assertThat(scan("{\"method\":\"Target.targetDestroyed\",\"params\":{\"targetId\":\"T\"}}"))
                .isTrue();

        assertThat(method()).isEqualTo("Target.targetDestroyed");
        assertThat(payload()).isEqualTo("{\"targetId\":\"T\"}");
        assertThat(session()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"}", TAIL})
    void reads_a_result(String tail) {
        assertThat(scan("{\"id\":2147483647,\"result\":{\"a\":[1,\"}\"]}" + tail))
                .isTrue();

        assertThat(scanner.id).isEqualTo(Integer.MAX_VALUE);
        assertThat(scanner.answered).isTrue();
        assertThat(scanner.refused).isFalse();
        assertThat(payload()).isEqualTo("{\"a\":[1,\"}\"]}");
        assertThat(session()).isEqualTo(tail.equals("}") ? "" : SESSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"}", TAIL})
    void reads_a_refusal(String tail) {
        assertThat(scan("{\"id\":3,\"error\":{\"code\":-32000,\"message\":\"no\"}" + tail))
                .isTrue();

        assertThat(scanner.id).isEqualTo(3);
        assertThat(scanner.answered).isTrue();
        assertThat(scanner.refused).isTrue();
        assertThat(payload()).isEqualTo("{\"code\":-32000,\"message\":\"no\"}");
    }

    @Test
    void takes_a_session_inside_the_params_for_what_it_is() {
        assertThat(scan("{\"method\":\"Target.detachedFromTarget\",\"params\":{\"targetId\":\"T\",\"sessionId\":\""
                        + SESSION + "\"}}"))
                .isTrue();

        assertThat(session()).isEmpty();
        assertThat(payload()).isEqualTo("{\"targetId\":\"T\",\"sessionId\":\"" + SESSION + "\"}");
    }

    @Test
    void takes_a_session_inside_a_string_for_what_it_is() {
        var text = "\"x\\\",\\\"sessionId\\\":\\\"" + SESSION + "\\\"}\"";
        assertThat(scan("{\"id\":4,\"result\":{\"value\":" + text + "}}")).isTrue();

        assertThat(session()).isEmpty();
        assertThat(Json.read(payload()).path("value").asString()).isEqualTo("x\",\"sessionId\":\"" + SESSION + "\"}");
    }

    @Test
    void reads_every_order_of_keys() {
        assertThat(scan("{\"sessionId\":\"s-1\",\"params\":{\"id\":7,\"method\":\"no\"},\"method\":\"A.b\"}"))
                .isTrue();
        assertThat(method()).isEqualTo("A.b");
        assertThat(session()).isEqualTo("s-1");
        assertThat(payload()).isEqualTo("{\"id\":7,\"method\":\"no\"}");
        assertThat(scanner.id).isZero();

        assertThat(scan("{\"sessionId\":\"s-1\",\"result\":{},\"id\":9}")).isTrue();
        assertThat(scanner.id).isEqualTo(9);
        assertThat(payload()).isEqualTo("{}");
    }

    @Test
    void reads_what_was_printed_prettily() {
        assertThat(scan(" {\r\n\t\"id\" : 5 ,\n \"result\" : { \"a\" : [ 1 , 2 ] } ,\n \"sessionId\" : \"" + SESSION
                        + "\"\n}\n"))
                .isTrue();

        assertThat(scanner.id).isEqualTo(5);
        assertThat(payload()).isEqualTo("{ \"a\" : [ 1 , 2 ] }");
        assertThat(session()).isEqualTo(SESSION);
    }

    @Test
    void reads_unicode_as_bytes_and_as_escapes() {
        var params = "{\"text\":\"ü€😀\\ud800\\u0000\\\\\"}";
        assertThat(scan("{\"method\":\"Runtime.consoleAPICalled\",\"params\":" + params + TAIL))
                .isTrue();
        assertThat(payload()).isEqualTo(params);

        assertThat(scan("{\"method\":\"Ü.ö\",\"params\":" + params + "}")).isTrue();
        assertThat(method()).isEqualTo("Ü.ö");
        assertThat(payload()).isEqualTo(params);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2147483648",
                "99999999999999999999999999",
                "-1",
                "0",
                "1.5",
                "1e3",
                "\"7\"",
                "null",
                "[1]",
                "{\"id\":1}",
                "true"
            })
    void has_no_id_but_a_number_of_ours(String id) {
        assertThat(scan("{\"id\":" + id + ",\"result\":{}}")).isTrue();
        assertThat(scanner.id).isZero();

        assertThat(scan("{\"id\":" + id + ",\"result\":{}" + TAIL)).isTrue();
        assertThat(scanner.id).isZero();
        assertThat(session()).isEqualTo(SESSION);
    }

    @Test
    void reads_an_error_that_names_no_command() {
        assertThat(scan("{\"error\":{\"code\":-32700,\"message\":\"JSON: no\"}}"))
                .isTrue();

        assertThat(scanner.id).isZero();
        assertThat(scanner.refused).isTrue();
    }

    @Test
    void the_last_of_two_equal_keys_counts() {
        assertThat(scan("{\"id\":1,\"id\":2,\"result\":{}}")).isTrue();
        assertThat(scanner.id).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "42",
                "[]",
                "{}",
                "\"text\"",
                "{\"id\"}",
                "{\"id\":}",
                "{\"id\":1,}",
                "{id:1}",
                "{\"id\":1}}",
                "{\"id\":1} {}",
                "{\"id\":1}x",
                "{\"id\" 1}",
                "{\"id\":1 \"result\":{}}",
                "{\"params\":[1}",
                "{\"params\":{]",
                "{\"a\":{}",
                "{\"a\":\"x\\\"}",
                "not JSON at all"
            })
    void refuses_what_is_no_message(String text) {
        assertThat(scan(text)).isFalse();
    }

    @Test
    void refuses_a_message_that_was_cut_off_anywhere() {
        for (var message : new String[] {
            "{\"id\":12,\"result\":{\"a\":{\"b\":[{}]},\"c\":\"}\\\"\"}}",
            "{\"method\":\"A.b\",\"params\":{\"a\":{\"b\":[{}]}}}",
            "{\"id\":12,\"error\":{\"code\":-1,\"message\":\"m\"}" + TAIL,
            "{\"method\":\"A.b\",\"params\":{\"a\":{\"b\":[{}]}}" + TAIL
        }) {
            for (int length = 0; length < message.length(); length++) {
                assertThat(scan(message.substring(0, length)))
                        .as(message.substring(0, length))
                        .isFalse();
            }
            assertThat(scan(message)).as(message).isTrue();
        }
    }

    @Test
    void walks_a_megabyte_of_nested_arrays() {
        int depth = 500_000;
        var params = "[".repeat(depth) + "]".repeat(depth);

        assertThat(scan("{\"method\":\"A.b\",\"params\":" + params + "}")).isTrue();
        assertThat(payload()).isEqualTo(params);
        assertThat(scan("{\"method\":\"A.b\",\"params\":" + params)).isFalse();
    }

    @Test
    void finds_the_same_as_a_parser_does() {
        var random = new Random(42);
        for (int i = 0; i < 5_000; i++) {
            var text = message(random);
            if (random.nextInt(4) == 0) { // and break some of them
                int at = random.nextInt(text.length());
                text = text.substring(0, at) + "{}[],:\"x1 ".charAt(random.nextInt(10)) + text.substring(at + 1);
            }
            compare(text);
        }
    }

    private void compare(String text) {
        boolean good = scan(text);
        try {
            var tree = Json.read(text);
            if (!tree.isObject() || tree.isEmpty()) {
                assertThat(good).as(text).isFalse();
                return;
            }
            assertThat(good).as(text).isTrue();
            assertThat(scanner.id)
                    .as(text)
                    .isEqualTo(
                            tree.path("id").isInt() && tree.path("id").asInt() > 0
                                    ? tree.path("id").asInt()
                                    : 0);
            assertThat(method())
                    .as(text)
                    .isEqualTo(
                            tree.path("method").isString() ? tree.path("method").asString() : "");
            assertThat(session())
                    .as(text)
                    .isEqualTo(
                            tree.path("sessionId").isString()
                                    ? tree.path("sessionId").asString()
                                    : "");
            for (var key : new String[] {"params", "result", "error"}) {
                if (tree.has(key)) {
                    assertThat(Json.read(payload())).as(text).isEqualTo(tree.get(key));
                }
            }
        } catch (JacksonException broken) {
            // The scanner does not check values; that is done when somebody looks at them.
        }
    }

    private static String message(Random random) {
        var keys = random.nextBoolean()
                ? new String[] {"\"id\":" + (1 + random.nextInt(1_000_000)), "\"result\":" + value(random, 0)}
                : new String[] {"\"method\":\"Do.main" + random.nextInt(9) + "\"", "\"params\":" + value(random, 0)};
        var space = random.nextInt(5) == 0 ? " " : "";
        var session = random.nextInt(3) == 0 ? "" : "," + space + "\"sessionId\":" + space + "\"" + SESSION + "\"";
        boolean swapped = random.nextInt(4) == 0;
        return "{" + space + keys[swapped ? 1 : 0] + "," + space + keys[swapped ? 0 : 1] + session + space + "}";
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 4 : 7)) {
            case 0 -> String.valueOf(random.nextInt(1000) - 500);
            case 1 ->
                "\"" + "a\\\"\\\\{}[],:ü\\u20ac".substring(0, new int[] {1, 3, 5, 9, 12}[random.nextInt(5)]) + "\"";
            case 2 -> "\",\\\"sessionId\\\":\\\"" + SESSION + "\\\"\"";
            case 3 -> "true";
            case 4 -> "[" + value(random, depth + 1) + "," + value(random, depth + 1) + "]";
            case 5 -> "{\"sessionId\":\"" + SESSION + "\"}";
            default -> "{\"id\":" + value(random, depth + 1) + ",\"method\":" + value(random, depth + 1) + "}";
        };
    }

    /** Scan a text that stands in the middle of other bytes, which must not matter. */
    private boolean scan(String text) {
        buffer = ("\"}]" + text + "\"}]").getBytes(UTF_8);
        return scanner.scan(buffer, 3, buffer.length - 6);
    }

    private String method() {
        return new String(buffer, scanner.methodFrom, scanner.methodTo - scanner.methodFrom, UTF_8);
    }

    private String session() {
        return new String(buffer, scanner.sessionFrom, scanner.sessionTo - scanner.sessionFrom, UTF_8);
    }

    private String payload() {
        return new String(buffer, scanner.payloadFrom, scanner.payloadTo - scanner.payloadFrom, UTF_8);
    }
}
