package io.github.withcdp.internal.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A stack of JavaScript, with what called it asynchronously.
 *
 * @param text one call a line, {@code name (url:line:column)}; in front of asynchronous callers a line {@code await (async)}
 * @param url of the innermost call that has one; may be empty
 * @param line of that call, from 1; 0 if unknown
 * @param column of that call, from 1; 0 if unknown
 */
public record CallStack(String text, String url, int line, int column) {

    private static final Pattern TRACE = Pattern.compile("\\n\\s+at ");

    static final CallStack NONE = new CallStack("", "", 0, 0);

    private static final int CALLS = 50;
    private static final int PARENTS = 8;
    private static final int URL = 2_000; // one of data: may be megabytes

    /** Read a {@code Runtime.StackTrace}. */
    public static CallStack of(JsonNode trace) {
        if (!trace.isObject()) {
            return NONE;
        }
        var lines = new ArrayList<String>();
        var top = NONE;
        var stack = trace;
        for (int parents = 0; parents < PARENTS && stack.isObject(); parents++) {
            var calls = stack.path("callFrames");
            if (parents > 0 && !calls.isEmpty()) {
                lines.add(cut(stack.path("description").asString("caller")) + " (async)");
            }
            for (var call : calls) {
                if (top.url().isEmpty()) {
                    top = placeOf(call);
                }
                if (!add(lines, call)) {
                    return top.withText(lines);
                }
            }
            stack = stack.path("parent");
        }
        return top.withText(lines);
    }

    /**
     * Return the calls that details of an exception tell in the form of JavaScript's own stacks, where the exception has none: as lines that follow
     * its text.
     */
    static String inFull(JsonNode details) {
        var calls = details.path("stackTrace").path("callFrames");
        if (calls.isEmpty()) {
            return at("", placeOf(details));
        }
        var text = new StringBuilder();
        calls.forEach(call -> text.append(at(call.path("functionName").asString(""), placeOf(call))));
        return text.toString();
    }

    private static String at(String function, CallStack place) {
        return "\n    at %s(%s:%d:%d)"
                .formatted(
                        function.isEmpty() ? "" : function + " ",
                        place.url().isEmpty() ? "<anonymous>" : place.url(),
                        Math.max(1, place.line()),
                        Math.max(1, place.column()));
    }

    /** Return a number that Chrome counts from 0 as people count it, 0 if there is none. */
    public static int fromOne(JsonNode number) {
        int value = number.asInt(-1);
        return value < 0 || value == Integer.MAX_VALUE ? 0 : value + 1;
    }

    private static boolean add(List<String> lines, JsonNode call) {
        if (lines.size() >= CALLS) {
            lines.add("…");
            return false;
        }
        var name = call.path("functionName").asString("");
        var place = placeOf(call);
        lines.add((name.isEmpty() ? "(anonymous)" : cut(name)) + " (" + place.url() + ":" + place.line() + ":"
                + place.column() + ")");
        return true;
    }

    private static CallStack placeOf(JsonNode call) {
        return new CallStack(
                "",
                cut(call.path("url").asString("")),
                fromOne(call.path("lineNumber")),
                fromOne(call.path("columnNumber")));
    }

    private static String cut(String text) {
        return text.length() <= URL ? text : text.substring(0, URL) + "…";
    }

    private CallStack withText(List<String> lines) {
        return new CallStack(String.join("\n", lines), url, line, column);
    }

    /** Return the description of an error without its stack: its message, which may have several lines. */
    static String withoutStack(String description) {
        var trace = TRACE.matcher(description);
        return trace.find() ? description.substring(0, trace.start()) : description;
    }
}
