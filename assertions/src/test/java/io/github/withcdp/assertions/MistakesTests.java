package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.EventConditions.not;
import static io.github.withcdp.assertions.EventConditions.param;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.Headless;
import io.github.withcdp.ReportMode;
import io.github.withcdp.WithCDP;
import io.github.withcdp.protocol.EventTimeoutException;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The table of ordinary mistakes in {@code protocol.md}: each is told, as it says there, and none by a time-out. */
@WithCDP(headless = Headless.SHELL, report = ReportMode.NEVER)
class MistakesTests {

    private static final Path PAGE = Path.of("../extension/docs/protocol.md");
    private static final Pattern ROW = Pattern.compile("^\\| `(.+\\(.*)` \\| `(.+)` \\|$", Pattern.MULTILINE);

    private record Mistake(String code, ThrowingCallable made) {}

    private static Mistake told(String code, ThrowingCallable made) {
        return new Mistake(code, made);
    }

    private static Map<String, String> table() throws IOException {
        var rows = new LinkedHashMap<String, String>();
        ROW.matcher(Files.readString(PAGE)).results().forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }

    private static List<Mistake> mistakes(CDPSession page, CDPSession worker, CDPBrowser browser) {
        return List.of(
                told(
                        "page.send(\"Page.navigat\", Map.of(\"url\", \"about:blank\"))",
                        () -> page.send("Page.navigat", Map.of("url", "about:blank"))),
                told(
                        "page.sendAsync(\"Network.getResponsBody\", Map.of(\"requestId\", \"1\"))",
                        () -> page.sendAsync("Network.getResponsBody", Map.of("requestId", "1"))),
                told(
                        "page.send(\"Network.navigate\", Map.of(\"url\", \"about:blank\"))",
                        () -> page.send("Network.navigate", Map.of("url", "about:blank"))),
                told(
                        "page.send(\"page.navigate\", Map.of(\"url\", \"about:blank\"))",
                        () -> page.send("page.navigate", Map.of("url", "about:blank"))),
                told("page.send(\"Netwrok.enable\")", () -> page.send("Netwrok.enable")),
                told("page.send(\"Page.loadEventFired\")", () -> page.send("Page.loadEventFired")),
                told("page.send(\"Page.navigate\")", () -> page.send("Page.navigate")),
                told(
                        "page.send(\"Page.navigate\", Map.of(\"adress\", \"about:blank\"))",
                        () -> page.send("Page.navigate", Map.of("adress", "about:blank"))),
                told(
                        "page.send(\"Page.navigate\", Map.of(\"Url\", \"about:blank\"))",
                        () -> page.send("Page.navigate", Map.of("Url", "about:blank"))),
                told(
                        "page.send(\"Page.captureScreenshot\", Map.of(\"qualty\", 80))",
                        () -> page.send("Page.captureScreenshot", Map.of("qualty", 80))),
                told(
                        "page.send(\"Page.reload\", Map.of(\"url\", \"about:blank\"))",
                        () -> page.send("Page.reload", Map.of("url", "about:blank"))),
                told(
                        "page.send(\"Page.captureScreenshot\", Map.of(\"quality\", \"80\"))",
                        () -> page.send("Page.captureScreenshot", Map.of("quality", "80"))),
                told(
                        "page.send(\"Page.captureScreenshot\", Map.of(\"quality\", 0.8))",
                        () -> page.send("Page.captureScreenshot", Map.of("quality", 0.8))),
                told(
                        "page.send(\"Page.reload\", Map.of(\"ignoreCache\", \"true\"))",
                        () -> page.send("Page.reload", Map.of("ignoreCache", "true"))),
                told(
                        "page.send(\"Network.setBlockedURLs\", Map.of(\"urls\", \"*.png\"))",
                        () -> page.send("Network.setBlockedURLs", Map.of("urls", "*.png"))),
                told(
                        "page.send(\"Page.captureScreenshot\", Map.of(\"format\", \"jpg\"))",
                        () -> page.send("Page.captureScreenshot", Map.of("format", "jpg"))),
                told(
                        "page.send(\"Page.captureScreenshot\", Map.of(\"clip\", Map.of(\"x\", 0, \"y\", 0, \"width\", 1, \"height\", 1)))",
                        () -> page.send(
                                "Page.captureScreenshot",
                                Map.of("clip", Map.of("x", 0, "y", 0, "width", 1, "height", 1)))),
                told(
                        "page.send(\"Emulation.setTouchEmulationEnabled\", Map.of(\"enabled\", true, \"maxTouchPoint\", 2))",
                        () -> page.send(
                                "Emulation.setTouchEmulationEnabled", Map.of("enabled", true, "maxTouchPoint", 2))),
                told("worker.send(\"Page.reload\")", () -> worker.send("Page.reload")),
                told(
                        "browser.session().send(\"Page.reload\")",
                        () -> browser.session().send("Page.reload")),
                told(
                        "page.on(\"Network.responseRecieved\", event -> {})",
                        () -> page.on("Network.responseRecieved", event -> {})),
                told(
                        "page.on(\"Netwrok.responseReceived\", event -> {})",
                        () -> page.on("Netwrok.responseReceived", event -> {})),
                told("page.on(\"Page.navigate\", event -> {})", () -> page.on("Page.navigate", event -> {})),
                told("page.once(\"Page.loadEvent\", event -> {})", () -> page.once("Page.loadEvent", event -> {})),
                told("page.await(\"Runtime.consoleApiCalled\")", () -> page.await("Runtime.consoleApiCalled")),
                told("page.await(\"Fetch.requestPaused\")", () -> page.await("Fetch.requestPaused")),
                told("worker.await(\"Page.loadEventFired\")", () -> worker.await("Page.loadEventFired")),
                told(
                        "browser.session().on(\"Page.loadEventFired\", event -> {})",
                        () -> browser.session().on("Page.loadEventFired", event -> {})),
                told(
                        "assertThat(page).receives(\"Page.loadEventFire\")",
                        () -> assertThat(page).receives("Page.loadEventFire")),
                told(
                        "assertThat(page).receives(\"Network.responseReceived\", param(\"/response/staus\", 200))",
                        () -> assertThat(page).receives("Network.responseReceived", param("/response/staus", 200))),
                told(
                        "assertThat(page).receives(\"Debugger.paused\")",
                        () -> assertThat(page).receives("Debugger.paused")),
                told(
                        "assertThat(page).receivesInOrder(\"Network.requestWillBeSend\", \"Network.responseReceived\")",
                        () -> assertThat(page)
                                .receivesInOrder("Network.requestWillBeSend", "Network.responseReceived")),
                told(
                        "assertThat(page).doesNotReceive(\"Network.loadingFaild\")",
                        () -> assertThat(page).doesNotReceive("Network.loadingFaild")),
                told(
                        "assertThat(page).doesNotReceive(\"Network.responseReceived\", not(param(\"/response/staus\", 200)))",
                        () -> assertThat(page)
                                .doesNotReceive("Network.responseReceived", not(param("/response/staus", 200)))),
                told(
                        "assertThat(page).doesNotReceive(\"Network.responseReceived\", param(\"/response/status/code\", 404))",
                        () -> assertThat(page)
                                .doesNotReceive("Network.responseReceived", param("/response/status/code", 404))),
                told(
                        "assertThat(page).doesNotReceive(\"Security.securityStateChanged\")",
                        () -> assertThat(page).doesNotReceive("Security.securityStateChanged")),
                told(
                        "assertThat(page.recording()).doesNotContainEvent(\"Runtime.exceptionThrow\")",
                        () -> assertThat(page.recording()).doesNotContainEvent("Runtime.exceptionThrow")),
                told(
                        "assertThat(page.recording()).doesNotSend(\"Page.naviagte\")",
                        () -> assertThat(page.recording()).doesNotSend("Page.naviagte")),
                told(
                        "assertThat(page.recording()).doesNotSend(\"Page.navigate\", param(\"/adress\", \"about:blank\"))",
                        () -> assertThat(page.recording())
                                .doesNotSend("Page.navigate", param("/adress", "about:blank"))),
                told(
                        "assertThat(page.recording()).command(\"Page.loadEventFired\")",
                        () -> assertThat(page.recording()).command("Page.loadEventFired")));
    }

    @Test
    void are_all_told_at_once(CDPSession page, CDPBrowser browser) throws IOException {
        var worker = page.awaitChild(
                child -> child.type().equals("worker"),
                () -> page.evaluate("void new Worker('data:text/javascript,setInterval(() => 1, 1000)')"));
        var table = table();
        var mistakes = mistakes(page, worker, browser);

        assertThat(mistakes).extracting(Mistake::code).containsExactlyElementsOf(table.keySet());
        assertThat(mistakes)
                .hasSizeGreaterThanOrEqualTo(29)
                .allSatisfy(mistake -> assertThatThrownBy(mistake.made())
                        .as(mistake.code())
                        .isNotInstanceOfAny(AssertionError.class, EventTimeoutException.class)
                        .hasMessageStartingWith(table.get(mistake.code())));
    }
}
