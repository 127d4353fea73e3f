package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a test that was filmed shows its pictures, also when it is made again. */
class FilmReportTests {

    @TempDir
    Path reports;

    @TempDir
    Path again;

    @Test
    void shows_what_the_page_looked_like_before() throws IOException {
        var folder = FailurePhaseTests.notedFolder(
                FixtureRun.of(FilmedTestCase.class, reports).execute().failure());
        var recording = Recording.read(folder.resolve("traffic.jsonl"));
        recording.writeReport(again.resolve("report"));

        assertThat(film(folder))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(picture -> picture.startsWith("/9j/"))
                .isEqualTo(film(again.resolve("report")));
        assertThat(recording.messages()).noneMatch(message -> message.method().contains("creencast"));
    }

    @Test
    void shows_none_if_that_is_not_asked_for() throws IOException {
        var folder = FailurePhaseTests.notedFolder(
                FixtureRun.of(OrdinaryTestCase.class, reports).execute().failure());

        assertThat(film(folder)).isEmpty();
    }

    /** Return the pictures of a film that a report has. */
    private static List<String> film(Path folder) throws IOException {
        try (var lines = Files.lines(folder.resolve("traffic.jsonl"))) {
            var header = Json.read(lines.findFirst().orElseThrow());
            return header.at("/report/film")
                    .valueStream()
                    .map(frame -> frame.path("jpeg").asString())
                    .toList();
        }
    }

    private static void changeAndFail(CDPSession page) {
        for (var color : new String[] {"red", "blue", "green", "white", "black"}) {
            page.evaluate("""
                    new Promise(done => {
                      document.documentElement.style.background = '%s';
                      setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done(1))), 150);
                    })""".formatted(color));
        }
        throw new IllegalStateException("oops");
    }

    @WithCDP(film = true)
    static class FilmedTestCase {

        @Test
        void fails(CDPSession page) {
            changeAndFail(page);
        }
    }

    @WithCDP
    static class OrdinaryTestCase {

        @Test
        void fails(CDPSession page) {
            changeAndFail(page);
        }
    }
}
