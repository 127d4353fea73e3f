package io.github.withcdp.internal.report;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static io.github.withcdp.internal.report.ViewerPage.links;
import static io.github.withcdp.internal.report.ViewerPage.open;
import static io.github.withcdp.internal.report.ViewerPage.strings;
import static io.github.withcdp.internal.report.ViewerPage.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.internal.recording.FilmFrame;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages of reports tell of steps and requests, seen in a browser. */
@WithCDP
class ViewerStoryTests {

    private static final String POPUP = "0123456789ABCDEF";
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir
    Path folder;

    private static Conversation attached() {
        var attached =
                "{\"sessionId\":\"%s\",\"targetInfo\":{\"targetId\":\"%s\",\"type\":\"page\",\"url\":\"http://shop.test/%s\"%s}}";
        return new Conversation()
                .event(1_004, "", "Target.attachedToTarget", attached.formatted(PAGE, "T1", "cart", ""))
                .event(
                        1_005,
                        "",
                        "Target.attachedToTarget",
                        attached.formatted(POPUP, "T2", "pay", ",\"openerId\":\"T1\""));
    }

    private static Conversation polling(Conversation recording, String session, int times) {
        for (int i = 0; i < times; i++) {
            recording
                    .command(2_000 + 10 * i, session, 100 + i, "Runtime.evaluate", "{\"expression\":\"total\"}")
                    .result(2_001 + 10 * i, session, 100 + i, "{\"result\":{\"type\":\"string\",\"value\":\"0.00\"}}");
        }
        return recording;
    }

    @Test
    void polling_is_one_line_and_what_was_before_it_is_seen(CDPSession page) throws IOException {
        open(page, folder, Reports.with(polling(Reports.checkout(), PAGE, 50), List.of()), "");

        assertThat(texts(page, ".story li"))
                .contains("0.012TestPage.navigate http://shop.test/checkout")
                .contains("1.000TestRuntime.evaluate total \"0.00\", 50 times until 1.490")
                .endsWith("3.000The test failed");
        assertThat(texts(page, ".story .left")).isEmpty();
    }

    @Test
    void pictures_of_a_film_stand_in_a_strip_and_beside_the_steps_that_they_came_of(CDPSession page)
            throws IOException {
        var film = List.of(
                new FilmFrame(new SessionId(PAGE), Duration.ofMillis(1_100), PIXEL),
                new FilmFrame(new SessionId(PAGE), Duration.ofMillis(3_900), PIXEL));
        var recording = polling(Reports.checkout(), PAGE, 50);
        open(page, folder, Reports.with(recording, List.of()).with(ReportField.FILM, film), "");

        assertThat(texts(page, ".film li")).containsExactly("0.100 s", "2.900 s");
        assertThat(texts(page, ".story .filmed")).hasSize(2).doesNotContain("3.000The test failed");
        assertThat(texts(page, ".story li:nth-last-child(2).filmed"))
                .as("the last step")
                .hasSize(1);
    }

    @Test
    void the_picture_beside_a_step_is_of_its_page(CDPSession page) throws IOException {
        var film = List.of(
                new FilmFrame(new SessionId(PAGE), Duration.ofMillis(1_900), PIXEL),
                new FilmFrame(new SessionId(POPUP), Duration.ofMillis(2_100), PIXEL),
                new FilmFrame(new SessionId(PAGE), Duration.ofMillis(2_200), PIXEL));
        var recording = attached()
                .command(2_000, PAGE, 101, "Runtime.evaluate", "{\"expression\":\"one\"}")
                .command(2_050, POPUP, 102, "Runtime.evaluate", "{\"expression\":\"two\"}")
                .command(2_300, PAGE, 103, "Runtime.evaluate", "{\"expression\":\"three\"}");
        open(page, folder, Reports.with(recording, List.of()).with(ReportField.FILM, film), "");

        assertThat(
                        strings(
                                page,
                                "[...document.querySelectorAll('.story .filmed')].map(step => /one|two|three/.exec(step.textContent)[0] + ' ' + step.querySelector('img').alt)"))
                .containsExactly(
                        "one The page at 0.900 seconds",
                        "two The page at 1.100 seconds",
                        "three The page at 1.200 seconds");
    }

    @Test
    void a_step_leads_to_its_message_or_request(CDPSession page) throws IOException {
        open(page, folder, Reports.with(Reports.checkout(), List.of()), "");

        assertThat(links(page, ".story .network")).containsExactly("#network?request=0");
        assertThat(links(page, ".story .console")).containsExactly("#messages?message=8");
        assertThat(links(page, ".story .test"))
                .containsExactly("#messages?message=3", "#messages?message=9", "#messages?message=13");
    }

    @Test
    void steps_say_whose_they_are_only_if_there_are_several(CDPSession page) throws IOException {
        open(page, folder, Reports.with(polling(Reports.checkout(), PAGE, 2), List.of()), "");
        assertThat(texts(page, ".story .page-name")).isEmpty();
        open(page, "about:blank");
        open(page, folder, Reports.with(polling(attached(), POPUP, 1), List.of()), "");
        assertThat(texts(page, ".story .page-name")).as("all of one").isEmpty();

        var recording = polling(polling(attached(), PAGE, 1), POPUP, 1);
        open(page, "about:blank");
        open(
                page,
                folder,
                Reports.report(
                        "two", Optional.of(new AssertionError("no")), recording, "http://shop.test/cart", List.of()),
                "");
        assertThat(texts(page, ".story .page-name")).containsExactly("page /cart", "popup /pay");
    }

