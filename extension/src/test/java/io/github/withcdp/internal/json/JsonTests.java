package io.github.withcdp.internal.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

class JsonTests {

    record Point(int x, String label) {}

    @Test
    void reads_a_stretch_of_a_larger_array() {
        var bytes = "}}{\"a\":\"ü\"}]]".getBytes(UTF_8);

        assertThat(Json.read(bytes, 2, bytes.length - 4).path("a").asString()).isEqualTo("ü");
    }

    @Test
    void reads_nothing_as_a_missing_node() {
        assertThat(Json.read(new byte[3], 1, 0).isMissingNode()).isTrue();
        assertThat(Json.read("").isMissingNode()).isTrue();
    }

    @Test
    void refuses_what_is_not_JSON() {
        for (var text : List.of("{", "nonsense", "{\"a\":1}}", "{} {}", "[1,]", "'a'")) {
            assertThatThrownBy(() -> Json.read(text)).as(text).isInstanceOf(JacksonException.class);
        }
    }

    @Test
    void reads_strings_and_names_of_any_length() {
        var text = "x".repeat(21_000_000); // more than the 20 million characters that Jackson reads by itself
        assertThat(Json.read("{\"a\":\"" + text + "\"}").path("a").asString()).hasSize(21_000_000);
        var name = "n".repeat(100_000);
        assertThat(Json.read("{\"" + name + "\":1}").path(name).asInt()).isEqualTo(1);
    }

    @Test
    void reads_and_writes_any_characters_in_names_as_in_values() {
        for (var text : List.of(
                "a\ud800b",
                "\udc00",
                "\ud83d\ude00",
                "\ud83d\ud83d\ude00 and a longer name",
                "\\ud83d \ud83d\\",
                "\u0000",
                "")) {
            var value = Map.of("before", 1, text, Map.of(text, text));

            var json = Json.write(value);

            assertThat(Json.read(json, 0, json.length).path(text).path(text).asString("none"))
                    .isEqualTo(text);
            assertThat(Json.read(new String(json, US_ASCII))
                            .path(text)
                            .path(text)
                            .asString("none"))
                    .isEqualTo(text);
        }
    }

    @Test
    void refuses_bytes_that_are_no_UTF_8_and_JSON_that_is_cut_off() {
        for (var text : List.of("{\"\u00ff\":1}", "{\"\\ud800\u00ff\":1}", "{\"\\ud800\":", "{\"\\ud800\":1,,}")) {
            var bytes = text.getBytes(ISO_8859_1);

            assertThatThrownBy(() -> Json.read(bytes, 0, bytes.length)).isInstanceOf(JacksonException.class);
        }
    }

    @Test
    void reads_and_writes_down_to_depth_1000() {
        var deep = "[".repeat(999) + "]".repeat(999);

        assertThat(new String(Json.write(Json.read(deep)), US_ASCII)).isEqualTo(deep);
        assertThatThrownBy(() -> Json.read("[".repeat(1001) + "]".repeat(1001))).isInstanceOf(JacksonException.class);
    }

    @Test
    void survives_a_megabyte_of_nested_arrays() {
        assertThatThrownBy(() -> Json.read("[".repeat(1_000_000))).isInstanceOf(JacksonException.class);
    }

    @Test
    void writes_ASCII_that_says_the_same() {
        var text = "ü€😀\ud800\u0000\"\\";

        var json = Json.write(Map.of("text", text));

        assertThat(new String(json, US_ASCII))
                .isEqualTo("{\"text\":\"\\u00FC\\u20AC\\uD83D\\uDE00\\uD800\\u0000\\\"\\\\\"}");
        assertThat(Json.read(json, 0, json.length).path("text").asString()).isEqualTo(text);
    }

