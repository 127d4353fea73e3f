package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.LiveValue.Advice;
import io.github.withcdp.assertions.internal.error.ShouldEvaluateTo;
import io.github.withcdp.assertions.internal.evidence.ValueHint;
import io.github.withcdp.assertions.internal.match.ValueMatcher;
import io.github.withcdp.assertions.internal.wait.WaitOutcome.Kind;
import io.github.withcdp.protocol.CDPException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.ThrowingConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Assertions about what a page says: the value of an expression; {@link CDPSessionAssert#evaluating} leads here. Each of them waits until the value is
 * as it should be, and asks with {@code Runtime.evaluate} again and again: when something has come from the page, and else every 10 to 250 ms.
 * The expression should only look, for it is evaluated many times. A promise is waited for.
 *
 * <p>An exception in the expression means that there is no value yet, and so does a page that is navigating: the next document is asked.
 * They end early, and say why, if the page crashes or closes, the browser dies, or a debugger stops the page that no handler has go on.
 *
 * <p>JavaScript's {@code null} and {@code undefined} are different values: {@code document.querySelector('#total')?.textContent} is
 * {@code undefined} as long as there is no such element.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class LiveValueAssert extends AbstractAssert<LiveValueAssert, LiveValue> {

    private static final ValueCondition UNDEFINED = condition("undefined", JsonNode::isMissingNode);

    private static final ValueCondition NULL = condition("null", JsonNode::isNull);

    private static final ValueCondition SOMETHING =
            condition("anything but null and undefined", value -> !value.isMissingNode() && !value.isNull());

    /** Create an assertion about a value. */
    protected LiveValueAssert(@Nullable LiveValue actual) {
        super(actual, LiveValueAssert.class);
    }

    /**
     * Verify that the value comes to be this one. Numbers are equal if they are as much, {@code 42} and {@code 42.0}, also within objects and arrays;
     * a number and a text never are.
     *
     * <pre>{@code
     * assertThat(page).evaluating("document.querySelector('#total')?.textContent").isEqualTo("42.00"); // passes
     * assertThat(page).evaluating("document.querySelectorAll('li').length").isEqualTo(2); // passes
     * assertThat(page).evaluating("[...document.querySelectorAll('li')].map(li => li.id)").isEqualTo(List.of("tea", "cups")); // passes
     * assertThat(page).evaluating("document.querySelector('#total')?.textContent").isEqualTo(42); // fails after 5 s: it is a text
     * }</pre>
     *
     * @param expected a text, a number, a boolean, {@code null} for JavaScript's null, a {@link JsonNode}, a list or a map of these, or a
     *     {@link ValueCondition}
     * @throws AssertionError if it does not; the message shows the values that it had, and when
     * @throws IllegalArgumentException if no value can be equal to that, or the expression is no JavaScript
     * @throws CDPException if the thread is interrupted
     */
    @Override
    public LiveValueAssert isEqualTo(@Nullable Object expected) {
        return expected instanceof ValueCondition condition ? satisfies(condition) : verifyLike(equalTo(expected));
    }

    /**
     * Verify that the value comes to be another one; {@code undefined} and {@code null} are others too.
     *
     * <pre>{@code
     * assertThat(page).evaluating("document.querySelector('#total')?.textContent").isNotEqualTo("0.00"); // passes
     * assertThat(page).evaluating("document.querySelector('#total')?.textContent").isNotEqualTo("42.00"); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if it does not
     * @throws IllegalArgumentException if no value can be equal to that, or the expression is no JavaScript
     */
    @Override
    public LiveValueAssert isNotEqualTo(@Nullable Object other) {
        return verify(equalTo(other).negate());
    }

    private static ValueCondition equalTo(@Nullable Object value) {
        return value instanceof JsonNode node && node.isMissingNode() ? UNDEFINED : ValueCondition.of(value);
    }

    /**
     * Verify that the value comes to be a text with this one in it.
     *
     * <pre>{@code
     * assertThat(page).evaluating("document.body.innerText").contains("Thank you"); // passes
     * assertThat(page).evaluating("document.body.innerText").contains("Sorry"); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    public LiveValueAssert contains(String part) {
        return verifyLike(EventConditions.containing(part));
    }

    /**
     * Verify that the value comes to be a text that matches a regular expression as a whole.
     *
     * <pre>{@code
     * assertThat(page).evaluating("document.querySelector('#order').textContent").matches("No\\. \\d+"); // passes
     * assertThat(page).evaluating("document.querySelector('#order').textContent").matches("No"); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if it does not
     * @throws java.util.regex.PatternSyntaxException if it is no regular expression
     */
    public LiveValueAssert matches(String regex) {
        return matches(Pattern.compile(regex));
    }

    /**
     * Verify that the value comes to be a text that matches a regular expression as a whole.
     *
     * <pre>{@code
     * Pattern number = Pattern.compile("no\\. \\d+", Pattern.CASE_INSENSITIVE);
     *
     * assertThat(page).evaluating("document.querySelector('#order').textContent").matches(number); // passes
     * assertThat(page).evaluating("document.title").matches(number); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    public LiveValueAssert matches(Pattern regex) {
        return verifyLike(EventConditions.matching(regex));
    }

    /**
     * Verify that the value comes to be {@code true}; {@code 1} and {@code "true"} are not.
     *
     * <pre>{@code
     * assertThat(page).evaluating("document.querySelector('#pay').disabled").isTrue(); // passes
     * assertThat(page).evaluating("document.title").isTrue(); // fails after 5 s: it is a text
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    public LiveValueAssert isTrue() {
        return verifyLike(ValueCondition.of(true));
    }

    /**
     * Verify that the value comes to be {@code false}; {@code 0} and {@code undefined} are not.
     *
     * <pre>{@code
     * assertThat(page).evaluating("document.querySelector('#spinner').checkVisibility()").isFalse(); // passes
     * assertThat(page).evaluating("document.querySelector('#spinner')").isFalse(); // fails after 5 s: it is null, or an element
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    public LiveValueAssert isFalse() {
        return verifyLike(ValueCondition.of(false));
    }

    /**
     * Verify that the value comes to be {@code null}, which {@code undefined} is not.
     *
     * <pre>{@code
     * assertThat(page).evaluating("document.querySelector('#spinner')").isNull(); // passes
     * assertThat(page).evaluating("document.querySelector('#spinner')?.id").isNull(); // fails after 5 s: it is undefined
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    @Override
    public void isNull() {
        verify(NULL);
    }

    /**
     * Verify that the value comes to be something: neither {@code null} nor {@code undefined}.
     *
     * <pre>{@code
     * assertThat(page).evaluating("document.querySelector('#total')?.textContent").isNotNull(); // passes
     * assertThat(page).evaluating("document.querySelector('#spinner')?.textContent").isNotNull(); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    @Override
    public LiveValueAssert isNotNull() {
        return verify(SOMETHING);
    }

    /**
     * Verify that the value comes to be {@code undefined}, which {@code null} is not.
     *
     * <pre>{@code
     * assertThat(page).evaluating("document.querySelector('#spinner')?.id").isUndefined(); // passes
     * assertThat(page).evaluating("document.querySelector('#spinner')").isUndefined(); // fails after 5 s: it is null
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    public LiveValueAssert isUndefined() {
        return verify(UNDEFINED);
    }

    /**
     * Verify that the value comes to meet a condition.
     *
     * <pre>{@code
     * assertThat(page).evaluating("location.href").satisfies(matching("https://shop.example/orders/*")); // passes
     * assertThat(page).evaluating("location.href").satisfies(not(containing("shop"))); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    public LiveValueAssert satisfies(ValueCondition condition) {
        return verify(condition);
    }

    /**
     * Verify that the value comes to satisfy requirements. It does not as long as they throw an {@link AssertionError}, or a {@link JacksonException},
     * as Jackson does where {@code undefined} should be a number; any other exception ends the wait. {@code undefined} is a missing node.
     *
     * <pre>{@code
     * assertThat(page).evaluating("document.querySelectorAll('li').length").satisfies(count -> assertThat(count.asInt()).isGreaterThan(1)); // passes
     * assertThat(page).evaluating("document.title").satisfies(title -> assertThat(title.asString()).isBlank()); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if it does not; the message has what they said last
     */
    @SuppressWarnings("overloads") // with AssertJ's own, of any number of requirements: a single one is always for this
    public LiveValueAssert satisfies(ThrowingConsumer<? super JsonNode> requirements) {
        var condition = EventConditions.satisfying(value -> {
            try {
                requirements.accept(value);
            } catch (JacksonException unreadable) {
                throw new AssertionError(unreadable.getOriginalMessage(), unreadable);
            }
        });
        // They are asked about values of the page only, and not about what might have been meant.
        return verify(
                condition,
                (expression, history, limit) -> ValueHint.of(expression, any -> false, false, history, limit));
    }

    private static ValueCondition condition(String words, Predicate<JsonNode> predicate) {
        return new ValueCondition(new ValueMatcher(words, predicate));
    }

    /** Verify that the value is a certain one, or a certain text, of which another may be told apart by its kind only. */
    private LiveValueAssert verifyLike(ValueCondition expected) {
        return verify(
                expected,
                (expression, history, limit) -> ValueHint.of(expression, expected::matches, true, history, limit));
    }

    private LiveValueAssert verify(ValueCondition expected) {
        return verify(
                expected,
                (expression, history, limit) -> ValueHint.of(expression, expected::matches, false, history, limit));
    }

    private LiveValueAssert verify(ValueCondition expected, Advice advice) {
        super.isNotNull(); // of what is asserted on; ours is about its value
        var answer = actual.until(expected);
        var outcome = answer.outcome();
        if (!outcome.is(Kind.REACHED)) {
            throwAssertionError(ShouldEvaluateTo.shouldEvaluateTo(
                    actual.session(),
                    actual.expressionLines(),
                    expected.words(),
                    actual.limit(),
                    outcome.clause(),
                    answer.lines(advice)));
        }
        return myself;
    }
}
