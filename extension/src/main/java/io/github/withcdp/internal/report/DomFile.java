package io.github.withcdp.internal.report;

import io.github.withcdp.internal.text.SafeText;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Formats the document of a page as {@code dom.html}: a page that shows the markup as text. Opened in a browser it runs no script and loads
 * nothing, whatever the markup says; that it cannot even if an escape were wrong is up to its content security policy.
 */
final class DomFile {

    /** Characters of a document that are shown. */
    static final int LIMIT = 5_000_000;

    private static final HexFormat HEX = HexFormat.of();

    private DomFile() {}

    /** Write the document of a page that could be had. */
    static void format(PageDom dom, Appendable out) throws IOException {
        var html = dom.html().orElse("");
        out.append("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>The document of \
                """);
        text(SafeText.line(dom.page(), 500), out);
        out.append("</title>\n</head>\n<body>\n<p>The document of ");
        text(SafeText.line(dom.page(), 500), out);
        out.append(
                " at the moment of failure, with its shadow roots, as text: nothing of it runs or is loaded here.</p>\n<pre>\n");
        text(html.length() > LIMIT ? html.substring(0, LIMIT) : html, out);
        out.append("</pre>\n");
        if (html.length() > LIMIT) {
            out.append(String.format(
                    Locale.ROOT, "<p>… (%,d more characters in traffic.jsonl)</p>\n", html.length() - LIMIT));
        }
        out.append("</body>\n</html>\n");
    }

    private static void text(String text, Appendable out) throws IOException {
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            switch (codePoint) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\t' -> out.append((char) codePoint);
                default -> {
                    if (SafeText.isHarmless(codePoint)) {
                        out.append(text, at, next);
                    } else {
                        for (int unit = at; unit < next; unit++) {
                            out.append("\\u").append(HEX.toHexDigits(text.charAt(unit)));
                        }
                    }
                }
            }
            at = next;
        }
    }
}
