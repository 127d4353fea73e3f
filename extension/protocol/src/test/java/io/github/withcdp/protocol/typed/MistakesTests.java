package io.github.withcdp.protocol.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ordinary mistakes, of which many are found only by a time-out, or never, where names are texts: here the compiler finds them. */
class MistakesTests {

    /** What somebody wanted, what was written, and the words of the compiler that lead to it. */
    record Mistake(String what, String right, String wrong, String told) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Mistake mistake(String what, String right, String wrong, String told) {
        return new Mistake(what, right, wrong, told);
    }

    private static final List<Mistake> MISTAKES = List.of(
            mistake(
                    "a misspelt command",
                    "page.send(Network.getResponseBody(\"1\"))",
                    "page.send(Network.getResponsBody(\"1\"))",
                    "getResponsBody"),
            mistake("a misspelt domain", "page.send(Network.enable())", "page.send(Netwrok.enable())", "Netwrok"),
            mistake("a command of another domain", "page.send(Page.reload())", "page.send(Network.reload())", "reload"),
            mistake(
                    "a misspelt optional param",
                    "page.send(Page.captureScreenshot().quality(80))",
                    "page.send(Page.captureScreenshot().qualtiy(80))",
                    "qualtiy"),
            mistake(
                    "a param of another command",
                    "page.send(Page.printToPDF().landscape(true))",
                    "page.send(Page.captureScreenshot().landscape(true))",
                    "landscape"),
            mistake(
                    "a required param that is missing",
                    "page.send(Page.navigate(\"about:blank\"))",
                    "page.send(Page.navigate())",
                    "navigate"),
            mistake(
                    "required params in another order",
                    "page.send(Emulation.setDeviceMetricsOverride(390, 844, 3, true))",
                    "page.send(Emulation.setDeviceMetricsOverride(390, 844, true, 3))",
                    "boolean"),
            mistake(
                    "a number as a text",
                    "page.send(Page.captureScreenshot().quality(80))",
                    "page.send(Page.captureScreenshot().quality(\"80\"))",
                    "String"),
            mistake(
                    "a fraction where there can be none",
                    "page.send(Page.captureScreenshot().quality(80))",
                    "page.send(Page.captureScreenshot().quality(0.8))",
                    "double"),
            mistake(
                    "a boolean as a text",
                    "page.send(Network.setCacheDisabled(true))",
                    "page.send(Network.setCacheDisabled(\"true\"))",
                    "String"),
            mistake(
                    "one where a list belongs",
                    "page.send(Network.setBlockedURLs().urls(List.of(\"*.png\")))",
                    "page.send(Network.setBlockedURLs().urls(\"*.png\"))",
                    "String"),
            mistake(
                    "a misspelt constant",
                    "page.send(Page.captureScreenshot().format(Page.CaptureScreenshotFormat.JPEG))",
                    "page.send(Page.captureScreenshot().format(Page.CaptureScreenshotFormat.JPG))",
                    "JPG"),
            mistake(
                    "a constant as a text",
                    "page.send(Page.captureScreenshot().format(Page.CaptureScreenshotFormat.of(\"new\")))",
                    "page.send(Page.captureScreenshot().format(\"jpg\"))",
                    "String"),
            mistake(
                    "a constant of something else",
                    "page.send(Page.captureScreenshot().format(Page.CaptureScreenshotFormat.WEBP))",
                    "page.send(Page.captureScreenshot().format(Page.StartScreencastFormat.PNG))",
                    "StartScreencastFormat"),
            mistake(
                    "an object of another type",
                    "page.send(Page.captureScreenshot().clip(Page.Viewport.of(0, 0, 1, 1, 1)))",
                    "page.send(Page.captureScreenshot().clip(DOM.Rect.of(0, 0, 1, 1)))",
                    "Rect"),
            mistake(
                    "an object without one of its fields",
                    "page.send(Page.captureScreenshot().clip(Page.Viewport.of(0, 0, 1, 1, 1)))",
                    "page.send(Page.captureScreenshot().clip(Page.Viewport.of(0, 0, 1, 1)))",
                    "Viewport"),
            mistake(
                    "a misspelt field of a result",
                    "page.send(Page.captureScreenshot()).data()",
                    "page.send(Page.captureScreenshot()).date()",
                    "date"),
            mistake(
                    "a result taken for another type",
                    "byte[] png = page.send(Page.captureScreenshot()).data()",
                    "String png = page.send(Page.captureScreenshot()).data()",
                    "byte[]"),
            mistake(
                    "a result of a command that has none",
                    "page.send(Page.navigate(\"about:blank\")).frameId()",
                    "page.send(Page.enable()).frameId()",
                    "frameId"),
            mistake(
                    "a misspelt event in on",
                    "page.on(Network.RESPONSE_RECEIVED, e -> {})",
                    "page.on(Network.RESPONSE_RECIEVED, e -> {})",
                    "RESPONSE_RECIEVED"),
            mistake(
                    "a misspelt event in await",
                    "page.await(Page.LOAD_EVENT_FIRED, () -> {})",
                    "page.await(Page.LOADED_EVENT_FIRED, () -> {})",
                    "LOADED_EVENT_FIRED"),
            mistake(
                    "an event of another domain",
                    "page.await(Page.FRAME_NAVIGATED)",
                    "page.await(Network.FRAME_NAVIGATED)",
                    "FRAME_NAVIGATED"),
            mistake(
                    "a misspelt path into an event",
                    "page.await(Network.RESPONSE_RECEIVED, e -> e.response().status() == 503, () -> {})",
                    "page.await(Network.RESPONSE_RECEIVED, e -> e.response().statusCode() == 503, () -> {})",
                    "statusCode"),
            mistake(
                    "a path that leaves out a step",
                    "page.on(Network.RESPONSE_RECEIVED, e -> e.response().url())",
                    "page.on(Network.RESPONSE_RECEIVED, e -> e.url())",
                    "url"),
            mistake(
                    "a value of another type in a condition",
                    "page.await(Network.RESPONSE_RECEIVED, e -> e.response().status() == 503, () -> {})",
                    "page.await(Network.RESPONSE_RECEIVED, e -> e.response().status() == \"503\", () -> {})",
                    "String"),
            mistake(
                    "a field that may be absent taken for one that is there",
                    "page.await(Network.LOADING_FAILED, e -> e.canceled().orElse(false), () -> {})",
                    "page.await(Network.LOADING_FAILED, e -> e.canceled(), () -> {})",
                    "Optional"),
            mistake(
                    "a command where an event belongs",
                    "page.on(Page.FRAME_NAVIGATED, e -> {})",
                    "page.on(Page.navigate(\"about:blank\"), e -> {})",
                    "Command"),
            mistake(
                    "an event where a command belongs",
                    "page.send(Page.enable())",
                    "page.send(Page.FRAME_NAVIGATED)",
                    "EventType"));

