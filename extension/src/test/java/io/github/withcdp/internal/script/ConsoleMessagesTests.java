package io.github.withcdp.internal.script;

import static io.github.withcdp.internal.recording.TestConversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.withcdp.internal.recording.TestConversation;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.ConsoleMessage.Level;
import io.github.withcdp.recording.ConsoleMessage.Source;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleMessagesTests {

    private final TestConversation conversation = TestConversation.inMemory();

    @AfterEach
    void close() {
        conversation.close();
    }

    private ConsoleMessage said() {
        var console = conversation.recording().console();
        assertThat(console).hasSize(1);
        assertThat(ConsoleMessages.in(conversation.recording().messages())).isEqualTo(console);
        return console.get(0);
    }

    private void call(String type, String args) {
        conversation
                .pass(Duration.ofMillis(5))
                .event(PAGE, "Runtime.consoleAPICalled", "{\"type\":\"%s\",\"args\":[%s]}".formatted(type, args));
    }

    private String text(String... args) {
        try (var one = TestConversation.inMemory()) {
            one.event(
                    PAGE,
                    "Runtime.consoleAPICalled",
                    "{\"type\":\"log\",\"args\":[%s]}".formatted(String.join(",", args)));
            return one.recording().console().get(0).text();
        }
    }

    private static String string(String value) {
        return "{\"type\":\"string\",\"value\":\"%s\"}".formatted(value);
    }

    private static String number(String value) {
        return "{\"type\":\"number\",\"value\":%s,\"description\":\"%1$s\"}".formatted(value);
    }

    private static String object(String subtype, String description, String preview) {
        return "{\"type\":\"object\",\"subtype\":\"%s\",\"description\":\"%s\",\"preview\":{\"type\":\"object\",\"subtype\":\"%1$s\",\"description\":\"%2$s\",%s}}"
                .formatted(subtype, description, preview);
    }

    private static String properties(String... properties) {
        return "\"overflow\":false,\"properties\":[%s]".formatted(String.join(",", properties));
    }

    private static String property(String name, String type, String value) {
        return "{\"name\":\"%s\",\"type\":\"%s\",\"value\":\"%s\"}".formatted(name, type, value);
    }

    @Test
    void tells_a_call_with_its_place() {
        conversation.pass(Duration.ofMillis(5)).event(PAGE, "Runtime.consoleAPICalled", """
                        {"type":"warning","args":[%s,%s],"stackTrace":{"callFrames":[
                          {"functionName":"pay","url":"http://shop.test/app.js","lineNumber":11,"columnNumber":6},
                          {"functionName":"","url":"http://shop.test/app.js","lineNumber":0,"columnNumber":0}]}}""".formatted(
                        string("no"), number("7")));

        assertThat(said())
                .isEqualTo(new ConsoleMessage(
                        0,
                        Duration.ofMillis(5),
                        PAGE,
                        Source.CONSOLE,
                        Level.WARNING,
                        "warn",
                        "no 7",
                        "http://shop.test/app.js",
                        12,
                        7,
                        "pay (http://shop.test/app.js:12:7)\n(anonymous) (http://shop.test/app.js:1:1)",
                        false));
        assertThat(said().location()).isEqualTo("http://shop.test/app.js:12:7");
    }

    @ParameterizedTest
    @CsvSource({
        "log, log, INFO",
        "info, info, INFO",
        "debug, debug, VERBOSE",
        "warning, warn, WARNING",
        "error, error, ERROR",
        "table, table, INFO",
        "startGroup, group, INFO",
        "startGroupCollapsed, groupCollapsed, INFO",
        "timeEnd, timeEnd, INFO",
        "somethingNew, somethingNew, INFO"
    })
    void calls_it_as_the_page_does(String type, String method, Level level) {
        call(type, string("x"));

        assertThat(said().type()).isEqualTo(method);
        assertThat(said().level()).isEqualTo(level);
        assertThat(said().text()).isEqualTo("x");
    }

    @Test
    void says_what_the_console_says_of_assertions_and_of_clearing() {
        call("assert", string("bad %s") + "," + string("x"));
        call("clear", string("console.clear"));
        call("endGroup", string("console.groupEnd"));

        assertThat(conversation.recording().console())
                .extracting(ConsoleMessage::text)
                .containsExactly("Assertion failed: bad x", "Console was cleared");
        assertThat(conversation.recording().console().get(0).level()).isEqualTo(Level.ERROR);
    }

    @Test
    void applies_format_specifiers() {
        assertThat(text(
                        string("a %s b %d c %i d %f %% %c e"),
                        string("x"),
                        number("1.7"),
                        string("42abc"),
                        string("3.5x"),
                        string("color:red"),
                        string("rest"),
                        number("7")))
                .isEqualTo("a x b 1 c 42 d 3.5 %  e rest 7");
        assertThat(text(string("%o %O"), object("", "Object", properties(property("a", "number", "1"))), number("2")))
                .isEqualTo("{a: 1} 2");
        assertThat(text(string("%d %d %f"), string("no"), "{\"type\":\"undefined\"}", number("1e21")))
                .isEqualTo("NaN NaN 1e21");
        assertThat(text(string("%s %s %x %"), string("only"))).isEqualTo("only %s %x %");
        assertThat(text(string("100% %%"))).isEqualTo("100% %%");
        assertThat(text(number("1"), string("%s"), string("x"))).isEqualTo("1 %s x");
    }

    @Test
    void prints_values() {
        assertThat(text(
                        "{\"type\":\"number\",\"unserializableValue\":\"NaN\",\"description\":\"NaN\"}",
                        "{\"type\":\"number\",\"unserializableValue\":\"-0\",\"description\":\"-0\"}",
                        "{\"type\":\"bigint\",\"unserializableValue\":\"10n\",\"description\":\"10n\"}",
                        "{\"type\":\"undefined\"}",
                        "{\"type\":\"object\",\"subtype\":\"null\",\"value\":null}",
                        "{\"type\":\"boolean\",\"value\":true}",
                        "{\"type\":\"symbol\",\"description\":\"Symbol(z)\"}",
                        "{\"type\":\"object\",\"description\":\"Basket\"}",
                        "{\"type\":\"object\",\"value\":{\"a\":1}}"))
                .isEqualTo("NaN -0 10n undefined null true Symbol(z) Basket {\"a\":1}");
        assertThat(text()).isEmpty();
    }

    @Test
    void prints_functions() {
        assertThat(text(
                        "{\"type\":\"function\",\"description\":\"function foo(a,b){return 1}\"}",
                        "{\"type\":\"function\",\"description\":\"()=>1\"}",
                        "{\"type\":\"function\",\"description\":\"class Q{}\"}",
                        "{\"type\":\"function\",\"description\":\"async function x(){\\n  }\"}",
                        "{\"type\":\"function\",\"description\":\"function*gen(){}\"}",
                        "{\"type\":\"function\",\"description\":\"go(){}\"}"))
                .isEqualTo("ƒ foo(a,b){return 1} ()=>1 class Q{} async ƒ x(){ } ƒ* gen(){} ƒ go(){}");
    }

    @Test
    void prints_objects_as_their_preview() {
        assertThat(text(object(
                        "",
                        "Basket",
                        properties(
                                property("items", "object", "Array(2)"),
                                property("inner", "object", "Object"),
                                property("a b", "string", "it's"),
                                property("f", "function", ""),
                                "{\"name\":\"x\",\"type\":\"accessor\"}",
                                "{\"name\":\"n\",\"type\":\"object\",\"subtype\":\"null\",\"value\":\"null\"}"))))
                .isEqualTo("Basket {items: Array(2), inner: {…}, 'a b': \"it's\", f: ƒ, x: (...), n: null}");
        assertThat(text(object(
                        "", "Object", "\"overflow\":true,\"properties\":[" + property("a", "number", "1") + "]")))
                .isEqualTo("{a: 1, …}");
        assertThat(text(object("", "Number", properties(property("[[PrimitiveValue]]", "number", "5")))))
                .isEqualTo("Number {5}");
        assertThat(text(object("date", "Fri Nov 20 2026", properties()), object("node", "div#a.b", properties())))
                .isEqualTo("Fri Nov 20 2026 div#a.b");
    }

    @Test
    void prints_promises() {
        assertThat(text(
                        object(
                                "promise",
                                "Promise",
                                properties(
                                        property("[[PromiseState]]", "string", "fulfilled"),
                                        property("[[PromiseResult]]", "number", "4"))),
                        object(
                                "promise",
                                "Promise",
                                properties(
                                        property("[[PromiseState]]", "string", "pending"),
                                        property("[[PromiseResult]]", "undefined", "undefined")))))
                .isEqualTo("Promise {<fulfilled>: 4} Promise {<pending>}");
    }

    @Test
    void prints_arrays_with_their_gaps() {
        assertThat(text(
                        object(
                                "array",
                                "Array(6)",
                                properties(
                                        property("0", "number", "1"),
                                        property("2", "string", "a"),
                                        property("name", "number", "7"))),
                        object("array", "Array(5)", properties()),
                        object("array", "Array(1)", properties(property("0", "number", "1"))),
                        object("array", "Array(0)", properties()),
                        object(
                                "typedarray",
                                "Uint8Array(2)",
                                properties(property("0", "number", "1"), property("1", "number", "2")))))
                .isEqualTo("(6) [1, empty, 'a', empty × 3, name: 7] (5) [empty × 5] [1] [] Uint8Array(2) [1, 2]");
    }

    @Test
    void prints_maps_and_sets() {
        var key = "{\"type\":\"string\",\"description\":\"k\",\"properties\":[]}";
        var value = "{\"type\":\"object\",\"description\":\"Object\",%s}"
                .formatted(properties(property("v", "number", "1")));
        assertThat(text(
                        object(
                                "map",
                                "Map(1)",
                                properties(property("size", "number", "1"))
                                        + ",\"entries\":[{\"key\":%s,\"value\":%s}]".formatted(key, value)),
                        object("set", "Set(1)", properties() + ",\"entries\":[{\"value\":%s}]".formatted(key))))
                .isEqualTo("Map(1) {'k' => {v: 1}} Set(1) {'k'}");
    }

    @Test
    void prints_the_rows_of_a_table() {
        assertThat(text(object(
                        "array",
                        "Array(2)",
                        properties(
                                "{\"name\":\"0\",\"type\":\"object\",\"value\":\"Object\",\"valuePreview\":{\"type\":\"object\",\"description\":\"Object\",%s}}"
                                        .formatted(properties(property("a", "number", "1"))),
                                property("1", "number", "2")))))
                .isEqualTo("(2) [{a: 1}, 2]");
    }

    @Test
    void prints_errors_with_their_stack() {
        assertThat(text(object("error", "Error: no\\n    at f (a.js:1:2)", properties())))
                .isEqualTo("Error: no\n    at f (a.js:1:2)");
    }

    @Test
    void bounds_depth_and_length() {
        var deep = "{\"type\":\"object\",\"description\":\"Object\",\"properties\":[]}";
        for (int i = 0; i < 50; i++) {
            deep =
                    "{\"type\":\"object\",\"description\":\"Object\",\"properties\":[{\"name\":\"a\",\"type\":\"object\",\"valuePreview\":%s}]}"
                            .formatted(deep);
        }
        assertThat(text("{\"type\":\"object\",\"preview\":%s}".formatted(deep)))
                .isEqualTo("{a: {a: {a: {a: {a: {…}}}}}}");
        assertThat(text(string("x".repeat(100_000)))).hasSizeLessThan(66_000).endsWith("… (34,464 more characters)");
        assertThat(text(string("x".repeat(65_535) + "\\ud83d\\ude00"))).endsWith("x… (2 more characters)");
    }

    @Test
    void tells_an_exception_by_its_message() {
        conversation.event(PAGE, "Runtime.exceptionThrown", """
                {"exceptionDetails":{"text":"Uncaught","url":"http://a.test/a.js","lineNumber":6,"columnNumber":2,
                 "stackTrace":{"callFrames":[{"functionName":"f","url":"http://a.test/a.js","lineNumber":6,"columnNumber":2}]},
                 "exception":{"type":"object","subtype":"error","description":"Error: no\\nreally\\n    at f (http://a.test/a.js:7:3)"}}}""");

        assertThat(said().source()).isEqualTo(Source.EXCEPTION);
        assertThat(said().level()).isEqualTo(Level.ERROR);
        assertThat(said().type()).isEqualTo("exception");
        assertThat(said().text()).isEqualTo("Error: no\nreally");
        assertThat(said().location()).isEqualTo("http://a.test/a.js:7:3");
        assertThat(said().stack()).isEqualTo("f (http://a.test/a.js:7:3)");
    }

    /** Chrome takes the text for a script that has the URL of the page, and tells the place in that. */
    @Test
    void tells_where_a_text_was_parsed_that_is_no_JSON() {
        conversation.event(PAGE, "Runtime.exceptionThrown", """
                {"exceptionDetails":{"text":"Uncaught","scriptId":"4","url":"http://a.test/draft","lineNumber":0,"columnNumber":0,
                 "stackTrace":{"callFrames":[{"functionName":"","scriptId":"3","url":"http://a.test/draft","lineNumber":4,"columnNumber":21}]},
                 "exception":{"type":"object","subtype":"error","description":"SyntaxError: Unexpected end of JSON input\\n    at JSON.parse (<anonymous>)\\n    at http://a.test/draft:5:22"}}}""");

        assertThat(said().text()).isEqualTo("SyntaxError: Unexpected end of JSON input");
        assertThat(said().location()).isEqualTo("http://a.test/draft:5:22");
    }

    @Test
    void tells_what_is_thrown_and_no_error() {
        for (var details : List.of(
                "{\"text\":\"Uncaught\",\"exception\":{\"type\":\"string\",\"value\":\"thrown\"}}",
                "{\"text\":\"Uncaught (in promise)\",\"exception\":{\"type\":\"object\",\"subtype\":\"null\",\"value\":null}}",
                "{\"text\":\"Uncaught SyntaxError: x\"}",
                "{\"text\":\"\",\"lineNumber\":0,\"stackTrace\":{\"callFrames\":[{\"url\":\"u\",\"lineNumber\":4,\"columnNumber\":1}]}}")) {
            conversation.event(PAGE, "Runtime.exceptionThrown", "{\"exceptionDetails\":%s}".formatted(details));
        }
        conversation.event(PAGE, "Runtime.exceptionRevoked", "{\"reason\":\"handled\",\"exceptionId\":1}");

        assertThat(conversation.recording().console())
                .extracting(ConsoleMessage::text)
                .containsExactly("thrown", "null", "SyntaxError: x", "");
        assertThat(conversation.recording().console().get(3).location()).isEqualTo("u:5:2");
    }

    private void thrown(SessionId session, int id, String text) {
        conversation.event(
                session,
                "Runtime.exceptionThrown",
                "{\"exceptionDetails\":{\"exceptionId\":%d,\"text\":\"%s\"}}".formatted(id, text));
    }

    private void revoked(SessionId session, int id) {
        conversation.event(
                session, "Runtime.exceptionRevoked", "{\"reason\":\"handled\",\"exceptionId\":%d}".formatted(id));
    }

    @Test
    void tells_that_a_rejection_was_handled_later_and_is_no_error() {
        var other = new SessionId("0F86D081884C7D659A2FEAA0C55AD015");
        thrown(PAGE, 1, "earlier process");
        thrown(PAGE, 2, "stays");
        thrown(PAGE, 1, "handled");
        thrown(other, 1, "other session");
        revoked(PAGE, 1);
        revoked(PAGE, 7);

        assertThat(conversation.recording().console())
                .extracting(ConsoleMessage::text, ConsoleMessage::level, ConsoleMessage::handledLater)
                .containsExactly(
                        tuple("earlier process", Level.ERROR, false),
                        tuple("stays", Level.ERROR, false),
                        tuple("handled", Level.VERBOSE, true),
                        tuple("other session", Level.ERROR, false));
    }

    @Test
    void tells_entries_of_the_log() {
        conversation.event(
                PAGE,
                "Log.entryAdded",
                "{\"entry\":{\"source\":\"network\",\"level\":\"error\",\"text\":\"Failed to load\",\"url\":\"http://a.test/x\",\"lineNumber\":0}}");

        assertThat(said().source()).isEqualTo(Source.LOG);
        assertThat(said().level()).isEqualTo(Level.ERROR);
        assertThat(said().type()).isEqualTo("network");
        assertThat(said().text()).isEqualTo("Failed to load");
        assertThat(said().location()).isEqualTo("http://a.test/x:1");
        assertThat(said().isAboutFavicon()).isFalse();
    }

    @Test
    void knows_what_the_log_says_of_the_icon() {
        conversation.event(
                PAGE, "Log.entryAdded", "{\"entry\":{\"level\":\"error\",\"url\":\"http://a.test/favicon.ico\"}}");

        assertThat(said().isAboutFavicon()).isTrue();
    }

    @Nested
    class OfWorkers {

        private static final SessionId WORKER = new SessionId("5CF26CCB9AD62FC00FAD07FFB5440C67");
        private static final String PLACE =
                "\"stackTrace\":{\"callFrames\":[{\"functionName\":\"f\",\"url\":\"u\",\"lineNumber\":%d}]}";

        private void attached(SessionId page, SessionId worker, String target) {
            conversation.event(
                    page,
                    "Target.attachedToTarget",
                    "{\"sessionId\":\"%s\",\"targetInfo\":{\"targetId\":\"%s\"}}".formatted(worker.value(), target));
        }

        private void entered(SessionId session, String worker, String text, int line) {
            conversation.event(
                    session,
                    "Log.entryAdded",
                    "{\"entry\":{\"source\":\"worker\",\"level\":\"error\",\"text\":\"%s\",\"workerId\":\"%s\",%s}}"
                            .formatted(text, worker, PLACE.formatted(line)));
        }

        private void called(String type, String text, int line) {
            conversation.event(
                    WORKER,
                    "Runtime.consoleAPICalled",
                    "{\"type\":\"%s\",\"args\":[%s],%s}".formatted(type, string(text), PLACE.formatted(line)));
        }

        private void shows(String... texts) {
            assertThat(conversation.recording().console())
                    .extracting(ConsoleMessage::text)
                    .containsExactly(texts);
        }

        @Test
        void tells_once_what_the_log_of_the_page_repeats() {
            attached(PAGE, WORKER, "W");
            entered(PAGE, "W", "the log is first", 1);
            called("error", "one", 1);
            called("error", "two", 2);
            entered(PAGE, "W", "the log is second", 2);
            called("endGroup", "console.groupEnd", 3);
            entered(PAGE, "W", "console.groupEnd", 3);

            shows("one", "two");
        }

        @Test
        void tells_once_what_has_no_stack() {
            attached(PAGE, WORKER, "W");
            conversation.event(
                    PAGE,
                    "Log.entryAdded",
                    "{\"entry\":{\"source\":\"worker\",\"text\":\"Uncaught x\",\"workerId\":\"W\",\"url\":\"u\",\"lineNumber\":0}}");
            conversation.event(
                    WORKER,
                    "Runtime.exceptionThrown",
                    "{\"exceptionDetails\":{\"text\":\"Uncaught x\",\"url\":\"u\",\"lineNumber\":0,\"columnNumber\":8}}");

            shows("x");
        }

        @Test
        void tells_once_what_a_worker_of_a_worker_says() {
            var outer = new SessionId("938E54B9E1FB36A4B55AB9D9CF3EF0A1");
            attached(PAGE, outer, "OUTER");
            attached(outer, WORKER, "W");
            entered(PAGE, "OUTER", "entry of the page", 1);
            entered(outer, "W", "entry of the outer worker", 1);
            called("log", "said", 1);

            shows("said");
        }

        @Test
        void keeps_the_entry_of_what_the_worker_was_not_heard_to_say() {
            entered(PAGE, "W", "before it was attached", 1);
            attached(PAGE, WORKER, "W");
            called("log", "once", 2);
            entered(PAGE, "W", "once", 2);
            entered(PAGE, "W", "not heard", 2);
            entered(PAGE, "W", "elsewhere", 3);
            entered(PAGE, "V", "another worker", 2);

            shows("before it was attached", "once", "not heard", "elsewhere", "another worker");
        }
    }

    @Test
    void survives_messages_of_unexpected_shape() {
        for (var params : List.of(
                "[]",
                "null",
                "7",
                "{\"entry\":7}",
                "{\"args\":{\"0\":1}}",
                "{\"args\":[7,null,[]]}",
                "{\"args\":[{\"type\":\"object\",\"preview\":{\"properties\":7,\"entries\":[7]}}],\"stackTrace\":[]}",
                "{\"args\":[{\"type\":\"object\",\"preview\":{\"subtype\":\"array\",\"description\":\"Array(99999999999999999999)\",\"properties\":[{\"name\":\"99999999999999999999\"}]}}]}",
                "{\"exceptionDetails\":{\"exception\":[],\"lineNumber\":2147483647,\"stackTrace\":{\"callFrames\":7}}}")) {
            for (var method : List.of("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")) {
                conversation.event(PAGE, method, params);
            }
        }

        assertThat(conversation.recording().console()).hasSize(27);
    }
}
