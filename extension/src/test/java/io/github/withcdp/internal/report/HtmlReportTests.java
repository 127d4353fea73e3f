package io.github.withcdp.internal.report;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.recording.FilmFrame;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class HtmlReportTests {

    private static final String SURROGATE = "\\ud800";

    @TempDir
    Path folder;

    private WrittenPage page(Recording recording) throws IOException {
        return WrittenPage.of(Reports.with(recording, List.of()), folder);
    }

    private static List<Integer> numbers(JsonNode array) {
        return array.valueStream().map(JsonNode::intValue).toList();
    }

    @Test
    void tells_what_failed() throws IOException {
        var overview = page(Reports.checkout()).overview();

        assertThat(overview.path("format").intValue()).isEqualTo(1);
        assertThat(overview.path("title").stringValue()).isEqualTo("pays once");
        assertThat(overview.at("/test/phase").stringValue()).isEqualTo("@BeforeEach");
        assertThat(overview.at("/failure/type").stringValue()).isEqualTo("java.lang.AssertionError");
        assertThat(overview.at("/failure/stack").stringValue()).contains("\n\tat ");
        assertThat(overview.path("failedAt").intValue()).isEqualTo(3_000_000);
        assertThat(overview.path("endMessage").intValue()).isEqualTo(-1);
        assertThat(overview.path("duration").intValue()).isEqualTo(3_000_000);
        assertThat(overview.at("/browser/version").stringValue()).isEqualTo("Chrome/156.0.7800.0");
        assertThat(overview.path("redaction").stringValue()).contains("withcdp.redact=false");
        assertThat(overview.path("suspicions")).isNotEmpty();
        assertThat(overview.path("chromeLog").stringValue()).contains("DevTools listening");
        assertThat(overview.at("/numbers/messages").intValue()).isEqualTo(14);
        assertThat(overview.path("files")
                        .valueStream()
                        .map(file -> file.path("name").stringValue()))
                .startsWith("report.html", "transcript.txt");
    }

    @Test
    void has_every_message_as_it_was() throws IOException {
        var recording = Reports.checkout();

        assertThat(page(recording).messages())
                .isEqualTo(
                        recording.messages().stream().map(RecordedMessage::tree).toList());
    }

    @Test
    void joins_answers_with_their_commands() throws IOException {
        var index = page(Reports.checkout()).index();

        assertThat(index.path("count").intValue()).isEqualTo(14);
        assertThat(index.path("kind").stringValue()).isEqualTo("caeceeaeecacac");
        assertThat(numbers(index.path("at")).subList(0, 4)).containsExactly(0, 3_000, 1_000, 8_000);
        assertThat(numbers(index.path("sequence"))).hasSize(14).startsWith(0, 1, 1);
        assertThat(numbers(index.path("id"))).containsExactly(1, 1, 0, 4, 0, 0, 4, 0, 0, 5, 5, 12, 12, 13);
        assertThat(numbers(index.path("partner"))).containsExactly(1, 0, -1, 6, -1, -1, 3, -1, -1, 10, 9, 12, 11, -1);
        assertThat(numbers(index.path("failed"))).contains(10);
        assertThat(numbers(index.path("size")).get(0))
                .isEqualTo(Reports.checkout().messages().get(0).json().length());
    }

    @Test
    void names_methods_and_sessions_by_number() throws IOException {
        var page = page(Reports.checkout());
        var methods = page.overview().path("methods");
        var sessions = page.overview().path("sessions");

        assertThat(numbers(page.index().path("method")).subList(0, 4)).containsExactly(0, 0, 1, 2);
        assertThat(methods.get(2).stringValue()).isEqualTo("Page.navigate");
        assertThat(numbers(page.index().path("session")).subList(0, 4)).containsExactly(0, 0, 0, 1);
        assertThat(sessions.get(0).path("type").stringValue()).isEqualTo("browser");
        assertThat(sessions.get(1).path("id").stringValue()).isEqualTo(PAGE);
        assertThat(sessions.get(1).path("label").stringValue()).isEqualTo(PAGE.substring(0, 8));
        assertThat(sessions.get(1).path("targetId").stringValue()).isEqualTo("T1");
        assertThat(sessions.get(1).path("parent").intValue()).isZero();
        assertThat(sessions.get(1).path("attached").intValue()).isEqualTo(4_000);
        assertThat(sessions.get(1).path("detached").isNull()).isTrue();
    }

    @Test
    void tells_when_sessions_ended() throws IOException {
        var recording = Reports.checkout()
                .event(3_900, PAGE, "Inspector.targetCrashed", "{}")
                .event(4_500, "", "Target.detachedFromTarget", "{\"sessionId\":\"%s\"}".formatted(PAGE));
        var page = page(recording);

        var session = page.overview().path("sessions").get(1);
        assertThat(session.path("detached").intValue()).isEqualTo(3_500_000);
        assertThat(session.path("reason").stringValue()).isEqualTo("crashed");
        assertThat(page.overview().path("endMessage").intValue()).isEqualTo(15);
    }

    @Test
    void tells_a_shared_worker_as_started_by_the_page_that_asked_for_its_script() throws IOException {
        var recording = Reports.checkout()
                .event(
                        3_900,
                        "",
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"W\",\"targetInfo\":{\"targetId\":\"TW\",\"type\":\"shared_worker\",\"url\":\"http://a.test/w.js\"}}")
                .event(3_901, PAGE, "Network.requestWillBeSent", "{\"requestId\":\"other\"}")
                .event(3_902, PAGE, "Network.requestWillBeSent", "{\"requestId\":\"TW\"}")
                .event(3_903, "W", "Inspector.targetCrashed", "{}")
                .event(3_904, "", "Target.detachedFromTarget", "{\"sessionId\":\"W\"}");

        var worker = page(recording).overview().path("sessions").get(2);
        assertThat(worker.path("type").stringValue()).isEqualTo("shared_worker");
        assertThat(worker.path("parent").intValue()).isEqualTo(1);
        assertThat(worker.path("reason").stringValue()).isEqualTo("detached");
    }

    @Test
    void cuts_long_strings_and_nothing_else() throws IOException {
        var text = "x".repeat(10_000_000);
        var page =
                page(new Conversation().event(1, PAGE, "A.b", "{\"text\":\"%s\",\"then\":[1,\"y\"]}".formatted(text)));

        var params = page.messages().get(0).path("params");
        assertThat(params.path("text").stringValue())
                .isEqualTo("x".repeat(16_384) + "… (9983616 more characters in traffic.jsonl)");
        assertThat(params.path("then").toString()).isEqualTo("[1,\"y\"]");
        assertThat(numbers(page.index().path("size")).get(0)).isGreaterThan(10_000_000);
        assertThat(page.html().length()).isLessThan(500_000);
    }

    @Test
    void has_what_is_no_JSON_as_text() throws IOException {
        var page = page(new Conversation().raw(1, "\u0000 not\njson </script>").raw(2, ""));

        assertThat(page.messages()).extracting(JsonNode::stringValue).containsExactly("\u0000 not\njson </script>", "");
        assertThat(page.index().path("kind").stringValue()).isEqualTo("oo");
    }

    @Test
    void has_blocks_for_many_messages() throws IOException {
        var recording = new Conversation();
        IntStream.range(0, 1_000).forEach(i -> recording.event(i, PAGE, "A.b", "{\"n\":" + i + "}"));

        assertThat(page(recording).messages())
                .extracting(message -> message.at("/params/n").intValue())
                .isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void cannot_be_broken_by_what_pages_say() throws IOException {
        var hostile =
                "</script><script>alert(1)</script><!-- \u2028\u2029 " + Reports.ESC + Reports.OVERRIDE + "\ud800";
        var json = "\"</script><script>alert(1)</script><!-- \u2028" + SURROGATE + "\\u001b\"";
        var recording = new Conversation()
                .event(1, PAGE, "A.</script>", "{\"x\":%s}".formatted(json))
                .incomplete(hostile);

        var report =
                Reports.report(hostile, Optional.of(new IllegalStateException(hostile)), recording, hostile, List.of());
        var page = WrittenPage.of(report, folder);

        assertThat(page.withoutData())
                .containsOnlyOnce("<script>")
                .containsOnlyOnce("</script>")
                .containsOnlyOnce("</style>")
                .doesNotContain("<!--", "alert(1)</script>", Reports.ESC, Reports.OVERRIDE)
                .contains("&lt;/script&gt;&lt;script&gt;alert(1)");
        assertThat(page.messages().get(0).at("/params/x").stringValue())
                .isEqualTo("</script><script>alert(1)</script><!-- \u2028\ud800\u001b");
        assertThat(page.overview().path("incompleteBecause").stringValue()).contains("\\u001b");
    }

    @Test
    void lets_only_its_own_script_and_style_run() throws IOException, NoSuchAlgorithmException {
        var page = page(Reports.checkout());
        var html = page.withoutData();

        assertThat(html)
                .contains(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src %s %s; style-src %s %s; img-src data:; base-uri 'none'; form-action 'none'\">"
                                .formatted(
                                        hash(within(html, "script")),
                                        hash(page.viewerScript()),
                                        hash(within(html, "style")),
                                        hash(page.viewerStyle())))
                .doesNotContain(" style=", " onclick=", "\r");
    }

    private static String within(String html, String element) {
        var match = Pattern.compile("<%1$s>(.*)</%1$s>".formatted(element), Pattern.DOTALL)
                .matcher(html);
        assertThat(match.find()).isTrue();
        return match.group(1);
    }

    private static String hash(String text) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    @Test
    void says_what_failed_where_scripts_do_not_run() throws IOException {
        assertThat(page(Reports.checkout()).withoutData())
                .containsPattern("(?s)</script>\\s*<main id=\"plain\">.*pays once failed.*AssertionError: no.*</main>");
    }

    @Test
    void has_pictures_as_they_are_and_says_which_are_missing() throws IOException {
        var report = Reports.with(
                Reports.checkout(),
                List.of(
                        Screenshot.taken("http://a.test/", new byte[] {1, 2, 3}),
                        Screenshot.missing("http://b.test/", "a dialog was open")));

        var screenshots = WrittenPage.of(report, folder).overview().path("screenshots");

        assertThat(screenshots.get(0).path("src").stringValue()).isEqualTo("data:image/png;base64,AQID");
        assertThat(screenshots.get(1).path("missingBecause").stringValue()).isEqualTo("a dialog was open");
    }

    @Test
    void shows_a_film_of_at_most_24_pictures_and_no_other_data() throws IOException {
        var recording = new Conversation().event(1_000, PAGE, "Page.screencastFrame", frame("data:text/html,<b>"));
        IntStream.range(0, 200)
                .forEach(i -> recording.event(1_100 + i * 10L, PAGE, "Page.screencastFrame", frame("/9j/" + i)));
        recording.event(60_000, PAGE, "Page.screencastFrame", frame("/9j/last"));

        var film = page(recording).overview().path("film");

        assertThat(film).isNotEmpty().hasSizeLessThanOrEqualTo(24);
        assertThat(film.valueStream().map(picture -> picture.path("src").stringValue()))
                .allMatch(source -> source.startsWith("data:image/jpeg;base64,/9j/"))
                .endsWith("data:image/jpeg;base64,/9j/last");
    }

    @Test
    void shows_the_pictures_of_a_test_that_was_filmed() throws IOException {
        var report = Reports.report("passes", Optional.empty(), new Conversation(), "", List.of())
                .with(ReportField.ORIGIN, Duration.ofSeconds(1))
                .with(
                        ReportField.FILM,
                        List.of(new FilmFrame(new SessionId(PAGE), Duration.ofMillis(1_500), new byte[] {1, 2, 3})));

        var film = WrittenPage.of(report, folder).overview().path("film");

        assertThat(film).singleElement().satisfies(frame -> {
            assertThat(frame.path("at").longValue()).isEqualTo(500_000);
            assertThat(frame.path("src").stringValue()).isEqualTo("data:image/jpeg;base64,AQID");
        });
    }

    private static String frame(String data) {
        return "{\"data\":\"%s\",\"metadata\":{},\"sessionId\":1}".formatted(data);
    }

    @Test
    void reports_a_test_that_passed_and_said_nothing() throws IOException {
        var report = Reports.report("passes", Optional.empty(), new Conversation(), "", List.of());

        var page = WrittenPage.of(report, folder);

        assertThat(page.overview().path("failure").isNull()).isTrue();
        assertThat(page.overview().path("failedAt").isNull()).isTrue();
        assertThat(page.overview().path("duration").intValue()).isZero();
        assertThat(page.index().path("count").intValue()).isZero();
        assertThat(page.messages()).isEmpty();
        assertThat(page.block("network")).isEmpty();
        assertThat(page.block("console")).isEmpty();
        assertThat(page.withoutData()).contains("<title>passes passed</title>");
    }

    @Test
    void tells_of_messages_that_are_lost() throws IOException {
        var page = page(Reports.checkout().incomplete("the disk was full"));

        assertThat(page.overview().path("incompleteBecause").stringValue()).isEqualTo("the disk was full");
    }

    @Test
    void tells_of_no_folder_of_this_machine() throws IOException {
        var page = page(Reports.checkout());

        assertThat(page.withoutData() + page.overview().path("files") + page.index())
                .doesNotContain(folder.toString(), System.getProperty("user.dir"));
    }
}
