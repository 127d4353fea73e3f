package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.containing;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;

import io.github.withcdp.assertions.internal.match.CheckResult;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangeAssertTests {

    private final Exchange user = Traffic.exchange(it -> it.loaded("1", "GET", "/api/users/7", 200, "OK")
            .body("1", "{\"name\":\"Ada\",\"note\":\"%s\"}".formatted("x".repeat(2000))));
    private final Exchange missing = Traffic.exchange(
            it -> it.loaded("1", "GET", "/api/users/8", 404, "Not Found").body("1", "{\"error\":\"no such user\"}"));
    private final Exchange refused =
            Traffic.exchange(it -> it.asked("1", "GET", "/api/users/9").failed("1", "net::ERR_CONNECTION_REFUSED", ""));
    private final Exchange blocked = Traffic.exchange(it -> it.asked("1", "GET", "/api/users/9")
            .failed(
                    "1",
                    "net::ERR_BLOCKED_BY_CLIENT",
                    ",\"blockedReason\":\"csp\",\"corsErrorStatus\":{\"corsError\":\"MissingAllowOriginHeader\"}"));
    private final Exchange cancelled = Traffic.exchange(
            it -> it.asked("1", "GET", "/api/users/9").failed("1", "net::ERR_ABORTED", ",\"canceled\":true"));
    private final Exchange pending = Traffic.exchange(it -> it.asked("1", "GET", "/api/users/9"));
    private final Exchange cutOff = Traffic.exchange(it -> it.asked("1", "GET", "/api/users/9")
            .answered("1", 200, "OK")
            .failed("1", "net::ERR_CONTENT_LENGTH_MISMATCH", ""));
    private final Exchange redirected = Traffic.exchange(it -> it.asked("1", "GET", "/old")
            .redirected("1", "/old", "/new")
            .answered("1", 200, "OK")
            .finished("1"));
    private final Exchange paid = Traffic.exchange(it -> it.asked(
                    "1", "POST", "/api/pay", "\"headers\":{},\"hasPostData\":true,\"postData\":\"{\\\"amount\\\":42}\"")
            .answered("1", 201, "Created")
            .finished("1"));

    private static Exchange from(Source source) {
        String more =
                switch (source) {
                    case DISK_CACHE -> "\"fromDiskCache\":true";
                    case PREFETCH_CACHE -> "\"fromPrefetchCache\":true";
                    case SERVICE_WORKER -> "\"fromServiceWorker\":true";
                    case NETWORK, REVALIDATED, MEMORY_CACHE -> "\"mimeType\":\"text/css\"";
                };
        return Traffic.exchange(it -> {
            it.asked("1", "GET", "/style.css");
            if (source == Source.MEMORY_CACHE) {
                it.servedFromMemory("1");
            }
            it.answered("1", 200, "OK", more).finished("1");
        });
    }

    @Test
    void is_a_condition_away_from_AssertJ() {
        assertThat(user).is(get("**/api/users/*"));
        assertFails("exchange-condition.txt", () -> assertThat(user).is(get("**/api/orders/*")));
    }

    @Test
    void fails_without_anything_to_look_at() {
        assertThatThrownBy(() -> assertThat((Exchange) null).hasStatus(200))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not to be null");
    }

    @Nested
    class HasMethod {

        @Test
        void passes() {
            assertThat(user).hasMethod("GET").hasMethod("get");
        }

        @Test
        void fails() {
            assertFails("exchange-method.txt", () -> assertThat(user).hasMethod("POST"));
        }
    }

    @Nested
    class HasUrl {

        @Test
        void passes() {
            assertThat(user).hasUrl("http://localhost/api/users/*").hasUrl("**/7");
        }

        @Test
        void overlooks_the_fragment_unless_it_is_asked_for() {
            var there =
                    Traffic.exchange(it -> it.asked("1", "GET", "/shop", "\"urlFragment\":\"#cart\",\"headers\":{}"));

            assertThat(there).hasUrl("http://localhost/shop").hasUrl("**#cart");
            assertThatThrownBy(() -> assertThat(there).hasUrl("**#pay")).isInstanceOf(AssertionError.class);
        }

        @Test
        void fails_with_the_redirects() {
            assertFails("exchange-url.txt", () -> assertThat(redirected).hasUrl("**/old"));
        }
    }

    @Nested
    class HasResourceType {

        @Test
        void passes() {
            assertThat(user).hasResourceType("Fetch").hasResourceType("fetch");
        }

        @Test
        void fails() {
            assertFails("exchange-resource-type.txt", () -> assertThat(user).hasResourceType("Document"));
        }
    }

    @Nested
    class HasRequestHeader {

        @Test
        void passes() {
            assertThat(user)
                    .hasRequestHeader("accept")
                    .hasRequestHeader("ACCEPT", "application/json")
                    .hasRequestHeader("accept", containing("json"));
        }

        @Test
        void fails_without() {
            assertFails(
                    "exchange-request-header-none.txt", () -> assertThat(user).hasRequestHeader("authorization"));
        }

        @Test
        void fails_with_another_value() {
            assertFails("exchange-request-header.txt", () -> assertThat(user).hasRequestHeader("accept", "text/html"));
        }
    }

    @Nested
    class DoesNotHaveRequestHeader {

        @Test
        void passes() {
            assertThat(user).doesNotHaveRequestHeader("authorization");
        }

        @Test
        void fails() {
            assertFails(
                    "exchange-not-request-header.txt", () -> assertThat(user).doesNotHaveRequestHeader("accept"));
        }
    }

    @Nested
    class HasStatus {

        @Test
        void passes() {
            assertThat(user).hasStatus(200);
            assertThat(missing).hasStatus(404);
        }

        @Test
        void fails_with_the_begin_of_the_body() {
            assertFails("exchange-status.txt", () -> assertThat(missing).hasStatus(200));
        }

        @Test
        void fails_without_the_body_if_it_is_no_text() {
            var picture = Traffic.exchange(it -> it.asked("1", "GET", "/a.png")
                    .answered("1", 500, "Oops", "\"mimeType\":\"image/png\"")
                    .finished("1")
                    .body("1", "PNG"));
            var blank = Traffic.exchange(
                    it -> it.loaded("1", "GET", "/", 500, "Oops").body("1", "  "));

            assertThatThrownBy(() -> assertThat(picture).hasStatus(200)).hasMessageEndingWith("500 Oops.");
            assertThatThrownBy(() -> assertThat(blank).hasStatus(200)).hasMessageEndingWith("500 Oops.");
        }

        @Test
        void fails_with_the_error_of_the_network() {
            assertFails("exchange-status-refused.txt", () -> assertThat(refused).hasStatus(200));
        }

        @Test
        void fails_with_the_reason_why_it_was_blocked() {
            assertFails("exchange-status-blocked.txt", () -> assertThat(blocked).hasStatus(200));
        }

        @Test
        void fails_without_an_error_of_the_network() {
            var stopped = Traffic.exchange(
                    it -> it.asked("1", "GET", "/api/users/9").failed("1", "", ",\"blockedReason\":\"inspector\""));

            assertThatThrownBy(() -> assertThat(stopped).hasStatus(200))
                    .hasMessageContaining("but it failed (blocked: inspector).");
        }

        @Test
        void fails_with_who_gave_it_up() {
            assertFails(
                    "exchange-status-cancelled.txt", () -> assertThat(cancelled).hasStatus(200));
        }

        @Test
        void fails_without_an_answer() {
            assertFails("exchange-status-pending.txt", () -> assertThat(pending).hasStatus(200));
        }

        @Test
        void fails_with_the_redirects() {
            assertFails(
                    "exchange-status-redirected.txt",
                    () -> assertThat(redirected).hasStatus(302));
        }

        @Test
        void fails_with_the_cache_it_came_from() {
            assertFails(
                    "exchange-status-cached.txt",
                    () -> assertThat(from(Source.DISK_CACHE)).hasStatus(304));
        }

        @Test
        void fails_with_what_was_said_of_it() {
            assertThatThrownBy(() -> assertThat(user).as("the user").hasStatus(201))
                    .hasMessageStartingWith("[the user] ");
            assertThatThrownBy(() -> assertThat(user).withFailMessage("no").hasStatus(201))
                    .hasMessage("no");
        }
    }

    @Nested
    class HasHeader {

        @Test
        void passes() {
            assertThat(user)
                    .hasHeader("etag")
                    .hasHeader("content-type", "application/json")
                    .hasHeader("Content-Type", containing("json"));
        }

        @Test
        void fails_without() {
            assertFails("exchange-header-none.txt", () -> assertThat(user).hasHeader("set-cookie"));
        }

        @Test
        void fails_with_all_names_that_there_are() {
            var bare = Traffic.exchange(it -> it.asked("1", "GET", "/", "\"headers\":{}"));

            assertThatThrownBy(() -> assertThat(bare).hasRequestHeader("accept"))
                    .hasMessageContaining("those that it has: none.");
        }

        @Test
        void fails_with_another_value() {
            assertFails("exchange-header.txt", () -> assertThat(user).hasHeader("content-type", "text/html"));
        }

        @Test
        void fails_without_a_response() {
            assertFails("exchange-header-refused.txt", () -> assertThat(refused).hasHeader("content-type"));
        }
    }

    @Nested
    class DoesNotHaveHeader {

        @Test
        void passes() {
            assertThat(user).doesNotHaveHeader("set-cookie");
            assertThat(refused).doesNotHaveHeader("content-type");
        }

        @Test
        void fails() {
            assertFails("exchange-not-header.txt", () -> assertThat(user).doesNotHaveHeader("etag"));
        }
    }

    @Nested
    class Body {

        @Test
        void passes() {
            assertThat(user).hasBody().bodyAsString().contains("Ada");
            assertThat(user).bodyAsJson().inPath("$.name").isEqualTo("Ada");
            assertThat(user).bodyAsJsonSatisfies(json -> json.node("name").isString());
        }

        @Test
        void fails_if_it_was_not_captured() {
            assertFails("exchange-body-none.txt", () -> assertThat(redirected).bodyAsString());
        }

        @Test
        void fails_without_a_response() {
            assertFails("exchange-body-refused.txt", () -> assertThat(refused).bodyAsJson());
        }

        @Test
        void fails_if_it_is_not_JSON() {
            var page = Traffic.exchange(
                    it -> it.loaded("1", "GET", "/", 200, "OK").body("1", "<title>Shop</title>\n" + "x".repeat(500)));

            assertFails("exchange-body-not-json.txt", () -> assertThat(page).bodyAsJson());
            assertThatThrownBy(() -> assertThat(page).bodyAsJsonSatisfies(json -> {}))
                    .hasMessageContaining("what it has at line 1, column 1 is not JSON");
        }

        @Test
        void fails_where_it_is_not_JSON_any_more() {
            var faulty =
                    Traffic.exchange(it -> it.loaded("1", "GET", "/", 200, "OK").body("1", "{\"name\":\n\"Ada\",}"));
            var cut =
                    Traffic.exchange(it -> it.loaded("1", "GET", "/", 200, "OK").body("1", "{\"name\":\"Ada\",\n"));

            assertFails(
                    "exchange-body-json-faulty.txt", () -> assertThat(faulty).bodyAsJson());
            assertFails("exchange-body-json-cut.txt", () -> assertThat(cut).bodyAsJson());
        }

        @Test
        void fails_if_it_is_empty() {
            var empty = Traffic.exchange(
                    it -> it.loaded("1", "GET", "/", 204, "No Content").body("1", ""));
            var blank =
                    Traffic.exchange(it -> it.loaded("1", "GET", "/", 200, "OK").body("1", " \n"));

            assertFails("exchange-body-empty.txt", () -> assertThat(empty).bodyAsJson());
            assertThatThrownBy(() -> assertThat(blank).bodyAsJson()).hasMessageEndingWith("but it is blank.");
        }

        @Test
        void is_never_shown_as_a_whole() {
            assertFails(
                    "exchange-body-text.txt",
                    () -> assertThat(user).bodyAsString().isEmpty());
        }

        @Test
        void fails_as_JsonUnit_does() {
            assertThatThrownBy(
                            () -> assertThat(user).bodyAsJson().inPath("$.name").isEqualTo("Bob"))
                    .hasMessageContaining("expected: <\"Bob\"> but was: <\"Ada\">");
            assertThatThrownBy(() -> assertThat(user)
                            .bodyAsJsonSatisfies(json -> json.inPath("$.name").isEqualTo("Bob")))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Nested
    class RequestBody {

        @Test
        void passes() {
            assertThat(paid).hasRequestBody().requestBodyAsString().isEqualTo("{\"amount\":42}");
            assertThat(paid).requestBodyAsJson().node("amount").isEqualTo(42);
        }

        @Test
        void fails_without() {
            assertFails("exchange-request-body-none.txt", () -> assertThat(user).requestBodyAsString());
        }

        @Test
        void fails_if_it_was_not_captured() {
            var upload = Traffic.exchange(it -> it.asked("1", "PUT", "/file", "\"headers\":{},\"hasPostData\":true"));

            assertFails(
                    "exchange-request-body-not-captured.txt",
                    () -> assertThat(upload).requestBodyAsJson());
        }
    }

    @Nested
    class FailedWith {

        @Test
        void passes() {
            assertThat(refused).failedWith("net::ERR_CONNECTION_REFUSED");
            assertThat(cutOff).failedWith("net::ERR_CONTENT_LENGTH_MISMATCH");
        }

        @Test
        void fails_if_it_succeeded() {
            assertFails("exchange-failed-with.txt", () -> assertThat(user).failedWith("net::ERR_FAILED"));
        }

        @Test
        void fails_if_it_failed_otherwise() {
            assertFails(
                    "exchange-failed-with-other.txt", () -> assertThat(cutOff).failedWith("net::ERR_FAILED"));
        }
    }

    @Nested
    class HasFailed {

        @Test
        void passes() {
            assertThat(refused).hasFailed();
            assertThat(missing).hasFailed();
        }

        @Test
        void fails() {
            assertFails("exchange-has-failed.txt", () -> assertThat(user).hasFailed());
        }

        @Test
        void fails_if_it_was_only_cancelled() {
            assertFails(
                    "exchange-has-failed-cancelled.txt",
                    () -> assertThat(cancelled).hasFailed());
        }
    }

    @Nested
    class HasNotFailed {

        @Test
        void passes() {
            assertThat(user).hasNotFailed();
            assertThat(cancelled).hasNotFailed();
        }

        @Test
        void fails_with_the_status() {
            assertFails("exchange-has-not-failed.txt", () -> assertThat(missing).hasNotFailed());
        }

        @Test
        void fails_with_the_error() {
            assertFails(
                    "exchange-has-not-failed-cut-off.txt",
                    () -> assertThat(cutOff).hasNotFailed());
        }

        @Test
        void fails_before_its_end() {
            assertFails(
                    "exchange-has-not-failed-pending.txt",
                    () -> assertThat(pending).hasNotFailed());
        }
    }

    @Nested
    class CameFrom {

        @ParameterizedTest
        @EnumSource(
                value = Source.class,
                names = {"DISK_CACHE", "MEMORY_CACHE", "PREFETCH_CACHE"})
        void a_cache(Source cache) {
            assertThat(from(cache)).cameFromCache();
            assertThatThrownBy(() -> assertThat(from(cache)).cameFromNetwork()).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> assertThat(from(cache)).cameFromServiceWorker())
                    .isInstanceOf(AssertionError.class);
        }

        @Test
        void a_service_worker() {
            assertThat(from(Source.SERVICE_WORKER)).cameFromServiceWorker();
            assertFails(
                    "exchange-came-from-cache.txt",
                    () -> assertThat(from(Source.SERVICE_WORKER)).cameFromCache());
        }

        @Test
        void the_network() {
            assertThat(user).cameFromNetwork();
            assertFails(
                    "exchange-came-from-service-worker.txt",
                    () -> assertThat(user).cameFromServiceWorker());
        }

        @Test
        void nowhere() {
            assertFails(
                    "exchange-came-from-nowhere.txt", () -> assertThat(refused).cameFromNetwork());
        }
    }

    @Nested
    class WasRedirected {

        @Test
        void passes() {
            assertThat(redirected).wasRedirected().wasRedirectedFrom("**/old");
            assertThat(user).wasNotRedirected();
        }

        @Test
        void fails_without_a_redirect() {
            assertFails("exchange-redirected-none.txt", () -> assertThat(user).wasRedirected());
        }

        @Test
        void fails_with_another_redirect() {
            assertFails("exchange-redirected.txt", () -> assertThat(redirected).wasRedirectedFrom("**/older"));
        }

        @Test
        void fails_if_there_should_be_none() {
            assertFails(
                    "exchange-not-redirected.txt", () -> assertThat(redirected).wasNotRedirected());
        }
    }

    @Nested
    class Took {

        @Test
        void passes() {
            assertThat(user).tookLessThan(Duration.ofMillis(21)); // ten from each message to the next
            assertThat(user).took().isEqualTo(Duration.ofMillis(20));
        }

        @Test
        void fails_with_where_the_time_went() {
            var slow = Traffic.exchange(it -> it.asked("1", "GET", "/slow")
                    .answered(
                            "1",
                            200,
                            "OK",
                            "\"timing\":{\"requestTime\":1,\"dnsStart\":0,\"dnsEnd\":5,\"connectStart\":5,\"connectEnd\":8,\"sslStart\":-1,\"sslEnd\":-1,\"sendStart\":8,\"sendEnd\":9,\"receiveHeadersStart\":18,\"receiveHeadersEnd\":19}")
                    .finished("1"));

            assertFails("exchange-took.txt", () -> assertThat(slow).tookLessThan(Duration.ofMillis(20)));
        }

        @Test
        void fails_before_its_end() {
            assertFails("exchange-took-pending.txt", () -> assertThat(pending).tookLessThan(Duration.ofSeconds(1)));
        }
    }

    @Test
    void fails_with_a_word_about_a_body_that_is_a_part() {
        var upload = Traffic.exchange(
                it -> it.asked(
                        "1",
                        "POST",
                        "/upload",
                        "\"headers\":{},\"hasPostData\":true,\"postData\":\"note=a&file=\",\"postDataEntries\":[{\"bytes\":\"bm90ZT1hJmZpbGU9\"},{}]"));

        assertThat(upload).requestBodyAsString().startsWith("note=a");
        assertThatThrownBy(() -> assertThat(upload)
                        .as("the upload")
                        .requestBodyAsString()
                        .contains("what is in the file"))
                .hasMessage("""
                        [the upload, incomplete request body: Chrome does not tell the content of files]\s
                        Expecting actual:
                          "note=a&file="
                        to contain:
                          "what is in the file"\s""");
        assertThat(get("**").withBody(containing("x")).checks(upload))
                .extracting(CheckResult::actual)
                .contains("\"note=a&file=\" (incomplete)");
    }

    @Test
    void fails_with_a_word_about_an_answer_that_was_cut_off() {
        var cutOff = Traffic.exchange(it -> it.asked("1", "GET", "/api/orders")
                .answered("1", 200, "OK")
                .body("1", "[1,")
                .failed("1", "net::ERR_CONTENT_LENGTH_MISMATCH", ""));

        assertThatThrownBy(() -> assertThat(cutOff).bodyAsString().endsWith("]"))
                .hasMessageStartingWith("[incomplete response body: it was cut off, or has not ended]");
    }

    @ParameterizedTest
    @CsvSource({"'\u0007bell', '\\u0007bell'", "'a\u202Eb', 'a\\u202eb'"})
    void shows_what_a_server_says_without_letting_it_act(String said, String shown) {
        var hostile = Traffic.exchange(it -> it.asked("1", "GET", "/"));
        var answer = new Exchange.Response(
                500, said, "", List.of(), "text/plain", "", Source.NETWORK, -1, Optional.of(Exchange.Body.of(said)));
        var exchange = new Exchange(
                hostile.id(),
                hostile.session(),
                0,
                said,
                "",
                hostile.request(),
                Optional.of(answer),
                Optional.empty(),
                List.of(),
                hostile.timing(),
                hostile.initiator(),
                -1,
                true,
                List.of());

        assertThatThrownBy(() -> assertThat(exchange).hasStatus(200))
                .hasMessageContaining("500 " + shown)
                .hasMessageContaining("Its body: " + shown);
        assertThatThrownBy(() -> assertThat(exchange).hasResourceType("Fetch")).hasMessageContaining(shown);
    }
}
