package io.github.withcdp.assertions.internal.evidence;

import io.github.withcdp.assertions.internal.match.JsonValues;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;

/** Says what to do about an expression that did not get the value which it should. */
public final class ValueHint {

    private static final Pattern LOOKUP = Pattern.compile("\\b(querySelector|getElement)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    private ValueHint() {}

    /**
     * Return the sentence that fits best; empty if none does.
     *
     * @param expected what was demanded; met by nothing if only requirements of a test can tell
     * @param isComparison whether a certain value was demanded, or a text, and not merely that it is another one
     * @param limit how long was waited
     */
    public static Optional<String> of(
            String expression,
            Predicate<JsonNode> expected,
            boolean isComparison,
            ValueHistory history,
            Duration limit) {
        return history.lastValue()
                .flatMap(value -> isComparison ? ofKind(expected, value) : Optional.empty())
                .or(() -> history.lastValue().flatMap(value -> ofNothing(expected, value)))
                .or(() -> ofLookup(expression, history))
                .or(() -> history.wasChangingUntil(limit)
                        ? Optional.of("It was changing until the end: within(Duration) gives it more time.")
                        : Optional.empty());
    }

    private static Optional<String> ofKind(Predicate<JsonNode> expected, JsonNode value) {
        if (value.isString()) {
            return ofText(expected, value.stringValue());
        }
        if ((value.isNumber() || value.isBoolean()) && expected.test(JsonValues.text(value.toString()))) {
            return Optional.of("It is a %s, not a text: expect one, or make a text of it with String(…)."
                    .formatted(value.isNumber() ? "number" : "boolean"));
        }
        return value.isObject() && value.isEmpty()
                ? Optional.of(
                        "An element of a page is {} as JSON: ask for what you need of it, such as its textContent.")
                : Optional.empty();
    }

    private static Optional<String> ofText(Predicate<JsonNode> expected, String text) {
        var stripped = text.strip();
        if (!stripped.equals(text) && expected.test(JsonValues.text(stripped))) {
            return Optional.of("It is that but for the white space around it, which .trim() takes away.");
        }
        if (NUMBER.matcher(stripped).matches() && expected.test(JsonValues.number(new BigDecimal(stripped)))) {
            return Optional.of("It is a text, not a number: expect a text, or make a number of it with Number(…).");
        }
        return (stripped.equals("true") || stripped.equals("false"))
                        && expected.test(JsonValues.bool(Boolean.parseBoolean(stripped)))
                ? Optional.of("It is a text, not a boolean: expect a text, or compare it in the expression.")
                : Optional.empty();
    }

    private static Optional<String> ofNothing(Predicate<JsonNode> expected, JsonNode value) {
        if (value.isMissingNode() && expected.test(NullNode.getInstance())) {
            return Optional.of("It is undefined, which null is not: isUndefined() expects that.");
        }
        return value.isNull() && expected.test(MissingNode.getInstance())
                ? Optional.of("It is null, which undefined is not: isNull() expects that.")
                : Optional.empty();
    }

    private static Optional<String> ofLookup(String expression, ValueHistory history) {
        if (history.wasThrownAndNeverFound()) {
            return Optional.of(
                    "What throws has no value yet. With ?. instead of . the value of what is not there is undefined.");
        }
        return history.wasAlwaysNothing() && LOOKUP.matcher(expression).find()
                ? Optional.of(
                        "Nothing was found each time: it may have another name, or be in a frame or a shadow root, where such an expression does not look.")
                : Optional.empty();
    }
}
