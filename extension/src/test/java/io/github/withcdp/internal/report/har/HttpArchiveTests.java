package io.github.withcdp.internal.report.har;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Body;
import io.github.withcdp.recording.Exchange.Failure;
import io.github.withcdp.recording.Exchange.Header;
import io.github.withcdp.recording.Exchange.Response;
import io.github.withcdp.recording.Exchange.Source;
import io.github.withcdp.recording.Exchange.Timing;
import io.github.withcdp.recording.RecordedMessage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HttpArchiveTests {

    private static final RecordedMessage TIME =
            Made.event(0, 500, Made.PAGE, "Network.requestWillBeSent", "{\"wallTime\":1700000000.5}");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose_file() {
        file = folder.resolve("traffic.har");
    }

    private JsonNode write(Exchange... exchanges) throws IOException {
        return write(List.of(TIME), exchanges);
    }

    private JsonNode write(List<RecordedMessage> messages, Exchange... exchanges) throws IOException {
        HttpArchive.write(messages, List.of(exchanges), "Chrome/156.0.7800.0", file);
        check(file);
        return Json.read(Files.readString(file)).path("log");
    }

    /** Look at an archive that was written. Overridden where there is a validator at hand. */
    void check(Path archive) throws IOException {}

    private JsonNode entry(Made exchange) throws IOException {
        return write(exchange.exchange()).path("entries").path(0);
    }

    /** Return the names and values of what has them. */
    private static List<String> pairs(JsonNode objects) {
        return objects.valueStream()
                .map(each ->
                        each.path("name").asString() + "=" + each.path("value").asString())
                .toList();
    }

    @Test
    void is_valid_without_an_exchange() throws Exception {
        var log = write(List.of());

        assertThat(log.path("version").asString()).isEqualTo("1.2");
        assertThat(log.at("/creator/name").asString()).isEqualTo("WithCDP");
        assertThat(log.path("browser")).isEqualTo(Json.read("{\"name\":\"Chrome\",\"version\":\"156.0.7800.0\"}"));
        assertThat(log.path("pages")).isEqualTo(Json.read("[]"));
        assertThat(log.path("entries")).isEqualTo(Json.read("[]"));
    }

    @Test
    void tells_request_and_response() throws Exception {
        var entry = entry(Made.get("R1", 3, "http://shop.test/orders?page=2&q=a%20b+c&flag#top")
                .answered(
                        200,
                        "application/json",
                        Optional.of(Body.of("{\"name\":\"Ada\"}")),
                        new Header("Content-Type", "application/json; charset=utf-8"),
                        new Header("X-Two", "1"),
                        new Header("X-Two", "2")));

        assertThat(entry).isEqualTo(Json.read("""
                                {"startedDateTime":"2023-11-14T22:13:20.03Z","time":7.0,\
                                "request":{"method":"GET","url":"http://shop.test/orders?page=2&q=a%20b+c&flag#top",\
                                "httpVersion":"HTTP/1.1","cookies":[],"headers":[],\
                                "queryString":[{"name":"page","value":"2"},{"name":"q","value":"a b c"},{"name":"flag","value":""}],\
                                "headersSize":-1,"bodySize":0},\
                                "response":{"status":200,"statusText":"OK","httpVersion":"HTTP/1.1","cookies":[],\
                                "headers":[{"name":"Content-Type","value":"application/json; charset=utf-8"},\
                                {"name":"X-Two","value":"1"},{"name":"X-Two","value":"2"}],\
                                "content":{"size":14,"mimeType":"application/json; charset=utf-8","text":"{\\"name\\":\\"Ada\\"}"},\
                                "redirectURL":"","headersSize":-1,"bodySize":-1,"_transferSize":123},\
                                "cache":{},\
                                "timings":{"blocked":-1.0,"dns":-1.0,"connect":-1.0,"ssl":-1.0,"send":0.0,"wait":7.0,"receive":0.0},\
                                "serverIPAddress":"127.0.0.1","_requestId":"R1","_resourceType":"fetch",\
                                "_initiator":{"type":"script","url":"http://shop.test/app.js","lineNumber":16,\
                                "stack":{"description":"pay (http://shop.test/app.js:17:3)","callFrames":[]}}}"""));
    }

    @Test
    void tells_times_to_the_microsecond() throws Exception {
        var entry = entry(Made.get("R1", 1, "https://shop.test/")
                .answered(200, "text/html", Optional.empty())
                .timing(new Timing(
                        Duration.ofMillis(100),
                        Optional.of(Duration.ofMillis(120)),
                        Duration.ofMillis(130),
                        Optional.of(Duration.ofNanos(1_200_000)),
                        Optional.empty(),
                        Optional.of(Duration.ofNanos(5_000_000)),
                        Optional.of(Duration.ofNanos(3_250_000)),
                        Optional.of(Duration.ofNanos(100_000)),
                        Optional.of(Duration.ofNanos(2_345_678)),
                        Optional.of(Duration.ofNanos(400_000)))));

        assertThat(entry.path("timings"))
                .isEqualTo(
                        Json.read(
                                "{\"blocked\":1.2,\"dns\":-1.0,\"connect\":5.0,\"ssl\":3.25,\"send\":0.1,\"wait\":2.346,\"receive\":0.4}"));
        assertThat(entry.path("time").asDouble()).isEqualTo(9.046);
    }

    @Test
    void tells_what_it_can_of_times_that_nobody_measured() throws Exception {
        var entry = entry(Made.get("R1", 1, "https://shop.test/")
                .timing(new Timing(
                        Duration.ofMillis(100),
                        Optional.of(Duration.ofMillis(103)),
                        Duration.ofMillis(110),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));

        assertThat(entry.path("timings").path("wait").asDouble()).isEqualTo(3);
        assertThat(entry.path("timings").path("receive").asDouble()).isEqualTo(7);
        assertThat(entry.path("timings").path("dns").asDouble()).isEqualTo(-1);
        assertThat(entry.path("time").asDouble()).isEqualTo(10);
    }

    @Test
    void writes_bytes_that_are_no_text_in_base64() throws Exception {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0, 1};

        var content = entry(Made.get("R1", 1, "http://shop.test/a.png")
                        .answered(200, "image/png", Optional.of(Body.of(png))))
                .path("response")
                .path("content");

        assertThat(content.path("encoding").asString()).isEqualTo("base64");
        assertThat(Base64.getDecoder().decode(content.path("text").asString())).isEqualTo(png);
        assertThat(content.path("size").asInt()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"a, 1048576", "ä, 524287", "\uD83D\uDE00, 262143"})
    void cuts_long_bodies_between_characters_and_says_so(String character, int shown) throws Exception {
        var body = "x" + character.repeat(3 * HarContent.LIMIT);
        if (character.equals("a")) {
            body = body.substring(1);
        }

        var content = entry(
                        Made.get("R1", 1, "http://shop.test/").answered(200, "text/plain", Optional.of(Body.of(body))))
                .path("response")
                .path("content");

        assertThat(content.has("encoding")).isFalse();
        var text = content.path("text").asString();
        assertThat(text.codePoints().filter(point -> point == character.codePointAt(0)))
                .hasSize(shown);
        assertThat(body).startsWith(text);
        assertThat(content.path("comment").asString()).startsWith("Cut: the first 1048576 of ");
        assertThat(content.path("size").asLong()).isGreaterThanOrEqualTo(3L * HarContent.LIMIT);
    }

    @Test
    void takes_forms_apart() throws Exception {
        var request = entry(Made.get("R1", 1, "http://shop.test/login")
                        .sent(
                                List.of(new Header("content-type", "application/x-www-form-urlencoded;charset=UTF-8")),
                                Optional.of(Body.of("user=ada&note=a%26b&bad=%zz"))))
                .path("request");

        assertThat(request.at("/postData/text").asString()).isEqualTo("user=ada&note=a%26b&bad=%zz");
        assertThat(pairs(request.at("/postData/params"))).containsExactly("user=ada", "note=a&b", "bad=%zz");
        assertThat(request.path("bodySize").asInt()).isEqualTo(27);
    }

    @Test
    void takes_forms_apart_in_their_charset() throws Exception {
        var type = new Header("Content-Type", "application/x-www-form-urlencoded; charset=iso-8859-1");
        var body = "a=caf%E9&b=x".getBytes(ISO_8859_1);
        var entry = entry(Made.get("R1", 1, "http://shop.test/?q=caf%E9")
                .sent(List.of(type), Optional.of(Body.of(body, ISO_8859_1))));

        assertThat(pairs(entry.at("/request/postData/params"))).containsExactly("a=caf\u00e9", "b=x");
        assertThat(pairs(entry.at("/request/queryString"))).containsExactly("q=caf%E9");
    }

    @Test
    void writes_a_text_in_another_charset_as_text() throws Exception {
        var content = entry(Made.get("R1", 1, "http://shop.test/")
                        .answered(
                                200, "text/plain", Optional.of(Body.of("caf\u00e9".getBytes(ISO_8859_1), ISO_8859_1))))
                .at("/response/content");

        assertThat(content.path("text").asString()).isEqualTo("caf\u00e9");
        assertThat(content.path("size").asInt()).isEqualTo(4);
        assertThat(content.has("encoding")).isFalse();
    }

    @Test
    void says_of_a_part_that_it_is_one() throws Exception {
        var entry = entry(Made.get("R1", 1, "http://shop.test/")
                .sent(List.of(new Header("content-length", "287")), Optional.of(new Part()))
                .answered(200, "text/plain", Optional.of(new Part())));

        assertThat(entry.at("/request/postData/text").asString()).isEqualTo("a part");
        assertThat(entry.at("/request/postData/comment").asString())
                .isEqualTo("Incomplete: Chrome tells no more of it.");
        assertThat(entry.at("/request/bodySize").asInt()).isEqualTo(287);
        assertThat(entry.at("/response/content/comment").asString())
                .isEqualTo("Incomplete: Chrome tells no more of it.");
        assertThat(entry.at("/response/content/size").asInt()).isEqualTo(-1);
    }

    private static final class Part implements Body {

        @Override
        public byte[] bytes() {
            return "a part".getBytes(ISO_8859_1);
        }

        @Override
        public boolean isComplete() {
            return false;
        }
    }

    @Test
    void says_that_a_body_was_not_captured() throws Exception {
        var entry = entry(Made.get("R1", 1, "http://shop.test/login")
                .sent(List.of(), Optional.empty())
                .answered(200, "text/html", Optional.empty()));

        assertThat(entry.at("/request/postData/comment").asString())
                .isEqualTo("There was a content that was not captured.");
        assertThat(entry.at("/request/bodySize").asInt()).isEqualTo(-1);
        assertThat(entry.at("/response/content/comment").asString()).isEqualTo("The content was not captured.");
        assertThat(entry.at("/response/content").has("text")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"50000, The content was not captured.", "-1, The content was not captured.", "0, ''"})
    void tells_how_long_a_content_is_that_was_not_captured(long length, String comment) throws Exception {
        var response = new Response(200, "", "", List.of(), "text/html", "", Source.NETWORK, length, Optional.empty());
        var content =
                entry(Made.get("R1", 1, "http://shop.test/").answered(response)).at("/response/content");

        assertThat(content.path("size").asLong()).isEqualTo(length);
        assertThat(content.path("comment").asString("")).isEqualTo(comment);
    }

    @Test
    void has_no_body_on_the_wire_where_a_cache_had_it() throws Exception {
        var response = new Response(
                304, "", "", List.of(), "text/html", "", Source.REVALIDATED, 3, Optional.of(Body.of("b{}")));
        var entry = entry(Made.get("R1", 1, "http://shop.test/").answered(response));

        assertThat(entry.at("/response/status").asInt()).isEqualTo(304);
        assertThat(entry.at("/response/bodySize").asInt()).isZero();
        assertThat(entry.at("/response/content/size").asInt()).isEqualTo(3);
        assertThat(entry.has("_fromCache")).isFalse();
    }

    @Test
    void reads_cookies() throws Exception {
        var entry = entry(
                Made.get("R1", 1, "http://shop.test/")
                        .sent(List.of(new Header("Cookie", "a=1; b=x=y; ; odd")), Optional.empty())
                        .answered(
                                200,
                                "text/html",
                                Optional.empty(),
                                new Header(
                                        "Set-Cookie",
                                        "sid=42; Path=/; Domain=shop.test; Expires=Wed, 21-Oct-2026 07:28:00 GMT; HttpOnly; Secure; SameSite=Lax\nt=1; expires=soon")));

        assertThat(pairs(entry.at("/request/cookies"))).containsExactly("a=1", "b=x=y", "odd=");
        assertThat(entry.at("/response/cookies")).isEqualTo(Json.read("""
                                [{"name":"sid","value":"42","path":"/","domain":"shop.test","expires":"2026-10-21T07:28:00Z",\
                                "httpOnly":true,"secure":true,"sameSite":"Lax"},\
                                {"name":"t","value":"1","httpOnly":false,"secure":false}]"""));
    }

    @Test
    void makes_a_redirect_an_entry_of_its_own() throws Exception {
        var first = Made.get("R1", 1, "http://shop.test/a")
                .answered(302, "", Optional.empty(), new Header("Location", "/b"))
                .exchange();
        var second = Made.get("R1", 2, "http://shop.test/b")
                .answered(302, "", Optional.empty(), new Header("Location", "/c"))
                .exchange();

        var entries = write(
                        Made.get("R1", 4, "http://shop.test/c")
                                .answered(200, "text/html", Optional.empty())
                                .redirects(first, second)
                                .exchange(),
                        Made.get("R2", 3, "http://shop.test/between").exchange())
                .path("entries");

        assertThat(entries.valueStream())
                .extracting(entry -> entry.at("/request/url").asString() + " "
                        + entry.at("/response/redirectURL").asString())
                .containsExactly(
                        "http://shop.test/a http://shop.test/b",
                        "http://shop.test/b http://shop.test/c",
                        "http://shop.test/between ",
                        "http://shop.test/c ");
    }

    @Test
    void tells_failures() throws Exception {
        var response = entry(Made.get("R1", 1, "http://shop.test/")
                        .failed(new Failure("net::ERR_BLOCKED_BY_RESPONSE", true, "corp", "MissingAllowOriginHeader")))
                .path("response");

        assertThat(response).isEqualTo(Json.read("""
                                {"status":0,"statusText":"","httpVersion":"","cookies":[],"headers":[],\
                                "content":{"size":0,"mimeType":"x-unknown"},"redirectURL":"","headersSize":-1,"bodySize":-1,\
                                "_transferSize":123,"_error":"net::ERR_BLOCKED_BY_RESPONSE","_canceled":true,\
                                "_blockedReason":"corp","_corsError":"MissingAllowOriginHeader"}"""));
    }

    @ParameterizedTest
    @CsvSource({
        "DISK_CACHE, _fromCache, disk",
        "MEMORY_CACHE, _fromCache, memory",
        "SERVICE_WORKER, _fetchedViaServiceWorker, true"
    })
    void tells_where_a_response_came_from(Source source, String key, String value) throws Exception {
        var entry = entry(Made.get("R1", 1, "http://shop.test/")
                .answered(new Response(
                        200, "", "h2", List.of(), "text/html", "[2001:db8::1]:443", source, -1, Optional.empty())));

        assertThat(entry.path(key).asString()).isEqualTo(value);
        assertThat(entry.at("/response/httpVersion").asString()).isEqualTo("HTTP/2");
        assertThat(entry.path("serverIPAddress").asString()).isEqualTo("2001:db8::1");
    }

    @Test
    void writes_the_messages_of_a_WebSocket_as_Chrome_does() throws Exception {
        var entry = entry(Made.get("R1", 1, "ws://shop.test/live")
                .type("WebSocket")
                .answered(101, "", Optional.empty())
                .frames(List.of(
                        Made.frame(1_500, Direction.SENT, "text", "hello"),
                        Made.frame(1_501, Direction.RECEIVED, "binary", "AAE="))));

        assertThat(entry.path("_resourceType").asString()).isEqualTo("websocket");
        assertThat(entry.path("_webSocketMessages"))
                .isEqualTo(
                        Json.read(
                                "[{\"type\":\"send\",\"time\":1700000001.5,\"opcode\":1,\"data\":\"hello\"},{\"type\":\"receive\",\"time\":1700000001.501,\"opcode\":2,\"data\":\"AAE=\"}]"));
    }

    @Test
    void writes_the_events_of_an_EventSource() throws Exception {
        var entry = entry(Made.get("R1", 1, "http://shop.test/events")
                .type("EventSource")
                .frames(List.of(Made.frame(1_500, Direction.RECEIVED, "price", "7"))));

        assertThat(entry.path("_eventSourceMessages"))
                .isEqualTo(Json.read("[{\"time\":1700000001.5,\"eventName\":\"price\",\"data\":\"7\"}]"));
    }

    @Test
    void has_a_page_for_each_document_that_a_page_went_to() throws Exception {
        var messages = List.of(
                TIME,
                Made.event(1, 501, "", "Target.attachedToTarget", "{\"sessionId\":\"" + Made.PAGE + "\"}"),
                Made.event(2, 502, Made.PAGE, "Target.attachedToTarget", "{\"sessionId\":\"W\"}"),
                Made.event(10, 520, Made.PAGE, "Page.frameNavigated", navigated("D1", "http://shop.test/")),
                Made.event(
                        11,
                        521,
                        Made.PAGE,
                        "Page.frameNavigated",
                        "{\"frame\":{\"parentId\":\"F\",\"loaderId\":\"X\"}}"),
                Made.event(12, 540, Made.PAGE, "Page.domContentEventFired", "{}"),
                Made.event(13, 550, Made.PAGE, "Page.loadEventFired", "{}"),
                Made.event(30, 600, Made.PAGE, "Page.frameNavigated", navigated("D2", "http://shop.test/two")),
                Made.event(31, 601, Made.PAGE, "Page.frameNavigated", navigated("none", "about:blank")));
        var before = Made.get("R0", 3, "http://shop.test/before").exchange();
        var redirect = Made.get("D1", 5, "http://shop.test/old")
                .answered(301, "", Optional.empty())
                .timing(Made.untimed(510, 511))
                .exchange();
        var document = Made.get("D1", 6, "http://shop.test/")
                .type("Document")
                .redirects(redirect)
                .exchange();
        var worker = Made.get("R2", 14, "http://shop.test/work").in("W").exchange();
        var other = Made.get("R3", 15, "http://shop.test/other").in("other").exchange();
        var second = Made.get("D2", 20, "http://shop.test/two")
                .type("Document")
                .timing(Made.untimed(590, 595))
                .exchange();
        var image = Made.get("R4", 33, "http://shop.test/i.png").exchange();

        var log = write(messages, before, document, worker, other, second, image);

        assertThat(log.path("pages")).isEqualTo(Json.read("""
                                [{"startedDateTime":"2023-11-14T22:13:20.51Z","id":"page_1","title":"http://shop.test/",\
                                "pageTimings":{"onContentLoad":30,"onLoad":40}},\
                                {"startedDateTime":"2023-11-14T22:13:20.59Z","id":"page_2","title":"http://shop.test/two",\
                                "pageTimings":{"onContentLoad":-1,"onLoad":-1}}]"""));
        assertThat(log.path("entries").valueStream())
                .extracting(entry -> entry.at("/request/url").asString().substring("http://shop.test/".length()) + " "
                        + entry.path("pageref").asString("none"))
                .containsExactly(
                        "before none",
                        "old page_1",
                        " page_1",
                        "work page_1",
                        "other none",
                        "two page_2",
                        "i.png page_2");
    }

    private static String navigated(String loader, String url) {
        return "{\"frame\":{\"id\":\"F\",\"loaderId\":\"%s\",\"url\":\"%s\"}}".formatted(loader, url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://[bad",
                "",
                "?",
                "\uD800",
                "http://a.test/\uDC00?\uD800=\uDFFF",
                "java\nscript:\u001b[31m",
                "</script>",
                "data:text/html,<p>?a=b"
            })
    void is_read_back_whatever_a_URL_is(String url) throws Exception {
        HttpArchive.write(
                List.of(),
                List.of(Made.get(url, 1, url)
                        .type(url)
                        .sent(List.of(new Header(url, url), new Header("cookie", url)), Optional.of(Body.of(url)))
                        .answered(
                                200,
                                url,
                                Optional.of(Body.of(url)),
                                new Header("set-cookie", url),
                                new Header("location", url))
                        .failed(new Failure(url, false, url, url))
                        .frames(List.of(Made.frame(1, Direction.SENT, url, url)))
                        .exchange()),
                url,
                file);

        assertThat(Files.readString(file).chars()).allMatch(unit -> unit < 0x7f);
        var entries = Json.read(Files.readString(file)).at("/log/entries");
        assertThat(entries.size()).isEqualTo(1);
        assertThat(entries.at("/0/request/url").asString()).isEqualTo(url);
    }

    @Test
    void cuts_a_URL_of_10_MB() throws Exception {
        var url = "http://shop.test/?q=" + "a".repeat(10 * 1024 * 1024);

        var request = entry(Made.get("R1", 1, url)).path("request");

        assertThat(request.path("url").asString()).hasSize(Truncation.VALUE);
        assertThat(request.path("comment").asString())
                .isEqualTo("The URL is cut, 10420244 more characters are in traffic.jsonl.");
        assertThat(Files.size(file)).isLessThan(1024 * 1024);
    }

    @Test
    void makes_entries_while_it_writes_them() {
        var many = IntStream.range(0, 3)
                .mapToObj(i -> Made.get("R" + i, i, "http://shop.test/").exchange())
                .toList();
        var entries = new HarEntries(many, new HarPages(PageTimeline.at(List.of()), many), java.time.Instant.EPOCH);

        assertThat(entries.get(1)).isNotSameAs(entries.get(1)).isEqualTo(entries.get(1));
    }

    @Test
    void does_not_overwrite_a_file() throws Exception {
        Files.writeString(file, "mine");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> HttpArchive.write(List.of(), List.of(), "", file));
        assertThat(file).hasContent("mine");
    }
}
