package io.github.withcdp.internal.report;

import static io.github.withcdp.internal.report.Conversation.PAGE;
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
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opens written reports in a browser, as people do. */
@WithCDP
class ViewerTests {

    private static final String HOSTILE = "</script><img src=x onerror=\"document.title='caught'\">" + Reports.OVERRIDE
            + Reports.ESC + "[31m 'q' \"d\" `touch pwned` $(touch pwned) !! \\u0041\nline";

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

    private static Conversation redirected() {
        var asked =
                "{\"requestId\":\"R1\",\"type\":\"Fetch\",\"request\":{\"method\":\"POST\",\"url\":\"http://a/%s\",\"headers\":{\"X-Of\":\"%1$s\"}}%s}";
        return new Conversation()
                .event(1_001, PAGE, "Network.requestWillBeSent", asked.formatted("one", ""))
                .event(
                        1_002,
                        PAGE,
                        "Network.requestWillBeSent",
                        asked.formatted(
                                "two",
                                ",\"redirectResponse\":{\"status\":303,\"headers\":{\"Set-Cookie\":\"seen=1\",\"Location\":\"/two\"}}"))
                .event(
                        1_003,
                        PAGE,
                        "Network.responseReceived",
                        "{\"requestId\":\"R1\",\"response\":{\"status\":200,\"headers\":{}}}")
                .event(1_004, PAGE, "Network.loadingFinished", "{\"requestId\":\"R1\"}");
    }

    @Test
    void lists_each_redirect_as_a_request_of_its_own(CDPSession page) throws IOException {
        open(page, folder, redirected(), "#network?request=0");

        assertThat(texts(page, "#view-network .rows .target")).containsExactly("http://a/one", "http://a/two");
        assertThat(texts(page, "#view-network .rows .status")).containsExactly("303", "200");
        assertThat(text(page, "#view-network .found")).isEqualTo("2 requests");
        untilPane(page, "network");
        assertThat(text(page, "#view-network .pane"))
                .contains("X-Of", "one", "seen=1", "Redirected to", "http://a/two")
                .doesNotContain("Redirected from");

        page.evaluate("location.hash = '#network?request=1'");
        until(page, "document.querySelector('#view-network .pane').textContent.includes('Redirected from')");
        page.evaluate(
                "[...document.querySelectorAll('#view-network .pane a')].find(link => link.textContent === '303 POST http://a/one').click()");
        until(page, "location.hash === '#network?request=0'");
    }

    @Test
    void tells_what_was_answered_before_a_request_failed(CDPSession page) throws IOException {
        var recording = new Conversation()
                .event(
                        1_001,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"R1\",\"type\":\"Fetch\",\"request\":{\"method\":\"GET\",\"url\":\"http://a/\"}}")
                .event(
                        1_002,
                        PAGE,
                        "Network.responseReceivedExtraInfo",
                        "{\"requestId\":\"R1\",\"statusCode\":200,\"headers\":{}}")
                .event(
                        1_003,
                        PAGE,
                        "Network.loadingFailed",
                        "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_FAILED\"}");
        open(page, folder, recording, "#network?request=0");

        assertThat(texts(page, "#view-network .rows .status")).containsExactly("✕ 200 ERR_FAILED");
        untilPane(page, "network");
        assertThat(text(page, "#view-network .pane")).contains("200, then failed: net::ERR_FAILED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | \"errorText\":\"net::ERR_FAILED\" | ✕ 404 | Status404Type",
                "0 | \"errorText\":\"net::ERR_CONNECTION_REFUSED\" | ✕ ERR_CONNECTION_REFUSED | Statusfailed: nothing listens at shop.test (net::ERR_CONNECTION_REFUSED)Type",
                "0 | \"errorText\":\"\",\"blockedReason\":\"mixed-content\" | ✕ mixed-content | Statuswas blocked because the page https://a.test is secure, and may not load what is not https (mixed-content)Type",
                "200 | \"errorText\":\"net::ERR_FAILED\",\"corsErrorStatus\":{\"corsError\":\"AllowOriginMismatch\"} | ✕ 200 CORS | Status200, but CORS keeps the answer from the page https://a.test: the answer has Access-Control-Allow-Origin: http://b.test, and not https://a.test (AllowOriginMismatch)Type",
                "200 | \"errorText\":\"net::ERR_ABORTED\",\"canceled\":true | 200 cancelled | Status200, its body was cut offType"
            })
    void tells_why_a_request_failed_in_the_words_of_the_findings(
            int status, String failure, String brief, String words, CDPSession page) throws IOException {
        var recording = new Conversation()
                .event(
                        1_001,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"R1\",\"type\":\"Fetch\",\"documentURL\":\"https://a.test/\",\"request\":{\"method\":\"GET\",\"url\":\"http://shop.test/\"}}");
        if (status > 0) {
            recording.event(
                    1_002,
                    PAGE,
                    "Network.responseReceived",
                    "{\"requestId\":\"R1\",\"response\":{\"status\":%d,\"headers\":{\"Access-Control-Allow-Origin\":\"http://b.test\"}}}"
                            .formatted(status));
        }
        recording.event(1_003, PAGE, "Network.loadingFailed", "{\"requestId\":\"R1\",%s}".formatted(failure));
        open(page, folder, recording, "#network?request=0");

        assertThat(texts(page, "#view-network .rows .status")).containsExactly(brief);
        untilPane(page, "network");
        assertThat(text(page, "#view-network .pane")).contains(words);
    }

    @Test
    void says_that_a_body_is_incomplete(CDPSession page) throws IOException {
        var recording = new Conversation()
                .event(
                        1_001,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"R1\",\"request\":{\"method\":\"POST\",\"url\":\"http://a/\",\"hasPostData\":true,\"postData\":\"a\",\"postDataEntries\":[{\"bytes\":\"YQ==\"},{}]}}");
        open(page, folder, recording, "#network?request=0");
        untilPane(page, "network");
        assertThat(copiedAsCurl(page)).startsWith("curl ");

        assertThat(text(page, "#view-network .pane")).contains("It is incomplete: Chrome tells no more of it.");
        assertThat(text(page, ".notice")).contains("The body is incomplete");
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

    /** Have the page keep what it copies to the clipboard. */
    private static void catchCopies(CDPSession page) {
        page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }");
    }

    private static String copiedAsCurl(CDPSession page) {
        catchCopies(page);
        page.evaluate("document.querySelector('#view-network [data-copy=curl]').click()");
        return page.evaluate("window.copied").asString();
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
