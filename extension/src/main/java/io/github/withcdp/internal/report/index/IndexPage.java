package io.github.withcdp.internal.report.index;

import io.github.withcdp.internal.report.RecordingNumbers;
import io.github.withcdp.internal.report.html.Markup;
import io.github.withcdp.internal.report.html.PolicyHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes the page that lists reports: one file that loads nothing and runs nothing. The same reports always give the same page. */
final class IndexPage {

    /** What every index of ours begins with. */
    static final String HEAD =
            "<!doctype html>\n<!-- made by WithCDP, and made anew whenever a report comes or goes -->\n";

    private static final int SHOWN = 2_000;

    /** Who runs tests one after another looks at those of today. */
    private static final Duration RECENT = Duration.ofHours(12);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String STYLE = style();

    private IndexPage() {}

    /**
     * Return the page.
     *
     * @param home the folder it will be in
     * @param reports the newest first
     */
    static String format(Path home, List<IndexedReport> reports) {
        var shown = reports.subList(0, Math.min(SHOWN, reports.size()));
        var newest = shown.isEmpty() ? Instant.EPOCH : shown.get(0).card().written();
        var recent = shown.stream()
                .filter(report -> !report.card().written().isBefore(newest.minus(RECENT)))
                .toList();
        var earlier = shown.subList(recent.size(), shown.size());
        var title = RecordingNumbers.count(reports.size(), "report");
        var out = new StringBuilder(16 * 1024);
        out.append(HEAD)
                .append("<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ")
                .append(PolicyHash.source(STYLE))
                .append("; base-uri 'none'; form-action 'none'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .append("<title>")
                .append(title)
                .append(" – WithCDP</title>\n<style>")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(reports.isEmpty() ? "No test has failed" : title)
                .append("</h1>\n");
        list(home, recent, out);
        if (!earlier.isEmpty()) {
            out.append(
                            "<h2>Earlier</h2>\n<p>Reports of tests that have not run in the last hours, or that there are no more. ")
                    .append("Clean the build to be rid of them.</p>\n");
            list(home, earlier, out);
        }
        if (reports.size() > SHOWN) {
            out.append(String.format(Locale.ROOT, "<p>… and %,d more.</p>\n", reports.size() - SHOWN));
        }
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void list(Path home, List<IndexedReport> reports, StringBuilder out) {
        if (reports.isEmpty()) {
            return;
        }
        out.append("<ol>\n");
        reports.forEach(report -> item(home, report, out));
        out.append("</ol>\n");
    }

    private static void item(Path home, IndexedReport report, StringBuilder out) {
        var card = report.card();
        boolean failed = !card.failure().isEmpty();
        out.append("<li class=\"")
                .append(failed ? "failed" : "passed")
                .append("\">\n<h3><a href=\"")
                .append(Markup.escape(RelativeUrl.of(home, report.folder().resolve("report.html"))))
                .append("\">")
                .append(Markup.escape(card.title()))
                .append("</a> <span class=\"outcome\">")
                .append(failed ? "failed" : "passed")
                .append(card.phase().isEmpty() ? "" : " in " + Markup.escape(card.phase()))
                .append("</span></h3>\n<p class=\"where\"><code>")
                .append(Markup.escape(card.name()))
                .append("</code>");
        if (!report.module().isEmpty()) {
            out.append(" in <code>").append(Markup.escape(report.module())).append("</code>");
        }
        var written = card.written().truncatedTo(ChronoUnit.SECONDS);
        out.append(" <time datetime=\"")
                .append(written)
                .append("\">")
                .append(TIME.format(written))
                .append("</time></p>\n");
        line("failure", card.failure(), out);
        line("suspicion", card.suspicion(), out);
        out.append("</li>\n");
    }

    private static void line(String kind, String text, StringBuilder out) {
        if (!text.isEmpty()) {
            out.append("<p class=\"")
                    .append(kind)
                    .append("\"><code>")
                    .append(Markup.escape(text))
                    .append("</code></p>\n");
        }
    }

    private static String style() {
        try (var in = Objects.requireNonNull(IndexPage.class.getResourceAsStream("index.css"), "index.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
