package io.github.withcdp.internal.monitor;

import static io.github.withcdp.internal.monitor.MonitoredRun.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.internal.chrome.ChromeLauncher;
import io.github.withcdp.internal.chrome.LaunchOptions;
import io.github.withcdp.internal.chrome.LaunchedChrome;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.schema.Strictness;
import io.github.withcdp.internal.session.Conversation;
import io.github.withcdp.internal.session.ConversationOptions;
import io.github.withcdp.internal.session.Downloads;
import io.github.withcdp.internal.session.InspectorDescription;
import io.github.withcdp.internal.session.Pausing;
import io.github.withcdp.internal.session.Scope;
import io.github.withcdp.internal.transport.PipeTransport;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.session.CDPSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands by hand: the form of the monitor in one browser, what is sent in another. */
@WithCDP(timeout = "20 s")
class MonitorCommandTests {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final MessageRecorder RECORDER = MessageRecorder.create();
    private static final LiveMonitor MONITOR = new LiveMonitor();
    private static LaunchedChrome chrome;
    private static Conversation conversation;
    private static WatchedBrowser browser;

    private Scope scope;
    private CDPSession page;
    private WatchedTest test;

    @BeforeAll
    static void start() {
        chrome = ChromeLauncher.ofThisMachine().launch(LaunchOptions.DEFAULTS.withLimit(LIMIT));
        conversation = Conversation.open(
                new PipeTransport(chrome.fromChrome(), chrome.toChrome(), "watched"),
                RECORDER,
                new ConversationOptions(
                        LIMIT,
                        LIMIT,
                        List.of("Page", "Runtime"),
                        true,
                        true,
                        new Downloads(Optional.empty()),
                        Pausing.NONE,
                        false,
                        Strictness.of(true, true, List.of())),
                LIMIT,
                why -> new ConnectionEnd(DetachReason.BROWSER_GONE, why),
                "watched",
                () -> InspectorDescription.UNKNOWN);
        browser = MONITOR.watch(RECORDER, Redaction.DEFAULT);
        MONITOR.open(Optional.empty(), line -> {});
    }

    @AfterAll
    static void end() {
        MONITOR.close();
        conversation.close();
        chrome.close();
        RECORDER.close();
    }

    @BeforeEach
    void begin() {
        scope = conversation.newScope();
        page = scope.newPage(scope.newContext());
        test = browser.begin("a test", scope);
    }

    @AfterEach
    void endTest() {
        test.end();
        scope.close();
    }

