package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.match.Glob;
import io.github.withcdp.assertions.internal.match.ParamMatcher;
import io.github.withcdp.assertions.internal.match.PredicateMatcher;
import io.github.withcdp.assertions.internal.match.SessionMatcher;
import io.github.withcdp.assertions.internal.match.TargetMatcher;
import io.github.withcdp.assertions.internal.match.ValueMatcher;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.EventType;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.session.CDPSession;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.assertj.core.api.ThrowingConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The conditions that events and commands can be asked for. {@link CDPAssertions} has them too, so that one import serves a test.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class EventConditions {

    private static final int REASONS = 5;

    private EventConditions() {}

    // --- Of a param

    /**
     * A param with this very value, or one that meets a condition: {@code param("/request/url", matching("https://shop.example/**"))}.
     * Numbers are equal if they are as much, {@code 404} and {@code 404.0}, also within objects and arrays.
     *
     * @param pointer a JSON pointer into the params, {@code /response/status}
     * @param value a number, a text, a boolean, a {@link JsonNode}, {@code null} for JSON's null, a list or a map of these, or a {@link ValueCondition}
     * @throws IllegalArgumentException if the pointer does not start with a slash, or the value is something else
     */
    public static EventCondition param(String pointer, @Nullable Object value) {
        return ofParam(pointer, ValueCondition.of(value));
    }

    /** A param that is there, whatever its value. */
    public static EventCondition param(String pointer) {
        return ofParam(pointer, anything());
    }

    static ValueCondition anything() {
        return value("anything", value -> !value.isMissingNode());
    }

    private static EventCondition ofParam(String pointer, ValueCondition expected) {
        return EventCondition.of(new ParamMatcher(pointer, expected.matcher()));
    }

    /**
     * A param whose value meets requirements, which say so by not throwing an {@link AssertionError}.
     * They get a missing node if there is no such param.
     */
    public static EventCondition paramSatisfying(String pointer, ThrowingConsumer<JsonNode> requirements) {
        return ofParam(pointer, satisfying(requirements));
    }

    static ValueCondition satisfying(ThrowingConsumer<JsonNode> requirements) {
        return new ValueCondition(new ValueMatcher(
                "a value that satisfies the requirements",
                value -> complaint(requirements, value).isEmpty(),
                value -> ShownText.lines(complaint(requirements, value).orElse(""), REASONS, ShownText.VALUE)));
    }

    /** Return what requirements say of a value; empty if they are satisfied. */
    static Optional<String> complaint(ThrowingConsumer<JsonNode> requirements, JsonNode value) {
        try {
            requirements.accept(value);
            return Optional.empty();
        } catch (AssertionError unmet) {
            return Optional.of(Objects.toString(unmet.getMessage(), "").strip());
        }
    }

    // --- Of the value of a param

    /** A text that matches a pattern: {@code *} stands for anything but a slash, {@code **} for anything; all else, {@code ?} too, for itself. */
    public static ValueCondition matching(String glob) {
        return text("matching " + ShownText.quotedUrl(glob), Glob.compile(glob).asMatchPredicate());
    }

    /** A text that matches a regular expression as a whole. */
    public static ValueCondition matching(Pattern regex) {
        return text("matching the regex " + ShownText.quoted(regex.pattern()), regex.asMatchPredicate());
    }

    /** A text with this one in it. */
    public static ValueCondition containing(String part) {
        return text("containing " + ShownText.quoted(part), text -> text.contains(part));
    }

    private static ValueCondition text(String words, Predicate<String> predicate) {
        return value(words, value -> value.isString() && predicate.test(value.stringValue()));
    }

    private static ValueCondition value(String words, Predicate<JsonNode> predicate) {
        return new ValueCondition(new ValueMatcher(words, predicate));
    }

    // --- Of where it came from

    /** The event came in this session. */
    public static EventCondition inSession(SessionId session) {
        return EventCondition.of(new SessionMatcher(session));
    }

    /** The event came in this session. */
    public static EventCondition inSession(CDPSession session) {
        return inSession(session.id());
    }

    /**
     * The event came from such a target: {@code fromTarget(type("worker"))}.
     * Which session belongs to which target is learned from the recording that the event is in; of an event on its own it is not known.
     */
    public static EventCondition fromTarget(TargetCondition target) {
        return EventCondition.of(new TargetMatcher(target.words(), target::matches));
    }

    /** A target of this type: {@code page}, {@code iframe}, {@code worker}, {@code service_worker}, {@code browser}. */
    public static TargetCondition type(String type) {
        return new TargetCondition("type " + type, target -> target.type().equals(type));
    }

    /** A target whose URL matches a pattern, see {@link #matching(String)}. */
    public static TargetCondition url(String glob) {
        var pattern = Glob.compile(glob).asMatchPredicate();
        return new TargetCondition("URL matching " + ShownText.quotedUrl(glob), target -> pattern.test(target.url()));
    }

    // --- Of all of it

    /** An event with this method that meets all conditions, for assertions about several events. */
    public static EventCondition event(String method, EventCondition... conditions) {
        return EventCondition.of(EventCondition.pattern(method, conditions));
    }

    /** An event of this type that meets all conditions, for assertions about several events. */
    public static EventCondition event(EventType<?> type, EventCondition... conditions) {
        return event(type.method(), conditions);
    }

    /** An event of this type whose params meet a condition, for assertions about several events. */
    public static <T> EventCondition event(EventType<T> type, Predicate<? super T> condition) {
        return event(type.method(), EventCondition.where(type, condition));
    }

    /**
     * An event of this type whose params meet a condition.
     *
     * <pre>{@code
     * page.evaluate("fetch('http://localhost:1')");
     *
     * assertThat(page).receives(LOADING_FAILED, where("nobody cancelled it", LOADING_FAILED, e -> e.canceled().isEmpty())); // passes
     * assertThat(page).receives(LOADING_FAILED, where("it was cancelled", LOADING_FAILED, e -> e.canceled().isPresent())); // fails after 5 s
     * }</pre>
     *
     * <p>An assertion about another event refuses it with an {@link IllegalArgumentException}.
     *
     * @param description what the condition asks for, as a failure should say it
     */
    public static <T> EventCondition where(String description, EventType<T> type, Predicate<? super T> condition) {
        return EventCondition.where(description, type, condition);
    }

    /**
     * Whatever else an event should be.
     *
     * @param description what the predicate asks for, as a failure should say it
     */
    public static EventCondition where(String description, Predicate<CDPEvent> predicate) {
        return EventCondition.of(new PredicateMatcher(description, predicate));
    }

    /** The opposite of a condition. */
    public static EventCondition not(EventCondition condition) {
        return condition.negate();
    }

    /** The opposite of a condition. */
    public static ValueCondition not(ValueCondition condition) {
        return condition.negate();
    }

    /** The opposite of a condition. */
    public static TargetCondition not(TargetCondition condition) {
        return condition.negate();
    }
}
