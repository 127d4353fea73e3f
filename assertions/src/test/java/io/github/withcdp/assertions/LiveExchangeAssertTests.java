package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.request;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;

import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.DetachReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@link ExchangeAssertTests} shows of each assertion holds here too; this is about waiting and fetching. */
@Timeout(30) // less than what is waited for: who looks only when the time is up has missed what came
class LiveExchangeAssertTests {

    /** For what comes: a test that gets as far as this has failed. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** For what does not come. */
    private static final Duration SHORT = Duration.ofMillis(10);

    private final ScriptedSession page = ScriptedSession.page();
    private final Traffic traffic = Traffic.of(page).asked("1", "GET", "/api/users/7");

    @AfterEach
    void nobody_listens_any_more() {
        assertThat(page.handlers).isEmpty();
    }

    private void inAnotherThread(Runnable happening) {
        page.whenListenedTo(() -> new Thread(happening).start());
    }

    private LiveExchangeAssert user(Duration limit) {
        return assertThat(page).within(limit).requests(request("**/7")).first();
    }

    @Nested
    class Waits {

        @Test
        void not_for_what_is_known() {
            user(LONG).hasMethod("GET").hasUrl("**/7").hasResourceType("Fetch").hasRequestHeader("accept");
        }

        @Test
        void for_the_status() {
            inAnotherThread(() -> traffic.answered("1", 200, "OK"));

            user(LONG).hasStatus(200);
        }

        @Test
        void no_longer_than_it_takes_to_know() {
            traffic.answered("1", 404, "Not Found");

            assertFails("request-status.txt", () -> user(LONG).hasStatus(200));
        }

        @Test
        void for_a_header_that_Chrome_tells_of_later() {
            traffic.answered("1", 200, "OK");
            inAnotherThread(() -> page.receive(
                    "Network.responseReceivedExtraInfo",
                    "{\"requestId\":\"1\",\"statusCode\":200,\"headers\":{\"set-cookie\":\"a=b\"}}"));

            user(LONG).hasHeader("set-cookie", "a=b");
        }

        @Test
        void for_the_end() {
            inAnotherThread(() -> traffic.answered("1", 200, "OK").finished("1"));

            user(LONG)
                    .hasNotFailed()
                    .doesNotHaveHeader("set-cookie")
                    .cameFromNetwork()
                    .tookLessThan(LONG)
                    .wasNotRedirected();
        }

        @Test
        void for_a_failure() {
            inAnotherThread(() -> traffic.failed("1", "net::ERR_FAILED", ""));

            user(LONG).failedWith("net::ERR_FAILED").hasFailed();
        }

        @Test
        void follows_the_very_request() {
            traffic.asked("2", "GET", "/other/7").answered("2", 500, "Oops");
            inAnotherThread(
                    () -> traffic.redirected("1", "/api/users/7", "/login").answered("1", 200, "OK"));

            user(LONG).hasStatus(302);
        }
    }

    @Nested
    class GivesUp {

        @Test
        void when_the_time_is_up() {
            assertFails("request-status-time.txt", () -> user(SHORT).hasStatus(200));
            assertFails("request-not-failed-time.txt", () -> user(SHORT).hasNotFailed());
            assertFails("request-header-time.txt", () -> user(SHORT).hasHeader("etag"));
            assertFails("request-took-time.txt", () -> user(SHORT).tookLessThan(LONG));
        }

        @Test
        void when_the_target_crashes() {
            inAnotherThread(() -> page.receive("Inspector.targetCrashed"));

            assertFails("request-status-crashed.txt", () -> user(LONG).hasStatus(200));
        }

        @Test
        void when_the_session_ends() {
            inAnotherThread(() -> page.end(DetachReason.BROWSER_GONE, "exit status 139 (SIGSEGV)\nlast words"));

            assertFails("request-status-gone.txt", () -> user(LONG).hasStatus(200));
        }
    }

    @Nested
    class Body {

        @Test
        void is_taken_from_the_recording() {
            traffic.answered("1", 200, "OK").finished("1").body("1", "{\"name\":\"Ada\"}");
            page.whenSent(command -> assertThat(command).isEqualTo("not even asked for"));

            user(LONG).bodyAsJson().inPath("$.name").isEqualTo("Ada");
        }

        @Test
        void is_fetched_when_it_has_arrived() {
            page.answer("Network.getResponseBody", "{\"body\":\"Ada\",\"base64Encoded\":false}");
            inAnotherThread(() -> traffic.answered("1", 200, "OK").finished("1"));

            user(LONG).bodyAsString().isEqualTo("Ada");
            assertThat(page.recording()).sent("Network.getResponseBody", CDPAssertions.param("/requestId", "1"));
        }

        @Test
        void is_decoded() {
            var encoded = Base64.getEncoder().encodeToString("Åsa".getBytes(StandardCharsets.UTF_8));
            page.answer("Network.getResponseBody", "{\"body\":\"%s\",\"base64Encoded\":true}".formatted(encoded));
            traffic.answered("1", 200, "OK").finished("1");

            user(LONG).bodyAsString().isEqualTo("Åsa");
        }

        @Test
        void fails_if_it_is_gone() {
            traffic.answered("1", 200, "OK").finished("1");
            page.whenSent(command -> {
                throw new CommandFailedException(command, -32000, "No resource with given identifier found", "");
            });

            assertFails("request-body-gone.txt", () -> user(LONG).bodyAsString());
        }

        @Test
        void fails_without_an_answer() {
            assertFails("request-body-time.txt", () -> user(SHORT).bodyAsString());
        }
    }

    @Nested
    class RequestBody {

        @Test
        void is_fetched() {
            traffic.asked("2", "PUT", "/other/7", "\"headers\":{},\"hasPostData\":true");
            page.answer("Network.getRequestPostData", "{\"postData\":\"{\\\"amount\\\":42}\"}");

            assertThat(page)
                    .requests(request("**/other/7"))
                    .single()
                    .requestBodyAsJson()
                    .node("amount")
                    .isEqualTo(42);
        }

        @Test
        void fails_without_one() {
            assertFails("request-request-body.txt", () -> user(LONG).requestBodyAsString());
        }
    }
}