    @Test
    void ten_commands_of_different_shapes(CDPSession viewer) {
        open(viewer);

        assertThat(sent(viewer, "Page.getLayoutMetrics", Map.of())).contains("cssLayoutViewport");
        assertThat(sent(viewer, "Runtime.evaluate", Map.of("expression", "6 * 7", "returnByValue", "true")))
                .contains("42");
        assertThat(sent(viewer, "Page.captureScreenshot", Map.of("format", "jpeg", "quality", "50")))
                .contains("/9j/");
        assertThat(sent(
                        viewer,
                        "Page.captureScreenshot",
                        Map.of("clip", "{\"x\":0,\"y\":0,\"width\":9,\"height\":9,\"scale\":1}")))
                .contains("iVBOR");
        assertThat(sent(
                        viewer,
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", "390", "height", "844", "deviceScaleFactor", "1.5", "mobile", "false")))
                .contains("{ }");
        assertThat(sent(viewer, "Network.setExtraHTTPHeaders", Map.of("headers", "{\"X-By\":\"hand\"}")))
                .contains("{ }");
        assertThat(sent(
                        viewer,
                        "Emulation.setEmulatedMedia",
                        Map.of("features", "[{\"name\":\"prefers-color-scheme\",\"value\":\"dark\"}]")))
                .contains("{ }");
        assertThat(sent(viewer, "Page.addScriptToEvaluateOnNewDocument", Map.of("source", "self.byHand = \"yes\\n\"")))
                .contains("identifier");
        assertThat(sent(viewer, "Page.navigate", Map.of("url", "data:text/html,<title>by hand</title>")))
                .contains("frameId");
        assertThat(sent(viewer, "Page.navigate", Map.of("url", "http://[/")))
                .contains("Cannot navigate to invalid URL");

        assertThat(page.evaluate(
                                "[document.title, innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, byHand].join()")
                        .asString())
                .isEqualTo("by hand,390,true,yes\n");
        assertThat(byHand())
                .containsExactly(
                        "Page.getLayoutMetrics",
                        "Runtime.evaluate",
                        "Page.captureScreenshot",
                        "Page.captureScreenshot",
                        "Emulation.setDeviceMetricsOverride",
                        "Network.setExtraHTTPHeaders",
                        "Emulation.setEmulatedMedia",
                        "Page.addScriptToEvaluateOnNewDocument",
                        "Page.navigate",
                        "Page.navigate");
    }

    @Test
    void what_is_sent_is_marked_and_can_be_sent_again(CDPSession viewer) {
        open(viewer);
        sent(viewer, "Runtime.evaluate", Map.of("expression", "'once'"));

        viewer.evaluate("document.querySelector('.answer .button').click()");
        await(viewer, "document.querySelector('.messages-view .pane .actions')");
        assertThat(viewer.evaluate("document.querySelector('.messages-view .pane').innerText")
                        .asString())
                .contains("by hand, from the monitor");
        await(viewer, "document.querySelector('.row.by-hand')");
        viewer.evaluate(
                "[...document.querySelectorAll('.pane .actions button')].find(one => one.textContent === 'Send again …').click()");
        await(
                viewer,
                "document.body.dataset.view === 'command' && document.querySelector('.field [aria-label=expression]')?.value === \"'once'\"");
        delete(viewer);
        viewer.evaluate("document.querySelector('.send').click()");
        await(viewer, "document.querySelector('.command-view').dataset.answer");

        assertThat(byHand()).containsExactly("Runtime.evaluate", "Runtime.evaluate");
    }

    @Test
    void is_copied_as_Java_in_both_forms(CDPSession viewer) {
        open(viewer);
        fill(viewer, "Page.captureScreenshot", Map.of("format", "jpeg", "quality", "80", "fromSurface", "true"));

        assertThat(copied(viewer, "java"))
                .isEqualTo(
                        "session.send(\"Page.captureScreenshot\", Map.of(\"format\", \"jpeg\", \"quality\", 80, \"fromSurface\", true));");
        assertThat(copied(viewer, "typed"))
                .isEqualTo(
                        "session.send(Page.captureScreenshot().format(Page.CaptureScreenshotFormat.JPEG).quality(80).fromSurface(true));");
    }

    @Test
    void what_cannot_be_sent_is_told(CDPSession viewer) {
        open(viewer);

        fill(viewer, "Page.captureScreenshot", Map.of("quality", "much"));
        viewer.evaluate("document.querySelector('.send').click()");
        assertThat(viewer.evaluate("document.querySelector('.command-form [role=alert]').textContent")
                        .asString())
                .isEqualTo("quality is no number: much");

        assertThat(sent(viewer, "Emulation.setDeviceMetricsOverride", Map.of())).contains("Invalid parameters");
        assertThat(sent(viewer, "Page.newestOfAll", Map.of())).contains("wasn't found");
        test.end();
        fill(viewer, "Page.enable", Map.of());
        viewer.evaluate("document.querySelector('.send').click()");
        await(
                viewer,
                "document.querySelector('.outcome').textContent === 'No test that runs has this session. Choose one of a test that runs.'");
    }

    @Test
    void works_with_the_keyboard_alone(CDPSession viewer) {
        open(viewer);
        viewer.evaluate("document.activeElement.blur()");
        key(viewer, "3", 0);
        await(viewer, "document.activeElement.id === 'command-name'");
        viewer.send("Input.insertText", Map.of("text", "Runtime.evaluate"));
        await(viewer, "document.querySelector('.field [aria-label=expression]')");
        key(viewer, "Tab", 0);
        key(viewer, "Tab", 0);
        key(viewer, "Tab", 0);
        await(viewer, "document.activeElement.getAttribute('aria-label') === 'expression'");
        viewer.send("Input.insertText", Map.of("text", "'typed'"));
        key(viewer, "Enter", 2);
        await(viewer, "document.querySelector('.command-view').dataset.answer");

        assertThat(viewer.evaluate("document.querySelector('.answer').innerText")
                        .asString())
                .contains("typed");
    }

    @Test
    void what_is_sent_belongs_to_the_name_that_stands_in_the_field(CDPSession viewer) {
        open(viewer);
        fill(viewer, "Page.captureScreenshot", Map.of("format", "jpeg", "quality", "80"));

        // In one task: no form can come as fast as the key.
        viewer.evaluate(
                "{ %s; name.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true })); }"
                        .formatted(renamed("Page.getLayoutMetrics")));
        await(viewer, "document.querySelector('.command-view').dataset.answer");

        assertThat(sentByHand()).containsExactly("Page.getLayoutMetrics {}");
    }

    @Test
    void what_is_copied_belongs_to_the_name_that_stands_in_the_field(CDPSession viewer) {
        open(viewer);
        fill(viewer, "Page.captureScreenshot", Map.of("format", "jpeg", "quality", "80"));
        viewer.evaluate("navigator.clipboard.writeText = text => { self.copied = text; return Promise.resolve(); }, 0");

        viewer.evaluate("{ %s; document.querySelector('[data-copy=java]').click(); }"
                .formatted(renamed("Page.getLayoutMetrics")));
        await(viewer, "self.copied");

        assertThat(viewer.evaluate("copied").asString()).isEqualTo("session.send(\"Page.getLayoutMetrics\");");
    }

    @Test
    void there_is_no_form_of_another_command_than_the_one_named(CDPSession viewer) {
        open(viewer);
        fill(viewer, "Page.captureScreenshot", Map.of("format", "jpeg"));

        viewer.evaluate("{ %s; document.querySelector('.send').click(); }".formatted(renamed("Page.")));

        assertThat(viewer.evaluate("document.querySelectorAll('.command-form').length")
                        .asInt())
                .isZero();
        assertThat(viewer.evaluate("document.querySelector('.outcome').textContent")
                        .asString())
                .isEqualTo("Choose a command: its domain, a dot and its name.");
    }

    @Test
    void a_choice_in_which_nothing_was_chosen_is_not_sent(CDPSession viewer) {
        open(viewer);

        assertThat(sent(viewer, "Page.setWebLifecycleState", Map.of())).contains("Invalid parameters");
        assertThat(sentByHand()).containsExactly("Page.setWebLifecycleState {}");
        assertThat(said(viewer)).isEqualTo("Required, and not given: state");
    }

    @Test
    void params_that_are_no_JSON_are_told_as_such(CDPSession viewer) {
        open(viewer);
        sent(viewer, "Page.getLayoutMetrics", Map.of());

        viewer.evaluate(
                "{ document.querySelector('.command-form .check input').click(); document.querySelector('.command-form .json').value = '{x'; document.querySelector('.send').click(); }");

        assertThat(said(viewer))
                .isEqualTo(
                        "The params are no JSON: Expected property name or '}' in JSON at position 1 (line 1 column 2)");
        assertThat(viewer.evaluate(
                                "document.querySelector('.answer').innerText + document.querySelector('.outcome').innerText")
                        .asString())
                .isEmpty();
    }

    @Test
    void only_of_a_command_that_is_known_is_said_that_it_has_no_params(CDPSession viewer) {
        open(viewer);

        fill(viewer, "Page.getLayoutMetrics", Map.of());
        assertThat(formText(viewer)).contains("It has no params.");
        fill(viewer, "Page.getLayout", Map.of());
        assertThat(formText(viewer)).contains("has no such command").doesNotContain("It has no params.");
    }

    private static String formText(CDPSession viewer) {
        return viewer.evaluate("document.querySelector('.command-form').innerText")
                .asString();
    }

    @Test
    void an_answer_is_shown_with_the_command_it_belongs_to(CDPSession viewer) {
        open(viewer);
        fill(viewer, "Runtime.evaluate", Map.of("awaitPromise", "true"));
        delete(viewer);

        // In one task, so that the second is sent before the first is among the messages.
        viewer.evaluate(
                "for (const one of ['first', 'second']) { document.querySelector('.field [aria-label=expression]').value = `new Promise(done => self.${one} = done)`; document.querySelector('.send').click(); }");
        await(page, "self.first && self.second");
        page.evaluate("first('of the first'), 0");
        await(
                viewer,
                "document.querySelector('.command-view').dataset.answer || document.querySelector('.history li:last-child .answered')");

        assertThat(viewer.evaluate("document.querySelector('.answer').innerText")
                        .asString())
                .isEmpty();

        page.evaluate("second('of the second'), 0");
        await(viewer, "document.querySelector('.command-view').dataset.answer");
        assertThat(viewer.evaluate("document.querySelector('.answer').innerText")
                        .asString())
                .contains("of the second");

        viewer.evaluate("document.querySelector('.history li:last-child a').click()");
        await(
                viewer,
                "document.querySelector('.messages-view .pane:not([hidden])')?.innerText.includes('of the first')");
    }

    @Test
    void keys_are_meant_for_what_is_shown_whichever_way_one_came(CDPSession viewer) {
        open(viewer);
        sent(viewer, "Runtime.evaluate", Map.of("expression", "'once'"));

        viewer.evaluate("{ const link = document.querySelector('.answer .button'); link.focus(); link.click(); }");
        await(
                viewer,
                "document.querySelector('#app').dataset.ready === 'messages' && document.querySelector('.messages-view .pane .actions')");
        assertThat(viewer.evaluate("document.activeElement.ariaLabel").asString())
                .isEqualTo("Messages");

        delete(viewer);
        viewer.evaluate(
                "{ const again = [...document.querySelectorAll('.pane .actions button')].find(one => one.textContent === 'Send again …'); again.focus(); again.click(); }");
        await(
                viewer,
                "document.querySelector('#app').dataset.ready === 'command' && document.querySelector('.field [aria-label=expression]')?.value === \"'once'\"");
        assertThat(viewer.evaluate("document.activeElement.id").asString()).isEqualTo("command-name");
        key(viewer, "Enter", 2);
        await(viewer, "document.querySelector('.command-view').dataset.answer");

        assertThat(byHand()).containsExactly("Runtime.evaluate", "Runtime.evaluate");
    }

    @Test
    void the_mark_is_seen_beside_a_name_that_is_too_long(CDPSession viewer) {
        viewer.send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 900, "height", 700, "deviceScaleFactor", 1, "mobile", false));
        open(viewer);
        sent(viewer, "Emulation.setFocusEmulationEnabled", Map.of("enabled", "true"));

        viewer.evaluate("document.querySelector('.answer .button').click()");
        await(
                viewer,
                "document.querySelector('.messages-view .panes.split') && document.querySelector('.row.by-hand.selected')");

        assertThat(viewer.evaluate(
                                "{ const cell = document.querySelector('.row.by-hand.selected .method'); [cell.textContent, cell.scrollWidth <= cell.clientWidth].join() }")
                        .asString())
                .isEqualTo("Emulation.setFocusEmulationEnabled,true");
    }

