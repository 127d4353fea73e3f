package io.github.withcdp.internal.script;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What Chrome's console shows of an object that is not unfolded: {@code Basket {items: Array(2), paid: false}}. */
final class ObjectPreview {

    private static final int DEPTH = 5;
    private static final Pattern ARRAY = Pattern.compile("(.*)\\((\\d+)\\)", Pattern.DOTALL);
    private static final Pattern INDEX = Pattern.compile("\\d+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$.-]*|\\d+|Symbol\\(.*\\)|#.+");

    private ObjectPreview() {}

    /** Return the text of a {@code Runtime.ObjectPreview}. */
    static String text(JsonNode preview) {
        var out = new StringBuilder();
        append(out, preview, DEPTH);
        return out.toString();
    }

    /** Return the text of a {@code Runtime.PropertyPreview} that stands for itself: a string without quotes. */
    static String value(JsonNode property) {
        if (property.path("type").asString("").equals("string")) {
            return property.path("value").asString("");
        }
        var out = new StringBuilder();
        appendValue(out, property, DEPTH);
        return out.toString();
    }

    private static void append(StringBuilder out, JsonNode preview, int depth) {
        var subtype = preview.path("subtype").asString("");
        var description = preview.path("description").asString("");
        boolean array = subtype.equals("array") || subtype.equals("typedarray");
        var title = array ? arrayTitle(description) : description.equals("Object") ? "" : description;
        if (isLeaf(preview, subtype)) {
            out.append(leaf(preview, description));
            return;
        }
        out.append(title).append(title.isEmpty() ? "" : " ").append(array ? '[' : '{');
        if (depth == 0) {
            out.append('…');
        } else if (preview.path("entries").isArray() && !preview.path("entries").isEmpty()) {
            appendEntries(out, preview, depth);
        } else {
            appendProperties(out, preview, array, depth);
        }
        out.append(array ? ']' : '}');
    }

    private static boolean isLeaf(JsonNode preview, String subtype) {
        return !preview.path("type").asString("object").equals("object")
                || switch (subtype) {
                    case "null", "error", "regexp", "date", "node" -> true;
                    default -> false;
                };
    }

    private static String leaf(JsonNode preview, String description) {
        return switch (preview.path("type").asString("")) {
            case "string" -> quoted(description);
            case "function" -> "ƒ";
            default -> description.isEmpty() ? preview.path("subtype").asString("") : description;
        };
    }

    /** {@code Array(2)} is shown as {@code (2)}, one of length 1 and less without; other arrays keep their name. */
    private static String arrayTitle(String description) {
        var matcher = ARRAY.matcher(description);
        if (!matcher.matches()) {
            return description;
        }
        boolean many = matcher.group(2).length() > 1 || matcher.group(2).compareTo("1") > 0;
        return (matcher.group(1).equals("Array") ? "" : matcher.group(1)) + (many ? "(" + matcher.group(2) + ")" : "");
    }

    private static void appendEntries(StringBuilder out, JsonNode preview, int depth) {
        var separator = "";
        for (var entry : preview.path("entries")) {
            out.append(separator);
            if (entry.path("key").isObject()) {
                append(out, entry.path("key"), depth - 1);
                out.append(" => ");
            }
            append(out, entry.path("value"), depth - 1);
            separator = ", ";
        }
        appendOverflow(out, preview, separator);
    }

    private static void appendProperties(StringBuilder out, JsonNode preview, boolean array, int depth) {
        var separator = "";
        long next = 0;
        boolean gaps = array && !preview.path("overflow").asBoolean(false);
        var state = "";
        for (var property : preview.path("properties")) {
            var name = property.path("name").asString("");
            if (name.equals("[[PromiseState]]")) {
                state = property.path("value").asString("");
                continue;
            }
            boolean index = array && name.length() < 18 && INDEX.matcher(name).matches();
            if (gaps) {
                long end = index ? Long.parseLong(name) : lengthOf(preview);
                separator = appendGap(out, separator, end - next);
                next = index ? end + 1 : Math.max(next, end);
            }
            out.append(separator);
            separator = ", ";
            if (name.equals("[[PromiseResult]]")) {
                out.append('<').append(state).append(state.equals("pending") ? ">" : ">: ");
                if (state.equals("pending")) {
                    continue;
                }
            } else if (!index && !name.equals("[[PrimitiveValue]]")) {
                out.append(NAME.matcher(name).matches() ? name : quoted(name)).append(": ");
            }
            appendValue(out, property, depth);
        }
        if (gaps) {
            separator = appendGap(out, separator, lengthOf(preview) - next);
        }
        appendOverflow(out, preview, separator);
    }

    /** Say how many elements an array does not have here, and return what separates the next one. */
    private static String appendGap(StringBuilder out, String separator, long missing) {
        if (missing <= 0) {
            return separator;
        }
        out.append(separator).append(missing == 1 ? "empty" : "empty × " + missing);
        return ", ";
    }

    private static long lengthOf(JsonNode preview) {
        var matcher = ARRAY.matcher(preview.path("description").asString(""));
        return matcher.matches() && matcher.group(2).length() < 18 ? Long.parseLong(matcher.group(2)) : 0;
    }

    private static void appendOverflow(StringBuilder out, JsonNode preview, String separator) {
        if (preview.path("overflow").asBoolean(false)) {
            out.append(separator).append('…');
        }
    }

    private static void appendValue(StringBuilder out, JsonNode property, int depth) {
        var nested = property.path("valuePreview");
        if (nested.isObject()) {
            append(out, nested, depth - 1);
            return;
        }
        var value = property.path("value").asString("");
        switch (property.path("type").asString("")) {
            case "accessor" -> out.append("(...)");
            case "function" -> out.append('ƒ');
            case "string" -> out.append(quoted(value));
            case "object" -> out.append(value.equals("Object") ? "{…}" : CallStack.withoutStack(value));
            default -> out.append(value);
        }
    }

    /** Return a string in the quotes that need the fewest escapes. */
    private static String quoted(String text) {
        char quote = text.indexOf('\'') < 0 ? '\'' : text.indexOf('"') < 0 ? '"' : text.indexOf('`') < 0 ? '`' : '\'';
        var escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return quote + (text.indexOf(quote) < 0 ? escaped : escaped.replace("'", "\\'")) + quote;
    }
}
