package io.github.withcdp.internal.report;

import static io.github.withcdp.internal.report.ViewerPage.open;
import static io.github.withcdp.internal.report.ViewerPage.texts;
import static io.github.withcdp.internal.report.ViewerPage.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.Difference;
import io.github.withcdp.recording.Difference.Change;
import io.github.withcdp.recording.Difference.Explanation;
import io.github.withcdp.recording.Difference.Kind;
import io.github.withcdp.recording.Difference.Presence;
import io.github.withcdp.recording.RecordingDiff;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was otherwise when the test passed, as people see it in the report. */
@WithCDP
class ViewerGreenTests {

    private static final String HOSTILE =
            "</script><img src=x onerror=\"document.title='caught'\">" + Reports.OVERRIDE + Reports.ESC + "[31m";

    @TempDir
    Path folder;

    private static Difference difference(Presence presence, String text, long sequence, Explanation explanation) {
        return new Difference(
                Kind.REQUEST,
                presence,
                text,
                "GET " + text,
                presence == Presence.CHANGED
                        ? List.of(
                                new Change("/response/status", "200", "500", explanation),
                                new Change("/response/headers/" + text, text, "", Explanation.ALWAYS))
                        : List.of(),
                explanation,
                Duration.ofMillis(1_020),
                sequence,
                "asked for by " + text,
                List.of());
    }

    private static Difference with(Difference cause, Difference followed) {
        return new Difference(
                cause.kind(),
                cause.presence(),
                cause.name(),
                cause.subject(),
                cause.changes(),
                cause.explanation(),
                cause.elapsed(),
                cause.sequence(),
                cause.cause(),
                List.of(followed));
    }

    private static FailureReport report(List<Difference> differences, List<Difference> explained) {
        return report(Optional.of(new RecordingDiff(differences, explained, List.of("A note, " + HOSTILE))));
    }

    private static FailureReport report(Optional<RecordingDiff> diff) {
        return Reports.of(Reports.checkout(), new AssertionError("no"))
                .with(ReportField.GREEN, Optional.of(new GreenComparison("Compared with " + HOSTILE, diff)));
    }

    @Test
    void shows_what_nothing_explains_and_folds_the_rest(CDPSession page) throws IOException {
        open(
                page,
                folder,
                report(
                        List.of(
                                difference(Presence.CHANGED, "http://shop.test/checkout", 4, Explanation.NONE),
                                difference(Presence.MISSING, "http://shop.test/basket", 4, Explanation.NONE)),
                        List.of(difference(Presence.CHANGED, "http://shop.test/news", 4, Explanation.LEARNED))),
                "");

        assertThat(texts(page, ".unlike li"))
                .containsExactly(
                        "0.020RequestGET http://shop.test/checkout, asked for by http://shop.test/checkout"
                                + "/response/status200 → 500"
                                + "/response/headers/http://shop.test/checkouthttp://shop.test/checkout → not there differs in any two runs",
                        "0.020RequestGET http://shop.test/basket is missing, asked for by http://shop.test/basket");
        assertThat(texts(page, ".explained summary")).containsExactly("1 difference that is explained");

        page.evaluate("document.querySelector('.explained summary').click()");
        until(page, "document.querySelector('.explained .unlike')");

        assertThat(texts(page, ".explained .unlike li"))
                .singleElement()
                .asString()
                .contains("http://shop.test/news", "200 → 500 differed among the green runs, too");
        page.evaluate("document.querySelector('.unlike a').click()");
        assertThat(page.evaluate("location.hash").asString()).startsWith("#messages?");
    }

    @Test
    void folds_what_comes_after_the_first_five(CDPSession page) throws IOException {
        open(
                page,
                folder,
                report(
                        Collections.nCopies(
                                8, difference(Presence.ADDED, "http://shop.test/checkout", 4, Explanation.NONE)),
                        List.of()),
                "");

        assertThat(texts(page, ".unlike > li")).hasSize(5);
        assertThat(texts(page, ".explained summary")).containsExactly("3 further differences");
    }

    @Test
    void folds_what_followed_below_what_it_came_of(CDPSession page) throws IOException {
        var script = difference(Presence.CHANGED, "http://shop.test/shop.js", 4, Explanation.NONE);
        var items = difference(Presence.MISSING, "http://shop.test/items", 4, Explanation.NONE);
        open(page, folder, report(List.of(with(script, items)), List.of()), "");

        assertThat(texts(page, ".unlike > li > details > summary"))
                .containsExactly("1 difference that follows from it");

        page.evaluate("document.querySelector('.unlike summary').click()");
        until(page, "document.querySelector('.unlike .unlike')");

        assertThat(texts(page, ".unlike .unlike li"))
                .containsExactly(
                        "0.020RequestGET http://shop.test/items is missing, asked for by http://shop.test/items");
    }

    @Test
    void takes_what_pages_say_for_text(CDPSession page) throws IOException {
        open(
                page,
                folder,
                report(
                        List.of(
                                with(
                                        difference(Presence.CHANGED, HOSTILE, 4, Explanation.NONE),
                                        difference(Presence.ADDED, HOSTILE, 4, Explanation.NONE)),
                                difference(Presence.ADDED, HOSTILE, 99, Explanation.NONE)),
                        List.of()),
                "");

        assertThat(texts(page, ".unlike > li")).hasSize(2).allMatch(text -> text.contains("<img src=x"));
        assertThat(page.evaluate("document.querySelectorAll('.unlike img, .unlike script').length")
                        .asInt())
                .isZero();
        assertThat(page.evaluate("document.title").asString()).isNotEqualTo("caught");
        assertThat(page.evaluate("document.querySelector('.overview').textContent")
                        .asString())
                .doesNotContain(Reports.OVERRIDE, Reports.ESC);
    }

    @Test
    void has_one_line_if_there_was_nothing_to_compare_with(CDPSession page) throws IOException {
        open(page, folder, report(Optional.empty()), "");

        assertThat(page.evaluate("document.querySelectorAll('.unlike').length").asInt())
                .isZero();
        assertThat(page.evaluate("document.querySelector('.overview').textContent")
                        .asString())
                .containsOnlyOnce("Compared with ")
                .doesNotContain("Unlike the last green run");
    }
}
