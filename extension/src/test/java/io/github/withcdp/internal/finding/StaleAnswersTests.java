package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaleAnswersTests {

    private final Conversation conversation = new Conversation();
    private String initiator = "";
    private int id;

    private List<String> lines() {
        return SuspiciousMessages.in(conversation.messages(), Duration.ZERO).top().stream()
                .map(Suspicion::line)
                .toList();
    }

    private StaleAnswersTests got(long millis, String path, String more) {
        return exchange(millis, "GET", "Fetch", path, 200, more, 10);
    }

    private StaleAnswersTests wrote(long millis, String method, String path, int status) {
        return exchange(millis, method, "Fetch", path, status, "\"headers\":{}", 10);
    }

    private StaleAnswersTests exchange(
            long millis, String method, String type, String path, int status, String more, int length) {
        return exchange(PAGE, millis, method, type, path, status, more, length);
    }

    /** What a service worker asked the server. */
    private StaleAnswersTests askedByWorker(long millis, String tag, int length) {
        return exchange("WORKER", millis, "GET", "Fetch", "/", 200, fromNetwork("\"ETag\":\"" + tag + "\""), length);
    }

    private StaleAnswersTests exchange(
            String session, long millis, String method, String type, String path, int status, String more, int length) {
        id++;
        conversation
                .event(
                        millis,
                        session,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"%d\",\"type\":\"%s\",\"documentURL\":\"http://shop.test/\",\"request\":{\"method\":\"%s\",\"url\":\"http://shop.test%s\",\"headers\":{}}%s}"
                                .formatted(id, type, method, path, initiator))
                .event(
                        millis + 1,
                        session,
                        "Network.responseReceived",
                        "{\"requestId\":\"%d\",\"response\":{\"status\":%d,%s}}".formatted(id, status, more))
                .event(
                        millis + 1,
                        session,
                        "Network.dataReceived",
                        "{\"requestId\":\"%d\",\"dataLength\":%d}".formatted(id, length))
                .event(millis + 2, session, "Network.loadingFinished", "{\"requestId\":\"%d\"}".formatted(id));
        return this;
    }

    /** What is asked for from now on, this line of a script asks for. */
    private StaleAnswersTests byLine(int line) {
        initiator = ",\"initiator\":{\"type\":\"script\",\"url\":\"http://shop.test/app.js\",\"lineNumber\":%d}"
                .formatted(line - 1);
        return this;
    }

    private StaleAnswersTests serviceWorker(String session, String url) {
        conversation.event(
                1,
                PAGE,
                "Target.attachedToTarget",
                "{\"sessionId\":\"%s\",\"targetInfo\":{\"targetId\":\"%s\",\"type\":\"service_worker\",\"url\":\"%s\"}}"
                        .formatted(session, session, url));
        return this;
    }

    private static String fromNetwork(String headers) {
        return "\"headers\":{" + headers + "}";
    }

    private static String fromHttpCache(String headers) {
        return "\"fromDiskCache\":true,\"headers\":{" + headers + "}";
    }

    private static String fromWorker(String headers) {
        return "\"fromServiceWorker\":true,\"serviceWorkerResponseSource\":\"cache-storage\",\"cacheStorageCacheName\":\"v1\",\"headers\":{"
                + headers + "}";
    }

    @Test
    void tells_a_copy_in_the_HTTP_cache_that_is_older_than_what_was_written() {
        got(10, "/api/cart", fromNetwork(""))
                .wrote(20, "POST", "/api/cart/items", 201)
                .got(30, "/api/cart", fromHttpCache("\"Cache-Control\":\"max-age=60\""));

        assertThat(lines())
                .containsExactly(
                        "0.032 s @9F86D081 GET http://shop.test/api/cart came from the HTTP cache, although POST http://shop.test/api/cart/items wrote to the server after the copy was made; Cache-Control: max-age=60 allows that (messages 0, 4, 8)");
    }

    @Test
    void names_the_line_that_asked_and_the_script_of_the_service_worker() {
        serviceWorker("W1", "http://shop.test/sw.js")
                .serviceWorker("W2", "http://shop.test/sw.js")
                .serviceWorker("W3", "http://cdn.test/sw.js")
                .got(10, "/cart.json", fromNetwork(""))
                .wrote(20, "PUT", "/cart", 204)
                .byLine(12)
                .got(30, "/cart.json", fromWorker(""));

        assertThat(lines())
                .containsExactly(
                        "0.032 s @9F86D081 page: GET http://shop.test/cart.json, asked for at http://shop.test/app.js:12, came from the cache \"v1\" of the service worker http://shop.test/sw.js, although PUT http://shop.test/cart wrote to the server after the copy was made (messages 3, 7, 11)");
    }

    @Test
    void names_no_service_worker_of_several() {
        serviceWorker("W1", "http://shop.test/sw.js")
                .serviceWorker("W2", "http://shop.test/admin/sw.js")
                .got(10, "/cart.json", fromNetwork(""))
                .wrote(20, "PUT", "/cart", 204)
                .got(30, "/cart.json", fromWorker(""));

        assertThat(lines()).singleElement().asString().contains(" of a service worker, although ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Network.loadingFinished | ",
                "Network.loadingFailed | ,\"canceled\":true,\"errorText\":\"net::ERR_ABORTED\""
            })
    void counts_a_write_from_its_response_on_whose_body_nobody_reads(String end, @Nullable String more) {
        got(10, "/api/cart", fromNetwork(""));
        conversation
                .event(
                        20,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"W\",\"type\":\"Fetch\",\"request\":{\"method\":\"PUT\",\"url\":\"http://shop.test/api/cart/1\",\"headers\":{}}}")
                .event(
                        25,
                        PAGE,
                        "Network.responseReceived",
                        "{\"requestId\":\"W\",\"response\":{\"status\":200,\"headers\":{}}}");
        got(30, "/api/cart", fromHttpCache("\"Cache-Control\":\"max-age=60\""));
        conversation.event(90, PAGE, end, "{\"requestId\":\"W\"%s}".formatted(more == null ? "" : more));

        assertThat(lines())
                .singleElement()
                .asString()
                .contains("although PUT http://shop.test/api/cart/1 wrote to the server after the copy was made");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"cache-control\":\"private, max-age=060\" | Cache-Control: private, max-age=060 allows that",
                "\"Expires\":\"Thu, 01 Dec 2026 16:00:00 GMT\" | Expires: Thu, 01 Dec 2026 16:00:00 GMT allows that",
                "\"Last-Modified\":\"x\" | it has Last-Modified but no Cache-Control, so Chrome chose for how long",
                "\"Cache-Control\":\"no-cache\",\"Expires\":\"x\" | its Cache-Control: no-cache does not allow that, so the request or the way back in the history did",
                "\"Cache-Control\":\"max-age=0\" | its Cache-Control: max-age=0 does not allow that, so the request or the way back in the history did",
                "\"ETag\":\"x\" | no header allows that, so the request or the way back in the history did"
            })
    void names_what_allowed_the_cache_to_answer(String headers, String words) {
        got(10, "/stock", fromNetwork("")).wrote(20, "POST", "/buy", 302).got(30, "/stock", fromHttpCache(headers));

        assertThat(lines()).singleElement().asString().endsWith("the copy was made; " + words + " (messages 0, 4, 8)");
    }

    @Test
    void tells_a_copy_in_the_cache_of_a_service_worker_that_is_older_than_what_was_written() {
        got(10, "/cart.json", fromNetwork("")).wrote(20, "PUT", "/cart", 204).got(30, "/cart.json", fromWorker(""));

        assertThat(lines())
                .containsExactly(
                        "0.032 s @9F86D081 GET http://shop.test/cart.json came from the cache \"v1\" of a service worker, although PUT http://shop.test/cart wrote to the server after the copy was made (messages 0, 4, 8)");
    }

    @Test
    void knows_no_length_of_what_a_service_worker_did_not_read() {
        askedByWorker(10, "1", 10)
                .exchange(30, "GET", "Document", "/", 200, fromWorker("\"ETag\":\"1\""), 10)
                .askedByWorker(40, "1", 0);

        assertThat(lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 11", "2, 10"})
    void tells_a_copy_of_a_service_worker_that_is_not_what_the_server_has(String tag, int length) {
        askedByWorker(10, "1", 10)
                .exchange(30, "GET", "Document", "/", 200, fromWorker("\"ETag\":\"1\""), 10)
                .askedByWorker(31, tag, length);

        assertThat(lines())
                .containsExactly(
                        "0.032 s @9F86D081 page: GET http://shop.test/ came from the cache \"v1\" of a service worker, although the server answers the same with something else (messages 4, 8)");
    }

    @Test
    void a_copy_is_not_suspicious_if_a_newer_answer_came_after_all() {
        got(10, "/cart", fromNetwork(""))
                .wrote(20, "POST", "/cart/items", 201)
                .got(30, "/cart", fromHttpCache(""))
                .got(40, "/cart", fromNetwork(""));

        assertThat(lines()).isEmpty();
    }

    @Test
    void a_copy_of_what_the_server_has_is_not_suspicious() {
        askedByWorker(10, "1", 10)
                .exchange(30, "GET", "Document", "/", 200, fromWorker("\"ETag\":\"1\""), 10)
                .askedByWorker(31, "1", 10);

        assertThat(lines()).isEmpty();
    }

    @Test
    void a_newer_copy_than_an_earlier_answer_is_not_suspicious() {
        askedByWorker(10, "1", 10)
                .askedByWorker(20, "2", 10)
                .exchange(30, "GET", "Document", "/", 200, fromWorker("\"ETag\":\"2\""), 10);

        assertThat(lines()).isEmpty();
    }

    @Test
    void caches_alone_are_not_suspicious() {
        got(10, "/cart", fromNetwork("")).got(30, "/cart", fromHttpCache("\"Cache-Control\":\"max-age=60\""));
        got(40, "/items", fromNetwork("")).got(50, "/items", fromWorker(""));

        assertThat(lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"HEAD, /cart, 200", "POST, /cart/items, 409", "POST, /graphql, 200", "POST, /v1/track, 200"})
    void what_wrote_nothing_makes_nothing_stale(String method, String path, int status) {
        got(10, "/cart", fromNetwork("")).wrote(20, method, path, status).got(30, "/cart", fromHttpCache(""));

        assertThat(lines()).noneMatch(line -> line.contains("HTTP cache"));
    }

    @Test
    void what_was_written_before_the_copy_was_made_is_in_it() {
        wrote(5, "POST", "/cart/items", 201).got(10, "/cart", fromNetwork("")).got(30, "/cart", fromHttpCache(""));

        assertThat(lines()).isEmpty();
    }

    @Test
    void a_file_does_not_change_by_what_is_written_elsewhere() {
        got(10, "/i18n/en.json", fromNetwork(""))
                .wrote(20, "POST", "/login", 200)
                .got(30, "/i18n/en.json", fromHttpCache(""));

        assertThat(lines()).isEmpty();
    }

    @Test
    void what_was_written_to_another_server_is_not_told() {
        got(10, "/cart", fromNetwork(""))
                .wrote(20, "POST", ".other.test/cart", 200)
                .got(30, "/cart", fromHttpCache(""));

        assertThat(lines()).isEmpty();
    }

    @Test
    void a_copy_that_was_made_when_nothing_was_recorded_may_be_of_any_age() {
        wrote(20, "POST", "/cart", 200).got(30, "/cart", fromHttpCache(""));

        assertThat(lines()).isEmpty();
    }

    @Test
    void a_form_that_was_redirected_has_written_too() {
        got(10, "/cart", fromNetwork(""));
        conversation
                .event(
                        20,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"F\",\"type\":\"Document\",\"request\":{\"method\":\"POST\",\"url\":\"http://shop.test/buy\"}}")
                .event(
                        21,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"F\",\"type\":\"Document\",\"request\":{\"method\":\"GET\",\"url\":\"http://shop.test/cart\"},\"redirectResponse\":{\"status\":303,\"headers\":{}}}")
                .event(
                        22,
                        PAGE,
                        "Network.responseReceived",
                        "{\"requestId\":\"F\",\"type\":\"Document\",\"response\":{\"status\":200,\"fromDiskCache\":true,\"headers\":{\"Cache-Control\":\"max-age=9\"}}}")
                .event(23, PAGE, "Network.loadingFinished", "{\"requestId\":\"F\"}");

        assertThat(lines())
                .containsExactly(
                        "0.023 s @9F86D081 GET http://shop.test/cart came from the HTTP cache, although POST http://shop.test/buy wrote to the server after the copy was made; Cache-Control: max-age=9 allows that (messages 0, 4, 5)");
    }
}
