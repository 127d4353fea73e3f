package io.github.withcdp.internal.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class LargeObjectReaderTests {

    private static final List<String> TEXTS = List.of(
            "",
            "plain",
            "\\\"\\\\\\/\\b\\f\\n\\r\\t",
            "ends with a backslash \\\\",
            "\\u0000\\u001f\\u0041\\u00e9\\u00FF",
            "\\u20ac",
            "\\ud83d\\ude00",
            "\\ud83d alone, and \\ude00\\ud83d",
            "é ÿ \u0080 ß",
            "Ā and \\u0fff",
            "€ 한 \u0800 \uffff \ufeff",
            "😀 \ud800\udc00 \udbff\udfff",
            "é and 😀 and \\u20ac and \\n",
            "\u007f\u2028\u0085");

    @Test
    void reads_what_Jackson_reads_wherever_it_stands_among_eight_bytes() {
        for (var text : TEXTS) {
            for (int before = 0; before < 9; before++) {
                for (int behind = 0; behind < 9; behind++) {
                    var value = "x".repeat(before) + text + "y".repeat(behind);
                    assertReadLikeJackson("{\"value\":\"" + value + "\"}");
                    assertReadLikeJackson("{\"value\":\"" + value + value + "\"}");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\n\"a\"\t: \"b\"\r, \"c\" :{ } }",
                "{\"result\":{\"type\":\"string\",\"value\":\"x\"},\"more\":{\"a\":{\"b\":{\"c\":{}}}}}",
                "{\"a\":1,\"b\":-0.0,\"c\":1e3,\"d\":1.5E-7,\"e\":12345678901234567890,\"f\":2147483648,\"g\":-0}",
                "{\"a\":true,\"b\":false,\"c\":null,\"\":\"\"}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1}} and what follows"
            })
    void reads_members_as_Jackson_does(String json) {
        assertReadLikeJackson(json);
    }

    private static void assertReadLikeJackson(String json) {
        var bytes = ("[" + json + "]").getBytes(UTF_8); // which must not be read
        var tree = LargeObjectReader.read(bytes, 1, bytes.length - 2);

        assertThat(tree).as(json).contains(Json.readByJackson(bytes, 1, bytes.length - 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "{\"a\":[1]}",
                "\"text\"",
                "{\"a\\u0062\":1}",
                "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{\"g\":{\"h\":{}}}}}}}}}",
                "{\"a\":\"",
                "{\"a\":\"x",
                "{\"a\":null-1.5e+3}",
                "{\"a\":truefalse}",
                "{\"a\":1-2}",
                "{\"a\":\"x\\",
                "{\"a\":\"x\\\"",
                "{\"a\":\"x\\u12",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\u0000\"}",
                "{\"a\":\"x\"",
                "{\"a\":\"x\",}",
                "{\"a\" \"x\"}",
                "{\"a\":}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{\"a\":tru}",
                "{a:1}",
                "{"
            })
    void leaves_everything_else_to_Jackson(String json) {
        var bytes = json.getBytes(UTF_8);

        assertThat(LargeObjectReader.read(bytes, 0, bytes.length)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0080",
                "\u00c3",
                "\u00c3x",
                "\u00c0\u00af",
                "\u00e0\u0080\u0080",
                "\u00e2\u0082",
                "\u00ed\u00a0\u0080",
                "\u00f0\u0080\u0080\u0080",
                "\u00f0\u009f\u0098",
                "\u00f4\u0090\u0080\u0080",
                "\u00f8\u0080\u0080\u0080\u0080",
                "\u00ff"
            })
    void leaves_bytes_that_are_no_UTF_8_to_Jackson(String bytes) {
        for (var behind : List.of("", "x", "and more than eight")) {
            var json = ("{\"a\":\"" + bytes + behind + "\"}").getBytes(ISO_8859_1);

            assertThat(LargeObjectReader.read(json, 0, json.length)).isEmpty();
        }
    }

    @Test
    void is_asked_for_what_is_large() {
        var broken = ("{\"a\":\"" + "x".repeat(Json.LARGE) + "\u0001\"}").getBytes(UTF_8);
        var good = ("{\"a\":\"" + "x".repeat(Json.LARGE) + "\"}").getBytes(UTF_8);

        assertThatThrownBy(() -> Json.read(broken, 0, broken.length))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("CTRL-CHAR");
        assertThat(Json.read(good, 0, good.length)).isEqualTo(Json.readByJackson(good, 0, good.length));
    }

    /** Of one thread, which allocates the same whatever else the machine does. Jackson takes four times the bytes of the JSON. */
    @Test
    void takes_hardly_more_memory_than_the_text_has() {
        var plain = ("{\"value\":\"" + "x".repeat(10_000_000) + "\"}").getBytes(UTF_8);
        var escaped = ("{\"value\":\"" + "é\\n ".repeat(2_000_000) + "\"}").getBytes(UTF_8);

        assertThat(allocated(plain)).isLessThan(10_000_000 + 200_000);
        assertThat(allocated(escaped)).isLessThan(2 * 6_000_000 + 200_000);
    }

    private static long allocated(byte[] json) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Json.read(Arrays.copyOf(json, json.length), 0, json.length); // loads what it takes
        long before = threads.getCurrentThreadAllocatedBytes();
        Json.read(json, 0, json.length);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
