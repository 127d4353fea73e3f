package io.github.withcdp.internal.report;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static io.github.withcdp.internal.report.ViewerPage.HOSTILE;
import static io.github.withcdp.internal.report.ViewerPage.choose;
import static io.github.withcdp.internal.report.ViewerPage.click;
import static io.github.withcdp.internal.report.ViewerPage.go;
import static io.github.withcdp.internal.report.ViewerPage.isSeen;
import static io.github.withcdp.internal.report.ViewerPage.methods;
import static io.github.withcdp.internal.report.ViewerPage.open;
import static io.github.withcdp.internal.report.ViewerPage.press;
import static io.github.withcdp.internal.report.ViewerPage.search;
import static io.github.withcdp.internal.report.ViewerPage.text;
import static io.github.withcdp.internal.report.ViewerPage.texts;
import static io.github.withcdp.internal.report.ViewerPage.until;
import static io.github.withcdp.internal.report.ViewerPage.untilPane;
import static io.github.withcdp.internal.report.ViewerPage.untilReady;
import static io.github.withcdp.internal.report.ViewerPage.untilSearched;
import static io.github.withcdp.internal.report.ViewerPage.write;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens written reports in a browser, as people do. */
@WithCDP
class ViewerTests {

    @TempDir
    Path folder;

