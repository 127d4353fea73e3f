package io.github.withcdp.internal.report;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static io.github.withcdp.internal.report.ViewerPage.HOSTILE;
import static io.github.withcdp.internal.report.ViewerPage.catchCopies;
import static io.github.withcdp.internal.report.ViewerPage.copiedAsCurl;
import static io.github.withcdp.internal.report.ViewerPage.open;
import static io.github.withcdp.internal.report.ViewerPage.text;
import static io.github.withcdp.internal.report.ViewerPage.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a report puts on the clipboard: as JSON, as Java, for curl. */
@WithCDP
class ViewerCopyTests {

    @TempDir
    Path folder;

    @Test
    void copies_a_command_as_JSON_and_as_Java(CDPSession page) throws IOException {
        var eleven = "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6,\"g\":7,\"h\":8,\"i\":9,\"j\":10,\"k\":11}";
        var recording = new Conversation()
                .command(1_001, PAGE, 1, "Page.enable", "")
                .command(1_002, PAGE, 2, "Page.navigate", "{\"url\":\"http://a/\\\"b\\\\u0041\\n\\u202e\"}")
                .command(1_003, PAGE, 3, "X.y", "{\"list\":[1,2.5,true,3000000000],\"map\":{\"k\":{}}}")
                .command(1_004, PAGE, 4, "X.many", eleven)
                .command(1_005, PAGE, 5, "X.none", "{\"a\":null,\"q\":\"\\\"\\\"\\\"\\\\\"}")
                .event(1_006, PAGE, "Page.loadEventFired", "{}");
        open(page, folder, recording, "#messages");
        catchCopies(page);

        assertThat(copied(page, 0, "java")).isEqualTo("session.send(\"Page.enable\");");
        assertThat(copied(page, 1, "java"))
                .isEqualTo("session.send(\"Page.navigate\", Map.of(\"url\", \"http://a/\\\"b\\\\u0041\\n\\"
                        + "u202e\"));");
        assertThat(copied(page, 2, "java"))
                .isEqualTo(
                        "session.send(\"X.y\", Map.of(\"list\", List.of(1, 2.5, true, 3000000000L), \"map\", Map.of(\"k\", Map.of())));");
        assertThat(copied(page, 3, "java"))
                .startsWith("session.send(\"X.many\", Map.ofEntries(")
                .contains("Map.entry(\"k\", 11)");
        assertThat(copied(page, 4, "java"))
                .isEqualTo(
                        "session.send(\"X.none\", Map.of(\"a\", NullNode.getInstance(), \"q\", \"\\\"\\\"\\\"\\\\\"));");
        assertThat(copied(page, 5, "java")).isEqualTo("var event = session.await(\"Page.loadEventFired\");");
        assertThat(Json.read(copied(page, 2, "json")).at("/params/list/3").longValue())
                .isEqualTo(3_000_000_000L);
    }

