package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatConsoleMessages;
import static io.github.withcdp.assertions.CDPAssertions.assertThatExchanges;
import static io.github.withcdp.assertions.CDPAssertions.assertThatIllegalArgumentException;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.CDPAssertions.message;
import static io.github.withcdp.assertions.CDPAssertions.post;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;

import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Recording;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Requests and console messages on record, in AssertJ's words. */
class FoundListAssertTests {

    private final Recording recording = recorded();

    private static Recording recorded() {
        var page = ScriptedSession.page().say("Network.enable").say("Runtime.enable");
        Traffic.of(page)
                .loaded("1", "GET", "/shop", 200, "OK")
                .loaded("2", "GET", "/api/users/7", 200, "OK")
                .loaded("3", "GET", "/api/users/8", 404, "Not Found")
                .said("log", "one")
                .said("error", "two");
        return page.recording();
    }

    @Nested
    class Requests {

        @Test
        void pass() {
            assertThat(recording).requests().hasSize(3);
            assertThat(recording)
                    .requests(get("**/api/users/*"))
                    .hasSize(2)
                    .isNotEmpty()
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(recording).requests(post("**")).isEmpty();
            assertThat(recording).requests(get("**/api/users/*")).first().hasStatus(200);
            assertThat(recording).requests(get("**/api/users/*")).last().hasStatus(404);
            assertThat(recording).requests(get("**/api/users/*")).element(1).hasStatus(404);
            assertThat(recording).requests(get("**/7")).single().hasStatus(200);
            assertThat(recording).requests(get("**/7")).singleElement().hasStatus(200);
        }

        @Test
        void fail_if_there_are_fewer() {
            assertFails(
                    "recording-requests-fewer.txt",
                    () -> assertThat(recording).requests(get("**/api/users/*")).hasSize(3));
            assertFails(
                    "recording-requests-at-least.txt",
                    () -> assertThat(recording).requests(get("**/api/users/*")).element(2));
        }

        @Test
        void fail_if_there_are_more() {
            assertFails(
                    "recording-requests-more.txt",
                    () -> assertThat(recording).requests(get("**/api/users/*")).single());
            assertFails(
                    "recording-requests-some.txt",
                    () -> assertThat(recording).requests(get("**/api/users/*")).isEmpty());
        }

        @Test
        void fail_if_there_are_none() {
            assertFails(
                    "recording-requests-none.txt",
                    () -> assertThat(recording).requests(post("**/api/users/*")).first());
            assertFails(
                    "recording-requests-none.txt",
                    () -> assertThat(recording).requests(post("**/api/users/*")).last());
        }

        @Test
        void fail_with_the_domain_that_was_never_enabled() {
            assertFails(
                    "recording-requests-silent.txt",
                    () -> assertThat((Recording) MadeRecording.of()).requests().isNotEmpty());
        }

        @Test
        void count_from_0() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(recording).requests().element(-1));
        }

        @Test
        void keep_what_was_said_of_them() {
            assertThatThrownBy(() -> assertThat(recording)
                            .as("the shop")
                            .requests(get("**/7"))
                            .first()
                            .hasStatus(201))
                    .hasMessageStartingWith("[the shop first element] ");
        }
    }

    @Nested
    class Console {

        @Test
        void passes() {
            assertThat(recording).console().hasSize(2).first().hasText("one");
            assertThat(recording).console(message("two")).single().isError();
        }

        @Test
        void fails() {
            assertFails(
                    "recording-console.txt",
                    () -> assertThat(recording).console(message("three")).hasSize(1));
        }
    }

    @Nested
    class Lists {

        @Test
        void pass() {
            assertThatExchanges(recording.exchanges())
                    .hasSize(3)
                    .filteredOn(get("**/shop"))
                    .single()
                    .hasStatus(200);
            assertThatConsoleMessages(recording.console()).hasSize(2).last().isError();
        }

        @Test
        void fail_as_all_lists_do() {
            assertThatThrownBy(() -> assertThatExchanges(recording.exchanges()).hasSize(2))
                    .hasMessageContaining("Expected size: 2 but was: 3 in:")
                    .hasMessageContaining("GET http://localhost/shop → 200");
            assertThatThrownBy(
                            () -> assertThatConsoleMessages(recording.console()).isEmpty())
                    .hasMessageContaining("ERROR two (http://localhost/app.js:12:7)");
            assertThatThrownBy(() -> assertThatExchanges(List.<Exchange>of()).first())
                    .hasMessageContaining("not to be empty");
        }
    }
}
