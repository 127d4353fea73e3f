package check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads JSON strictly, without a library, so that the check shares no code with what it checks. */
final class Json {

    private static final Pattern UNESCAPED = Pattern.compile("[^\"\\\\\\p{Cntrl}]*+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4})");
    private static final Pattern WORD =
            Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d+)?|true|false|null");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]*");

    private final String text;
    private int position;

    private Json(String text) {
        this.text = text;
    }

    /** Return objects as maps, arrays as lists, and all else as it is written. */
    static Object read(String text) {
        var json = new Json(text);
        var value = json.value();
        if (json.position < text.length()) {
            throw json.unexpected();
        }
        return value;
    }

    private Object value() {
        skip(SPACE);
        Object value = next('{') ? object() : next('[') ? array() : next('"') ? string() : skip(WORD);
        skip(SPACE);
        return value;
    }

    private Map<String, Object> object() {
        var members = new LinkedHashMap<String, Object>();
        for (var more = begin('}'); more; more = more('}')) {
            skip(SPACE);
            var name = string();
            skip(SPACE);
            take(':');
            members.put(name, value());
        }
        return members;
    }

    private List<Object> array() {
        var elements = new ArrayList<>();
        for (var more = begin(']'); more; more = more(']')) {
            elements.add(value());
        }
        return elements;
    }

    private String string() {
        take('"');
        var start = position;
        skip(UNESCAPED);
        while (next('\\')) {
            skip(ESCAPE);
            skip(UNESCAPED);
        }
        take('"');
        return text.substring(start, position - 1);
    }

    private boolean begin(char end) {
        position++;
        skip(SPACE);
        if (next(end)) {
            position++;
            return false;
        }
        return true;
    }

    private boolean more(char end) {
        if (next(',')) {
            position++;
            return true;
        }
        take(end);
        return false;
    }

    private boolean next(char expected) {
        return position < text.length() && text.charAt(position) == expected;
    }

    private void take(char expected) {
        if (!next(expected)) {
            throw unexpected();
        }
        position++;
    }

    private String skip(Pattern pattern) {
        var matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            throw unexpected();
        }
        position = matcher.end();
        return matcher.group();
    }

    private IllegalArgumentException unexpected() {
        var end = Math.min(position + 20, text.length());
        return new IllegalArgumentException("not JSON at character " + position + " of " + text.length() + ": '"
                + text.substring(Math.min(position, end), end) + "'");
    }
}
