package io.github.withcdp.internal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what a document says to people, from its markup as Chrome writes it: no script, no style, no comment, nothing that its markup hides.
 * What only a style sheet hides is not told apart.
 */
final class PageText {

    /** Characters of a document that are looked at. */
    private static final int LOOKED_AT = 2_000_000;

    private static final int ATTRIBUTES = 4_000;
    private static final int LINES = 200;
    private static final int LONGEST = 300;

    /** What they contain is not parsed by browsers, or is not shown. */
    private static final Set<String> RAW =
            Set.of("script", "style", "noscript", "iframe", "noembed", "noframes", "xmp", "plaintext");

    private static final Set<String> NOT_SHOWN =
            Set.of("head", "template", "svg", "datalist", "object", "audio", "video", "canvas", "math");

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private static final Set<String> WITHIN_A_LINE = Set.of(
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "cite",
            "code",
            "data",
            "del",
            "em",
            "font",
            "i",
            "img",
            "ins",
            "kbd",
            "label",
            "mark",
            "q",
            "s",
            "samp",
            "slot",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "template",
            "time",
            "u",
            "var",
            "wbr");

    /** What is beside each other, and not below. */
    private static final Set<String> BESIDE =
            Set.of("button", "input", "select", "option", "td", "th", "textarea", "output", "summary");

    private static final Pattern VALUES = Pattern.compile("\"[^\"]*\"");
    private static final Pattern HIDDEN = Pattern.compile("(?i)(^|\\s)hidden(\\s|=|$)");
    private static final Pattern OPEN = Pattern.compile("(?i)(^|\\s)open(\\s|=|$)");
    private static final Pattern STYLE = Pattern.compile("(?i)(?:^|\\s)style=\"([^\"]*)\"");
    private static final Pattern STYLED_AWAY = Pattern.compile("(?i)(display:\\s*none|visibility:\\s*hidden)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern BUTTON = Pattern.compile("(?i)(^|\\s)type=\"(submit|button|reset)\"");
    private static final Pattern VALUE = Pattern.compile("(?i)(?:^|\\s)value=\"([^\"]*)\"");

    private final String html;
    private final int end;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int depth;

    /** How deep the element is that hides what is being read; -1 if none does. */
    private int hiddenAt = -1;

    private PageText(String html) {
        this.html = html;
        end = Math.min(html.length(), LOOKED_AT);
    }

    /** Return the lines of a document, the first ones of a long one. */
    static List<String> of(String html) {
        var text = new PageText(html);
        text.read();
        return text.lines;
    }

    private void read() {
        int at = 0;
        while (at < end && lines.size() < LINES) {
            int tag = html.indexOf('<', at);
            tag = tag < 0 || tag > end ? end : tag;
            text(at, tag);
            at = tag < end ? markup(tag) : end;
        }
        lineEnds();
    }

    private void text(int from, int to) {
        if (hiddenAt < 0 && line.length() < LONGEST) {
            // No more than a line can show, many times over.
            line.append(unescaped(html.substring(from, Math.min(to, from + 20 * LONGEST))));
        }
    }

    private static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&nbsp;", " ")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&");
    }

    /** Read what begins with a bracket, and return where it ends. */
    private int markup(int from) {
        if (html.startsWith("<!--", from)) {
            int close = html.indexOf("-->", from + 4);
            return close < 0 ? end : close + 3;
        }
        int close = endOfTag(from);
        if (html.startsWith("</", from)) {
            ends(name(from + 2, close));
        } else if (!html.startsWith("<!", from)) {
            var name = name(from + 1, close);
            begins(name, attributes(from + 1 + name.length(), close));
            if (RAW.contains(name)) {
                return endOfRaw(name, close);
            }
        }
        return close + 1;
    }

    private String attributes(int from, int to) {
        return html.substring(Math.min(from, to), Math.max(Math.min(from, to), Math.min(from + ATTRIBUTES, to)));
    }

    /** Return where the bracket is that ends a tag: not one in a value. */
    private int endOfTag(int from) {
        boolean inValue = false;
        for (int at = from; at < end; at++) {
            char sign = html.charAt(at);
            if (sign == '"') {
                inValue = !inValue;
            } else if (sign == '>' && !inValue) {
                return at;
            }
        }
        return end;
    }

    private String name(int from, int to) {
        int at = from;
        while (at < to && at - from < 40 && (Character.isLetterOrDigit(html.charAt(at)) || html.charAt(at) == '-')) {
            at++;
        }
        return html.substring(Math.min(from, at), at).toLowerCase(Locale.ROOT);
    }

    private int endOfRaw(String name, int from) {
        int close = from;
        do {
            close = html.indexOf("</", close + 1);
        } while (close >= 0 && close < end && !html.regionMatches(true, close + 2, name, 0, name.length()));
        return close < 0 ? end : close;
    }

    private void begins(String name, String attributes) {
        separate(name);
        if (hiddenAt < 0 && name.equals("input") && BUTTON.matcher(attributes).find()) {
            var value = VALUE.matcher(attributes);
            line.append(value.find() ? unescaped(value.group(1)) : "").append(' ');
        }
        if (VOID.contains(name)) {
            return;
        }
        if (hiddenAt < 0 && hides(name, attributes)) {
            hiddenAt = depth;
        }
        depth++;
    }

    private static boolean hides(String name, String attributes) {
        return switch (name) {
            case "template" -> !attributes.contains("shadowrootmode="); // of a shadow root it is what is shown
            case "dialog" -> !names(attributes, OPEN);
            default -> RAW.contains(name) || NOT_SHOWN.contains(name) || hides(attributes);
        };
    }

    private static boolean hides(String attributes) {
        if (attributes.isBlank()) {
            return false;
        }
        return names(attributes, HIDDEN)
                || STYLE.matcher(attributes)
                        .results()
                        .anyMatch(style -> STYLED_AWAY.matcher(style.group(1)).find());
    }

    /** Return whether there is an attribute of this name: what stands in values is none. */
    private static boolean names(String attributes, Pattern name) {
        return name.matcher(VALUES.matcher(attributes).replaceAll("")).find();
    }

    private void ends(String name) {
        if (VOID.contains(name)) {
            return;
        }
        depth = Math.max(0, depth - 1);
        if (hiddenAt == depth) {
            hiddenAt = -1;
        }
        separate(name);
    }

    private void separate(String name) {
        if (hiddenAt >= 0) {
            return;
        }
        if (BESIDE.contains(name)) {
            line.append(' ');
        } else if (!WITHIN_A_LINE.contains(name)) {
            lineEnds();
        }
    }

    private void lineEnds() {
        var text = SPACE.matcher(line).replaceAll(" ").strip();
        line.setLength(0);
        if (!text.isEmpty()) {
            lines.add(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
        }
    }
}
