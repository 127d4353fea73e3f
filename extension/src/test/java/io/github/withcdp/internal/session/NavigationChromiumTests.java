package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.EventTimeoutException;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How navigations end that do not end well, in Chromium. */
@Timeout(180)
@Tag("faults")
class NavigationChromiumTests {

    /** For what never comes, but only after something that does. */
    private static final Duration MEDIUM = Duration.ofSeconds(4);

    @AutoClose
    private static final ChromiumFixture chromium = ChromiumFixture.start();

    private final CDPSession page = chromium.newPage();

    @Test
    void a_document_that_is_cut_off_fails_with_the_words_of_Chrome() {
        assertThatThrownBy(() -> page.navigate(chromium.url("/cut")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage(
                        "Protocol error (Page.navigate): net::ERR_CONTENT_LENGTH_MISMATCH: %s broke off after it had begun to come",
                        chromium.url("/cut"));
    }

    @Test
    void a_page_that_stops_its_load_has_ended_it() {
        page.navigate(chromium.url("/stops"));

        assertThat(page.evaluate("document.readyState + ' ' + document.title").asString())
                .isEqualTo("complete stops");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/empty-404", "/empty-500"})
    void a_status_without_a_body_is_an_answer(String path) {
        var result = page.navigate(chromium.url(path));

        assertThat(result.path("errorText").asString()).isEqualTo("net::ERR_HTTP_RESPONSE_CODE_FAILURE");
        assertThat(page.evaluate("document.readyState + ' ' + location.href").asString())
                .isEqualTo("complete chrome-error://chromewebdata/");
    }

    @Test
    void a_failure_is_told_when_its_error_page_is_there() {
        assertThatThrownBy(() -> page.navigate("http://127.0.0.1:19/"))
                .hasMessage("Protocol error (Page.navigate): net::ERR_UNSAFE_PORT: http://127.0.0.1:19/");

        assertThat(page.events().named("Page.loadEventFired").stream()).isNotEmpty();
        assertThat(page.evaluate("document.readyState + ' ' + location.href").asString())
                .isEqualTo("complete chrome-error://chromewebdata/");
    }

    @Test
    void a_page_that_goes_on_to_nowhere_fails_too() {
        assertThatThrownBy(() -> page.navigate(chromium.url("/goes-nowhere")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage(
                        "Protocol error (Page.navigate): net::ERR_UNSAFE_PORT: http://127.0.0.1:19/, to which %s went on",
                        chromium.url("/goes-nowhere"));
    }

    @Test
    void an_evaluation_that_a_navigation_ends_is_told_where_to() {
        page.navigate(chromium.url("/a"));

        assertThatThrownBy(() -> page.evaluate("location.href = '/fetches'; new Promise(() => {})"))
                .hasMessageContaining("navigated or closed: the page ")
                .hasMessageContaining(chromium.url("/fetches"))
                .message()
                .doesNotContain("the page is now " + chromium.url("/a"));
    }

    @Test
    void an_evaluation_that_a_navigation_holds_up_is_told_so() {
        page.navigate(chromium.url("/a"));
        page.await(
                "Network.requestWillBeSent",
                request -> request.param("/request/url").asString().equals(chromium.url("/silent")),
                () -> page.evaluate("void (location.href = '/silent')"));

        assertThatThrownBy(() -> page.evaluate("document.title", MEDIUM))
                .hasMessageContaining(
                        "the page is navigating, and Chrome may not answer before the server does: waiting for %s (Document), asked for ",
                        chromium.url("/silent"))
                .message()
                .doesNotContain("endless loop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent-frame", "/hanging-image"})
    void a_load_that_does_not_end_names_what_it_waits_for(String path) {
        assertThatThrownBy(() -> page.navigate(chromium.url(path), MEDIUM))
                .isInstanceOf(EventTimeoutException.class)
                .extracting(failure ->
                        String.valueOf(failure.getMessage()).replaceFirst("asked for \\S+ m?s ago", "asked for … ago"))
                .isEqualTo("No load event of %s within 4 s\n  it waits for %s (%s), asked for … ago and not answered"
                        .formatted(
                                chromium.url(path),
                                chromium.url("/silent"),
                                path.equals("/silent-frame") ? "Document" : "Image"));
    }

    @Test
    void what_a_frame_of_another_site_waits_for_is_named_too() {
        var frame = page.awaitChild(target -> target.type().equals("iframe"), () -> {
            var unused = page.sendAsync("Page.navigate", Map.of("url", chromium.url("/hanging-frame")));
        });
        while (frame.events().named("Network.requestWillBeSent").stream()
                .noneMatch(request -> request.param("/request/url").asString().endsWith("/silent"))) {
            frame.send("Runtime.getIsolateId"); // goes around once, and takes its time for it
        }

        assertThatThrownBy(() -> page.awaitLoad(Duration.ofSeconds(1)))
                .isInstanceOf(EventTimeoutException.class)
                .hasMessageStartingWith("No load event of %s within 1 s\n  it waits for %s (Image), asked for "
                        .formatted(chromium.url("/hanging-frame"), chromium.otherSite("/silent")));
    }
}
