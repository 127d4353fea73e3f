package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.recording.Difference;
import io.github.withcdp.recording.Difference.Change;
import io.github.withcdp.recording.Difference.Explanation;
import io.github.withcdp.recording.Difference.Kind;
import io.github.withcdp.recording.Difference.Presence;
import io.github.withcdp.recording.RecordingDiff;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GreenComparisonTests {

    private static Difference difference(String text, Explanation explanation) {
        return difference(text, explanation, List.of());
    }

    private static Difference difference(String text, Explanation explanation, List<Difference> followed) {
        return new Difference(
                Kind.REQUEST,
                Presence.CHANGED,
                text,
                "GET " + text,
                List.of(
                        new Change("/always", "1", "2", Explanation.ALWAYS),
                        new Change("/x", "\"" + text + "\"", "\"other\"", explanation)),
                explanation,
                Duration.ofNanos(1_234_567_890),
                7,
                "asked for by " + text,
                followed);
    }

    private static GreenComparison comparison(String text, int times) {
        return new GreenComparison(
                "Compared with " + text,
                Optional.of(new RecordingDiff(
                        Collections.nCopies(
                                times,
                                difference(
                                        text,
                                        Explanation.NONE,
                                        Collections.nCopies(Math.min(times, 9), difference(text, Explanation.NONE)))),
                        Collections.nCopies(times, difference(text, Explanation.LEARNED)),
                        List.of("Note " + text))));
    }

    private static JsonNode written(GreenComparison comparison) {
        var bytes = Json.write(comparison.json());
        return Json.read(bytes, 0, bytes.length);
    }

    @Test
    void is_read_from_a_header_as_it_was_written() {
        var comparison = comparison("tea", 2);
        var nothing = new GreenComparison("There is nothing to compare with", Optional.empty());

        assertThat(GreenComparison.read(written(comparison))).isEqualTo(comparison);
        assertThat(GreenComparison.read(written(nothing))).isEqualTo(nothing);
    }

    @Test
    void makes_do_with_what_is_in_a_header() {
        var read = GreenComparison.read(Json.read(
                "{\"with\":7,\"diff\":{\"differences\":[{\"kind\":\"NEW\",\"changes\":[7]},8],\"notes\":{}}}"));

        assertThat(read.with()).isEmpty();
        assertThat(read.diff().orElseThrow().differences())
                .hasSize(2)
                .allSatisfy(difference -> assertThat(difference.kind()).isEqualTo(Kind.EVENT));
    }

    @Test
    void has_nothing_that_follows_from_what_followed() {
        var nested = "{\"followed\":[".repeat(100) + "]}".repeat(100);

        var read = GreenComparison.read(Json.read("{\"with\":\"\",\"diff\":{\"differences\":[" + nested + "]}}"));

        assertThat(read.diff().orElseThrow().differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.followed())
                        .singleElement()
                        .satisfies(followed -> assertThat(followed.followed()).isEmpty()));
    }

    @Test
    void prints_nothing_that_a_terminal_would_obey() {
        var followed = difference("tea", Explanation.NONE)
                .with(List.of(new Change("/" + Reports.ESC + "[2J", "", "1", Explanation.NONE)));

        assertThat(difference("tea", Explanation.NONE, List.of(followed)))
                .asString()
                .contains("; from which follows: GET tea differs in /")
                .doesNotContain(Reports.ESC);
    }

    @Test
    void loses_its_secrets() {
        var redacted = comparison("hunter2", 1).redacted(text -> text.replace("hunter2", "‹redacted›"));

        assertThat(Json.write(redacted.json()))
                .asString(StandardCharsets.UTF_8)
                .doesNotContain("hunter2")
                .contains("Note \\u2039redacted");
    }

    @Test
    void is_small_enough_for_a_header_and_says_what_is_left_out() {
        var large = comparison("x".repeat(100_000), 1_000);

        assertThat(Json.write(large.json())).hasSizeLessThan(2_000_000);
        assertThat(large.diff().orElseThrow().differences()).hasSize(50);
        assertThat(large.diff().orElseThrow().differences().get(0).followed()).hasSize(8);
        assertThat(large.diff().orElseThrow().explained()).hasSize(200);
        assertThat(large.diff().orElseThrow().notes()).last().isEqualTo("2,750 further differences are not listed");
    }

    @Test
    void stands_in_the_summary_which_stays_small_and_whole() {
        var recording = Reports.checkout();
        for (int i = 0; i < 100; i++) {
            recording.event(
                    4_000,
                    Conversation.PAGE,
                    "Runtime.consoleAPICalled",
                    "{\"type\":\"error\",\"args\":[{\"value\":\"%s\"}]}".formatted("no ".repeat(100) + i));
        }
        var report = Reports.of(recording, new AssertionError("line\n".repeat(1_000)))
                .with(
                        ReportField.GREEN,
                        Optional.of(comparison("```\n# <b>x</b> " + Reports.ESC + "x".repeat(300), 20)));

        var summary = SummaryFormatter.format(new ReportContent(report), Map.of());

        assertThat(summary.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(8_000);
        assertThat(summary)
                .contains("\n## Unlike the last green run\n\n````text\n1234".replace("1234", "0.235 GET ```"))
                .doesNotContain("\n# <b>", Reports.ESC);
    }
}