    @Test
    void what_is_copied_as_Java_compiles_and_says_the_same(CDPSession page) throws Exception {
        var names = new TreeMap<String, Object>();
        for (int i = 0; i < 40; i++) {
            names.put("name " + i, List.of(i, Map.of("nested", Map.of(), "list", List.of())));
        }
        var numbers =
                "[0,-0.0,1,-2147483648,2147483648,9007199254740991,1e18,-9223372036854775808,1e19,1e300,-2.5e-7,0.1]";
        var text = new String(
                Json.write(HOSTILE + "\u0000\u001a\r\t\u0085\u2028\u2029\ufeff\ud83d\ude00\\\\u000a\\\u202e\"\"\""),
                StandardCharsets.UTF_8);
        var params = List.of(
                "{\"numbers\":%s}".formatted(numbers),
                new String(Json.write(names), StandardCharsets.UTF_8),
                "{%1$s:%1$s,\"halves\":\"\\ud800 and \\udc00\"}".formatted(text),
                "{\"null\":null,\"in\":[null,[null],{\"a\":null}],\"true\":true}",
                "{\"empty\":{},\"list\":[],\"lists\":[[],[[]]],\"\":\"\"}",
                "{\"long\":\"%s\"}".formatted("\u20ac".repeat(16_000)));
        var recording = new Conversation();
        for (int i = 0; i < params.size(); i++) {
            recording.command(1_001 + i, PAGE, i + 1, "X.y" + i, params.get(i));
        }
        recording.command(1_100, "", 99, "Target.getTargets", "{\"filter\":[{}]}");
        recording.event(1_101, PAGE, "Evil.\\\"name", "{}");
        open(page, folder, recording, "#messages");
        catchCopies(page);
        var statements = new ArrayList<String>();
        for (int i = 0; i < params.size() + 2; i++) {
            statements.add(copied(page, i, "java"));
        }

        var calls = CopiedJava.run(folder, statements);

        assertThat(calls).hasSameSizeAs(statements);
        for (int i = 0; i < params.size(); i++) {
            assertThat(calls.get(i).method()).isEqualTo("X.y" + i);
            assertThat(calls.get(i).params())
                    .as(statements.get(i))
                    .isEqualTo(CopiedJava.plain(Json.read(params.get(i))));
        }
        assertThat(calls.get(params.size()).name()).isEqualTo("browser.send");
        assertThat(calls.get(params.size() + 1).name()).isEqualTo("session.await");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void copies_a_request_as_curl_that_a_shell_takes_as_it_is_meant(CDPSession page) throws Exception {
        var oneLine = HOSTILE.replace("\n", " ");
        var request = Json.write(Map.of(
                "requestId", "R1",
                "type", "Fetch",
                "request",
                        Map.of(
                                "method",
                                "POST",
                                "url",
                                "http://shop.test/it's?$(touch pwned)",
                                "headers",
                                Map.of("X-Evil", oneLine, "@file", "no", ":authority", "shop.test"),
                                "hasPostData",
                                true,
                                "postData",
                                "@" + HOSTILE)));
        var recording = new Conversation()
                .event(1_001, PAGE, "Network.requestWillBeSent", new String(request, StandardCharsets.UTF_8));
        open(page, folder, recording, "#network?request=0");
        var command = copiedAsCurl(page);

        assertThat(command).doesNotContain(Reports.ESC, Reports.OVERRIDE);
        assertThat(argumentsOf(command))
                .containsExactly(
                        "--globoff",
                        "http://shop.test/it's?$(touch pwned)",
                        "-H",
                        "X-Evil: " + oneLine,
                        "--data-raw",
                        "@" + HOSTILE);
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void a_body_that_is_no_text_is_left_out_of_curl(CDPSession page) throws IOException {
        var recording = new Conversation()
                .event(
                        1_001,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"R1\",\"request\":{\"method\":\"POST\",\"url\":\"http://a/\",\"headers\":{},\"hasPostData\":true,\"postDataEntries\":[{\"bytes\":\"AAH/\"}]}}");
        open(page, folder, recording, "#network?request=0");
        var command = copiedAsCurl(page);

        assertThat(command).isEqualTo("curl --globoff 'http://a/' \\\n  -X 'POST'");
        assertThat(text(page, ".notice")).contains("The body is no text and left out");
    }

    private static String copied(CDPSession page, int message, String what) {
        page.evaluate("window.copied = undefined; location.hash = '#messages?message=%d'".formatted(message));
        until(
                page,
                "document.querySelector('#app').dataset.ready && location.hash.includes('message=%d') && document.querySelector('#view-messages .row.selected')?.dataset.index === '%d' && document.querySelector('#view-messages .pane h2').textContent === document.querySelector('#view-messages .row.selected .method').textContent"
                        .formatted(message, message));
        page.evaluate("document.querySelector('#view-messages [data-copy=%s]').click()".formatted(what));
        return page.evaluate("window.copied").asString();
    }

    /** Return what a shell would give to curl. */
    private List<String> argumentsOf(String command) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("bash", "-c", "curl() { printf '%s\\0' \"$@\"; }\n" + command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().close();
        var told = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return List.of(told.split("\0"));
    }
}
