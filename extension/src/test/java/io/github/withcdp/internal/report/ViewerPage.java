package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What people do in the page of a report, and what they see there. */
final class ViewerPage {

    /** What somebody may have a page say who wants to break out of where it is shown or pasted. */
    static final String HOSTILE = "</script><img src=x onerror=\"document.title='caught'\">" + Reports.OVERRIDE
            + Reports.ESC + "[31m 'q' \"d\" `touch pwned` $(touch pwned) !! \\u0041\nline";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private ViewerPage() {}

    // --- Open

    /** Write a report into a folder and return its address. */
    static String write(Path folder, FailureReport report) throws IOException {
        new ReportWriter(folder).write(report, folder.resolve("report"));
        return folder.resolve("report").resolve("report.html").toUri().toString();
    }

    static void open(CDPSession page, Path folder, FailureReport report, String place) throws IOException {
        open(page, write(folder, report) + place);
    }

    static void open(CDPSession page, Path folder, Recording recording, String place) throws IOException {
        open(page, folder, Reports.with(recording, List.of()), place);
    }

    static void open(CDPSession page, String url) {
        page.navigate(url);
        if (url.startsWith("file:")) {
            until(
                    page,
                    "document.querySelector('#app').dataset.ready && document.querySelector('.messages-view')?.dataset.state !== 'searching'");
            settle(page);
        }
    }

    static void go(CDPSession page, String view) {
        page.evaluate("document.querySelector('#tab-%s').click()".formatted(view));
        untilReady(page, view);
        settle(page);
    }

    // --- Wait

    /** Wait for a condition, looked at with every frame. */
    static void until(CDPSession page, String condition) {
        page.evaluate(
                "new Promise(resolve => { const look = () => (%s) ? resolve() : requestAnimationFrame(look); look(); })"
                        .formatted(condition),
                LIMIT);
    }

    static void untilReady(CDPSession page, String view) {
        until(page, "document.querySelector('#app').dataset.ready === '%s'".formatted(view));
    }

    static void untilPane(CDPSession page, String view) {
        until(page, "!document.querySelector('#view-%s .pane').hidden".formatted(view));
    }

    static void untilSearched(CDPSession page) {
        until(page, "document.querySelector('.messages-view').dataset.state === 'done'");
    }

    /** Wait until blocks that rows asked for are unpacked, and what was clicked is shown. */
    private static void settle(CDPSession page) {
        until(
                page,
                "[...document.querySelectorAll('.messages .rows .row')].every(row => row.offsetParent === null || row.querySelector('.payload').childNodes.length || /enable|loadEvent|frameResized|Page\\.(one|two)|attributionReporting/.test(row.textContent))");
    }

    // --- Use

    /** Search for messages, and return the methods of those that are found. */
    static List<String> search(CDPSession page, String words) {
        page.evaluate(
                "{ const field = document.querySelector('#message-search'); field.value = %s; field.dispatchEvent(new Event('input')); }"
                        .formatted(new String(Json.write(words), StandardCharsets.UTF_8)));
        untilSearched(page);
        return methods(page);
    }

    static void choose(CDPSession page, String label, String value) {
        page.evaluate(
                "{ const list = document.querySelector('#view-messages select[aria-label=%s]'); list.value = '%s'; list.dispatchEvent(new Event('change')); }"
                        .formatted(label, value));
        untilSearched(page);
    }

    static void click(CDPSession page, String label) {
        page.evaluate(
                "[...document.querySelectorAll('button')].find(button => button.textContent === '%s' && button.offsetParent).click()"
                        .formatted(label));
    }

    static void press(CDPSession page, String key) {
        var down = key.length() == 1
                ? Map.of("type", "keyDown", "key", key, "text", key)
                : Map.of(
                        "type",
                        "keyDown",
                        "key",
                        key,
                        "code",
                        key,
                        "windowsVirtualKeyCode",
                        Map.of("Escape", 27, "Tab", 9).getOrDefault(key, 0));
        page.send("Input.dispatchKeyEvent", down);
        page.send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }

    /** Have the page keep what it copies to the clipboard. */
    static void catchCopies(CDPSession page) {
        page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }");
    }

    static String copiedAsCurl(CDPSession page) {
        catchCopies(page);
        page.evaluate("document.querySelector('#view-network [data-copy=curl]').click()");
        return page.evaluate("window.copied").asString();
    }

    // --- See

    static List<String> methods(CDPSession page) {
        return texts(page, "#view-messages .rows .method");
    }

    /** Return the texts of all elements, from top to bottom. */
    static List<String> texts(CDPSession page, String selector) {
        return strings(
                page,
                "[...document.querySelectorAll('%s')].sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map(element => element.textContent)"
                        .formatted(selector));
    }

    static String text(CDPSession page, String selector) {
        return page.evaluate("document.querySelector('%s').textContent".formatted(selector))
                .asString();
    }

    /** Return where the links lead in which elements are. */
    static List<String> links(CDPSession page, String selector) {
        return strings(
                page,
                "[...document.querySelectorAll('%s')].map(element => element.closest('a').getAttribute('href'))"
                        .formatted(selector));
    }

    static List<String> strings(CDPSession page, String expression) {
        return page.evaluate(expression).valueStream().map(JsonNode::asString).toList();
    }

    static boolean isSeen(CDPSession page, String selector) {
        return page.evaluate("document.querySelector('%s').checkVisibility()".formatted(selector))
                .asBoolean();
    }
}
