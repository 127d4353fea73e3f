package io.github.withcdp.internal.report;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands are asked of a report that was written: each finds what its comment says. */
class TrafficQueriesTests {

    private static final Pattern QUERY = Pattern.compile("grep '(\\^?)([^']+)' traffic\\.jsonl  # (.+)");

    @TempDir
    Path root;

    private final Conversation recording = new Conversation();
    private int id = 100;

    private void request(long millis, String request, String type, String url, String initiator) {
        recording.event(
                millis,
                PAGE,
                "Network.requestWillBeSent",
                "{\"requestId\":\"%s\",\"type\":\"%s\",\"request\":{\"method\":\"GET\",\"url\":\"%s\"},\"initiator\":{\"type\":\"script\",\"url\":\"%s\"}}"
                        .formatted(request, type, url, initiator));
    }

    private void answer(long millis, String request, int status) {
        recording
                .event(
                        millis,
                        PAGE,
                        "Network.responseReceived",
                        "{\"requestId\":\"%s\",\"response\":{\"status\":%d,\"statusText\":\"\"}}"
                                .formatted(request, status))
                .event(millis + 1, PAGE, "Network.loadingFinished", "{\"requestId\":\"%s\"}".formatted(request));
    }

    private void body(String request, String text) {
        recording
                .command(4_100, PAGE, ++id, "Network.getResponseBody", "{\"requestId\":\"%s\"}".formatted(request))
                .result(4_101, PAGE, id, "{\"body\":\"%s\",\"base64Encoded\":false}".formatted(text));
    }

    /** A page whose icon is missing, with a script that asks for something; the first messages are the requests. */
    private void page() {
        request(1_001, "D1", "Document", "http://a.test/", "");
        request(1_002, "F1", "Other", "http://a.test/favicon.ico", "");
        request(1_003, "S1", "Script", "http://a.test/app.js", "http://a.test/");
        request(1_004, "X1", "Fetch", "http://a.test/api", "http://a.test/app.js");
        answer(1_010, "D1", 200);
        answer(1_020, "F1", 404);
        answer(1_030, "S1", 200);
    }

    private List<String> queries() {
        return TrafficQueries.of(new ReportContent(Reports.of(recording, new AssertionError("no"))));
    }

    /** Return the messages that the command with a comment finds. */
    private List<String> found(String comment) throws IOException {
        new ReportWriter(root).write(Reports.of(recording, new AssertionError("no")), root.resolve("report"));
        var query = QUERY.matcher(queries().stream()
                .filter(line -> line.endsWith("  # " + comment))
                .findFirst()
                .orElse("no line says: " + comment + " but " + queries()));
        assertThat(query).matches();
        try (var lines = Files.lines(root.resolve("report/traffic.jsonl"))) {
            return lines.filter(line ->
                            query.group(1).isEmpty() ? line.contains(query.group(2)) : line.startsWith(query.group(2)))
                    .toList();
        }
    }

    @Test
    void a_request_that_failed_comes_with_its_body_script_and_document() throws IOException {
        page();
        answer(1_040, "X1", 422);
        body("F1", "no icon");
        body("D1", "<p>served</p>");
        body("S1", "fetch(1)");
        body("X1", "declined");

        assertThat(found("the request of message 3, and what came of it"))
                .hasSize(4)
                .allMatch(line -> line.contains("X1"));
        assertThat(found("the body that answered message 3"))
                .hasSize(2)
                .last()
                .asString()
                .contains("declined");
        assertThat(found("the script concerned, which answered message 2"))
                .hasSize(2)
                .last()
                .asString()
                .contains("fetch(1)");
        assertThat(found("the document as it was served, which answered message 0"))
                .hasSize(2)
                .last()
                .asString()
                .contains("<p>served</p>");
        assertThat(queries()).noneMatch(line -> line.contains("F1"));
    }

    @Test
    void what_was_sent_is_there_too() throws IOException {
        page();
        answer(1_040, "X1", 422);
        recording
                .command(4_100, PAGE, ++id, "Network.getRequestPostData", "{\"requestId\":\"X1\"}")
                .result(4_101, PAGE, id, "{\"postData\":\"card=1\"}");

        assertThat(found("what was sent with message 3"))
                .hasSize(2)
                .last()
                .asString()
                .contains("card=1");
    }

    @Test
    void a_script_that_threw_is_the_one_concerned() throws IOException {
        page();
        answer(1_040, "X1", 200);
        recording.event(
                1_050,
                PAGE,
                "Runtime.exceptionThrown",
                "{\"exceptionDetails\":{\"text\":\"Uncaught\",\"url\":\"http://a.test/app.js\",\"lineNumber\":0,\"columnNumber\":0,\"exception\":{\"type\":\"object\",\"description\":\"Error: no\"}}}");
        body("S1", "throw Error('no')");

        assertThat(found("the script concerned, which answered message 2"))
                .hasSize(2)
                .last()
                .asString()
                .contains("throw Error('no')");
    }

    @Test
    void a_document_may_hold_the_script_concerned() throws IOException {
        request(1_001, "D1", "Document", "http://a.test/", "");
        request(1_004, "X1", "Fetch", "http://a.test/api", "http://a.test/");
        answer(1_010, "D1", 200);
        answer(1_040, "X1", 422);
        body("D1", "<script>fetch(1)</script>");

        assertThat(found("the document as it was served, which answered message 0"))
                .hasSize(2)
                .last()
                .asString()
                .contains("fetch(1)");
        assertThat(queries()).noneMatch(line -> line.contains("the script concerned"));
    }

    @Test
    void neither_icon_nor_document_is_asked_for_if_there_is_another() {
        page();
        answer(1_040, "X1", 200);

        assertThat(queries())
                .contains("grep '\"requestId\":\"S1\"' traffic.jsonl  # the request of message 2, and what came of it");
    }

    @Test
    void bodies_that_are_not_on_record_are_not_asked_for() {
        page();
        answer(1_040, "X1", 422);
        body("D1", "");
        recording
                .command(4_100, PAGE, ++id, "Network.getResponseBody", "{\"requestId\":\"X1\"}")
                .failure(4_101, PAGE, id, "{\"code\":-32000,\"message\":\"No resource\"}")
                .command(4_102, PAGE, ++id, "Network.getResponseBody", "{\"requestId\":\"S1\"}");

        assertThat(queries()).noneMatch(line -> line.contains("answered message"));
    }
}
