package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.report.html.ConsoleData;
import io.github.withcdp.internal.report.html.ExchangeData;
import io.github.withcdp.internal.report.html.HtmlPage;
import io.github.withcdp.internal.report.html.MessageData;
import io.github.withcdp.internal.report.html.Microseconds;
import io.github.withcdp.internal.transcript.Payload;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the page that shows a report. */
final class HtmlReport {

    private final ReportContent content;
    private final FailureReport report;
    private final List<ReportFile> files;
    private final List<String> problems;
    private final Microseconds clock;

    /**
     * Create a writer.
     *
     * @param files the files of the report, written or still to be written
     */
    HtmlReport(ReportContent content, List<ReportFile> files) {
        this.content = content;
        this.files = files;
        report = content.report();
        problems = new ArrayList<>(content.problems());
        clock = new Microseconds(report.origin());
    }

    /** Writes one block of the page. */
    @FunctionalInterface
    private interface Block {

        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Write the page. What cannot be read of the recording is missing from it, and told there.
     *
     * @throws IOException if the file cannot be written
     */
    void writeTo(Path file) throws IOException {
        try (var page = new HtmlPage(file, content.report().heading(), PlainReport.format(content, files))) {
            var data = messages(page);
            var trips = content.trips();
            block(page, "network", out -> ExchangeData.write(out, trips, data, clock));
            block(page, "console", out -> ConsoleData.write(out, content.console(), data, clock));
            block(page, "index", data::writeIndex);
            var numbers = data.numbers();
            numbers.put("exchanges", trips.size());
            numbers.put("console", content.console().size());
            var overview = new HtmlOverview(content, data, clock).of(numbers, files, problems);
            overview.put("story", StoryData.of(content, data, clock));
            report.green().ifPresent(green -> overview.put("green", GreenData.of(green, data, clock)));
            block(page, "overview", out -> out.write(Json.write(overview)));
        }
    }

    private MessageData messages(HtmlPage page) throws IOException {
        var data = new MessageData(content.messages(), clock, page);
        try {
            for (var message : content.messages()) {
                data.add(message);
                if (message.isAnswer() && Payload.of(message.json(), "error").isPresent()) {
                    data.failed(message.sequence());
                }
            }
        } catch (RuntimeException e) {
            problems.add("messages in report.html: " + FailureText.line(e, 400));
        }
        data.end();
        content.suspicions().top().forEach(suspicion -> data.failed(suspicion.sequence()));
        for (var session : report.sessions()) {
            data.target(session.session(), session.targetId(), session.type(), session.url());
        }
        return data;
    }

    private static void block(HtmlPage page, String id, Block block) throws IOException {
        try (var out = page.block(id)) {
            block.writeTo(out);
        }
    }
}
