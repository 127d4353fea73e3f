package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.assertj.AssertJVersionCheck;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.EventType;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.javacrumbs.jsonunit.assertj.JsonAssert.ConfigurableJsonAssert;
import net.javacrumbs.jsonunit.assertj.JsonAssertions;
import org.apiguardian.api.API;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowingConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where assertions about a browser begin, and all of AssertJ's beside them, so that one import serves a test:
 * {@code import static io.github.withcdp.assertions.CDPAssertions.*;}.
 *
 * <pre>{@code
 * assertThat(page).receives("Network.responseReceived", param("/response/status", 404));
 * assertThat(page.recording()).sent("Page.navigate").allCommandsAnswered();
 * assertThat(page.events()).containsEvent("Page.frameNavigated", param("/frame/url", url));
 * }</pre>
 *
 * <p>The assertions about a session wait, because it is alive; those about a recording, events and messages judge at once.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class CDPAssertions extends Assertions {

    /** Not to be called: all methods are static. For subclasses that add more of them. */
    protected CDPAssertions() {}

    // --- What is asserted on

    /** Begin assertions about a session. */
    public static CDPSessionAssert assertThat(@Nullable CDPSession actual) {
        AssertJVersionCheck.refuse();
        return new CDPSessionAssert(actual);
    }

    /** Begin assertions about a recording. */
    public static RecordingAssert assertThat(@Nullable Recording actual) {
        AssertJVersionCheck.refuse();
        return new RecordingAssert(actual);
    }

    /** Begin assertions about events. */
    public static CapturedEventsAssert assertThat(@Nullable CapturedEvents actual) {
        AssertJVersionCheck.refuse();
        return new CapturedEventsAssert(actual);
    }

    /** Begin assertions about an event. */
    public static CDPEventAssert assertThat(@Nullable CDPEvent actual) {
        AssertJVersionCheck.refuse();
        return new CDPEventAssert(actual);
    }

    /** Begin assertions about a message. */
    public static RecordedMessageAssert assertThat(@Nullable RecordedMessage actual) {
        AssertJVersionCheck.refuse();
        return new RecordedMessageAssert(actual);
    }

    /** Begin assertions about a request and what came of it. */
    public static ExchangeAssert assertThat(@Nullable Exchange actual) {
        AssertJVersionCheck.refuse();
        return new ExchangeAssert(actual);
    }

    /** Begin assertions about a console message. */
    public static ConsoleMessageAssert assertThat(@Nullable ConsoleMessage actual) {
        AssertJVersionCheck.refuse();
        return new ConsoleMessageAssert(actual);
    }

    /** Begin assertions about a frame of a WebSocket, or a message of an EventSource. */
    public static StreamFrameAssert assertThat(@Nullable StreamFrame actual) {
        AssertJVersionCheck.refuse();
        return new StreamFrameAssert(actual);
    }

    /** Begin assertions about a cookie. */
    public static CookieAssert assertThat(@Nullable Cookie actual) {
        AssertJVersionCheck.refuse();
        return new CookieAssert(actual);
    }

    /** Begin assertions about requests and what came of them; {@code assertThat} of a list is AssertJ's own. */
    public static ExchangesAssert assertThatExchanges(@Nullable List<? extends Exchange> actual) {
        AssertJVersionCheck.refuse();
        return new ExchangesAssert(actual);
    }

    /** Begin assertions about console messages; {@code assertThat} of a list is AssertJ's own. */
    public static ConsoleMessagesAssert assertThatConsoleMessages(@Nullable List<? extends ConsoleMessage> actual) {
        AssertJVersionCheck.refuse();
        return new ConsoleMessagesAssert(actual);
    }

    /**
     * Begin JsonUnit's assertions about JSON, such as the value of an expression. Of {@code undefined} they say that it is absent.
     * They read a text that is expected as JSON, if it is JSON: {@code isString().isEqualTo("42")} is about a text.
     * They are never soft; {@code softly.check(() -> assertThat(json)…)} is.
     *
     * <pre>{@code
     * assertThat(page.evaluate("({items: [{name: 'tea', price: 4.2}]})")).inPath("$.items[0].name").isEqualTo("tea"); // passes
     * assertThat(page.evaluate("document.title")).isEqualTo("Shop"); // passes
     * assertThat(page.evaluate("document.missing")).isAbsent(); // passes
     * assertThat(page.evaluate("document.title")).isEqualTo("Cart"); // fails
     * }</pre>
     */
    public static ConfigurableJsonAssert assertThat(@Nullable JsonNode actual) {
        AssertJVersionCheck.refuse();
        return JsonAssertions.assertThatJson(actual);
    }

    // --- Conditions, as EventConditions has them

    /** See {@link EventConditions#param(String, Object)}. */
    public static EventCondition param(String pointer, @Nullable Object value) {
        return EventConditions.param(pointer, value);
    }

    /** See {@link EventConditions#param(String)}. */
    public static EventCondition param(String pointer) {
        return EventConditions.param(pointer);
    }

    /** See {@link EventConditions#paramSatisfying}. */
    public static EventCondition paramSatisfying(String pointer, ThrowingConsumer<JsonNode> requirements) {
        return EventConditions.paramSatisfying(pointer, requirements);
    }

    /** See {@link EventConditions#matching(String)}. */
    public static ValueCondition matching(String glob) {
        return EventConditions.matching(glob);
    }

    /** See {@link EventConditions#matching(Pattern)}. */
    public static ValueCondition matching(Pattern regex) {
        return EventConditions.matching(regex);
    }

    /** See {@link EventConditions#containing}. */
    public static ValueCondition containing(String part) {
        return EventConditions.containing(part);
    }

    /** See {@link EventConditions#inSession(SessionId)}. */
    public static EventCondition inSession(SessionId session) {
        return EventConditions.inSession(session);
    }

    /** See {@link EventConditions#inSession(CDPSession)}. */
    public static EventCondition inSession(CDPSession session) {
        return EventConditions.inSession(session);
    }

    /** See {@link EventConditions#fromTarget}. */
    public static EventCondition fromTarget(TargetCondition target) {
        return EventConditions.fromTarget(target);
    }

    /** See {@link EventConditions#type}. */
    public static TargetCondition type(String type) {
        return EventConditions.type(type);
    }

    /** See {@link EventConditions#url}. */
    public static TargetCondition url(String glob) {
        return EventConditions.url(glob);
    }

    /** See {@link EventConditions#event(String, EventCondition...)}. */
    public static EventCondition event(String method, EventCondition... conditions) {
        return EventConditions.event(method, conditions);
    }

    /** See {@link EventConditions#event(EventType, EventCondition...)}. */
    public static EventCondition event(EventType<?> type, EventCondition... conditions) {
        return EventConditions.event(type, conditions);
    }

    /** See {@link EventConditions#event(EventType, Predicate)}. */
    public static <T> EventCondition event(EventType<T> type, Predicate<? super T> condition) {
        return EventConditions.event(type, condition);
    }

    /** See {@link EventConditions#where(String, EventType, Predicate)}. */
    public static <T> EventCondition where(String description, EventType<T> type, Predicate<? super T> condition) {
        return EventConditions.where(description, type, condition);
    }

    /** See {@link EventConditions#where(String, Predicate)}. */
    public static EventCondition where(String description, Predicate<CDPEvent> predicate) {
        return EventConditions.where(description, predicate);
    }

    /** See {@link EventConditions#not(EventCondition)}. */
    public static EventCondition not(EventCondition condition) {
        return EventConditions.not(condition);
    }

    /** See {@link EventConditions#not(ValueCondition)}. */
    public static ValueCondition not(ValueCondition condition) {
        return EventConditions.not(condition);
    }

    /** See {@link EventConditions#not(TargetCondition)}. */
    public static TargetCondition not(TargetCondition condition) {
        return EventConditions.not(condition);
    }

    // --- Conditions for requests, as RequestConditions has them

    /** See {@link RequestConditions#get}. */
    public static RequestCondition get(String url) {
        return RequestConditions.get(url);
    }

    /** See {@link RequestConditions#post}. */
    public static RequestCondition post(String url) {
        return RequestConditions.post(url);
    }

    /** See {@link RequestConditions#put}. */
    public static RequestCondition put(String url) {
        return RequestConditions.put(url);
    }

    /** See {@link RequestConditions#delete}. */
    public static RequestCondition delete(String url) {
        return RequestConditions.delete(url);
    }

    /** See {@link RequestConditions#patch}. */
    public static RequestCondition patch(String url) {
        return RequestConditions.patch(url);
    }

    /** See {@link RequestConditions#head}. */
    public static RequestCondition head(String url) {
        return RequestConditions.head(url);
    }

    /** See {@link RequestConditions#options}. */
    public static RequestCondition options(String url) {
        return RequestConditions.options(url);
    }

    /** See {@link RequestConditions#request}. */
    public static RequestCondition request(String url) {
        return RequestConditions.request(url);
    }

    /** See {@link RequestConditions#not}. */
    public static RequestCondition not(RequestCondition condition) {
        return RequestConditions.not(condition);
    }

    // --- Conditions for console messages, as ConsoleConditions has them

    /** See {@link ConsoleConditions#message(String)}. */
    public static ConsoleCondition message(String text) {
        return ConsoleConditions.message(text);
    }

    /** See {@link ConsoleConditions#message(ValueCondition)}. */
    public static ConsoleCondition message(ValueCondition text) {
        return ConsoleConditions.message(text);
    }

    // --- Conditions for frames, as FrameConditions has them

    /** See {@link FrameConditions#receivedFrame}. */
    public static FrameCondition receivedFrame(String url) {
        return FrameConditions.receivedFrame(url);
    }

    /** See {@link FrameConditions#sentFrame}. */
    public static FrameCondition sentFrame(String url) {
        return FrameConditions.sentFrame(url);
    }

    /** See {@link FrameConditions#anyFrame}. */
    public static FrameCondition anyFrame(String url) {
        return FrameConditions.anyFrame(url);
    }
}