    @Test
    void binds_what_it_knows_and_ignores_the_rest() {
        assertThat(Json.bind(Json.read("{\"x\":1,\"label\":\"a\",\"fromNextYear\":{}}"), Point.class))
                .isEqualTo(new Point(1, "a"));
        assertThatThrownBy(() -> Json.bind(Json.read("{\"x\":\"a\"}"), Point.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void writes_paths_as_the_file_system_has_them() {
        record Download(Path downloadPath) {}
        var path = Path.of("some where", "ü");
        var expected = path.toAbsolutePath().toString();

        assertThat(Json.read(new String(Json.write(Map.of("downloadPath", path)), US_ASCII))
                        .path("downloadPath")
                        .asString())
                .isEqualTo(expected);
        assertThat(Json.read(new String(Json.write(new Download(path)), US_ASCII))
                        .path("downloadPath")
                        .asString())
                .isEqualTo(expected);
        assertThat(Json.read(new String(Json.write(Map.of("files", List.of(path))), US_ASCII))
                        .at("/files/0")
                        .asString())
                .isEqualTo(expected);
    }

    @Test
    void writes_trees_as_a_mapper_does() {
        var tree = Json.object()
                .put("text", "\"ü\ud83d\ude00\n\u2028")
                .put("int", 1)
                .put("long", 1L << 40)
                .put("short", (short) 3)
                .put("float", 1.5f)
                .put("double", 1e300)
                .put("none", Double.NaN)
                .put("large", BigInteger.TEN.pow(40))
                .put("exact", new BigDecimal("1.10"))
                .put("truth", true)
                .putNull("nothing")
                .put("bytes", new byte[] {1, 2, 3});
        tree.set("list", JsonNodeFactory.instance.arrayNode().add("a").add(tree.deepCopy()));
        tree.set("point", JsonNodeFactory.instance.pojoNode(new Point(1, "a")));
        var mapper = JsonMapper.builder(JsonFactory.builder()
                        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .build())
                .build();

        assertThat(new String(Json.write(tree), US_ASCII)).isEqualTo(mapper.writeValueAsString(tree));
        assertThat(new String(Json.write(Map.of("tree", tree.remove(List.of("point", "bytes")))), US_ASCII))
                .isEqualTo(mapper.writeValueAsString(Map.of("tree", tree)));
        assertThat(Json.text(tree)).isEqualTo(tree.toString()).contains("ü");
        assertThat(Json.text(MissingNode.getInstance()))
                .isEqualTo(MissingNode.getInstance().toString());
        assertThat(new String(Json.write(MissingNode.getInstance()), US_ASCII))
                .isEqualTo(mapper.writeValueAsString(MissingNode.getInstance()));
    }

    @Test
    void refuses_to_write_what_contains_itself() {
        Map<String, Object> itself = new HashMap<>();
        itself.put("self", itself);

        assertThatThrownBy(() -> Json.write(itself)).isInstanceOf(JacksonException.class);
    }

    @Test
    void writes_the_elements_of_a_list_as_they_are_made() throws Exception {
        var written = new ByteArrayOutputStream();
        var lengths = new ArrayList<Integer>();
        var made = new AbstractList<String>() {
            @Override
            public String get(int index) {
                lengths.add(written.size());
                return "x".repeat(100_000);
            }

            @Override
            public int size() {
                return 3;
            }
        };

        Json.write(written, Map.of("list", made));

        assertThat(lengths).isEqualTo(lengths.stream().sorted().distinct().toList());
        assertThat(lengths).hasSize(3);
        assertThat(Json.read(written.toString(US_ASCII)).path("list").size()).isEqualTo(3);
    }

    @Test
    void passes_on_that_a_stream_cannot_be_written_to() {
        var full = new IOException("No space left on device");
        var out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw full;
            }
        };

        assertThatThrownBy(() -> Json.write(out, Map.of())).isSameAs(full);
    }

    @Test
    void writes_no_beans_to_a_stream() {
        assertThatThrownBy(() -> Json.write(
                        OutputStream.nullOutputStream(), JsonNodeFactory.instance.pojoNode(new Point(1, "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("POJONode is no JSON");
        assertThatThrownBy(() -> Json.write(OutputStream.nullOutputStream(), Map.of("point", new Point(1, "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "io.github.withcdp.internal.json.JsonTests$Point is no map, collection, string, boolean or number");
    }

    @Test
    void explains_what_is_missing_in_Jackson() {
        assertThatThrownBy(() -> Json.write(missing("com/fasterxml/jackson/annotation/JsonNextYear")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "WithCDP cannot read and write JSON, because the jars of Jackson do not go together: ")
                .hasCauseInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void passes_on_what_is_missing_elsewhere() {
        assertThatThrownBy(() -> Json.write(missing("com/acme/Order")))
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessage("com/acme/Order");
    }

    private static Points missing(String type) {
        return new Points(() -> {
            throw new NoClassDefFoundError(type);
        });
    }

    private record Points(Iterable<Point> all) {}
}
