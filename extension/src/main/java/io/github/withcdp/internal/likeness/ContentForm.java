package io.github.withcdp.internal.likeness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.internal.json.Json;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** What a body says, without what changes from run to run: of JSON its members in the order of their names, of other texts the text. */
public final class ContentForm {

    /** What is longer is compared as text. */
    private static final int LONGEST = 4 * 1024 * 1024;

    private ContentForm() {}

    /** Return a text that is equal for two bodies that say the same. */
    public static String of(String body) {
        var tree = tree(body);
        return tree.isMissingNode() ? VolatileText.form(body) : new String(Json.write(form(tree, Speaker.PAGE)), UTF_8);
    }

    /** Return a text that is equal for two messages, or params, or results, that say the same, whatever Chrome gives a name, a time or a size. */
    public static String ofMessage(JsonNode message) {
        return new String(Json.write(form(message, Speaker.CHROME)), UTF_8);
    }

    /** Return in which places two bodies differ: by pointers into JSON, at the root of other texts. */
    public static List<LeafDifference> compare(String one, String other) {
        var nodes = JsonNodeFactory.instance;
        return JsonComparison.ofContents(nodes.stringNode(one), nodes.stringNode(other));
    }

    /** Return the tree of a text that is an object or array of JSON; a missing node if it is anything else. */
    static JsonNode tree(String text) {
        if (text.length() > LONGEST || !mayBeTree(text)) {
            return MissingNode.getInstance();
        }
        try {
            return Json.read(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static boolean mayBeTree(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && text.charAt(begin) <= ' ') {
            begin++;
        }
        while (begin < end && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return end - begin >= 2
                && ((text.charAt(begin) == '{' && text.charAt(end - 1) == '}')
                        || (text.charAt(begin) == '[' && text.charAt(end - 1) == ']'));
    }

    private static JsonNode form(JsonNode tree, Speaker speaker) {
        var nodes = JsonNodeFactory.instance;
        if (tree.isObject()) {
            var sorted = new TreeMap<String, JsonNode>();
            tree.properties().forEach(member -> {
                var name = member.getKey();
                sorted.put(
                        name,
                        speaker.alwaysDiffers(name) ? nodes.nullNode() : form(member.getValue(), speaker.of(name)));
            });
            var object = nodes.objectNode();
            sorted.forEach(object::set);
            return object;
        }
        if (tree.isArray()) {
            var array = nodes.arrayNode();
            tree.forEach(element -> array.add(form(element, speaker)));
            return array;
        }
        if (tree.isString()) {
            return nodes.stringNode(of(tree.asString()));
        }
        return JsonComparison.isEpoch(tree) ? nodes.stringNode("‹epoch›") : tree;
    }
}
