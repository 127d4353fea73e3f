package io.github.withcdp.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lines that threw, as Chromium counts them. */
@WithCDP
class ExceptionSourceChromiumTests {

    private static final Map<String, String> FILES = Map.of(
            "/",
            """
            <!doctype html>
            <link rel=icon href=data:,>
            <p>one</p>
            <script>
              const total = [];
              total.add(1);
            </script>
            """,
            "/scripts",
            "<!doctype html><link rel=icon href=data:,><script src=cart.js></script>",
            "/cart.js",
            """
            const total = [];
            function add(item) {
              total.add(item);
            }
            setTimeout(() => add(1));
            """,
            "/calls",
            "<!doctype html><link rel=icon href=data:,><script src=basket.js></script>",
            "/basket.js",
            """
            const total = 1;

            function giftWrap() {
              gift.add(total);
            }

            function start() {
              giftWrap();
            }

            start();
            """,
            "/minified",
            "<!doctype html><link rel=icon href=data:,><script src=minified.js></script>",
            "/minified.js",
            "let t=[];" + "t.push(1);".repeat(100) + "t.add(2);" + "t.push(3);".repeat(100),
            "/rejects",
            """
            <!doctype html><link rel=icon href=data:,>
            <script>
              fetch('http://127.0.0.1:1/api');
            </script>
            """);

    @AutoClose
    private final StubSite site = new StubSite();

    @BeforeEach
    void serve() {
        FILES.forEach((path, file) -> site.on(path, 200, path.endsWith(".js") ? "text/javascript" : "text/html", file));
    }

    private Suspicion first(CDPSession page, String path) {
        page.await("Runtime.exceptionThrown", () -> page.navigate(site.url(path)));
        page.recording().exchanges().stream()
                .filter(exchange -> exchange.failure().isEmpty())
                .map(Exchange::id)
                .forEach(id -> page.send("Network.getResponseBody", Map.of("requestId", id)));
        return SuspiciousMessages.in(page.recording().messages(), Duration.ZERO)
                .top()
                .get(0);
    }

    private List<String> source(CDPSession page, String path) {
        return first(page, path).source();
    }

    @Test
    void a_script_in_a_document(CDPSession page) {
        assertThat(source(page, "/"))
                .containsExactly("  4: <script>", "  5:   const total = [];", "> 6:   total.add(1);", "  7: </script>");
    }

    @Test
    void a_script_of_its_own(CDPSession page) {
        assertThat(source(page, "/scripts"))
                .containsExactly(
                        "  1: const total = [];",
                        "  2: function add(item) {",
                        "> 3:   total.add(item);",
                        "  4: }",
                        "  5: setTimeout(() => add(1));");
    }

    @Test
    void a_function_that_others_called(CDPSession page) {
        var finding = first(page, "/calls");

        assertThat(finding.sentence().replaceAll("127\\.0\\.0\\.1:\\d{2,}", "a.test"))
                .isEqualTo(
                        "Uncaught ReferenceError: gift is not defined (http://a.test/basket.js:4:3), in giftWrap, called at /basket.js:8:3, and that at /basket.js:11:1");
        assertThat(finding.source())
                .containsExactly(
                        "   2:",
                        "   3: function giftWrap() {",
                        ">  4:   gift.add(total);",
                        "   5: }",
                        "  ……",
                        "   8: giftWrap();",
                        "  ……",
                        "  11: start();");
    }

    @Test
    void a_minified_script_is_cut_around_the_column(CDPSession page) {
        assertThat(source(page, "/minified"))
                .containsExactly(
                        "> 1: …push(1);" + "t.push(1);".repeat(5) + "t.add(2);" + "t.push(3);".repeat(5) + "t.p…");
    }

    @Test
    void a_rejection_of_fetch_is_told_once_with_its_line(CDPSession page) {
        var finding = first(page, "/rejects");

        assertThat(finding.sentence().replaceAll("127\\.0\\.0\\.1:\\d{2,}", "a.test"))
                .isEqualTo(
                        "GET http://127.0.0.1:1/api failed: Chrome does not speak to this port (net::ERR_UNSAFE_PORT), asked for at http://a.test/rejects:3; nobody caught the TypeError: Failed to fetch");
        assertThat(finding.messages()).hasSize(4);
        assertThat(finding.throwingLine()).contains("> 3:   fetch('http://127.0.0.1:1/api');");
    }
}
