package io.github.withcdp.internal.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tag of an element in HTML or XML, as written. Ends where the next one begins, or at a quote that none of its values begins with.
 *
 * @param name in lower case
 * @param all its attributes in order
 * @param end where it ends
 */
record HtmlTag(String name, List<Attribute> all, int end) {

    /** An attribute, its name in lower case, and where its value is; -1 if it has none. */
    record Attribute(String name, int valueFrom, int valueTo) {}

    private static final int MOST_ATTRIBUTES = 1_000;

    /** Read the tag that begins at a place. */
    static HtmlTag at(String text, int from) {
        int at = nameEnd(text, from + 1);
        var name = text.substring(from + 1, at).toLowerCase(Locale.ROOT);
        var all = new ArrayList<Attribute>(4);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '>') {
                return new HtmlTag(name, all, at + 1);
            }
            if (c == '<' || c == '"' || c == '\'') {
                break;
            }
            if (CharacterKind.isSpace(c) || c == '/' || c == '=') {
                at++;
                continue;
            }
            int nameEnd = nameEnd(text, at);
            var attribute = text.substring(at, nameEnd).toLowerCase(Locale.ROOT);
            int equals = skipSpace(text, nameEnd);
            if (equals == text.length() || text.charAt(equals) != '=') {
                add(all, new Attribute(attribute, -1, -1));
                at = nameEnd;
                continue;
            }
            int value = skipSpace(text, equals + 1);
            char quote = value < text.length() ? text.charAt(value) : ' ';
            if (quote == '"' || quote == '\'') {
                int close = text.indexOf(quote, value + 1);
                if (close < 0) {
                    add(all, new Attribute(attribute, value + 1, text.length()));
                    return new HtmlTag(name, all, text.length());
                }
                add(all, new Attribute(attribute, value + 1, close));
                at = close + 1;
            } else {
                int end = value;
                while (end < text.length()
                        && !CharacterKind.isSpace(text.charAt(end))
                        && "\"'<>".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                add(all, new Attribute(attribute, value, end));
                at = end;
            }
        }
        return new HtmlTag(name, all, at);
    }

    private static void add(List<Attribute> all, Attribute attribute) {
        if (all.size() < MOST_ATTRIBUTES) {
            all.add(attribute);
        }
    }

    private static int nameEnd(String text, int from) {
        int at = from;
        while (at < text.length()
                && !CharacterKind.isSpace(text.charAt(at))
                && "=>\"'/<".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && CharacterKind.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Return the values by their names. */
    Map<String, String> attributes(String text) {
        if (all.isEmpty()) {
            return Map.of();
        }
        var attributes = new HashMap<String, String>();
        for (var attribute : all) {
            attributes.put(
                    attribute.name(),
                    attribute.valueFrom() < 0 ? "" : text.substring(attribute.valueFrom(), attribute.valueTo()));
        }
        return attributes;
    }
}
