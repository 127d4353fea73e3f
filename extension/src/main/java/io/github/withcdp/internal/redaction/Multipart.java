package io.github.withcdp.internal.redaction;

import java.util.Locale;

/** Takes the values of fields with telling names out of {@code multipart/form-data}. */
final class Multipart {

    private static final int LONGEST_BOUNDARY = 100;
    private static final int LONGEST_HEADERS = 4_096;

    private final SensitiveNames names;

    Multipart(SensitiveNames names) {
        this.names = names;
    }

    /** Return the line that each part of a body begins with; an empty text if it has no parts. */
    static String boundary(String body) {
        int end = body.startsWith("--") ? body.indexOf('\n') : -1;
        if (end < 0 || end > LONGEST_BOUNDARY) {
            return "";
        }
        var boundary = body.substring(0, end).strip();
        return boundary.length() > 2 ? boundary : "";
    }

    String redact(String body, String boundary, SecretSink sink) {
        var edits = new TextEdits(body);
        int part = 0;
        while (part >= 0) {
            int next = body.indexOf("\n" + boundary, part);
            part(edits, body, part + boundary.length(), next < 0 ? body.length() : next, sink);
            part = next < 0 ? -1 : next + 1;
        }
        return edits.result();
    }

    private void part(TextEdits edits, String body, int from, int to, SecretSink sink) {
        int at = from;
        var name = "";
        while (at < to && at - from < LONGEST_HEADERS) {
            int line = body.indexOf('\n', at);
            int next = line < 0 || line >= to ? to : line + 1;
            var header = body.substring(at, next).strip();
            if (header.isEmpty() && at > from + 2) {
                value(edits, body, name, next, to, sink);
                return;
            }
            if (header.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                name = name(header);
            }
            at = next;
        }
    }

    private void value(TextEdits edits, String body, String name, int from, int to, SecretSink sink) {
        int end = to > from && body.charAt(to - 1) == '\r' ? to - 1 : to;
        var value = body.substring(from, Math.max(from, end));
        names.what(name, value)
                .filter(what -> !value.isEmpty())
                .ifPresent(
                        what -> edits.replace(from, from + value.length(), sink.take(value, what, Confidence.CERTAIN)));
    }

    private static String name(String header) {
        int from = header.indexOf("name=\"");
        while (from > 0 && Character.isLetter(header.charAt(from - 1))) { // that of a file
            from = header.indexOf("name=\"", from + 1);
        }
        int to = from < 0 ? -1 : header.indexOf('"', from + 6);
        return to < 0 ? "" : header.substring(from + 6, to);
    }
}