    @Test
    void a_picture_says_whose_it_is_and_whether_the_last_command_was_for_it(CDPSession page) throws IOException {
        var recording = polling(attached(), POPUP, 1)
                .command(4_100, PAGE, 7, "Page.captureScreenshot", "{}")
                .result(4_101, PAGE, 7, "{\"data\":\"\"}")
                .command(4_102, POPUP, 8, "Page.captureScreenshot", "{}")
                .result(4_103, POPUP, 8, "{\"data\":\"\"}");
        open(
                page,
                folder,
                Reports.report(
                        "two",
                        Optional.of(new AssertionError("no")),
                        recording,
                        "http://shop.test/cart",
                        List.of(
                                Screenshot.taken("http://shop.test/cart", 7, PIXEL),
                                Screenshot.taken("http://shop.test/pay", 8, PIXEL))),
                "");

        assertThat(texts(page, "figcaption"))
                .containsExactly(
                        "page /cart http://shop.test/cart",
                        "popup /pay http://shop.test/payThe last command was for this one.");
    }

    @Test
    void requests_say_whether_a_cache_answered_and_what_has_no_end(CDPSession page) throws IOException {
        var asked =
                "{\"requestId\":\"%s\",\"type\":\"Fetch\",\"request\":{\"method\":\"GET\",\"url\":\"http://a/%1$s\"}}";
        var answered = "{\"requestId\":\"%s\",\"response\":{\"status\":200,\"url\":\"http://a/%1$s\"%s}}";
        var recording = new Conversation()
                .event(1_010, PAGE, "Network.requestWillBeSent", asked.formatted("1"))
                .event(1_011, PAGE, "Network.responseReceived", answered.formatted("1", ",\"fromDiskCache\":true"))
                .event(1_012, PAGE, "Network.loadingFinished", "{\"requestId\":\"1\"}")
                .event(1_020, PAGE, "Network.requestWillBeSent", asked.formatted("2"))
                .event(1_021, PAGE, "Network.responseReceived", answered.formatted("2", ",\"fromServiceWorker\":true"))
                .event(1_022, PAGE, "Network.loadingFinished", "{\"requestId\":\"2\"}")
                .event(2_000, PAGE, "Network.requestWillBeSent", asked.formatted("3"))
                .event(3_000, PAGE, "Network.requestWillBeSent", asked.formatted("4"))
                .event(3_500, PAGE, "Network.responseReceived", answered.formatted("4", ""));
        open(page, folder, Reports.with(recording, List.of()), "#network");

        assertThat(texts(page, "#view-network .rows .status"))
                .containsExactly("200 (from disk cache)", "200 (from service worker)", "pending", "200 pending");
        assertThat(texts(page, "#view-network .rows .took")).containsExactly("2.0 ms", "2.0 ms", "2.00 s", "1.00 s");
        assertThat(page.evaluate(
                                "[...document.querySelectorAll('.bar.pending:last-of-type, .bar.pending:not(:has(~ .bar))')].every(bar => Math.abs(bar.getBoundingClientRect().right - bar.parentElement.querySelector('.failed-at').getBoundingClientRect().left) < 2)")
                        .asBoolean())
                .as("bars that go to the line of the failure")
                .isTrue();
        assertThat(texts(page, ".story .network ~ .said"))
                .containsExactly(
                        "GET http://a/1 200 (from disk cache)",
                        "GET http://a/2 200 (from service worker)",
                        "GET http://a/3 pending",
                        "GET http://a/4 200, pending");
    }

    @Test
    void redirects_are_rows(CDPSession page) throws IOException {
        var recording = new Conversation()
                .event(
                        1_010,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"1\",\"type\":\"Document\",\"request\":{\"method\":\"GET\",\"url\":\"http://a/old\"}}")
                .event(
                        1_020,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"1\",\"type\":\"Document\",\"request\":{\"method\":\"GET\",\"url\":\"http://a/new\"},\"redirectResponse\":{\"status\":302,\"statusText\":\"Found\",\"url\":\"http://a/old\"}}")
                .event(1_030, PAGE, "Network.responseReceived", "{\"requestId\":\"1\",\"response\":{\"status\":200}}")
                .event(1_031, PAGE, "Network.loadingFinished", "{\"requestId\":\"1\"}");
        open(page, folder, Reports.with(recording, List.of()), "#network");

        assertThat(texts(page, "#view-network .rows .target")).containsExactly("http://a/old", "http://a/new");
        assertThat(links(page, ".story .network")).containsExactly("#network?request=0", "#network?request=1");
    }

    @Test
    void a_page_cannot_break_or_flood_the_story(CDPSession page) throws IOException {
        var hostile =
                "</script><img src=x onerror=\\\"document.title='caught'\\\">\\u202e\\u001b[31m" + "x".repeat(100_000);
        var recording = attached();
        for (int i = 0; i < 2_000; i++) {
            recording
                    .event(
                            1_100 + i,
                            PAGE,
                            "Page.javascriptDialogOpening",
                            "{\"type\":\"alert\",\"message\":\"%d %s\"}".formatted(i, i < 1_990 ? "" : hostile))
                    .event(
                            1_100 + i,
                            PAGE,
                            "Page.windowOpen",
                            "{\"url\":\"%s%d\"}".formatted(i < 1_990 ? "" : hostile, i));
        }
        open(page, folder, Reports.with(recording, List.of()), "");

        assertThat(texts(page, ".story li"))
                .hasSize(26)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(800));
        assertThat(texts(page, ".story li").get(0)).isEqualTo("… 3,976 earlier steps: see Messages");
        assertThat(page.evaluate("document.querySelectorAll('.story img, .story script').length")
                        .asInt())
                .isZero();
        assertThat(page.evaluate("document.title").asString()).isNotEqualTo("caught");
        assertThat(page.evaluate("document.querySelector('.story').textContent").asString())
                .doesNotContain(Reports.OVERRIDE, Reports.ESC);
    }
}