    @Test
    void what_is_sent_is_found_by_its_mark(CDPSession viewer) {
        open(viewer);
        page.send("Emulation.setFocusEmulationEnabled", Map.of("enabled", false));
        sent(viewer, "Emulation.setFocusEmulationEnabled", Map.of("enabled", "true"));
        viewer.evaluate("document.querySelector('.answer .button').click()");
        await(viewer, "document.querySelector('.row.by-hand.selected')");

        viewer.evaluate(
                "{ const search = document.querySelector('#message-search'); search.value = 'method:setFocusEmulation \"by hand\"'; search.dispatchEvent(new Event('input')); }");
        await(viewer, "document.querySelector('.messages-view').dataset.state === 'done'");

        assertThat(viewer.evaluate(
                                "[...document.querySelectorAll('.rows .row')].map(row => row.className.includes('by-hand')).every(Boolean) + ' ' + document.querySelector('.found').textContent.match(/^\\d+/)[0]")
                        .asString())
                .startsWith("true ")
                .isNotEqualTo("true 0");
    }

    @Test
    void fits_a_narrow_window(CDPSession viewer) {
        viewer.send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 400, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        open(viewer);
        page.navigate("data:text/html,<title>" + "a long address ".repeat(20) + "</title>");
        sent(viewer, "Runtime.evaluate", Map.of("expression", "'" + "x".repeat(300) + "'"));

        assertThat(viewer.evaluate("document.scrollingElement.scrollWidth").asInt())
                .isEqualTo(400);
    }

