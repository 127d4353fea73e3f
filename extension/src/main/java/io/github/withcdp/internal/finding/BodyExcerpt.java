package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import java.util.Locale;

/** The begin of what a response says, on one line, if it is a text that is not too long to be looked at; of HTML without the tags. */
final class BodyExcerpt {

    private static final int LONGEST = 64 * 1024;
    private static final int SHOWN = 160;

    private BodyExcerpt() {}

    /** Return it; empty if there is none on record, or it says no more than the status. */
    static String of(Exchange.Response response) {
        var type = response.mimeType().toLowerCase(Locale.ROOT);
        if (!isText(type) || response.contentBytes() <= 0 || response.contentBytes() > LONGEST) {
            return "";
        }
        var text = response.body().map(Exchange.Body::text).orElse("");
        var line = (type.contains("html") ? withoutTags(text) : text).strip().replaceAll("\\s+", " ");
        return isSaidByStatus(line, response) ? "" : SafeText.line(line, SHOWN);
    }

    private static boolean isText(String type) {
        return type.endsWith("json") || type.endsWith("xml") || type.equals("text/html") || type.equals("text/plain");
    }

    private static boolean isSaidByStatus(String line, Exchange.Response response) {
        return line.equalsIgnoreCase(response.statusText())
                || line.equalsIgnoreCase((response.status() + " " + response.statusText()).strip());
    }

    private static String withoutTags(String html) {
        var lower = html.toLowerCase(Locale.ROOT);
        var text = new StringBuilder();
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            text.append(html, at, tag < 0 ? html.length() : tag).append(' ');
            int end = tag < 0 ? -1 : endOfTag(lower, tag);
            at = end < 0 ? html.length() : end;
        }
        return text.toString();
    }

    /** Return where a tag ends; of a script or a style, its content with it. */
    private static int endOfTag(String lower, int tag) {
        int from = tag;
        for (var hidden : new String[] {"script", "style"}) {
            if (lower.startsWith(hidden, tag + 1)) {
                from = lower.indexOf("</" + hidden, tag);
            }
        }
        int end = from < 0 ? -1 : lower.indexOf('>', from);
        return end < 0 ? -1 : end + 1;
    }
}
