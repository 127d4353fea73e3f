package io.github.withcdp.internal.report;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static io.github.withcdp.internal.report.ViewerPage.copiedAsCurl;
import static io.github.withcdp.internal.report.ViewerPage.open;
import static io.github.withcdp.internal.report.ViewerPage.text;
import static io.github.withcdp.internal.report.ViewerPage.texts;
import static io.github.withcdp.internal.report.ViewerPage.until;
import static io.github.withcdp.internal.report.ViewerPage.untilPane;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page of a report tells of single requests. */
@WithCDP
class ViewerNetworkTests {

    @TempDir
    Path folder;

    private static Conversation redirected() {
        var asked =
                "{\"requestId\":\"R1\",\"type\":\"Fetch\",\"request\":{\"method\":\"POST\",\"url\":\"http://a/%s\",\"headers\":{\"X-Of\":\"%1$s\"}}%s}";
        return new Conversation()
                .event(1_001, PAGE, "Network.requestWillBeSent", asked.formatted("one", ""))
                .event(
                        1_002,
                        PAGE,
                        "Network.requestWillBeSent",
                        asked.formatted(
                                "two",
                                ",\"redirectResponse\":{\"status\":303,\"headers\":{\"Set-Cookie\":\"seen=1\",\"Location\":\"/two\"}}"))
                .event(
                        1_003,
                        PAGE,
                        "Network.responseReceived",
                        "{\"requestId\":\"R1\",\"response\":{\"status\":200,\"headers\":{}}}")
                .event(1_004, PAGE, "Network.loadingFinished", "{\"requestId\":\"R1\"}");
    }

    @Test
    void lists_each_redirect_as_a_request_of_its_own(CDPSession page) throws IOException {
        open(page, folder, redirected(), "#network?request=0");

        assertThat(texts(page, "#view-network .rows .target")).containsExactly("http://a/one", "http://a/two");
        assertThat(texts(page, "#view-network .rows .status")).containsExactly("303", "200");
        assertThat(text(page, "#view-network .found")).isEqualTo("2 requests");
        untilPane(page, "network");
        assertThat(text(page, "#view-network .pane"))
                .contains("X-Of", "one", "seen=1", "Redirected to", "http://a/two")
                .doesNotContain("Redirected from");

        page.evaluate("location.hash = '#network?request=1'");
        until(page, "document.querySelector('#view-network .pane').textContent.includes('Redirected from')");
        page.evaluate(
                "[...document.querySelectorAll('#view-network .pane a')].find(link => link.textContent === '303 POST http://a/one').click()");
        until(page, "location.hash === '#network?request=0'");
    }

    @Test
    void tells_what_was_answered_before_a_request_failed(CDPSession page) throws IOException {
        var recording = new Conversation()
                .event(
                        1_001,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"R1\",\"type\":\"Fetch\",\"request\":{\"method\":\"GET\",\"url\":\"http://a/\"}}")
                .event(
                        1_002,
                        PAGE,
                        "Network.responseReceivedExtraInfo",
                        "{\"requestId\":\"R1\",\"statusCode\":200,\"headers\":{}}")
                .event(
                        1_003,
                        PAGE,
                        "Network.loadingFailed",
                        "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_FAILED\"}");
        open(page, folder, recording, "#network?request=0");

        assertThat(texts(page, "#view-network .rows .status")).containsExactly("✕ 200 ERR_FAILED");
        untilPane(page, "network");
        assertThat(text(page, "#view-network .pane")).contains("200, then failed: net::ERR_FAILED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | \"errorText\":\"net::ERR_FAILED\" | ✕ 404 | Status404Type",
                "0 | \"errorText\":\"net::ERR_CONNECTION_REFUSED\" | ✕ ERR_CONNECTION_REFUSED | Statusfailed: nothing listens at shop.test (net::ERR_CONNECTION_REFUSED)Type",
                "0 | \"errorText\":\"\",\"blockedReason\":\"mixed-content\" | ✕ mixed-content | Statuswas blocked because the page https://a.test is secure, and may not load what is not https (mixed-content)Type",
                "200 | \"errorText\":\"net::ERR_FAILED\",\"corsErrorStatus\":{\"corsError\":\"AllowOriginMismatch\"} | ✕ 200 CORS | Status200, but CORS keeps the answer from the page https://a.test: the answer has Access-Control-Allow-Origin: http://b.test, and not https://a.test (AllowOriginMismatch)Type",
                "200 | \"errorText\":\"net::ERR_ABORTED\",\"canceled\":true | 200 cancelled | Status200, its body was cut offType"
            })
    void tells_why_a_request_failed_in_the_words_of_the_findings(
            int status, String failure, String brief, String words, CDPSession page) throws IOException {
        var recording = new Conversation()
                .event(
                        1_001,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"R1\",\"type\":\"Fetch\",\"documentURL\":\"https://a.test/\",\"request\":{\"method\":\"GET\",\"url\":\"http://shop.test/\"}}");
        if (status > 0) {
            recording.event(
                    1_002,
                    PAGE,
                    "Network.responseReceived",
                    "{\"requestId\":\"R1\",\"response\":{\"status\":%d,\"headers\":{\"Access-Control-Allow-Origin\":\"http://b.test\"}}}"
                            .formatted(status));
        }
        recording.event(1_003, PAGE, "Network.loadingFailed", "{\"requestId\":\"R1\",%s}".formatted(failure));
        open(page, folder, recording, "#network?request=0");

        assertThat(texts(page, "#view-network .rows .status")).containsExactly(brief);
        untilPane(page, "network");
        assertThat(text(page, "#view-network .pane")).contains(words);
    }

    @Test
    void says_that_a_body_is_incomplete(CDPSession page) throws IOException {
        var recording = new Conversation()
                .event(
                        1_001,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"R1\",\"request\":{\"method\":\"POST\",\"url\":\"http://a/\",\"hasPostData\":true,\"postData\":\"a\",\"postDataEntries\":[{\"bytes\":\"YQ==\"},{}]}}");
        open(page, folder, recording, "#network?request=0");
        untilPane(page, "network");
        assertThat(copiedAsCurl(page)).startsWith("curl ");

        assertThat(text(page, "#view-network .pane")).contains("It is incomplete: Chrome tells no more of it.");
        assertThat(text(page, ".notice")).contains("The body is incomplete");
    }
}
