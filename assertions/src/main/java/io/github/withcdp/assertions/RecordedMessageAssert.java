package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.error.ShouldBeInSession;
import io.github.withcdp.assertions.internal.error.ShouldBeKindOfMessage;
import io.github.withcdp.assertions.internal.error.ShouldHaveId;
import io.github.withcdp.assertions.internal.error.ShouldHaveMethod;
import io.github.withcdp.assertions.internal.error.ShouldHaveParam;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.protocol.EventType;
import io.github.withcdp.protocol.JsonPointers;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Assertions about one message of a recording.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class RecordedMessageAssert extends AbstractAssert<RecordedMessageAssert, RecordedMessage> {

    /** Create an assertion about a message. */
    protected RecordedMessageAssert(@Nullable RecordedMessage actual) {
        super(actual, RecordedMessageAssert.class);
    }

    /**
     * Verify that the message is a command.
     *
     * <pre>{@code
     * assertThat(recording.commands().get(0)).isCommand(); // passes
     * assertThat(answer).isCommand(); // fails
     * }</pre>
     *
     * @throws AssertionError if it is an event or an answer
     */
    public RecordedMessageAssert isCommand() {
        isNotNull();
        return verifyKind(actual.isCommand(), "a command");
    }

    /**
     * Verify that the message is an event.
     *
     * <pre>{@code
     * assertThat(told).isEvent(); // passes
     * assertThat(recording.commands().get(0)).isEvent(); // fails
     * }</pre>
     *
     * @throws AssertionError if it is a command or an answer
     */
    public RecordedMessageAssert isEvent() {
        isNotNull();
        return verifyKind(actual.isEvent(), "an event");
    }

    /**
     * Verify that the message answers a command.
     *
     * <pre>{@code
     * assertThat(answer).isAnswer(); // passes
     * assertThat(recording.commands().get(0)).isAnswer(); // fails
     * }</pre>
     *
     * @throws AssertionError if it is a command or an event
     */
    public RecordedMessageAssert isAnswer() {
        isNotNull();
        return verifyKind(actual.isAnswer(), "an answer");
    }

    private RecordedMessageAssert verifyKind(boolean is, String expected) {
        if (!is) {
            throwAssertionError(ShouldBeKindOfMessage.shouldBeKindOfMessage(actual, expected, kind(actual)));
        }
        return myself;
    }

    private static String kind(RecordedMessage message) {
        if (message.isCommand()) {
            return "a command";
        }
        if (message.isAnswer()) {
            return "an answer";
        }
        return message.isEvent() ? "an event" : "not a readable message";
    }

    /**
     * Verify that the message has this method; an answer has that of its command.
     *
     * <pre>{@code
     * assertThat(answer).hasMethod("Page.navigate"); // passes
     * assertThat(answer).hasMethod("Page.reload"); // fails
     * }</pre>
     *
     * @throws AssertionError if it has another one
     */
    public RecordedMessageAssert hasMethod(String method) {
        isNotNull();
        if (!actual.method().equals(method)) {
            throwAssertionError(ShouldHaveMethod.shouldHaveMethod(actual, method, actual.method()));
        }
        return myself;
    }

    /**
     * Verify that the message is of this type.
     *
     * <pre>{@code
     * assertThat(told).hasMethod(Page.LOAD_EVENT_FIRED); // passes
     * assertThat(told).hasMethod(Page.FRAME_NAVIGATED); // fails
     * }</pre>
     *
     * @throws AssertionError if it is not
     */
    public RecordedMessageAssert hasMethod(EventType<?> event) {
        return hasMethod(event.method());
    }

    /**
     * Verify that the message has this id, the one that a command and its answer have in common.
     *
     * <pre>{@code
     * assertThat(answer).hasId(command.id().getAsInt()); // passes
     * assertThat(told).hasId(4); // fails: it has none
     * }</pre>
     *
     * @throws AssertionError if it has another one, or none
     */
    public RecordedMessageAssert hasId(int id) {
        isNotNull();
        if (!actual.id().equals(OptionalInt.of(id))) {
            throwAssertionError(ShouldHaveId.shouldHaveId(actual, id));
        }
        return myself;
    }

    /**
     * Verify that the message belongs to this session.
     *
     * <pre>{@code
     * assertThat(answer).inSession(page.id()); // passes
     * assertThat(answer).inSession(SessionId.BROWSER); // fails
     * }</pre>
     *
     * @throws AssertionError if it belongs to another one
     */
    public RecordedMessageAssert inSession(SessionId session) {
        isNotNull();
        if (!actual.session().equals(session)) {
            throwAssertionError(ShouldBeInSession.shouldBeInSession(actual, session, actual.session()));
        }
        return myself;
    }

    /**
     * Verify that a param of a command or event has this very value or meets a condition, as {@link CDPEventAssert#hasParam(String, Object)} does.
     *
     * <pre>{@code
     * assertThat(command).hasParam("/url", "about:blank"); // passes
     * assertThat(command).hasParam("/url", "https://shop.example/"); // fails
     * }</pre>
     *
     * @throws AssertionError if it has another one
     * @throws IllegalArgumentException if the pointer does not start with a slash, or there is no such value in JSON
     */
    public RecordedMessageAssert hasParam(String pointer, @Nullable Object expected) {
        isNotNull();
        return verifyValue(
                "params",
                pointer,
                ValueCondition.of(expected),
                actual.isAnswer() ? "it is an answer, which has a result: see hasResult" : "");
    }

    /**
     * Verify that a part of the result in an answer has this very value, or meets a condition.
     *
     * <pre>{@code
     * assertThat(answer).hasResult("/result/value", 42); // passes after page.evaluate("6 * 7")
     * assertThat(answer).hasResult("/result/value", "42"); // fails: it is not a text
     * }</pre>
     *
     * @throws AssertionError if it has another one
     * @throws IllegalArgumentException if the pointer does not start with a slash, or there is no such value in JSON
     */
    public RecordedMessageAssert hasResult(String pointer, @Nullable Object expected) {
        isNotNull();
        return verifyValue("result", pointer, ValueCondition.of(expected), withoutResult());
    }

    /** Return why this message has no result, and what to do; empty if it may have one. */
    private String withoutResult() {
        if (actual.isCommand()) {
            return "it is a command, whose result is in its answer: the message that isAnswer() and has the id %d too"
                    .formatted(actual.id().orElse(0));
        }
        if (actual.isEvent()) {
            return "it is an event, which has params: see hasParam";
        }
        var error = actual.tree().path("error");
        return error.isObject() ? "Chrome refused the command: " + ShownText.value(error) : "";
    }

    private RecordedMessageAssert verifyValue(
            String part, String pointer, ValueCondition condition, String whyThereIsNone) {
        JsonNode value = actual.tree().path(part).at(JsonPointers.checked(pointer));
        if (!whyThereIsNone.isEmpty()) {
            throwAssertionError(ShouldHaveParam.shouldBeAbleToHave(
                    actual, "/" + part + pointer, condition.words(), whyThereIsNone));
        }
        if (value.isMissingNode() || !condition.matches(value)) {
            throwAssertionError(ShouldHaveParam.shouldHaveParam(
                    actual, "/" + part + pointer, condition.words(), condition.shown(value)));
        }
        return myself;
    }
}
