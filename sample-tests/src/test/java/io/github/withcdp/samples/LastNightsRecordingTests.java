package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertFactories.EXCHANGE;
import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.param;
import static io.github.withcdp.assertions.CDPAssertions.post;
import static io.github.withcdp.assertions.CDPAssertions.request;

import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.Difference;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording, such as the {@code traffic.jsonl} of a report, is judged without a browser. */
@WithCDP
class LastNightsRecordingTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @TempDir
    static Path directory;

    static Recording lastNight;

    @BeforeAll
    static void lastNight(CDPSession page) throws IOException {
        buyTea(page);
        page.recording().writeTo(directory.resolve("traffic.jsonl"));

        lastNight = Recording.read(directory.resolve("traffic.jsonl"));
    }

    @Test
    void the_bank_refused_and_nothing_else_went_wrong() {
        assertThat(lastNight)
                .requests(post("**/api/pay").withJsonBody("/amount", 42))
                .single()
                .hasStatus(503);
        assertThat(lastNight)
                .hasNoFailedRequestsExcept("**/api/pay")
                .hasNoConsoleErrorsExcept("payment refused: *", "Failed to load resource: *");
        assertThat(lastNight.exchanges()).last(EXCHANGE).hasResourceType("Fetch");
    }

    @Test
    void the_page_talked_to_nobody_else() {
        assertThat(lastNight).hasOnlyRequests(request(site.url("/**")));
    }

    @Test
    void the_test_was_answered_each_time() {
        assertThat(lastNight)
                .sent("Page.navigate", param("/url", site.url("/checkout.html")))
                .sentInOrder("Page.navigate", "Runtime.evaluate")
                .allCommandsAnswered();
    }

    @Test
    void its_report_is_made_again() throws IOException {
        Recording.read(directory.resolve("traffic.jsonl")).writeReport(directory.resolve("report"));

        assertThat(directory.resolve("report").resolve("summary.md"))
                .content()
                .contains("POST " + site.url("/api/pay"), "503");
    }

    @Test
    void the_page_asks_for_the_same_tonight(CDPSession page) {
        buyTea(page);

        assertThat(paths(page.recording())).containsExactlyElementsOf(paths(lastNight));
    }

    @Test
    void nothing_is_different_tonight(CDPSession page) {
        buyTea(page);

        assertThat(page.recording()).isLike(lastNight);
    }

    @Test
    void it_is_told_what_is_different_tonight(CDPSession page) {
        page.navigate(site.url("/checkout.html"));
        page.evaluate("document.querySelector('#pay').remove()");
        page.evaluate("pay()");

        var diff = page.recording().diff(lastNight);

        assertThat(diff.differences())
                .extracting(Difference::toString)
                .containsExactly("Runtime.evaluate document.querySelector('#pay').remove() is new");
        assertThat(page.recording()).ignoringMethods("Runtime.evaluate").isLike(lastNight);
    }

    @Test
    void somebody_has_approved_what_is_said(CDPSession page) throws IOException {
        Files.writeString(directory.resolve("checkout.outline.txt"), lastNight.outline());

        buyTea(page);

        assertThat(page.recording()).isLikeApproved(directory.resolve("checkout.outline.txt"));
    }

    private static void buyTea(CDPSession page) {
        page.navigate(site.url("/checkout.html"));
        page.evaluate("pay()");
    }

    private static List<String> paths(Recording recording) {
        return recording.exchanges().stream()
                .map(exchange ->
                        exchange.method() + " " + URI.create(exchange.url()).getPath())
                .toList();
    }
}
