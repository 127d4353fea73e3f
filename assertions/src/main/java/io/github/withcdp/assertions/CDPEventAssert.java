package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.error.ShouldBeInSession;
import io.github.withcdp.assertions.internal.error.ShouldHaveDomain;
import io.github.withcdp.assertions.internal.error.ShouldHaveMethod;
import io.github.withcdp.assertions.internal.error.ShouldHaveParam;
import io.github.withcdp.assertions.internal.error.ShouldHaveParamSatisfying;
import io.github.withcdp.assertions.internal.error.ShouldNotHaveParam;
import io.github.withcdp.assertions.internal.match.KnownNames;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.EventType;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.session.CDPSession;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Condition;
import org.assertj.core.api.ThrowingConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Assertions about one event. Conditions serve as well: {@code assertThat(event).has(param("/response/status", 404))}.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class CDPEventAssert extends AbstractAssert<CDPEventAssert, CDPEvent> {

    private static final int LINES = 8;

    /** Create an assertion about an event. */
    protected CDPEventAssert(@Nullable CDPEvent actual) {
        super(actual, CDPEventAssert.class);
    }

    /**
     * Verify that the event has this method.
     *
     * <pre>{@code
     * assertThat(page.await("Page.loadEventFired")).hasMethod("Page.loadEventFired"); // passes
     * assertThat(page.await("Page.loadEventFired")).hasMethod("Page.frameNavigated"); // fails
     * }</pre>
     *
     * @throws AssertionError if it has another one
     */
    public CDPEventAssert hasMethod(String method) {
        isNotNull();
        if (!actual.method().equals(method)) {
            throwAssertionError(ShouldHaveMethod.shouldHaveMethod(actual, method, actual.method()));
        }
        return myself;
    }

    /**
     * Verify that the event is of this type.
     *
     * <pre>{@code
     * assertThat(event).hasMethod(Page.LOAD_EVENT_FIRED); // passes
     * assertThat(event).hasMethod(Page.FRAME_NAVIGATED); // fails
     * }</pre>
     *
     * @throws AssertionError if it is not
     */
    public CDPEventAssert hasMethod(EventType<?> event) {
        return hasMethod(event.method());
    }

    /**
     * Verify that the event is of this type, and that its params satisfy requirements.
     *
     * <pre>{@code
     * assertThat(event).hasParamsSatisfying(RESPONSE_RECEIVED, e -> assertThat(e.response().status()).isBetween(200, 299)); // passes
     * assertThat(event).hasParamsSatisfying(RESPONSE_RECEIVED, e -> assertThat(e.response().status()).isNegative()); // fails
     * }</pre>
     *
     * @throws AssertionError if it does not; the message has what the requirements say
     */
    public <T> CDPEventAssert hasParamsSatisfying(EventType<T> event, ThrowingConsumer<? super T> requirements) {
        hasMethod(event);
        return hasParamSatisfying("", params -> requirements.accept(event.paramsOf(actual)));
    }

    /**
     * Verify that the event is of this domain.
     *
     * <pre>{@code
     * assertThat(page.await("Page.loadEventFired")).hasDomain("Page"); // passes
     * assertThat(page.await("Page.loadEventFired")).hasDomain("Network"); // fails
     * }</pre>
     *
     * @throws AssertionError if it is of another one
     */
    public CDPEventAssert hasDomain(String domain) {
        isNotNull();
        if (!actual.domain().equals(domain)) {
            throwAssertionError(ShouldHaveDomain.shouldHaveDomain(actual, domain));
        }
        return myself;
    }

    /**
     * Verify that a param has this very value, or one that meets a condition. Numbers are equal if they are as much, {@code 404} and {@code 404.0}.
     *
     * <pre>{@code
     * var response = page.await("Network.responseReceived", () -> page.navigate(url));
     *
     * assertThat(response).hasParam("/response/status", 200); // passes
     * assertThat(response).hasParam("/response/url", matching("https://shop.example/*")); // passes
     * assertThat(response).hasParam("/response/status", "200"); // fails: it is not a text
     * }</pre>
     *
     * @param pointer a JSON pointer into the params
     * @param expected a number, a text, a boolean, a {@link JsonNode}, {@code null} for JSON's null, or a {@link ValueCondition}
     * @throws AssertionError if it has another one
     * @throws IllegalArgumentException if the pointer does not start with a slash, or the protocol has nothing there, or the value is something else
     */
    public CDPEventAssert hasParam(String pointer, @Nullable Object expected) {
        isNotNull();
        var condition = ValueCondition.of(expected);
        JsonNode value = param(pointer);
        if (value.isMissingNode() || !condition.matches(value)) {
            throwAssertionError(
                    ShouldHaveParam.shouldHaveParam(actual, pointer, condition.words(), condition.shown(value)));
        }
        return myself;
    }

    /**
     * Verify that a param is there, whatever its value.
     *
     * <pre>{@code
     * assertThat(response).hasParam("/response"); // passes
     * assertThat(response).hasParam("/redirectResponse"); // fails
     * }</pre>
     *
     * @throws AssertionError if it is not
     */
    public CDPEventAssert hasParam(String pointer) {
        return hasParam(pointer, EventConditions.anything());
    }

    /**
     * Verify that a param is not there.
     *
     * <pre>{@code
     * assertThat(response).doesNotHaveParam("/redirectResponse"); // passes
     * assertThat(response).doesNotHaveParam("/response"); // fails
     * }</pre>
     *
     * @throws AssertionError if it is
     * @throws IllegalArgumentException if the protocol has nothing there, so that it could never fail
     */
    public CDPEventAssert doesNotHaveParam(String pointer) {
        isNotNull();
        JsonNode value = param(pointer);
        if (!value.isMissingNode()) {
            throwAssertionError(ShouldNotHaveParam.shouldNotHaveParam(actual, pointer, ShownText.value(value)));
        }
        return myself;
    }

    /**
     * Verify that the value of a param satisfies requirements; it is a missing node if there is no such param.
     *
     * <pre>{@code
     * assertThat(response).hasParamSatisfying("/response/status", status -> assertThat(status.asInt()).isBetween(200, 299)); // passes
     * assertThat(response).hasParamSatisfying("/response/status", status -> assertThat(status.asInt()).isNegative()); // fails
     * }</pre>
     *
     * @throws AssertionError if it does not; the message has what the requirements say
     */
    public CDPEventAssert hasParamSatisfying(String pointer, ThrowingConsumer<JsonNode> requirements) {
        isNotNull();
        JsonNode value = param(pointer);
        EventConditions.complaint(requirements, value)
                .ifPresent(failure -> throwAssertionError(ShouldHaveParamSatisfying.shouldHaveParamSatisfying(
                        actual,
                        pointer.isEmpty() ? "params" : pointer,
                        ShownText.value(value),
                        ShownText.lines(failure, LINES, ShownText.VALUE))));
        return myself;
    }

    @Override
    public CDPEventAssert is(Condition<? super CDPEvent> condition) {
        return super.is(checked(condition));
    }

    @Override
    public CDPEventAssert isNot(Condition<? super CDPEvent> condition) {
        return super.isNot(checked(condition));
    }

    @Override
    public CDPEventAssert has(Condition<? super CDPEvent> condition) {
        return super.has(checked(condition));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the protocol has nothing where the condition looks, so that it could never be met
     */
    @Override
    public CDPEventAssert doesNotHave(Condition<? super CDPEvent> condition) {
        return super.doesNotHave(checked(condition));
    }

    @Override
    public CDPEventAssert satisfies(Condition<? super CDPEvent> condition) {
        return super.satisfies(checked(condition));
    }

    private Condition<? super CDPEvent> checked(Condition<? super CDPEvent> condition) {
        if (actual != null && condition instanceof EventCondition named) {
            named.check(actual);
        }
        return condition;
    }

    /** Return a param, of which the protocol knows that it can be there, if it is not. */
    private JsonNode param(String pointer) {
        var value = actual.param(pointer);
        if (value.isMissingNode()) {
            KnownNames.of(actual).path(actual.method(), pointer);
        }
        return value;
    }

    /**
     * Verify that the event came in this session.
     *
     * <pre>{@code
     * assertThat(page.await("Page.loadEventFired")).inSession(page.id()); // passes
     * assertThat(page.await("Page.loadEventFired")).inSession(SessionId.BROWSER); // fails
     * }</pre>
     *
     * @throws AssertionError if it came in another one
     */
    public CDPEventAssert inSession(SessionId session) {
        isNotNull();
        if (!actual.session().equals(session)) {
            throwAssertionError(ShouldBeInSession.shouldBeInSession(actual, session, actual.session()));
        }
        return myself;
    }

    /**
     * Verify that the event came in this session.
     *
     * @throws AssertionError if it came in another one
     * @see #inSession(SessionId)
     */
    public CDPEventAssert inSession(CDPSession session) {
        return inSession(session.id());
    }
}
