package io.github.withcdp.internal.session;

import static io.github.withcdp.internal.session.ScriptedBrowser.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.connection.ScriptedTransport.Command;
import io.github.withcdp.internal.script.RunningFunction;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A page that does not answer is found out about, and freed if nobody uses it any more. */
@Timeout(60)
class BusyPagesTests {

    /** Far longer than any test here may take: whoever waits for it fails. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final String LOOP = """
        {"value":[{"name":"ProfileChunk","pid":1,"id":"0x1","args":{"data":{"cpuProfile":{
          "nodes":[{"id":1,"callFrame":{"codeType":"other","functionName":"(root)"}},
                   {"id":2,"parent":1,"callFrame":{"codeType":"JS","functionName":"spin","url":"http://a.test/app.js","lineNumber":9,"columnNumber":14}}],
          "samples":[2,2,2,2,2,2]},"lines":[12,12,12,13,12,12],"columns":[5,5,5,3,5,5]}}}]}\
        """;

    private static final String IDLE = LOOP.replace("[2,2,2,2,2,2]", "[1,1,1,1,2,1]");

    /** As it is while V8 executes what it has optimized in the meantime, and which no other function has called. */
    private static final String NAMELESS =
            LOOP.replace("[2,2,2,2,2,2]", "[3,3,3,3,3,3]").replace("{\"id\":2,", """
                {"id":3,"parent":1,"callFrame":{"codeType":"other","functionName":"(program)"}},{"id":2,\
                """);

    private volatile String longScript = "null";

    private final ScriptedBrowser browser = ScriptedBrowser.start();
    private final List<Command> unanswered = new CopyOnWriteArrayList<>();

    @BeforeEach
    void answers() {
        answers(browser);
    }

    private void answers(ScriptedBrowser browser) {
        browser.chrome
                .on("Page.captureScreenshot", unanswered::add)
                .on("Runtime.evaluate", this::evaluate)
                .answer("DOM.getOuterHTML", "{\"outerHTML\":\"<html>x</html>\"}")
                .on("Runtime.terminateExecution", command -> {
                    command.result("{}");
                    unanswered.forEach(
                            waiting -> waiting.result("{\"result\":{\"objectId\":\"O1\"},\"data\":\"AQID\"}"));
                });
    }