    private static final String STAR = "import io.github.withcdp.protocol.typed.*;";

    private static Map<String, String> errors = Map.of();

    static Stream<Mistake> mistakes() {
        return MISTAKES.stream();
    }

    @BeforeAll
    static void compile() {
        var compilation = new Compilation();
        for (int i = 0; i < MISTAKES.size(); i++) {
            compilation.add("Right" + i, source("Right" + i, MISTAKES.get(i).right()));
            compilation.add("Wrong" + i, source("Wrong" + i, MISTAKES.get(i).wrong()));
        }
        errors = compilation.errors();
    }

    private static String source(String name, String statement) {
        return """
                %s
                import io.github.withcdp.session.CDPSession;
                import java.util.List;

                class %s {
                    void test(CDPSession page) {
                        %s;
                    }
                }
                """.formatted(STAR, name, statement);
    }

    @Test
    void are_those_that_matter() {
        assertThat(MISTAKES).hasSizeGreaterThanOrEqualTo(19);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void are_refused_by_the_compiler(Mistake mistake) {
        int number = MISTAKES.indexOf(mistake);

        assertThat(errors.get("Wrong" + number)).as(mistake.wrong()).contains(mistake.told());
        assertThat(errors).as(mistake.right()).doesNotContainKey("Right" + number);
    }
}
