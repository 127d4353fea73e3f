package io.github.withcdp.redaction;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes out the values of password fields, and of those whose names say that they hold secrets. */
final class HtmlInputRule {

    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\G[\\s/]*([^\\s=>\"'/]{1,200})(?:\\s{0,9}=\\s{0,9}(\"[^\"]*\"|'[^']*'|[^\\s\"'>]+))?");
    private static final Set<String> BUTTONS = Set.of("submit", "button", "reset", "image", "checkbox", "radio");
    private static final int LONGEST_TAG = 64 * 1024;

    private final SensitiveNames names;

    HtmlInputRule(SensitiveNames names) {
        this.names = names;
    }

    /** Redact the tag of an input, and return where to go on. */
    int redact(Edits edits, String text, int from, Taker taker) {
        int begin = from + "<input".length();
        var attributes = new HashMap<String, String>();
        int valueFrom = -1;
        int valueTo = -1;
        int end = begin;
        var attribute = ATTRIBUTE.matcher(text).region(begin, Math.min(text.length(), begin + LONGEST_TAG));
        while (attribute.find()) {
            end = attribute.end();
            if (attribute.group(2) != null) {
                var name = attribute.group(1).toLowerCase(Locale.ROOT);
                var value = attribute.group(2);
                int quote = value.startsWith("\"") || value.startsWith("'") ? 1 : 0;
                attributes.put(name, value.substring(quote, value.length() - quote));
                if (name.equals("value")) {
                    valueFrom = attribute.start(2) + quote;
                    valueTo = attribute.end(2) - quote;
                }
            }
        }
        var what = what(attributes);
        if (what.isPresent() && valueFrom >= 0) {
            var value = text.substring(valueFrom, valueTo);
            edits.replace(valueFrom, valueTo, taker.take(unescaped(value), what.get(), Strength.STRONG));
        }
        return end;
    }

    /** Return what an input holds that has these attributes; empty if it may be told. */
    Optional<String> what(Map<String, String> attributes) {
        var type = attributes.getOrDefault("type", "").toLowerCase(Locale.ROOT);
        if (type.equals("password")) {
            return Optional.of("password");
        }
        if (BUTTONS.contains(type)) {
            return Optional.empty();
        }
        return List.of("name", "id", "autocomplete").stream()
                .flatMap(name -> names.what(attributes.getOrDefault(name, "")).stream())
                .findFirst();
    }

    private static String unescaped(String html) {
        return html.indexOf('&') < 0
                ? html
                : html.replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&");
    }
}