    /** What the page is asked when it has been freed it answers at once. */
    private void evaluate(Command command) {
        if (command.text().contains("long-animation-frame")) {
            command.result("{\"result\":{\"type\":\"object\",\"value\":%s}}".formatted(longScript));
        } else {
            unanswered.add(command);
        }
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void is_freed_and_looked_at() {
        trace(LOOP);

        var capture = Capture.of(browser.scope, LIMIT, true, BodyCapture.TEXT);

        assertThat(capture.busy()).singleElement().satisfies(page -> {
            assertThat(page.session().value()).isEqualTo(PAGE);
            assertThat(page.url()).isEqualTo("about:blank");
            assertThat(page.stack()).containsExactly(new RunningFunction("spin", "http://a.test/app.js", 12, 5));
        });
        assertThat(capture.shots().get(0).png()).isPresent();
        assertThat(capture.sources().get(0).html()).contains("<html>x</html>");
    }

    @Test
    void is_not_freed_while_others_use_it() {
        trace(LOOP);

        var capture = Capture.of(browser.scope, Duration.ofSeconds(1), false, BodyCapture.TEXT);

        assertThat(capture.busy()).hasSize(1);
        assertThat(browser.chrome.sent("Runtime.terminateExecution")).isEmpty();
        assertThat(capture.shots().get(0).missingBecause()).isEqualTo("the page did not answer within 1 s");
    }

    @Test
    void is_left_alone_if_it_executes_nothing() {
        trace(IDLE);

        var capture = Capture.of(browser.scope, Duration.ofSeconds(1), true, BodyCapture.TEXT);

        assertThat(capture.busy()).isEmpty();
        assertThat(browser.chrome.sent("Runtime.terminateExecution")).isEmpty();
    }

    @Test
    void is_traced_again_for_longer_until_there_are_samples() {
        var traces = new AtomicInteger();
        browser.chrome.on("Tracing.end", command -> {
            command.result("{}");
            if (traces.incrementAndGet() > 4) {
                browser.event("Tracing.dataCollected", LOOP.replace("\n", ""));
            }
            browser.event("Tracing.tracingComplete", "{\"dataLossOccurred\":false}");
        });

        assertThat(Capture.of(browser.scope, LIMIT, true, BodyCapture.TEXT).busy())
                .hasSize(1);
        assertThat(traces).hasValue(5);
    }

    @Test
    void is_freed_if_V8_names_nothing_and_knows_itself_what_was_called() {
        trace(NAMELESS);
        longScript = "[\"sort\",\"http://a.test/app.js\"]";

        var capture = Capture.of(browser.scope, LIMIT, true, BodyCapture.TEXT);

        assertThat(capture.busy())
                .singleElement()
                .satisfies(page -> assertThat(page.stack())
                        .containsExactly(
                                RunningFunction.UNKNOWN, new RunningFunction("sort", "http://a.test/app.js", 0, 0)));
        assertThat(capture.shots().get(0).png()).isPresent();
    }

    @Test
    void is_freed_but_may_only_be_slow_if_neither_V8_nor_itself_names_anything() {
        trace(NAMELESS);

        var capture = Capture.of(browser.scope, LIMIT, true, BodyCapture.TEXT);

        assertThat(capture.busy()).isEmpty();
        assertThat(capture.shots().get(0).png()).isPresent();
    }

    @Test
    void is_freed_without_a_trace_and_known_to_be_busy_if_that_helps() {
        browser.chrome.on("Tracing.start", command -> command.error(-32000, "Tracing has already been started"));

        var capture = Capture.of(browser.scope, LIMIT, true, BodyCapture.TEXT);

        assertThat(capture.busy())
                .singleElement()
                .satisfies(page -> assertThat(page.stack()).isEmpty());
        assertThat(capture.shots().get(0).png()).isPresent();
    }

    @Test
    void is_not_known_to_be_busy_if_nothing_helps() {
        browser.chrome
                .on("Tracing.start", command -> command.error(-32000, "Tracing has already been started"))
                .answer("Runtime.terminateExecution", "{}");

        assertThat(Capture.of(browser.scope, Duration.ofSeconds(1), true, BodyCapture.TEXT)
                        .busy())
                .isEmpty();
    }

    @Test
    void is_not_traced_where_the_test_does_that() {
        browser.page.send("Tracing.start");
        browser.page.send("Tracing.end");

        var capture = Capture.of(browser.scope, LIMIT, true, BodyCapture.TEXT);

        assertThat(browser.chrome.sent("Tracing.start")).hasSize(1);
        assertThat(capture.shots().get(0).png()).isPresent();
    }

    @Test
    void is_left_alone_if_it_stands_at_a_breakpoint() {
        browser.event("Debugger.paused", "{}");

        assertThat(Capture.of(browser.scope, LIMIT, true, BodyCapture.TEXT).busy())
                .isEmpty();
        assertNotTouched();
    }

    @Test
    void is_left_alone_if_it_stands_at_a_breakpoint_now() {
        browser.chrome.on("Runtime.evaluate", command -> browser.event("Debugger.paused", "{}"));

        assertThat(Capture.of(browser.scope, Duration.ofSeconds(1), true, BodyCapture.TEXT)
                        .busy())
                .isEmpty();
        assertNotTouched();
    }

    @Test
    void is_left_alone_if_it_is_somebody_else_s() {
        browser.scope.state().sessions().get(0).state().watch().markForeign();

        assertThat(Capture.of(browser.scope, Duration.ofSeconds(1), true, BodyCapture.TEXT)
                        .busy())
                .isEmpty();
        assertNotTouched();
    }

    @Test
    void is_freed_without_a_trace_in_a_browser_of_somebody_else() {
        try (var theirs = ScriptedBrowser.join()) {
            answers(theirs);

            var capture = Capture.of(theirs.scope, LIMIT, true, BodyCapture.TEXT);

            assertThat(capture.busy())
                    .singleElement()
                    .satisfies(page -> assertThat(page.stack()).isEmpty());
            assertThat(capture.shots().get(0).png()).isPresent();
            assertThat(theirs.chrome.sent())
                    .extracting(Command::method)
                    .noneMatch(method -> method.startsWith("Tracing."));
        }
    }

    private void assertNotTouched() {
        assertThat(browser.chrome.sent())
                .extracting(Command::method)
                .doesNotContain("Tracing.start", "Runtime.terminateExecution");
    }

    @Test
    void has_no_trace_on_record() {
        trace(LOOP);

        var unused = Capture.of(browser.scope, LIMIT, true, BodyCapture.TEXT);

        assertThat(browser.scope.recording().messages())
                .extracting(RecordedMessage::method)
                .contains("Runtime.terminateExecution")
                .noneMatch(method -> method.startsWith("Tracing."));
    }

    private void trace(String samples) {
        browser.chrome.on("Tracing.end", command -> {
            command.result("{}");
            browser.event("Tracing.dataCollected", samples.replace("\n", ""));
            browser.event("Tracing.tracingComplete", "{\"dataLossOccurred\":false}");
        });
    }
}
