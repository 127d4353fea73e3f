package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.containing;
import static io.github.withcdp.assertions.CDPAssertions.matching;
import static io.github.withcdp.assertions.CDPAssertions.not;

import io.github.withcdp.api.GoldenFile;
import io.github.withcdp.internal.spi.Evaluated;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.JavaScriptException;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

@Timeout(30) // less than what is waited for: who asks only when the time is up has missed what came
class LiveValueAssertTests {

    /** For what comes: a test that gets as far as this has failed. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** For what does not come. */
    private static final Duration SHORT = Duration.ofMillis(10);

    private static final String TOTAL = "document.querySelector('#total')?.textContent";

    private static final Pattern WHEN =
            Pattern.compile("( at [\\d.]+ s| from [\\d.]+ to [\\d.]+ s \\(\\d+ times\\))(?=\\R|$)");

    private final ScriptedSession scripted = ScriptedSession.page();
    private final Queue<Supplier<Evaluated>> answers = new ArrayDeque<>();
    private List<String> pending = List.of();
    private boolean isStopped;
    private int asked;

    private final CDPSession page = ProxySession.of(
            scripted,
            Map.of(
                    "tryEvaluate", arguments -> answer(),
                    "isStoppedInDebugger", arguments -> isStopped,
                    "pending", arguments -> pending));

    /** Return the next answer; the last one remains. */
    private Evaluated answer() {
        asked++;
        var answer = answers.size() > 1 ? answers.remove() : answers.element();
        return answer.get();
    }

    private LiveValueAssertTests then(Supplier<Evaluated> answer) {
        answers.add(answer);
        return this;
    }

    private LiveValueAssertTests then(JsonNode value) {
        return then(() -> new Evaluated.Value(value));
    }

    private LiveValueAssertTests then(String json) {
        return then(Made.json(json));
    }

    private LiveValueAssertTests thenUndefined() {
        return then(MissingNode.getInstance());
    }

    private LiveValueAssertTests thenThrows(String text) {
        return then(() -> new Evaluated.Thrown(text));
    }

    private LiveValueAssertTests thenRefuses(int code, String message) {
        return then(() -> {
            throw new CommandFailedException("Runtime.evaluate", code, message, "");
        });
    }

    private LiveValueAssert total(Duration limit) {
        return assertThat(page).within(limit).evaluating(TOTAL);
    }

    /** Compare the message with a file, in which each line says the same of when that was. */
    private static void assertFails(String file, ThrowingCallable assertion) {
        var failure = CDPAssertions.catchThrowable(assertion);
        assertThat(failure).as("a failure as in %s", file).isInstanceOf(AssertionError.class);
        var message = String.valueOf(failure.getMessage()).replace(System.lineSeparator(), "\n");
        GoldenFile.assertSame(
                WHEN.matcher(message.substring(1)).replaceAll(" from 0.02 to 4.98 s (24 times)") + "\n",
                GoldenFailure.class,
                file);
    }

    // --- What is so

