package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Take a trace, which the Performance panel of DevTools and Perfetto open. */
@WithCDP
class TracingTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void writes_a_trace_with_the_marks_of_the_page(CDPSession page, @TempDir Path directory) throws IOException {
        page.send(
                "Tracing.start",
                Map.of(
                        "transferMode",
                        "ReturnAsStream",
                        "traceConfig",
                        Map.of("includedCategories", List.of("blink.user_timing", "devtools.timeline"))));
        page.navigate(site.url("/checkout.html"));
        page.evaluate("performance.mark('paying'); pay().then(() => performance.measure('paid', 'paying'))");

        var complete = page.await("Tracing.tracingComplete", () -> page.send("Tracing.end"));
        var trace = directory.resolve("trace.json");
        Files.writeString(trace, read(page, complete.param("/stream").asString()));

        assertThat(complete.param("/dataLossOccurred").asBoolean()).isFalse();
        assertThat(trace).content().contains("\"paying\"").contains("\"paid\"");
    }

    private static String read(CDPSession page, String stream) {
        var text = new StringBuilder();
        var chunk = page.send("IO.read", Map.of("handle", stream));
        while (!chunk.path("eof").asBoolean()) {
            text.append(chunk.path("data").asString());
            chunk = page.send("IO.read", Map.of("handle", stream));
        }
        page.send("IO.close", Map.of("handle", stream));
        return text.append(chunk.path("data").asString()).toString();
    }
}
