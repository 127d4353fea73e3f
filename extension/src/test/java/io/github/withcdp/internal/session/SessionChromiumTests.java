package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.finding.Suspicion;
import io.github.withcdp.internal.finding.SuspiciousMessages;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.JavaScriptException;
import io.github.withcdp.session.CDPSession;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a page does for a test, in Chromium. */
@Timeout(180)
class SessionChromiumTests {

    /** For what never comes. */
    private static final Duration SHORT = Duration.ofMillis(700);

    /** For what never comes, but only after something that does. */
    private static final Duration MEDIUM = Duration.ofSeconds(4);

    @AutoClose
    private static final ChromiumFixture chromium = ChromiumFixture.start();

    private final PreparedPage prepared = PreparedPage.in(chromium.conversation);
    private final Scope scope = prepared.scope();
    private final CDPSession page = prepared.page();

    @Test
    void navigate_waits_for_the_load() {
        page.navigate(chromium.url("/a"));

        assertThat(page.evaluate("document.readyState + ' ' + document.title").asString())
                .isEqualTo("complete a");
        assertThat(page.target().url()).isEqualTo(chromium.url("/a"));
    }

    @Test
    void navigate_returns_at_once_within_a_document() {
        page.navigate(chromium.url("/a"));

        assertThat(page.navigate(chromium.url("/a#here")).has("loaderId")).isFalse();

        assertThat(page.evaluate("location.hash").asString()).isEqualTo("#here");
        assertThat(page.target().url()).isEqualTo(chromium.url("/a#here"));
    }

    @Test
    void navigate_waits_for_what_the_page_goes_on_to() {
        page.navigate(chromium.url("/goes-on"));

        assertThat(page.evaluate("document.title").asString()).isEqualTo("a");
    }

    @Test
    void navigate_follows_redirects() {
        page.navigate(chromium.url("/redirect"));

        assertThat(page.target().url()).isEqualTo(chromium.url("/fetches"));
    }

    @Test
    @Tag("faults")
    void navigate_has_a_limit_for_a_server_that_says_nothing() {
        assertThatThrownBy(() -> page.navigate(chromium.url("/silent"), MEDIUM))
                .isInstanceOf(CommandTimeoutException.class)
                .hasMessageStartingWith("Protocol error (Page.navigate): no answer within 4 s")
                .hasMessageContaining("waiting for %s (Document), asked for ", chromium.url("/silent"))
                .message()
                .doesNotContain("endless loop");
    }