    private static void open(CDPSession viewer) {
        viewer.navigate(MONITOR.address().orElseThrow() + "#command");
        await(viewer, "document.querySelector('.chooser select')?.options.length > 0");
    }

    /** Fill in a command, send it in the newest page, and return what is answered. */
    private static String sent(CDPSession viewer, String method, Map<String, String> fields) {
        fill(viewer, method, fields);
        viewer.evaluate("document.querySelector('.send').click()");
        await(viewer, "document.querySelector('.command-view').dataset.answer");
        return viewer.evaluate("document.querySelector('.answer').innerText").asString();
    }

    private static void fill(CDPSession viewer, String method, Map<String, String> fields) {
        delete(viewer);
        viewer.evaluate(
                "document.querySelector('#command-name').value = ''; document.querySelectorAll('.command-form').forEach(one => one.remove()); document.querySelector('#command-name').focus()");
        viewer.send("Input.insertText", Map.of("text", method));
        await(viewer, "document.querySelector('.command-form')");
        fields.forEach((name, value) -> viewer.send(
                "Runtime.evaluate",
                Map.of(
                        "expression",
                        "document.querySelector('.field [aria-label=" + name + "]').value = decodeURIComponent('"
                                + URLEncoder.encode(value, StandardCharsets.UTF_8)
                                        .replace("+", "%20")
                                        .replace("'", "%27")
                                + "')")));
    }

