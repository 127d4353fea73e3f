package io.github.withcdp.fuzz;

import io.github.withcdp.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON out of good JSON that is JSON still, but not what anybody expects: values of another kind, missing, doubled, huge, deep. */
public final class HostileJson {

    private static final List<String> VALUES = Stream.concat(
                    Stream.of(
                            "null",
                            "true",
                            "false",
                            "0",
                            "-1",
                            "1",
                            "0.5",
                            "-0.0",
                            "200",
                            "1e308",
                            "-1e308",
                            "1e999",
                            "-1e999",
                            "1e-999",
                            "2147483647",
                            "2147483648",
                            "-2147483648",
                            "9223372036854775807",
                            "9223372036854775808",
                            "1" + "0".repeat(400),
                            "\"\"",
                            "\" \"",
                            "\"0\"",
                            "\"-1\"",
                            "\"NaN\"",
                            "\"\\u0000\"",
                            "\"\\ud800\"",
                            "\"a\\udc00b\"",
                            "\"\\ud83d\\ude00\"",
                            "\"\\u001b[31m\\r\\n\\u2028\\u202e\"",
                            "\"</script><!--\"",
                            "\"http://[\"",
                            "\"http://a.test:99999/%zz?%=&&=#%\"",
                            "\"://\"",
                            "\"data:,\"",
                            "\"data:text/html;base64,!!!\"",
                            "\"blob:\"",
                            "\"/\"",
                            "\"text/html; charset=nonsense\"",
                            "\"a=b; c\"",
                            "\"!!!\"",
                            "\"%00%ff\"",
                            "\"{\"",
                            "\"" + "a".repeat(5_000) + "\"",
                            "\"" + "9".repeat(400) + "\"",
                            "[]",
                            "{}",
                            "[[],{},null,0,\"\"]",
                            "{\"\":{\"\":null}}",
                            "{\"\\n\":\"\\\"\\r\\n\\\"\"}",
                            "[".repeat(60) + "]".repeat(60)),
                    IntStream.of(100, 204, 302, 404, 999).mapToObj(String::valueOf))
            .toList();

    private HostileJson() {}

    /** Return the JSON of trees that are damaged up to six times. What one has too little another one has too much. */
    public static Arbitrary<String> of(List<String> originals) {
        var trees = originals.stream().map(Json::read).toList();
        return Combinators.combine(Arbitraries.of(trees).withoutEdgeCases(), Hostile.damages())
                .as((tree, damages) -> damaged(tree, damages, trees));
    }

    /** Return values that nobody expects anywhere. */
    public static Arbitrary<String> values() {
        return Arbitraries.of(VALUES);
    }

    /** Return the JSON of a tree with some damages. */
    public static String damaged(JsonNode tree, List<Long> damages, List<JsonNode> others) {
        var copy = tree.deepCopy();
        for (long damage : damages) {
            damage(copy, new SplittableRandom(damage), others);
        }
        return text(copy);
    }

    private static void damage(JsonNode tree, SplittableRandom random, List<JsonNode> others) {
        var containers = containers(tree);
        if (containers.isEmpty()) {
            return;
        }
        var container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object) {
            damage(object, random, others);
        } else if (container instanceof ArrayNode array) {
            damage(array, random, others);
        }
    }

    private static void damage(ObjectNode object, SplittableRandom random, List<JsonNode> others) {
        var names = List.copyOf(object.propertyNames());
        var name = names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, part(random, others));
            case 2 -> object.set(Hostile.fragment(random), object.path(name).deepCopy());
            case 3 -> object.set(name, Json.object().set(name, object.path(name).deepCopy()));
            case 4 -> object.putArray(name).add(part(random, others)).add(part(random, others));
            default -> object.set(name, value(random));
        }
    }

    private static void damage(ArrayNode array, SplittableRandom random, List<JsonNode> others) {
        int at = random.nextInt(array.size() + 1);
        switch (random.nextInt(4)) {
            case 0 -> array.insert(at, part(random, others));
            case 1 -> array.insert(at, value(random));
            case 2 -> array.addAll(array.deepCopy());
            default -> {
                if (at < array.size()) {
                    array.set(at, value(random));
                }
            }
        }
    }

    private static JsonNode value(SplittableRandom random) {
        return Json.read(VALUES.get(random.nextInt(VALUES.size())));
    }

    private static JsonNode part(SplittableRandom random, List<JsonNode> others) {
        var nodes = new ArrayList<JsonNode>();
        collect(others.get(random.nextInt(others.size())), nodes);
        return nodes.get(random.nextInt(nodes.size())).deepCopy();
    }

    private static List<JsonNode> containers(JsonNode tree) {
        var nodes = new ArrayList<JsonNode>();
        collect(tree, nodes);
        nodes.removeIf(node -> !node.isContainer());
        return nodes;
    }

    private static void collect(JsonNode node, List<JsonNode> all) {
        all.add(node);
        node.valueStream().forEach(each -> collect(each, all));
    }

    /** Numbers that are too large for JSON's writers are written as they were read. */
    private static String text(JsonNode tree) {
        return tree.toString()
                .replace("\"Infinity\"", "1e999")
                .replace("\"-Infinity\"", "-1e999")
                .replace("-Infinity", "-1e999")
                .replace("Infinity", "1e999");
    }
}
