package io.github.withcdp.internal.script;

/**
 * A function of JavaScript that is being executed.
 *
 * @param name empty if it has none
 * @param url of its script; empty for what was evaluated without one
 * @param line in its script, from 1: where it was found if that is known, otherwise where it begins; 0 if unknown
 * @param column in that line, from 1; 0 if unknown
 */
public record RunningFunction(String name, String url, int line, int column) {

    /** One of which nothing is known. */
    public static final RunningFunction UNKNOWN = new RunningFunction("", "", 0, 0);

    /** Return whether neither its name nor its place is known. */
    public boolean isUnknown() {
        return name.isEmpty() && url.isEmpty() && line == 0;
    }

    /** Return it with the file instead of the URL: {@code spin (app.js:12:3)}. */
    public String text() {
        var function = name.isEmpty() ? "(anonymous)" : name;
        if (url.isEmpty() && line == 0) {
            return function;
        }
        var place = url.isEmpty() ? "evaluated script" : file();
        return "%s (%s%s%s)".formatted(function, place, line == 0 ? "" : ":" + line, column == 0 ? "" : ":" + column);
    }

    /** Return the last part of the path, or what there is if it has none. */
    private String file() {
        int end = indexOrEnd(url, '#', indexOrEnd(url, '?', url.length()));
        var path = url.substring(0, end);
        var file = path.substring(path.lastIndexOf('/') + 1);
        return file.isEmpty() ? path : file;
    }

    private static int indexOrEnd(String text, char character, int end) {
        int at = text.indexOf(character);
        return at < 0 || at > end ? end : at;
    }
}