    private static void delete(CDPSession viewer) {
        viewer.evaluate("delete document.querySelector('.command-view').dataset.answer, 0");
    }

    private static String copied(CDPSession viewer, String form) {
        viewer.evaluate("navigator.clipboard.writeText = text => { self.copied = text; return Promise.resolve(); }, 0");
        viewer.evaluate("document.querySelector('[data-copy=" + form + "]').click()");
        return viewer.evaluate("copied").asString();
    }

    private static void key(CDPSession viewer, String key, int modifiers) {
        int code = Map.of("Tab", 9, "Enter", 13).getOrDefault(key, 0);
        viewer.send(
                "Input.dispatchKeyEvent",
                Map.of(
                        "type",
                        "keyDown",
                        "key",
                        key,
                        "code",
                        key,
                        "modifiers",
                        modifiers,
                        "windowsVirtualKeyCode",
                        code,
                        "text",
                        key.equals("Tab") || modifiers != 0 ? "" : key));
        viewer.send(
                "Input.dispatchKeyEvent",
                Map.of(
                        "type",
                        "keyUp",
                        "key",
                        key,
                        "code",
                        key,
                        "modifiers",
                        modifiers,
                        "windowsVirtualKeyCode",
                        code));
    }

    /** Return a script that writes another name over that of the command. */
    private static String renamed(String method) {
        return "const name = document.querySelector('#command-name'); name.value = '%s'; name.dispatchEvent(new Event('input'))"
                .formatted(method);
    }

    private List<String> sentByHand() {
        return commandsByHand()
                .map(command -> command.method() + " " + command.tree().path("params"))
                .toList();
    }

    /** Return what the form says about what is written in it. */
    private static String said(CDPSession viewer) {
        return viewer.evaluate("document.querySelector('.command-form [role=alert]').textContent")
                .asString();
    }

    private List<String> byHand() {
        return commandsByHand().map(RecordedMessage::method).toList();
    }

    private Stream<RecordedMessage> commandsByHand() {
        return scope.recording().messages().stream()
                .filter(RecordedMessage::isCommand)
                .filter(command -> scope.isSentByHand(command.id().orElse(0)));
    }
}
