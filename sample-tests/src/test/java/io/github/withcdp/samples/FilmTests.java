package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A screencast is on record like everything else, and a report shows it as a film strip. */
@WithCDP
class FilmTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void films_a_page_and_writes_a_report_of_it(CDPSession page, Recording recording, @TempDir Path directory)
            throws IOException {
        page.on("Page.screencastFrame", frame -> {
            page.send("Page.screencastFrameAck", Map.of("sessionId", frame.param("/sessionId")));
        });
        page.send("Page.startScreencast", Map.of("format", "jpeg", "quality", 40, "maxWidth", 400));

        page.await("Page.screencastFrame", () -> page.navigate(site.url("/index.html")));
        recording.writeTo(directory.resolve("traffic.jsonl"));

        Recording.read(directory.resolve("traffic.jsonl")).writeReport(directory.resolve("report"));

        assertThat(directory.resolve("report")).isDirectoryContaining("glob:**/report.html");
    }
}