    @Test
    @Tag("faults")
    void navigate_fails_with_the_words_of_Chrome() {
        assertThatThrownBy(() -> page.navigate("http://127.0.0.1:1/"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("net::ERR_UNSAFE_PORT");
        assertThatThrownBy(() -> page.navigate("http://[bad"))
                .hasMessage("Protocol error (Page.navigate): Cannot navigate to invalid URL [code -32000]");
        assertThatThrownBy(() -> page.navigate(chromium.url("/nothing"))).hasMessageContaining("net::ERR_ABORTED");
    }

    @Test
    void navigate_says_that_a_URL_is_a_download() {
        assertThatThrownBy(() -> page.navigate(chromium.url("/download")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage(
                        "Protocol error (Page.navigate): net::ERR_ABORTED: %s is a download, not a page, and downloads are denied unless withcdp.downloads names a directory for them",
                        chromium.url("/download"));
    }

    @Test
    void a_download_that_is_waited_for_is_said_to_be_denied() {
        assertThatThrownBy(() -> page.await("Browser.downloadProgress", each -> true, SHORT, () -> {}))
                .hasMessageContaining("\n  downloads are denied unless withcdp.downloads names a directory for them");
    }

    @Test
    void the_context_of_a_page_takes_permissions() {
        page.navigate(chromium.url("/a"));
        var browser = scope.browserSession();

        browser.send(
                "Browser.setPermission",
                Map.of(
                        "permission",
                        Map.of("name", "geolocation"),
                        "setting",
                        "granted",
                        "browserContextId",
                        page.browserContextId().orElseThrow()));

        assertThat(page.evaluate("navigator.permissions.query({name: 'geolocation'}).then(it => it.state)")
                        .asString())
                .isEqualTo("granted");
        assertThat(browser.browserContextId()).isEmpty();
    }

    @Test
    void navigate_works_after_Page_was_disabled() {
        page.send("Page.disable");

        page.navigate(chromium.url("/a"));

        assertThat(page.evaluate("document.title").asString()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 + 1|2",
                "'ü€😀'|\"ü€😀\"",
                "true|true",
                "null|null",
                "[1,[2]]|[1,[2]]",
                "({a:{b:[]}})|{\"a\":{\"b\":[]}}",
                "Promise.resolve(7)|7",
                "(async () => { await null; return 'x' })()|\"x\"",
                "new Date(0)|{}",
                "() => 1|{}",
                "1.5|1.5"
            })
    void evaluate_returns_values(String expression, String json) {
        assertThat(page.evaluate(expression).toString()).isEqualTo(json);
    }

    @Test
    void evaluate_returns_values_that_JSON_has_not() {
        assertThat(page.evaluate("undefined").isMissingNode()).isTrue();
        assertThat(page.evaluate("").isMissingNode()).isTrue();
        assertThat(page.evaluate("null").isNull()).isTrue();
        assertThat(page.evaluate("0/0").asDouble()).isNaN();
        assertThat(Double.doubleToRawLongBits(page.evaluate("-0").asDouble()))
                .isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(page.evaluate("1/0").asDouble()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(page.evaluate("-1/0").asDouble()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(page.evaluate("12345678901234567890n").bigIntegerValue())
                .isEqualTo(new BigInteger("12345678901234567890"));
        assertThat(page.evaluate("'\\ud800'").asString()).isEqualTo("\ud800");
        assertThat(page.evaluate("'x'.repeat(1000000)").asString()).hasSize(1_000_000);
        assertThat(page.evaluate("({['n'.repeat(60000)]: 1})").size()).isEqualTo(1);
        assertThat(page.evaluate("let a = []; for (let i = 0; i < 250; i++) a = [a]; a")
                        .isArray())
                .isTrue();
    }

    record Size(int width, String unit) {}

    @Test
    void evaluate_returns_types() {
        assertThat(page.evaluate("({width: 7, unit: 'px', more: 1})", Size.class))
                .isEqualTo(new Size(7, "px"));
        assertThat(page.evaluate("'text'", String.class)).isEqualTo("text");
        assertThat(page.evaluate("[1, 2]", int[].class, MEDIUM)).containsExactly(1, 2);
        assertThat(page.evaluate("undefined", JsonNode.class).isMissingNode()).isTrue();
        assertThatThrownBy(() -> page.evaluate("'text'", Size.class))
                .isInstanceOf(CDPException.class)
                .hasMessageStartingWith("The value of the expression does not fit " + Size.class.getName() + ": ")
                .hasMessageEndingWith("; it was \"text\"");
        assertThatThrownBy(() -> page.evaluate("void 0", String.class))
                .isInstanceOf(CDPException.class)
                .hasMessage(
                        "The value of the expression is undefined, which does not fit java.lang.String; it was: void 0");
        assertThatThrownBy(() -> page.evaluate("null", int.class))
                .hasMessageStartingWith("The value of the expression is null, which does not fit int");
    }

    @Test
    void evaluate_throws_with_the_JavaScript_stack() {
        assertThatThrownBy(() -> page.evaluate("function f() { throw new TypeError('no') }\nf()"))
                .isInstanceOf(JavaScriptException.class)
                .hasMessage("TypeError: no\n    at f (<anonymous>:1:22)\n    at <anonymous>:2:1");
        assertThatThrownBy(() -> page.evaluate("Promise.reject(new Error('later'))"))
                .isInstanceOf(JavaScriptException.class)
                .hasMessageStartingWith("Error: later\n    at <anonymous>:1:16");
        assertThatThrownBy(() -> page.evaluate("1 +"))
                .isInstanceOf(JavaScriptException.class)
                .hasMessageStartingWith("SyntaxError: Unexpected end of input");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw 'text'|Uncaught text",
                "throw 7|Uncaught 7",
                "throw null|Uncaught null",
                "throw undefined|Uncaught undefined",
                "throw Symbol('z')|Uncaught Symbol(z)",
                "throw {code: 'E_PAY', more: {a: 1}}|Uncaught {code: 'E_PAY', more: {…}}",
                "throw [1, {}]|Uncaught (2) [1, {…}]",
                "throw new DOMException('no', 'AbortError')|AbortError: no",
                "Promise.reject('text')|Uncaught (in promise) text",
                "Promise.reject({code: 7})|Uncaught (in promise) {code: 7}"
            })
    void evaluate_throws_whatever_was_thrown(String expression, String message) {
        assertThatThrownBy(() -> page.evaluate(expression))
                .isInstanceOf(JavaScriptException.class)
                .message()
                .satisfies(text ->
                        assertThat(text.lines().findFirst().orElseThrow()).isEqualTo(message));
    }

    @Test
    void evaluate_throws_with_what_is_behind_an_error() {
        assertThatThrownBy(() -> page.evaluate(
                        "throw new Error('no', {cause: new TypeError('q'.repeat(150), {cause: {code: 7}})})"))
                .hasMessage("Error: no\n    at <anonymous>:1:7\nCaused by: TypeError: " + "q".repeat(150)
                        + "\n    at <anonymous>:1:31\nCaused by: {code: 7}");
        assertThatThrownBy(() -> page.evaluate("Promise.any([Promise.reject(new Error('a')), Promise.reject('b')])"))
                .hasMessageStartingWith("AggregateError: All promises were rejected")
                .hasMessageEndingWith("\nErrors: (2) [Error: a, 'b']");
    }

    @Test
    void evaluate_throws_with_where_what_has_no_stack_was_thrown() {
        assertThatThrownBy(() -> page.evaluate("function f() { throw 7 }\nf()"))
                .hasMessage("Uncaught 7\n    at f (<anonymous>:1:16)\n    at (<anonymous>:2:1)");
        assertThatThrownBy(() -> page.evaluate("Promise.reject(7)"))
                .hasMessage("Uncaught (in promise) 7\n    at (<anonymous>:1:1)");
    }

    @Test
    void evaluate_lets_go_of_what_was_thrown() {
        assertThatThrownBy(() -> page.evaluate("throw new Error('no', {cause: new Error('held')})"));

        var thrown = page.recording().messages().stream()
                .filter(message -> message.json().contains("exceptionDetails"))
                .reduce((first, last) -> last)
                .orElseThrow()
                .tree();
        assertThat(thrown.findValuesAsString("objectId"))
                .hasSize(2)
                .allSatisfy(id -> assertThatThrownBy(() -> page.send("Runtime.getProperties", Map.of("objectId", id)))
                        .hasMessageContaining("Could not find object with given id"));
    }

    @Test
    void evaluate_says_why_a_value_cannot_be_returned() {
        assertThatThrownBy(() -> page.evaluate("window"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("Object reference chain is too long: the value refers to itself");
        for (var value : List.of("({a: 1n})", "Symbol('x')")) {
            assertThatThrownBy(() -> page.evaluate(value))
                    .hasMessage(
                            "Protocol error (Runtime.evaluate): Object couldn't be returned by value: the value is or holds what JSON does not have, such as a BigInt or a Symbol; return a text of it, \"String(…)\" [code -32000]");
        }
        assertThatThrownBy(() -> page.evaluate("document.documentElement", String.class))
                .hasMessageEndingWith(
                        "; it was {}, which is also what comes of an element, a Date, a Map and whatever else has no fields of its own");
    }

    @Test
    void evaluate_has_a_limit() {
        assertThatThrownBy(() -> page.evaluate("new Promise(() => {})", SHORT))
                .isInstanceOf(CommandTimeoutException.class)
                .hasMessageContaining("no answer within 700 ms");
    }

    @Test
    void screenshot_is_a_PNG() {
        page.navigate(chromium.url("/a"));

        assertThat(page.screenshot()).startsWith(0x89, 'P', 'N', 'G');
    }

    @ParameterizedTest
    @Tag("faults")
    @ValueSource(strings = {"alert('hi'), 'on'", "confirm('sure?') ? 'yes' : 'on'", "prompt('name?') ?? 'on'"})
    void a_dialog_holds_nobody_up_and_stays_on_record(String expression) {
        assertThat(page.evaluate(expression).asString()).isEqualTo("on");
        assertThat(page.screenshot()).isNotEmpty();

        assertThat(page.events().named("Page.javascriptDialogOpening").list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alert('hi')", "confirm('sure?')", "prompt('name?')"})
    void the_recording_tells_that_no_handler_answered_a_dialog(String expression) {
        page.evaluate(expression);

        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding)
                        .startsWith(expression.replaceFirst("\\('(.*)'\\)", " \"$1\""))
                        .contains(" was dismissed, because no handler answered it (WithCDP does that)"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_recording_tells_that_a_handler_answered_a_dialog(boolean accept) {
        page.on(
                "Page.javascriptDialogOpening",
                dialog -> page.send("Page.handleJavaScriptDialog", Map.of("accept", accept)));

        page.evaluate("confirm('sure?')");

        assertThat(findings()).isEmpty();
    }

    private List<String> findings() {
        var failedAt = Optional.of(Duration.ofDays(1)); // of a test that passed, no dialog is told
        return SuspiciousMessages.in(scope.recording().messages(), Duration.ZERO, failedAt).top().stream()
                .filter(finding -> finding.kind() == Suspicion.Kind.DIALOG)
                .map(Suspicion::sentence)
                .toList();
    }

    @Test
    @Tag("faults")
    void a_dialog_while_loading_holds_nobody_up() {
        page.navigate(chromium.url("/alerts"));

        assertThat(page.evaluate("document.body.textContent").asString()).contains("loaded");
    }

    @Test
    @Tag("faults")
    void a_page_that_asks_before_it_unloads_is_left() {
        page.navigate(chromium.url("/asks"));
        for (var type : List.of("mousePressed", "mouseReleased")) { // without a gesture it must not ask
            page.send(
                    "Input.dispatchMouseEvent",
                    Map.of("type", type, "x", 10, "y", 10, "button", "left", "clickCount", 1));
        }

        page.navigate(chromium.url("/a"));

        assertThat(page.events().named("Page.javascriptDialogOpening").list())
                .singleElement()
                .satisfies(event -> assertThat(event.param("/type").asString()).isEqualTo("beforeunload"));
        assertThat(page.evaluate("document.title").asString()).isEqualTo("a");
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_dialog_is_left_to_its_handler() {
        page.on(
                "Page.javascriptDialogOpening",
                dialog -> page.send("Page.handleJavaScriptDialog", Map.of("accept", true, "promptText", "Ada")));

        assertThat(page.evaluate("prompt('name?')").asString()).isEqualTo("Ada");
    }

    @Test
    @Tag("faults")
    void a_dialog_that_a_handler_leaves_open_is_named_when_time_is_up() {
        page.on("Page.javascriptDialogOpening", dialog -> {});

        assertThatThrownBy(() -> page.evaluate("confirm('sure?')", MEDIUM))
                .isInstanceOf(CommandTimeoutException.class)
                .hasMessageContaining("a dialog is open and waits for Page.handleJavaScriptDialog: confirm(\"sure?\")");

        page.send("Page.handleJavaScriptDialog", Map.of("accept", true));
        assertThat(page.evaluate("1").asInt()).isEqualTo(1);
    }
}
