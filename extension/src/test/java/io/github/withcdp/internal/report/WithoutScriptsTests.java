package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Chromium shows of a report whose scripts do not run, and what it never shows of it if they do. */
@WithCDP
class WithoutScriptsTests {

    /** What Jenkins sends with the artifacts of a build, unless it is told otherwise. */
    private static final String JENKINS =
            "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self';";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private HttpServer server;
    private String html;
    private String policy = "";

    @BeforeEach
    void serve() throws IOException {
        html = WrittenPage.of(Reports.with(Reports.checkout(), List.of()), folder)
                .html();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var bytes = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            if (!policy.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            }
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void open(CDPSession page) {
        page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/report.html");
    }

    private static String evaluated(CDPSession page, String expression) {
        return page.evaluate(expression).asString();
    }

    private static void showsThePlainOne(CDPSession page) {
        showsThePlainOne(page, 100);
    }

    private static void showsThePlainOne(CDPSession page, double highest) {
        assertThat(evaluated(page, "document.body.innerText"))
                .containsSubsequence(
                        "pays once failed",
                        "java.lang.AssertionError: no",
                        "500 Oh no",
                        "→ #13   @9F86D081 Runtime.evaluate {\"expression\":\"while(true);\"}",
                        "transcript.txt");
        assertThat(page.evaluate("document.querySelector('#plain h1').getBoundingClientRect().top")
                        .asDouble())
                .isBetween(0.0, highest);
    }

    @ParameterizedTest
    @ValueSource(strings = {JENKINS, "sandbox", "default-src 'none'", "script-src 'none'", "script-src 'self'"})
    void what_matters_most_is_there_if_the_server_forbids_scripts(String forbidding, CDPSession page) {
        policy = forbidding;

        open(page);

        showsThePlainOne(page);
        assertThat(page.evaluate("document.querySelector('#app').childElementCount")
                        .asInt())
                .isZero();
    }

    @Test
    void what_matters_most_is_there_if_the_browser_runs_no_scripts(CDPSession page) {
        page.send("Emulation.setScriptExecutionDisabled", Map.of("value", true));

        open(page);

        showsThePlainOne(page);
    }

    @Test
    void what_matters_most_is_there_if_the_browser_is_too_old(CDPSession page) {
        page.send("Page.addScriptToEvaluateOnNewDocument", Map.of("source", "delete globalThis.DecompressionStream"));

        open(page);

        showsThePlainOne(page, 200); // below what says so
        assertThat(evaluated(page, "document.querySelector('#app').innerText"))
                .isEqualTo(
                        "This browser is too old to read the report. Chrome and Edge can from version 111 on, Firefox from 115. The other files beside this one tell the same: transcript.txt, summary.md.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer-style", "viewer-script", "overview"})
    void what_matters_most_is_there_if_the_scripts_fail(String damaged, CDPSession page) {
        html = html.replaceFirst("id=\"" + damaged + "\">", "id=\"" + damaged + "\">broken");

        open(page);
        shown(page, "report cannot be read");

        assertThat(evaluated(page, "document.body.innerText")).contains("java.lang.AssertionError: no");
    }

    @Test
    void long_lines_wrap_even_without_styles(CDPSession page) {
        policy = JENKINS;

        open(page);

        assertThat(evaluated(page, "getComputedStyle(document.querySelector('#plain')).maxWidth"))
                .as("a style that would be there if styles were")
                .isEqualTo("none");
        assertThat(evaluated(page, "getComputedStyle(document.querySelector('#plain pre')).whiteSpace"))
                .isEqualTo("pre-wrap");
    }

    @Test
    void nobody_ever_sees_it_if_scripts_run(CDPSession page) {
        page.send("Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
                        seen = [];
                        new MutationObserver(() => {
                          const plain = document.getElementById("plain");
                          if (plain) seen.push(getComputedStyle(plain).display);
                        }).observe(document, { childList: true, subtree: true });
                        """));

        open(page);
        shown(page, "pays once");

        assertThat(page.evaluate("[...new Set(seen)].join()").asString()).isEqualTo("none");
        assertThat(evaluated(page, "document.body.innerText")).doesNotContain("The rest needs scripts");
    }

    @ParameterizedTest
    @ValueSource(strings = {JENKINS, "script-src 'none'", ""})
    void it_is_text_whatever_pages_say(String policy, CDPSession page) throws IOException {
        var hostile =
                "</pre></main><script>document.title='caught'</script><img src=x onerror=\"document.title='caught'\">";
        var recording = new Conversation()
                .event(
                        1,
                        Conversation.PAGE,
                        "A.b",
                        "{\"x\":\"</pre><img src=x onerror=document.title='caught'><style>*{display:none}</style>\"}");
        html = WrittenPage.of(
                        Reports.report(
                                hostile,
                                Optional.of(new IllegalStateException(hostile)),
                                recording,
                                hostile,
                                List.of()),
                        folder.resolve("hostile"))
                .html();
        this.policy = policy;

        open(page);

        assertThat(page.evaluate("document.querySelectorAll('#plain img, #plain script, #plain style').length")
                        .asInt())
                .isZero();
        assertThat(evaluated(page, "document.querySelector('#plain').textContent"))
                .contains("<img src=x onerror=document.title='caught'>");
        assertThat(evaluated(page, "document.title")).startsWith("</pre>");
    }

    private static void shown(CDPSession page, String text) {
        page.evaluate(
                "new Promise(done => { const look = () => document.querySelector('#app').textContent.includes('%s') ? done(true) : requestAnimationFrame(look); look(); })"
                        .formatted(text),
                LIMIT);
    }
}
