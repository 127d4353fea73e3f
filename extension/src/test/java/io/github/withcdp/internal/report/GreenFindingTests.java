package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.finding.Suspicion;
import io.github.withcdp.recording.Difference;
import io.github.withcdp.recording.Difference.Change;
import io.github.withcdp.recording.Difference.Explanation;
import io.github.withcdp.recording.Difference.Kind;
import io.github.withcdp.recording.Difference.Presence;
import io.github.withcdp.recording.RecordingDiff;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GreenFindingTests {

    private static final Difference CHANGED_REQUEST = difference(
            Kind.REQUEST,
            Presence.CHANGED,
            "GET http://shop.test/checkout",
            4,
            List.of(
                    new Change("/response/headers/date", "1", "2", Explanation.SAME_CLASS),
                    new Change("/response/status", "200", "500", Explanation.NONE),
                    new Change("/response/statusText", "\"OK\"", "\"Oh no\"", Explanation.NONE)));

    private static Difference difference(
            Kind kind, Presence presence, String subject, long sequence, List<Change> changes) {
        return new Difference(
                kind,
                presence,
                "",
                subject,
                changes,
                Explanation.NONE,
                Duration.ofMillis(1_020),
                sequence,
                "during Page.navigate",
                List.of());
    }

    private static ReportContent content(Conversation recording, Difference... differences) {
        return new ReportContent(Reports.of(recording, new AssertionError("no"))
                .with(
                        ReportField.GREEN,
                        Optional.of(new GreenComparison(
                                "Compared with the last green run",
                                Optional.of(new RecordingDiff(List.of(differences), List.of(), List.of()))))));
    }

    private static List<String> lines(Conversation recording, Difference... differences) {
        return content(recording, differences).suspicions().top().stream()
                .map(Suspicion::line)
                .toList();
    }

    private static List<String> ordinary() {
        return new ReportContent(Reports.of(Reports.checkout(), new AssertionError("no")))
                .suspicions().top().stream().map(Suspicion::line).toList();
    }

    @Test
    void is_told_with_what_is_told_of_the_same_request_and_stands_first() {
        var lines = lines(Reports.checkout(), CHANGED_REQUEST);

        assertThat(lines)
                .first()
                .isEqualTo(
                        "0.029 s @9F86D081 GET http://shop.test/checkout was answered with 500 Oh no; unlike the last green run: /response/status is 500, was 200 (messages 4, 5)");
        assertThat(lines).hasSameSizeAs(ordinary());
        assertThat(lines.subList(1, lines.size()))
                .containsExactlyElementsOf(ordinary().stream()
                        .filter(line -> !line.contains("was answered with 500"))
                        .toList());
    }

    @Test
    void is_told_first_if_nothing_else_is_told_of_it() {
        var added = difference(Kind.CONSOLE, Presence.ADDED, "console.log: no \u001b[31mbasket", 8, List.of());

        assertThat(lines(new Conversation().event(1_044, Conversation.PAGE, "A.b", "{}"), withSequence(added, 0)))
                .containsExactly(
                        "0.020 s @9F86D081 unlike the last green run: console.log: no \\u001b[31mbasket is new, during Page.navigate (message 0)");
    }

    private static Difference withSequence(Difference each, long sequence) {
        return difference(each.kind(), each.presence(), each.subject(), sequence, each.changes());
    }

    @Test
    void has_no_message_if_it_is_missing() {
        var missing = difference(Kind.REQUEST, Presence.MISSING, "GET http://shop.test/basket", 4, List.of());

        assertThat(lines(Reports.checkout(), missing, CHANGED_REQUEST))
                .hasSize(ordinary().size() == 5 ? 5 : ordinary().size() + 1)
                .first()
                .isEqualTo(
                        "0.020 s @browser unlike the last green run: GET http://shop.test/basket is missing, during Page.navigate");
    }

    @Test
    void is_not_told_if_it_is_what_the_test_was_answered_and_there_is_a_finding() {
        var answer = difference(
                Kind.COMMAND,
                Presence.CHANGED,
                "Runtime.evaluate pay()",
                3,
                List.of(new Change("/result/value", "1", "2", Explanation.NONE)));

        assertThat(lines(Reports.checkout(), answer, CHANGED_REQUEST)).isEqualTo(ordinary());
        assertThat(lines(new Conversation(), answer))
                .singleElement()
                .asString()
                .contains("unlike the last green run: Runtime.evaluate pay(): /result/value is 2, was 1");
    }

    @Test
    void is_not_told_if_there_is_none() {
        assertThat(lines(Reports.checkout())).isEqualTo(ordinary());
    }
}