    @Test
    void opens_without_an_error_and_asks_for_nothing_but_itself(CDPSession page) throws IOException {
        open(page, folder, Reports.checkout(), "");
        for (var view : List.of("messages", "network", "console", "targets", "browser", "overview")) {
            go(page, view);
        }

        assertThat(page.events().named("Network.requestWillBeSent").list())
                .filteredOn(event -> !event.param("/request/url").asString().startsWith("data:"))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.param("/request/url").asString()).endsWith("/report.html"));
        assertThat(page.recording().console()).isEmpty();
    }

    @Test
    void first_says_what_failed_what_was_unusual_and_what_happened(CDPSession page) throws IOException {
        open(page, folder, Reports.checkout(), "");

        assertThat(text(page, "h1")).isEqualTo("pays once");
        assertThat(text(page, ".failure")).contains("AssertionError", "no");
        assertThat(text(page, ".unusual")).contains("500 Oh no", "Cannot navigate to invalid URL");
        assertThat(text(page, ".story"))
                .containsSubsequence(
                        "Page.navigate http://shop.test/checkout",
                        "The page has loaded",
                        "no ␛[31mbasket",
                        "The test failed");
        assertThat(text(page, ".verdict")).isEqualTo("Failed");
    }

    @Test
    void what_was_unusual_leads_to_its_message(CDPSession page) throws IOException {
        open(page, folder, Reports.checkout(), "");

        page.evaluate(
                "[...document.querySelectorAll('.unusual a')].find(a => /invalid URL/.test(a.textContent)).click()");

        until(page, "document.querySelector('#view-messages .pane:not([hidden]) h2')?.textContent === 'Page.navigate'");
        assertThat(text(page, "#view-messages .pane")).contains("http://[bad", "-32000");
        assertThat(text(page, "#view-messages .row.selected")).contains("Page.navigate", "http://[bad");
    }

    @Test
    void searches_words_phrases_methods_and_sessions(CDPSession page) throws IOException {
        open(page, folder, Reports.checkout(), "#messages");

        assertThat(search(page, "checkout"))
                .containsExactly("Page.navigate", "Network.requestWillBeSent", "Network.responseReceived");
        assertThat(search(page, "checkout -status")).containsExactly("Page.navigate", "Network.requestWillBeSent");
        assertThat(search(page, "\"invalid url\"")).containsExactly("Page.navigate");
        assertThat(search(page, "\"requestId\":\"R1\" oh")).containsExactly("Network.responseReceived");
        assertThat(search(page, "method:runtime")).containsExactly("Runtime.consoleAPICalled", "Runtime.evaluate");
        assertThat(search(page, "session:browser")).containsExactly("Target.setAutoAttach", "Target.attachedToTarget");
        assertThat(search(page, "-session:browser method:Page. -method:navigate"))
                .containsExactly("Page.loadEventFired", "Page.captureScreenshot");
        assertThat(search(page, "nowhere")).isEmpty();
        assertThat(text(page, "#view-messages .empty")).isEqualTo("No message is like that.");
    }

    @Test
    void shows_the_lines_that_threw(CDPSession page) throws IOException {
        var recording = new Conversation()
                .command(
                        1_001,
                        PAGE,
                        1,
                        "Runtime.evaluate",
                        "{\"expression\":\"let total = 0;\\n  pay(<b>);\\ndone()\"}")
                .result(
                        1_002,
                        PAGE,
                        1,
                        "{\"exceptionDetails\":{\"lineNumber\":1,\"columnNumber\":2,\"exception\":{\"description\":\"SyntaxError: no\"}}}");

        open(page, folder, recording, "");

        assertThat(text(page, ".unusual .said")).isEqualTo("Runtime.evaluate threw SyntaxError: no (message 1)");
        assertThat(text(page, ".unusual .source")).isEqualTo("  1: let total = 0;\n> 2:   pay(<b>);\n  3: done()");
        assertThat(texts(page, ".unusual .source .bad")).containsExactly("> 2:   pay(<b>);");
    }

    @Test
    void joins_an_answer_with_its_command(CDPSession page) throws IOException {
        open(page, folder, Reports.checkout(), "#messages?method=Page.navigate");

        assertThat(texts(page, "#view-messages .rows .row")).hasSize(2);
        assertThat(texts(page, "#view-messages .rows .payload"))
                .first()
                .asString()
                .contains("http://shop.test/checkout", "frameId: \"F1\"");
        assertThat(texts(page, "#view-messages .rows .took")).containsExactly("19 ms", "19 ms");
    }

    @Test
    void filters_by_kind_domain_session_and_errors_and_keeps_it_in_the_address(CDPSession page) throws IOException {
        open(page, folder, Reports.checkout(), "#messages");

        choose(page, "Kind", "event");
        choose(page, "Method", "Network");
        assertThat(methods(page)).containsExactly("Network.requestWillBeSent", "Network.responseReceived");

        choose(page, "Kind", "command");
        choose(page, "Method", "Page");
        page.evaluate("document.querySelector('#only-errors').click()");
        untilSearched(page);
        assertThat(texts(page, "#view-messages .rows .payload"))
                .singleElement()
                .asString()
                .contains("http://[bad", "Cannot navigate to invalid URL");
        var address = page.evaluate("location.href").asString();
        assertThat(address).contains("#messages?", "kind=command", "method=Page", "errors=1");

        open(page, "about:blank");
        open(page, address);
        assertThat(methods(page)).containsExactly("Page.navigate");
    }

    @Test
    void a_message_says_by_which_number_findings_call_it(CDPSession page) throws IOException {
        open(page, folder, Reports.checkout(), "#messages?message=9");

        assertThat(text(page, ".pane-body")).contains("Number9, answer 10");
    }

    @Test
    void marks_the_moment_of_failure(CDPSession page) throws IOException {
        var recording = Reports.checkout().event(4_500, PAGE, "Page.frameResized", "{}");
        open(page, folder, recording, "#messages");

        assertThat(texts(page, ".row.moment .method")).containsExactly("Page.frameResized");
        assertThat(texts(page, ".row.after .method")).containsExactly("Page.frameResized");
        assertThat(text(page, ".row.moment .line")).startsWith("The test failed at 3.000 s.");
        assertThat(overlaps(page, ".row.moment .line", ".row.moment .method")).isFalse();

        search(page, "-frameResized");
        assertThat(texts(page, ".row.moment")).isEmpty();
        search(page, "method:frameResized");
        assertThat(texts(page, ".row.moment .method")).containsExactly("Page.frameResized");
    }

    @Test
    void long_names_of_methods_are_not_cut_where_there_is_room(CDPSession page) throws IOException {
        var name = "Storage.attributionReportingTriggerRegistered";
        open(page, folder, Reports.checkout().event(2_900, PAGE, name, "{}"), "#messages?method=" + name);

        assertThat(text(page, "#view-messages .rows .method")).isEqualTo(name);
        assertThat(isCut(page, "#view-messages .rows .method")).isFalse();
    }

    @Test
    void pages_are_told_apart_where_there_is_more_than_one(CDPSession page) throws IOException {
        var attached =
                "{\"sessionId\":\"%s\",\"targetInfo\":{\"targetId\":\"%s\",\"type\":\"page\",\"url\":\"about:blank\"}}";
        var recording = new Conversation()
                .event(1_004, "", "Target.attachedToTarget", attached.formatted(PAGE, "T1"))
                .event(1_005, PAGE, "Page.one", "{}");
        open(page, folder, recording, "#messages?message=1");
        assertThat(texts(page, "#view-messages .rows .session")).containsExactly("browser", "page");
        assertThat(isSeen(page, "#view-messages .rows .session")).isFalse();

        open(page, "about:blank");
        recording
                .event(1_006, "", "Target.attachedToTarget", attached.formatted("0123456789ABCDEF", "T2"))
                .event(1_007, "0123456789ABCDEF", "Page.two", "{}");
        open(page, folder.resolve("another"), recording, "#messages?message=1");
        assertThat(texts(page, "#view-messages .rows .session"))
                .containsExactly("browser", "page 9F86D081", "browser", "page 01234567");
        assertThat(isSeen(page, "#view-messages .rows .session")).isTrue();
    }

    @Test
    void where_there_is_nothing_it_says_why(CDPSession page) throws IOException {
        var quiet = Reports.report("is quiet", Optional.empty(), new Conversation(), "about:blank", List.of());
        open(page, folder, quiet, "");
        for (var view : List.of("messages", "network", "console", "targets", "browser")) {
            go(page, view);
        }

        assertThat(text(page, ".verdict")).isEqualTo("Passed");
        assertThat(text(page, ".overview")).contains("Nothing unusual", "No message was recorded.");
        assertThat(text(page, "#view-messages .empty")).isEqualTo("No message was recorded.");
        assertThat(text(page, "#view-network .empty")).isEqualTo("No requests are known: Network.enable was not sent.");
        assertThat(text(page, "#view-console .empty")).contains("neither Runtime.enable nor Log.enable was sent");

        open(page, "about:blank");
        var enabled = new Conversation()
                .command(1_001, PAGE, 1, "Network.enable", "")
                .result(1_002, PAGE, 1, "{}")
                .command(1_003, PAGE, 2, "Log.enable", "")
                .result(1_004, PAGE, 2, "{}");
        open(page, folder.resolve("another"), enabled, "#console");
        go(page, "network");
        assertThat(text(page, "#view-network .empty")).isEqualTo("Nothing was requested.");
        assertThat(text(page, "#view-console .empty")).isEqualTo("The pages said nothing.");
    }

    @Test
    void filters_requests_and_what_was_logged(CDPSession page) throws IOException {
        var recording = Reports.checkout()
                .event(
                        2_000,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"R2\",\"type\":\"Fetch\",\"request\":{\"method\":\"POST\",\"url\":\"http://shop.test/pay\"}}")
                .event(
                        2_001,
                        PAGE,
                        "Runtime.consoleAPICalled",
                        "{\"type\":\"log\",\"args\":[{\"type\":\"string\",\"value\":\"hello\"}]}");
        open(page, folder, recording, "#network?q=checkout");
        assertThat(texts(page, "#view-network .rows .target")).containsExactly("http://shop.test/checkout");
        assertThat(text(page, "#view-network .found")).isEqualTo("1 of 2 requests");
        page.evaluate("document.querySelector('#view-network .clear').click()");
        assertThat(texts(page, "#view-network .rows .row")).hasSize(2);
        page.evaluate("document.querySelector('#view-network input[type=checkbox]').click()");
        assertThat(texts(page, "#view-network .rows .verb")).containsExactly("GET");
        assertThat(page.evaluate("location.hash").asString()).isEqualTo("#network?failed=1");

        // A link is stronger than the filter.
        page.evaluate("location.hash = '#network?failed=1&request=1'");
        untilPane(page, "network");
        assertThat(text(page, "#view-network .row.selected .verb")).isEqualTo("POST");

        page.evaluate("location.hash = '#console?level=INFO'");
        untilReady(page, "console");
        assertThat(texts(page, "#view-console .rows .payload")).containsExactly("hello");
    }

    @Test
    void shows_what_was_thrown_in_the_list_of_messages(CDPSession page) throws IOException {
        var thrown =
                "{\"exceptionDetails\":{\"text\":\"Uncaught\",\"exception\":{\"type\":\"object\",\"description\":\"Object\",\"preview\":{\"overflow\":true,\"properties\":[{\"name\":\"code\",\"value\":\"E_PAY\"}]}}}}";
        var recording = new Conversation()
                .event(1, PAGE, "Runtime.exceptionThrown", thrown)
                .event(
                        2,
                        PAGE,
                        "Runtime.exceptionThrown",
                        "{\"exceptionDetails\":{\"text\":\"Uncaught\",\"exception\":{\"type\":\"string\",\"value\":\"text\"}}}")
                .event(
                        3,
                        PAGE,
                        "Runtime.exceptionThrown",
                        "{\"exceptionDetails\":{\"text\":\"Uncaught SyntaxError\"}}");
        open(page, folder, recording, "#messages");

        until(
                page,
                "!document.querySelector('#view-messages .rows .payload')?.textContent.includes('exceptionDetails')");
        assertThat(texts(page, "#view-messages .rows .payload"))
                .containsExactly("{code: E_PAY, …}", "text", "Uncaught SyntaxError");
    }

    @Test
    void marks_a_rejection_that_was_handled_later(CDPSession page) throws IOException {
        var recording = new Conversation()
                .event(
                        1,
                        PAGE,
                        "Runtime.exceptionThrown",
                        "{\"exceptionDetails\":{\"exceptionId\":4,\"exception\":{\"type\":\"string\",\"value\":\"late\"}}}")
                .event(2, PAGE, "Runtime.exceptionRevoked", "{\"exceptionId\":4}");
        open(page, folder, recording, "#console?entry=0");

        assertThat(texts(page, "#view-console .rows .payload")).containsExactly("handled later: late");
        assertThat(texts(page, "#view-console .rows .bad")).isEmpty();
        assertThat(text(page, "#view-console .pane h2")).isEqualTo("Rejection that was handled later");
    }

    @Test
    void folds_and_unfolds_JSON(CDPSession page) throws IOException {
        var recording = new Conversation()
                .event(
                        1_001,
                        PAGE,
                        "Page.deep",
                        "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":\"at the bottom\"}}}},\"long\":\"%s\"}"
                                .formatted("x".repeat(5_000)));
        open(page, folder, recording, "#messages?message=0");

        assertThat(text(page, "#view-messages .pane-body")).contains("a:", "show all 5,000 characters");
        assertThat(unfolded(page)).isEqualTo(2);
        click(page, "Unfold all");
        assertThat(text(page, "#view-messages .tree")).contains("\"at the bottom\"");
        assertThat(unfolded(page)).isEqualTo(4);
        click(page, "Fold all");
        assertThat(unfolded(page)).isZero();
        click(page, "show all 5,000 characters");
        assertThat(text(page, "#view-messages .tree")).contains("x".repeat(5_000));
    }

    @Test
    void obeys_the_keyboard(CDPSession page) throws IOException {
        open(page, folder, Reports.checkout(), "");

        press(page, "2");
        untilReady(page, "messages");
        press(page, "/");
        assertThat(page.evaluate("document.activeElement.id").asString()).isEqualTo("message-search");
        page.send("Input.insertText", Map.of("text", "method:Page."));
        untilSearched(page);
        press(page, "ArrowDown");
        press(page, "ArrowDown");
        press(page, "Enter");
        untilPane(page, "messages");
        assertThat(text(page, "#view-messages .pane h2")).isEqualTo("Page.loadEventFired");
        assertThat(page.evaluate("document.activeElement.closest('.pane') !== null")
                        .asBoolean())
                .isTrue();
        press(page, "Escape");
        assertThat(page.evaluate("document.querySelector('#view-messages .pane').hidden")
                        .asBoolean())
                .isTrue();
        assertThat(page.evaluate("document.activeElement.getAttribute('aria-label')")
                        .asString())
                .isEqualTo("Messages");
        press(page, "End");
        assertThat(page.evaluate(
                                "document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).ariaRowIndex + ' of ' + document.activeElement.ariaRowCount")
                        .asString())
                .isEqualTo("5 of 5");
        press(page, "?");
        assertThat(text(page, "dialog.help")).contains("search");
        press(page, "Escape");
        until(page, "!document.querySelector('dialog')");
        press(page, "3");
        untilReady(page, "network");
        assertThat(page.evaluate("location.hash").asString()).isEqualTo("#network");
    }

    @Test
    void all_that_can_be_done_has_a_name_and_can_be_reached(CDPSession page) throws IOException {
        open(page, folder, Reports.checkout(), "");
        for (var view : List.of(
                "messages?message=3", "network?request=0", "console?entry=0", "targets", "browser", "overview")) {
            page.evaluate("location.hash = '#%s'".formatted(view));
            untilReady(page, view.replaceFirst("\\?.*", ""));
            assertThat(page.send("Accessibility.getFullAXTree").get("nodes").valueStream())
                    .as(view)
                    .filteredOn(node -> !node.path("ignored").asBoolean())
                    .filteredOn(node -> List.of(
                                    "button", "link", "searchbox", "combobox", "checkbox", "grid", "image", "dialog")
                            .contains(node.at("/role/value").asString("")))
                    .isNotEmpty()
                    .allSatisfy(node -> assertThat(node.at("/name/value").asString(""))
                            .as("%s", node)
                            .isNotBlank());
        }

        page.evaluate("document.activeElement.blur(); document.querySelector('#tab-overview').focus()");
        var reached = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            press(page, "Tab");
            reached.add(page.evaluate("document.activeElement.id").asString());
        }
        assertThat(reached).containsExactly("tab-messages", "tab-network", "tab-console", "tab-targets", "tab-browser");
        assertThat(texts(page, "nav [aria-current=page]")).containsExactly("Overview");
    }

    @Test
    void a_link_to_an_answer_opens_its_command(CDPSession page) throws IOException {
        open(page, folder, Reports.checkout(), "#messages?message=9");
        untilPane(page, "messages");

        assertThat(text(page, "#view-messages .pane")).contains("Page.navigate", "Cannot navigate to invalid URL");
    }

    @Test
    void shows_what_the_protocol_says_about_a_method(CDPSession page) throws IOException {
        var about = Json.read(
                "{\"name\":\"navigate\",\"experimental\":true,\"description\":\"Goes <there>.\",\"parameters\":[{\"name\":\"url\",\"type\":\"string\",\"description\":\"Where to.\"}]}");
        var report = Reports.described(
                Reports.with(Reports.checkout(), List.of()), new ProtocolDescription(Map.of("Page.navigate", about)));
        open(page, folder, report, "#messages?message=3");
        untilPane(page, "messages");

        assertThat(text(page, "#view-messages .pane"))
                .contains("Goes <there>.", "Experimental: it may change without notice.");
        assertThat(page.evaluate("document.querySelector('#view-messages .key').title")
                        .asString())
                .isEqualTo("Where to.");
    }

    @Test
    void what_pages_write_stays_text(CDPSession page) throws IOException {
        var quoted = new String(Json.write(HOSTILE), StandardCharsets.UTF_8);
        var recording = new Conversation()
                .event(
                        1_001,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":%1$s,\"request\":{\"method\":%1$s,\"url\":%1$s,\"headers\":{\"a\":%1$s}},\"type\":%1$s}"
                                .formatted(quoted))
                .event(
                        1_002,
                        PAGE,
                        "Network.responseReceived",
                        "{\"requestId\":%1$s,\"response\":{\"status\":500,\"url\":%1$s,\"statusText\":%1$s,\"mimeType\":%1$s}}"
                                .formatted(quoted))
                .event(
                        1_003,
                        PAGE,
                        "Runtime.consoleAPICalled",
                        "{\"type\":\"error\",\"args\":[{\"type\":\"string\",\"value\":%s}]}".formatted(quoted))
                .command(
                        1_004,
                        PAGE,
                        1,
                        "Page.navigate",
                        "{\"url\":%1$s,%1$s:1,\"__proto__\":{\"x\":1}}".formatted(quoted))
                .failure(1_005, PAGE, 1, "{\"code\":1,\"message\":%s}".formatted(quoted))
                .raw(1_006, HOSTILE.replace("\n", " "));
        var address = write(
                folder,
                Reports.report(HOSTILE, Optional.of(new AssertionError(HOSTILE)), recording, HOSTILE, List.of()));
        for (var place : List.of(
                "",
                "#messages?message=0",
                "#messages?message=3",
                "#messages?message=5",
                "#network?request=0",
                "#console?entry=0",
                "#targets",
                "#browser")) {
            open(page, "about:blank");
            open(page, address + place);

            assertThat(page.evaluate("document.querySelectorAll('#app img, #app script').length")
                            .asInt())
                    .as(place)
                    .isZero();
            assertThat(text(page, "#app")).as(place).doesNotContain(Reports.OVERRIDE, Reports.ESC);
        }

        assertThat(page.evaluate("document.title").asString()).isNotEqualTo("caught");
        assertThat(text(page, ".title")).contains("</script><img src=x");
        assertThat(page.recording().console()).isEmpty();
    }

    @Test
    void a_hundred_thousand_messages_are_few_rows(CDPSession page) throws IOException {
        var recording = new Conversation();
        for (int i = 0; i < 50_000; i++) {
            recording.command(
                    1_000 + i / 100, PAGE, i + 1, "Runtime.evaluate", "{\"expression\":\"number%05d\"}".formatted(i));
            recording.result(1_000 + i / 100, PAGE, i + 1, "{\"result\":{\"value\":%d}}".formatted(i * 2));
        }
        open(page, folder, recording, "#messages");

        assertThat(text(page, "#view-messages .found")).isEqualTo("50,000 rows");
        assertThat(texts(page, "#view-messages .rows .row")).hasSizeBetween(10, 200);
        assertThat(search(page, "number4999")).hasSize(10);
        assertThat(search(page, "number49999 99998")).hasSize(1);
        search(page, "");
        page.evaluate("document.querySelector('#view-messages [role=grid]').focus()");
        press(page, "End");
        until(page, "/number49999/.test(document.querySelector('#view-messages .row.selected')?.textContent)");
        assertThat(texts(page, "#view-messages .rows .row")).hasSizeBetween(10, 200);
    }

    private static boolean overlaps(CDPSession page, String one, String other) {
        return page.evaluate(
                        "document.querySelector('%s').getBoundingClientRect().bottom > document.querySelector('%s').getBoundingClientRect().top"
                                .formatted(one, other))
                .asBoolean();
    }

    private static boolean isCut(CDPSession page, String selector) {
        return page.evaluate("(element => element.scrollWidth > element.clientWidth)(document.querySelector('%s'))"
                        .formatted(selector))
                .asBoolean();
    }

    private static int unfolded(CDPSession page) {
        return page.evaluate("document.querySelectorAll('.tree details[open]').length")
                .asInt();
    }
}