    @Test
    void texts_are_compared() {
        then("\"42.00\"");

        total(SHORT)
                .isEqualTo("42.00")
                .isNotEqualTo("42")
                .isNotEqualTo(42)
                .isNotNull()
                .contains("2.0")
                .matches("\\d+\\.00")
                .matches(Pattern.compile("4.*"))
                .satisfies(matching("42.*"))
                .satisfies(not(containing("0.01")))
                .satisfies(value -> assertThat(value.asString()).endsWith("00"))
                .isEqualTo(containing("42"));
        for (Function<LiveValueAssert, LiveValueAssert> wrong : List.<Function<LiveValueAssert, LiveValueAssert>>of(
                it -> it.isEqualTo("42.0"),
                it -> it.isEqualTo(42),
                it -> it.isNotEqualTo("42.00"),
                it -> it.contains("43"),
                it -> it.matches("42"),
                it -> it.isTrue(),
                it -> it.isFalse(),
                it -> it.isUndefined(),
                it -> it.satisfies(matching("43*")),
                it -> it.satisfies(value -> assertThat(value.asString()).isEmpty()))) {
            assertThatThrownBy(() -> wrong.apply(total(SHORT))).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void numbers_are_equal_if_they_are_as_much() {
        then("42.0");

        total(SHORT).isEqualTo(42).isEqualTo(42.0).isEqualTo(42L).isNotEqualTo("42.0");
    }

    @Test
    void lists_and_maps_are_compared_with_arrays_and_objects() {
        then("[{\"id\":\"tea\",\"price\":4.0},null]");

        var tea = Map.of("id", "tea", "price", 4);
        var expected = new ArrayList<Object>(List.of(tea));
        expected.add(null);
        total(SHORT)
                .isEqualTo(expected)
                .isEqualTo(Made.json("[{\"price\":4,\"id\":\"tea\"},null]"))
                .isNotEqualTo(List.of(tea));
    }

    @Test
    void undefined_is_not_null() {
        thenUndefined();

        total(SHORT).isUndefined().isEqualTo(MissingNode.getInstance()).isNotEqualTo(null);
        assertThatThrownBy(() -> total(SHORT).isNull()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> total(SHORT).isNotNull()).isInstanceOf(AssertionError.class);
    }

    @Test
    void null_is_not_undefined() {
        then("null");

        total(SHORT).isNotEqualTo(MissingNode.getInstance()).isEqualTo(null).isNull();
        assertThatThrownBy(() -> total(SHORT).isUndefined()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> total(SHORT).isNotNull()).isInstanceOf(AssertionError.class);
    }

    @Test
    void true_is_no_text() {
        then("true").then("false").then("\"true\"");

        total(SHORT).isTrue().isFalse();
        assertThatThrownBy(() -> total(SHORT).isTrue()).isInstanceOf(AssertionError.class);
    }

    // --- What is waited for

    @Test
    void waits_through_exceptions_and_navigations() {
        thenThrows("TypeError: no")
                .thenUndefined()
                .thenRefuses(-32000, "Execution context was destroyed.")
                .then("\"0.00\"")
                .then("\"42.00\"");

        total(LONG).isEqualTo("42.00");

        assertThat(asked).isEqualTo(5);
    }

    @Test
    void requirements_wait_for_what_they_cannot_read_yet() {
        thenUndefined().then("1").then("2");

        total(LONG).satisfies(count -> assertThat(count.asInt()).isEqualTo(2));

        assertThat(asked).isEqualTo(3);
    }

    @Test
    void requirements_that_fail_in_another_way_end_the_wait() {
        then("1");

        assertThatThrownBy(() -> total(LONG).satisfies(value -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    @Test
    void asks_with_what_is_left_of_the_time() {
        var limits = new ArrayList<Duration>();
        var watched = ProxySession.of(
                scripted,
                Map.of(
                        "isStoppedInDebugger",
                        arguments -> false,
                        "pending",
                        arguments -> List.of(),
                        "tryEvaluate",
                        arguments -> {
                            assertThat(arguments[0]).isEqualTo(TOTAL);
                            limits.add((Duration) arguments[1]);
                            return new Evaluated.Value(Made.json(limits.size() == 3 ? "1" : "0"));
                        }));

        assertThat(watched).within(LONG).evaluating(TOTAL).isEqualTo(1);

        assertThat(limits).hasSize(3).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(limits.get(0)).isLessThanOrEqualTo(LONG);
    }

    // --- What ends it early

    @Test
    void a_crash_ends_it() {
        then("\"0.00\"").then(() -> {
            throw new SessionDetachedException("Runtime.evaluate", DetachReason.TARGET_CRASHED, "");
        });

        assertFails("evaluating-crashed.txt", () -> total(LONG).isEqualTo("42.00"));
    }

    @Test
    void a_page_that_closes_ends_it() {
        then(() -> {
            scripted.end(DetachReason.TARGET_CLOSED, "");
            return new Evaluated.Value(Made.json("\"0.00\""));
        });

        assertFails("evaluating-closed.txt", () -> total(LONG).isEqualTo("42.00"));
    }

    @Test
    void a_debugger_ends_it() {
        then(() -> {
            isStopped = true;
            return new Evaluated.Value(Made.json("\"0.00\""));
        });

        assertFails("evaluating-stopped.txt", () -> total(LONG).isEqualTo("42.00"));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void an_expression_that_is_no_JavaScript_ends_it() {
        then(() -> new Evaluated.Malformed("SyntaxError: Unexpected end of input"));

        assertThatThrownBy(() -> assertThat(page).within(LONG).evaluating("1 +").isTrue())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The expression is no JavaScript: SyntaxError: Unexpected end of input; it was: 1 +");
    }

    @Test
    void a_target_without_JavaScript_ends_it() {
        thenRefuses(-32601, "'Runtime.evaluate' wasn't found");

        assertThatThrownBy(() -> total(LONG).isTrue())
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("'Runtime.evaluate' wasn't found");
    }

    @Test
    void silence_is_told() {
        then("\"0.00\"").then(() -> {
            throw new CommandTimeoutException(
                    "Runtime.evaluate",
                    LONG,
                    List.of(
                            "the target is page http://localhost/shop; it may be busy (an endless loop?)",
                            "give the command more time: send(method, params, Duration), or withcdp.timeout for all of them"));
        });

        assertFails("evaluating-silence.txt", () -> total(LONG).isEqualTo("42.00"));
    }

    // --- What a failure says

    @Test
    void shows_what_it_was_and_when() {
        pending = List.of("GET http://localhost/api/total, asked for 4.8 s ago");
        thenThrows("TypeError: cart is not defined")
                .then(() -> {
                    scripted.moveTo("http://localhost/cart");
                    throw new CommandFailedException(
                            "Runtime.evaluate", -32000, "Execution context was destroyed.", "");
                })
                .then("\"0.00\"");

        assertFails("evaluating.txt", () -> total(Duration.ofSeconds(1)).isEqualTo("42.00"));
    }

    @Test
    void shows_the_first_and_the_last() {
        IntStream.rangeClosed(1, 10).forEach(number -> then(String.valueOf(number)));
        then(() -> {
            scripted.end(DetachReason.TARGET_CLOSED, "");
            return new Evaluated.Value(Made.json("11"));
        });

        assertFails("evaluating-many.txt", () -> total(LONG).isEqualTo(12));
    }

    @Test
    void counts_what_came_several_times_on_end() {
        then("1").then("1").then("1").then(() -> {
            scripted.end(DetachReason.TARGET_CLOSED, "");
            return new Evaluated.Value(Made.json("2"));
        });

        assertThatThrownBy(() -> total(LONG).isEqualTo(3))
                .message()
                .containsPattern("\n  1 from 0\\.\\d\\d to \\d\\.\\d\\d s \\(3 times\\)\\R  2 from ");
    }

    @Test
    void shows_what_requirements_say() {
        then("1");

        assertFails(
                "evaluating-requirements.txt",
                () -> total(SHORT).satisfies(count -> assertThat(count.asInt()).isGreaterThan(1)));
    }

    @Test
    void shows_an_expression_of_several_lines() {
        then("false");

        assertFails(
                "evaluating-lines.txt",
                () -> assertThat(page).within(SHORT).evaluating("""
                        [...document.querySelectorAll('li')]
                            .every(li => li.checkVisibility())
                        """).isTrue());
    }

    @Test
    void shows_what_JSON_has_not() {
        then(JsonNodeFactory.instance.numberNode(Double.NaN));

        total(SHORT).isEqualTo(Double.NaN);
        assertThatThrownBy(() -> total(SHORT).isEqualTo(1)).hasMessageContaining("\n  NaN ");
    }

    @Test
    void escapes_what_a_page_says() {
        then(Made.text("\u001b[31m\u202e"));

        assertThatThrownBy(() -> total(SHORT).isEqualTo("x")).message().doesNotContain("\u001b", "\u202e");
    }

    @Test
    void says_that_a_text_is_no_number() {
        then("\" 42 \"");

        assertHint(
                it -> it.isEqualTo(42),
                "It is a text, not a number: expect a text, or make a number of it with Number(…).");
        assertHint(it -> it.isEqualTo("42"), "It is that but for the white space around it, which .trim() takes away.");
        assertNoHint(it -> it.isEqualTo("43"));
        assertNoHint(it -> it.isNotEqualTo(" 42 "));
        assertNoHint(it -> it.satisfies(not(containing("4"))));
        assertNoHint(it -> it.satisfies(value -> assertThat(value.isNumber()).isTrue()));
    }

    @Test
    void says_that_a_number_is_no_text() {
        then("42");

        assertHint(
                it -> it.isEqualTo("42"),
                "It is a number, not a text: expect one, or make a text of it with String(…).");
        assertHint(
                it -> it.contains("4"), "It is a number, not a text: expect one, or make a text of it with String(…).");
    }

    @Test
    void says_that_a_text_is_no_boolean() {
        then("\"true\"");

        assertHint(it -> it.isTrue(), "It is a text, not a boolean: expect a text, or compare it in the expression.");
        assertNoHint(it -> it.isFalse());
    }

    @Test
    void says_what_becomes_of_an_element() {
        then("{}");

        assertHint(
                it -> it.contains("42"),
                "An element of a page is {} as JSON: ask for what you need of it, such as its textContent.");
    }

    @ParameterizedTest
    @ValueSource(strings = {TOTAL, "document.getElementById('total')"})
    void says_that_nothing_was_found(String expression) {
        thenUndefined();

        assertThatThrownBy(() ->
                        assertThat(page).within(SHORT).evaluating(expression).isEqualTo("42.00"))
                .hasMessageEndingWith(
                        "Nothing was found each time: it may have another name, or be in a frame or a shadow root, where such an expression does not look.");
    }

    @Test
    void does_not_say_that_nothing_was_found_where_nothing_was_looked_up() {
        thenUndefined();

        assertThatThrownBy(
                        () -> assertThat(page).within(SHORT).evaluating("total").isEqualTo("42.00"))
                .message()
                .doesNotContain("Nothing was found");
    }

    @Test
    void tells_null_and_undefined_apart() {
        thenUndefined();
        assertHint(it -> it.isEqualTo(null), "It is undefined, which null is not: isUndefined() expects that.");

        answers.clear();
        then("null");
        assertHint(it -> it.isUndefined(), "It is null, which undefined is not: isNull() expects that.");
    }

    @Test
    void says_what_to_write_instead_of_what_throws() {
        thenThrows("TypeError: Cannot read properties of null (reading 'textContent')");

        assertHint(
                it -> it.isEqualTo("42.00"),
                "What throws has no value yet. With ?. instead of . the value of what is not there is undefined.");
    }

    @Test
    void says_that_the_time_was_short() {
        var numbers = new int[1];
        then(() -> new Evaluated.Value(JsonNodeFactory.instance.numberNode(numbers[0]++)));

        assertHint(it -> it.isEqualTo(-1), "It was changing until the end: within(Duration) gives it more time.");
    }

    private void assertHint(Function<LiveValueAssert, LiveValueAssert> assertion, String hint) {
        assertThatThrownBy(() -> assertion.apply(total(SHORT))).hasMessageEndingWith(System.lineSeparator() + hint);
    }

    private void assertNoHint(Function<LiveValueAssert, LiveValueAssert> assertion) {
        assertThatThrownBy(() -> assertion.apply(total(SHORT)))
                .isInstanceOf(AssertionError.class)
                .message()
                .doesNotContain("It is ");
    }

    // --- With the rest

    @Test
    void keeps_what_was_said_of_it() {
        then("1");

        assertThatThrownBy(() -> assertThat(page)
                        .within(SHORT)
                        .as("the shop")
                        .evaluating(TOTAL)
                        .isEqualTo(8))
                .hasMessageStartingWith("[the shop] ");
    }

    @Test
    void stays_soft() {
        then("1");
        var softly = new CDPSoftAssertions();

        softly.assertThat(page)
                .within(SHORT)
                .evaluating(TOTAL)
                .isEqualTo(2)
                .isTrue()
                .isNull();

        assertThat(softly.assertionErrorsCollected()).hasSize(3);
    }

    @Test
    void asks_other_sessions_as_they_can_be_asked() {
        then(() -> {
            throw new JavaScriptException("TypeError: no\n    at <anonymous>:1:1");
        });
        then("1").then(() -> {
            scripted.end(DetachReason.TARGET_CLOSED, "");
            return new Evaluated.Value(Made.json("2"));
        });
        var foreign = (CDPSession) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {CDPSession.class},
                (proxy, method, arguments) -> method.getName().equals("evaluate")
                        ? ((Evaluated.Value) answer()).json()
                        : method.invoke(scripted, arguments));

        assertThatThrownBy(() -> assertThat(foreign)
                        .within(LONG)
                        .evaluating(TOTAL)
                        .isEqualTo(1)
                        .isEqualTo(3))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("within 60 s, but its target was closed")
                .message()
                .containsPattern("\\R  2 from ");
    }

    @Test
    void says_what_it_is_about() {
        assertThatThrownBy(() -> total(SHORT).isInstanceOf(String.class))
                .hasMessageContaining("the value of " + TOTAL + " in ");
    }
}
