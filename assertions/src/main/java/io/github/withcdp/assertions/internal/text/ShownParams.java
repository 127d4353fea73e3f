package io.github.withcdp.assertions.internal.text;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Shows the params of an event or command in a failure message. What is too long loses values, not its middle: the URL stays,
 * because it tells one request from another, and of the rest what there is room for; {@code …} stands where something was left out.
 */
public final class ShownParams {

    private static final int LEAF = 60;

    private final StringBuilder out = new StringBuilder();
    private int room;
    private boolean hasUrl;

    private ShownParams(int room) {
        this.room = room;
    }

    /** Return params on one line: as JSON has them, if they are not longer than a limit. */
    public static String of(JsonNode params, int limit) {
        var whole = params.toString();
        if (whole.length() <= limit || !params.isObject()) {
            return ShownText.text(whole, limit);
        }
        var shown = new ShownParams(limit - url(params).map(String::length).orElse(0));
        shown.write(params);
        return shown.out.toString();
    }

    /** Return the first text that is called {@code url}. */
    private static Optional<String> url(JsonNode object) {
        return object.propertyStream()
                .flatMap(property -> (isUrl(property)
                                ? Optional.of(property.getValue().toString())
                                : url(property.getValue()))
                        .stream())
                .findFirst();
    }

    private static boolean isUrl(Map.Entry<String, JsonNode> property) {
        return property.getKey().equals("url") && property.getValue().isString();
    }

    private void write(JsonNode object) {
        out.append('{');
        boolean isLeftOut = false;
        var separator = "";
        for (var property : object.properties()) {
            var name = '"' + ShownText.text(property.getKey(), LEAF) + "\":";
            boolean isThere = isThere(property, name);
            if (isThere) {
                out.append(separator).append(name);
                writeValue(property);
            } else if (!isLeftOut) {
                out.append(separator).append('…');
            }
            isLeftOut = !isThere;
            separator = ",";
        }
        out.append('}');
    }

    /** Return whether a property has the URL, or there is room for it, which it takes. What is in an object takes room of its own. */
    private boolean isThere(Map.Entry<String, JsonNode> property, String name) {
        var value = property.getValue();
        if (!hasUrl && (isUrl(property) || url(value).isPresent())) {
            return true;
        }
        int needed = name.length() + (value.isObject() ? 4 : leaf(value).length() + 1);
        if (needed > room) {
            return false;
        }
        room -= needed;
        return true;
    }

    private void writeValue(Map.Entry<String, JsonNode> property) {
        var value = property.getValue();
        if (value.isObject()) {
            write(value);
        } else if (!hasUrl && isUrl(property)) {
            hasUrl = true;
            out.append(ShownText.text(value.toString(), ShownText.URL));
        } else {
            out.append(leaf(value));
        }
    }

    private static String leaf(JsonNode value) {
        return ShownText.text(value.toString(), LEAF);
    }
}
