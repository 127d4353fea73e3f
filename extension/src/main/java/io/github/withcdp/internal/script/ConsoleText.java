package io.github.withcdp.internal.script;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What Chrome's console shows of a call. */
final class ConsoleText {

    private static final int LONGEST = 65_536;
    private static final int ARGUMENTS = 1_000;

    private ConsoleText() {}

    /** Return the arguments of a call as one text. */
    static String ofCall(String type, JsonNode arguments) {
        return switch (type) {
            case "clear" -> "Console was cleared";
            case "assert" -> cut("Assertion failed: " + formatted(arguments));
            default -> cut(formatted(arguments));
        };
    }

    /** Return a text that is not too long to be kept, with a note of how much is left out. */
    static String cut(String text) {
        return cut(text, LONGEST);
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return String.format(Locale.ROOT, "%s… (%,d more characters)", text.substring(0, end), text.length() - end);
    }

    private static String formatted(JsonNode arguments) {
        var out = new StringBuilder();
        int next = 0;
        var first = arguments.path(0);
        if (first.path("type").asString("").equals("string") && arguments.size() > 1) {
            next = format(out, first.path("value").asString(""), arguments);
        }
        for (; next < arguments.size() && next < ARGUMENTS && out.length() <= LONGEST; next++) {
            if (next > 0) {
                out.append(' ');
            }
            out.append(RemoteValue.text(arguments.path(next)));
        }
        return out.toString();
    }

    /** Append a text with its specifiers replaced by arguments, and return the index of the first one that is left. */
    private static int format(StringBuilder out, String format, JsonNode arguments) {
        int next = 1;
        int at = 0;
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            if (percent < 0 || percent + 1 == format.length()) {
                break;
            }
            out.append(format, at, percent);
            at = percent + 2;
            char specifier = format.charAt(percent + 1);
            if (specifier == '%') {
                out.append('%');
            } else if ("sdifoOc".indexOf(specifier) >= 0 && next < arguments.size()) {
                append(out, specifier, arguments.path(next++));
            } else { // shown as it is
                out.append('%');
                at = percent + 1;
            }
        }
        out.append(format, at, format.length());
        return next;
    }

    private static void append(StringBuilder out, char specifier, JsonNode argument) {
        switch (specifier) {
            case 'c' -> {
                // a style, which a text does not have
            }
            case 'd', 'i' -> out.append(whole(argument));
            case 'f' -> out.append(number(argument));
            default -> out.append(RemoteValue.text(argument));
        }
    }

    private static String whole(JsonNode argument) {
        var text = number(argument);
        int point = text.indexOf('.');
        return point < 0 || text.indexOf('e') >= 0 ? text : text.substring(0, point);
    }

    private static String number(JsonNode argument) {
        return switch (argument.path("type").asString("")) {
            case "number", "bigint" -> RemoteValue.text(argument);
            case "string" -> leadingNumber(argument.path("value").asString(""));
            default -> "NaN";
        };
    }

    /** Return the number that a text begins with, as JavaScript's {@code parseFloat} finds it. */
    private static String leadingNumber(String text) {
        var stripped = text.stripLeading();
        int end = 0;
        boolean point = false;
        boolean digits = false;
        for (; end < stripped.length(); end++) {
            char c = stripped.charAt(end);
            if (c == '.' && !point) {
                point = true;
            } else if (c >= '0' && c <= '9') {
                digits = true;
            } else if (end > 0 || (c != '-' && c != '+')) {
                break;
            }
        }
        var number = stripped.substring(0, end);
        return digits ? (number.endsWith(".") ? number.substring(0, end - 1) : number) : "NaN";
    }
}
