package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.error.ShouldBeAttached;
import io.github.withcdp.assertions.internal.error.ShouldBeDetached;
import io.github.withcdp.assertions.internal.error.ShouldEventuallySatisfy;
import io.github.withcdp.assertions.internal.error.ShouldHaveTargetType;
import io.github.withcdp.assertions.internal.error.ShouldHaveUrl;
import io.github.withcdp.assertions.internal.match.EventMatcher;
import io.github.withcdp.assertions.internal.match.EventPattern;
import io.github.withcdp.assertions.internal.match.Glob;
import io.github.withcdp.assertions.internal.match.KnownNames;
import io.github.withcdp.assertions.internal.session.SessionGroup;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.assertions.internal.wait.AssertionTimeout;
import io.github.withcdp.assertions.internal.wait.LiveWait;
import io.github.withcdp.assertions.internal.wait.RetriedRequirements;
import io.github.withcdp.assertions.internal.wait.WaitOutcome;
import io.github.withcdp.assertions.internal.wait.WaitOutcome.Kind;
import io.github.withcdp.assertions.internal.wait.WaitSettings;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.EventType;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.assertj.core.api.ThrowingConsumer;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a session. It is alive, so they wait: for 5 s, for what {@code withcdp.assertion.timeout} (a system property or
 * a parameter of JUnit, {@code WITHCDP_ASSERTION_TIMEOUT} in the environment) says, or for what they are told {@link #within}.
 * What has come since the test began counts. They end early, and say why, if the session ends, its target crashes or the browser dies.
 *
 * <p>What should come so often and no more, or not at all, is judged when a command has gone to the target and back, so that all has arrived that has
 * been caused, and the page is quiet: no request is pending, and nothing has come for 100 ms. A page that is quiet already is not waited for.
 * A request is pending until it is loaded or has failed, while a handler of {@code Fetch.requestPaused} holds it too. WebSockets, event streams
 * and media, which have no end, are not pending, and no more are the requests of a document that was left, and the browser's own for
 * {@code /favicon.ico}. What the page does is told by the events of {@code Page}, {@code Network}, {@code Runtime}, {@code Log}, {@code Fetch} and
 * {@code Target}, without the data of such streams, and by those that an assertion asks for; others break no quiet.
 * A page that is not quiet within the limit of the assertion, because it polls or keeps on writing to its console, is judged by what is there then.
 * What comes later, while nothing is pending, such as what a timer does after a second, is what {@link #during} is for.
 *
 * <p>They belong into the test, not into a handler of the session: there, nothing more comes before the handler returns.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class CDPSessionAssert extends AbstractAssert<CDPSessionAssert, CDPSession> {

    private static final int LINES = 12;

    private @Nullable Duration within;
    private @Nullable Duration during;
    private boolean withChildren;

    /** Create an assertion about a session. */
    protected CDPSessionAssert(@Nullable CDPSession actual) {
        super(actual, CDPSessionAssert.class);
    }

    /**
     * Have the assertions that follow wait as long as this.
     *
     * <pre>{@code
     * page.sendAsync("Page.reload", null);
     *
     * assertThat(page).within(ofSeconds(20)).receives("Page.loadEventFired"); // passes if the page needs less
     * assertThat(page).within(ofMillis(1)).receives("Page.frameResized"); // fails soon
     * }</pre>
     *
     * @throws IllegalArgumentException if it is not longer than nothing
     */
    public CDPSessionAssert within(Duration limit) {
        if (limit.isZero() || limit.isNegative() || limit.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "A time to wait is longer than nothing and at most 24 h, but this is " + limit);
        }
        within = limit;
        return myself;
    }

    /**
     * Have the assertions that follow about what should come so often and no more, or not at all, hold for this time, instead of until the page is
     * quiet. With {@link Duration#ZERO} nothing counts but what has been caused by now. Goes for {@link #requests} and {@link #console} too.
     *
     * <pre>{@code
     * page.evaluate("pay(); setTimeout(pay, 1000)");
     *
     * assertThat(page).requests(post("https://shop.example/pay")).hasSize(1); // passes: the page is quiet for a while
     * assertThat(page).during(ofSeconds(2)).requests(post("https://shop.example/pay")).hasSize(1); // fails: there are more
     * }</pre>
     *
     * @throws IllegalArgumentException if the time is negative, or longer than 24 h
     */
    public CDPSessionAssert during(Duration window) {
        checkWindow(window);
        during = window;
        return myself;
    }

    /**
     * Have the assertions that follow be about all sessions that have come from this one, and from those, too: workers, frames of other sites,
     * and popups, also those that come later or have ended. What all of them have said counts as if one had, in the order in which it came; quiet
     * is when all are. Goes for {@link #requests} and {@link #console} too.
     *
     * <pre>{@code
     * page.evaluate("new Worker(URL.createObjectURL(new Blob(['fetch(\"https://shop.example/missing\")']))) && 1");
     *
     * assertThat(page).withChildren().requests(get("https://shop.example/missing")).hasSize(1); // passes
     * assertThat(page).withChildren().hasNoFailedRequests(); // fails, though the page itself has asked for nothing
     * }</pre>
     *
     * @throws IllegalArgumentException if it is not a session of WithCDP, which alone know their children
     */
    public CDPSessionAssert withChildren() {
        isNotNull();
        new SessionGroup(actual, true).now();
        withChildren = true;
        return myself;
    }

    private SessionGroup sessions() {
        return new SessionGroup(actual, withChildren);
    }

    private static void checkWindow(Duration window) {
        if (window.isNegative() || window.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("A time to wait is from nothing to 24 h, but this is " + window);
        }
    }

    private Duration limit() {
        var limit = within;
        return limit == null ? AssertionTimeout.of(actual) : limit;
    }

    private WaitSettings waiting() {
        return new WaitSettings(sessions(), limit(), Optional.ofNullable(during));
    }

    // --- What comes

    /**
     * Verify that an event comes, or has come, that meets all conditions. Here and below, what the domains Network, Fetch and Log tell of the
     * browser's own request for {@code /favicon.ico}, which comes at a time of its own, counts only if a condition has the word {@code favicon}.
     *
     * <pre>{@code
     * page.evaluate("fetch('/missing')");
     *
     * assertThat(page).receives("Network.responseReceived", param("/response/status", 404)); // passes
     * assertThat(page).receives("Network.responseReceived", param("/response/status", 500)); // fails after 5 s
     * }</pre>
     *
     * @param event the method with its domain, {@code Network.responseReceived}
     * @throws AssertionError if none does; the message shows those that are closest, and what may be the reason
     * @throws IllegalArgumentException if the name has no domain
     * @throws CDPException if the thread is interrupted
     */
    public CDPSessionAssert receives(String event, EventCondition... conditions) {
        isNotNull();
        var pattern = pattern(event, conditions);
        return verify(received().any(pattern));
    }

    /**
     * Verify that an event of a type comes, or has come, that meets all conditions.
     *
     * @see #receives(String, EventCondition...)
     */
    public CDPSessionAssert receives(EventType<?> event, EventCondition... conditions) {
        return receives(event.method(), conditions);
    }

    /**
     * Verify that an event of a type comes, or has come, whose params meet a condition. With {@link EventConditions#where(String, EventType, Predicate)}
     * in its place, a failure says in words which.
     *
     * <pre>{@code
     * page.evaluate("fetch('/missing')");
     *
     * assertThat(page).receives(RESPONSE_RECEIVED, e -> e.response().status() == 404); // passes
     * assertThat(page).receives(RESPONSE_RECEIVED, e -> e.response().status() == 500); // fails after 5 s
     * }</pre>
     *
     * @throws io.github.withcdp.protocol.CDPException if the condition asks for a param that must be there and is not
     * @see #receives(String, EventCondition...)
     */
    public <T> CDPSessionAssert receives(EventType<T> event, Predicate<? super T> condition) {
        return receives(event.method(), EventCondition.where(event, condition));
    }

    /**
     * Verify that so many events come, or have come, that meet all conditions, and no more than that until the page is quiet, which may take 100 ms,
     * or for as long as {@link #during} says.
     *
     * <pre>{@code
     * page.evaluate("console.log(1); console.log(2)");
     *
     * assertThat(page).receives(2, "Runtime.consoleAPICalled"); // passes
     * assertThat(page).receives(1, "Runtime.consoleAPICalled"); // fails: there are more
     * assertThat(page).receives(3, "Runtime.consoleAPICalled"); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if fewer come in time, or more, or if it cannot be known, because the target crashes or does not answer
     * @throws IllegalArgumentException if the number is not at least 1, or the name has no domain
     * @throws CDPException if the thread is interrupted
     */
    public CDPSessionAssert receives(int times, String event, EventCondition... conditions) {
        isNotNull();
        checkTimes(times);
        var pattern = pattern(event, conditions);
        return verify(received().exactly(times, pattern));
    }

    /** Verify that so many events of a type come; see {@link #receives(int, String, EventCondition...)}. */
    public CDPSessionAssert receives(int times, EventType<?> event, EventCondition... conditions) {
        return receives(times, event.method(), conditions);
    }

    /** Verify that so many events of a type come whose params meet a condition; see {@link #receives(int, String, EventCondition...)}. */
    public <T> CDPSessionAssert receives(int times, EventType<T> event, Predicate<? super T> condition) {
        return receives(times, event.method(), EventCondition.where(event, condition));
    }

    /**
     * Verify that so many events come, or have come, that meet all conditions; it may be more.
     *
     * <pre>{@code
     * page.evaluate("console.log(1); console.log(2)");
     *
     * assertThat(page).receivesAtLeast(1, "Runtime.consoleAPICalled"); // passes
     * assertThat(page).receivesAtLeast(3, "Runtime.consoleAPICalled"); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if fewer come in time
     * @throws IllegalArgumentException if the number is not at least 1, or the name has no domain
     * @throws CDPException if the thread is interrupted
     */
    public CDPSessionAssert receivesAtLeast(int times, String event, EventCondition... conditions) {
        isNotNull();
        checkTimes(times);
        var pattern = pattern(event, conditions);
        return verify(received().atLeast(times, pattern));
    }

    /** Verify that so many events of a type come, or more; see {@link #receivesAtLeast(int, String, EventCondition...)}. */
    public CDPSessionAssert receivesAtLeast(int times, EventType<?> event, EventCondition... conditions) {
        return receivesAtLeast(times, event.method(), conditions);
    }

    /** Verify that so many events of a type come whose params meet a condition, or more; see {@link #receivesAtLeast(int, String, EventCondition...)}. */
    public <T> CDPSessionAssert receivesAtLeast(int times, EventType<T> event, Predicate<? super T> condition) {
        return receivesAtLeast(times, event.method(), EventCondition.where(event, condition));
    }

    private static void checkTimes(int times) {
        if (times < 1) {
            throw new IllegalArgumentException(
                    "An event is received at least once, not %d times: doesNotReceive(event) says that it does not come"
                            .formatted(times));
        }
    }

    /**
     * Verify that events with these methods come, or have come, in this order; others may come in between.
     *
     * <pre>{@code
     * page.evaluate("fetch('/data').then(response => response.text())");
     *
     * assertThat(page).receivesInOrder("Network.requestWillBeSent", "Network.responseReceived", "Network.loadingFinished"); // passes
     * assertThat(page).receivesInOrder("Network.loadingFailed", "Network.requestWillBeSent"); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if they do not; the message shows where the order broke
     * @throws IllegalArgumentException if a name has no domain
     * @throws CDPException if the thread is interrupted
     */
    public CDPSessionAssert receivesInOrder(String... events) {
        return verifyOrder(EventPattern.all(events));
    }

    /**
     * Verify that events which meet these conditions come, or have come, in this order; others may come in between.
     *
     * <pre>{@code
     * assertThat(page).receivesInOrder(
     *         event("Network.responseReceived", param("/response/status", 401)),
     *         event("Network.responseReceived", param("/response/status", 200))); // passes after a second attempt
     * assertThat(page).receivesInOrder(event("Page.frameDetached"), event("Page.frameAttached")); // fails without frames
     * }</pre>
     *
     * @throws AssertionError if they do not; the message shows where the order broke
     * @throws CDPException if the thread is interrupted
     * @see EventConditions#event(String, EventCondition...)
     */
    public CDPSessionAssert receivesInOrder(EventCondition... events) {
        return verifyOrder(EventCondition.matchers(events));
    }

    /** Verify that events of these types come, or have come, in this order; see {@link #receivesInOrder(String...)}. */
    public CDPSessionAssert receivesInOrder(EventType<?>... events) {
        return verifyOrder(EventCondition.patterns(events));
    }

    private CDPSessionAssert verifyOrder(List<? extends EventMatcher> expected) {
        isNotNull();
        return verify(received().inOrder(expected));
    }

    // --- What does not come

    /**
     * Verify that no event has come that meets all conditions, and none comes until the page is quiet, which may take 100 ms, or for as long as
     * {@link #during} says. Fails as soon as one does.
     *
     * <p>A session that ends in an orderly way will not send anything any more, and so need not be waited for.
     *
     * <pre>{@code
     * assertThat(page).doesNotReceive("Page.javascriptDialogOpening"); // passes
     *
     * page.evaluate("fetch('/missing').then(() => alert('no'))");
     * assertThat(page).doesNotReceive("Page.javascriptDialogOpening"); // fails
     * }</pre>
     *
     * @throws AssertionError if one comes, or if it cannot be known, because the target crashes or does not answer
     * @throws IllegalArgumentException if the name has no domain
     * @throws CDPException if the thread is interrupted
     */
    public CDPSessionAssert doesNotReceive(String event, EventCondition... conditions) {
        isNotNull();
        var pattern = pattern(event, conditions);
        return verify(received().none(pattern));
    }

    /**
     * Verify that no event has come that meets all conditions, and that none comes within some time. Fails as soon as one does.
     * Before it passes, a command goes to the target and back, so that all events that have been caused by then have arrived.
     *
     * <p>A session that ends in an orderly way will not send anything any more, and so need not be waited for.
     *
     * <pre>{@code
     * assertThat(page).doesNotReceive("Page.javascriptDialogOpening", ofMillis(300)); // passes
     *
     * page.evaluate("setTimeout(() => alert('no'))");
     * assertThat(page).doesNotReceive("Page.javascriptDialogOpening", ofMillis(300)); // fails
     * }</pre>
     *
     * @param window how long to wait; with {@link Duration#ZERO} only what has been caused by now counts
     * @throws AssertionError if one comes, or if it cannot be known, because the target crashes or does not answer
     * @throws IllegalArgumentException if the time is negative, or the name has no domain
     * @throws CDPException if the thread is interrupted
     */
    public CDPSessionAssert doesNotReceive(String event, Duration window, EventCondition... conditions) {
        isNotNull();
        checkWindow(window);
        var pattern = pattern(event, conditions);
        var waiting = new WaitSettings(sessions(), limit(), Optional.of(window));
        return verify(new ReceivedEvents(actual, waiting).none(pattern));
    }

    /** Verify that no event of a type comes that meets all conditions; see {@link #doesNotReceive(String, EventCondition...)}. */
    public CDPSessionAssert doesNotReceive(EventType<?> event, EventCondition... conditions) {
        return doesNotReceive(event.method(), conditions);
    }

    /**
     * Verify that no event of a type comes whose params meet a condition.
     *
     * <pre>{@code
     * assertThat(page).doesNotReceive(RESPONSE_RECEIVED, e -> e.response().status() >= 500); // passes
     *
     * page.evaluate("fetch('/broken')");
     * assertThat(page).doesNotReceive(RESPONSE_RECEIVED, e -> e.response().status() >= 500); // fails
     * }</pre>
     *
     * @see #doesNotReceive(String, EventCondition...)
     */
    public <T> CDPSessionAssert doesNotReceive(EventType<T> event, Predicate<? super T> condition) {
        return doesNotReceive(event.method(), EventCondition.where(event, condition));
    }

    /** Verify that no event of a type comes within some time; see {@link #doesNotReceive(String, Duration, EventCondition...)}. */
    public CDPSessionAssert doesNotReceive(EventType<?> event, Duration window, EventCondition... conditions) {
        return doesNotReceive(event.method(), window, conditions);
    }

    /** Verify that no event of a type comes within some time whose params meet a condition; see {@link #doesNotReceive(String, Duration, EventCondition...)}. */
    public <T> CDPSessionAssert doesNotReceive(EventType<T> event, Duration window, Predicate<? super T> condition) {
        return doesNotReceive(event.method(), window, EventCondition.where(event, condition));
    }

    // --- The network

    /**
     * Go on with the requests of the session. The browser's own request for {@code /favicon.ico} does not count.
     *
     * <pre>{@code
     * assertThat(page).requests().isNotEmpty(); // passes
     * assertThat(page).requests().hasSize(100); // fails after 5 s
     * }</pre>
     */
    public final LiveExchangesAssert requests() {
        return requests(RequestConditions.request("**"));
    }

    /**
     * Go on with the requests of the session that are like this. Each hop of a redirect is a request of its own. The browser's own request for {@code /favicon.ico} counts only if the
     * condition names it: {@code get("https://shop.example/favicon.ico")}.
     *
     * <pre>{@code
     * page.evaluate("fetch('/api/users/7')");
     *
     * assertThat(page).requests(get("https://shop.example/api/users/*")).hasSize(1).first().hasStatus(200); // passes
     * assertThat(page).requests(post("https://shop.example/api/users/*")).hasSize(1); // fails after 5 s
     * }</pre>
     *
     * @see RequestConditions
     */
    public final LiveExchangesAssert requests(RequestCondition condition) {
        isNotNull();
        var waiting = waiting();
        // By way of an InstanceOfAssertFactory, because that is how soft assertions stay soft.
        return asInstanceOf(new InstanceOfAssertFactory<>(
                CDPSession.class, session -> new LiveExchangesAssert(new LiveExchanges(waiting, condition))));
    }

    /**
     * Verify that each request of the session is like one of these, and wait for others as {@link LiveExchangesAssert#isEmpty} does.
     * What is in the browser itself does not count ({@code data:}, {@code blob:}, {@code about:}, {@code chrome-extension:}, {@code devtools:} and the like),
     * nor does its own request for {@code /favicon.ico}; a WebSocket does, as {@code wss:}. Each hop of a redirect is a request of its own.
     *
     * <pre>{@code
     * assertThat(page).hasOnlyRequests(request("https://**"), request("wss://**")); // passes if all is encrypted
     *
     * page.evaluate("fetch('https://ads.example/count', {mode: 'no-cors'})");
     * assertThat(page).hasOnlyRequests(request("https://shop.example/**")); // fails
     * }</pre>
     *
     * @throws AssertionError if there is another one, or if it cannot be known, because the target has crashed or does not answer
     * @throws IllegalArgumentException without conditions
     */
    public CDPSessionAssert hasOnlyRequests(RequestCondition... conditions) {
        isNotNull();
        var waiting = waiting();
        var allowed = RequestConditions.anyOf(conditions);
        asInstanceOf(new InstanceOfAssertFactory<>(
                        CDPSession.class,
                        session -> new LiveExchangesAssert(LiveExchanges.otherThan(waiting, allowed))))
                .isEmpty();
        return myself;
    }

    /**
     * Verify that none of the requests fails which the session has made, or makes until the page is quiet, which may take 100 ms, or for as long as
     * {@link #during} says: gets no response because of an error, or one with a status of 400 or above.
     * One that was cancelled has not failed, and the browser's own for {@code /favicon.ico} does not count.
     *
     * <pre>{@code
     * assertThat(page).hasNoFailedRequests(); // passes
     *
     * page.evaluate("fetch('/missing')");
     * assertThat(page).hasNoFailedRequests(); // fails
     * }</pre>
     *
     * @throws AssertionError if one has, or if it cannot be known, because the target has crashed or does not answer
     */
    public CDPSessionAssert hasNoFailedRequests() {
        return verifyNoFailedRequests(List.of());
    }

    /**
     * Verify as {@link #hasNoFailedRequests()} does, with exceptions to the rule: requests whose URL matches one of these patterns may fail.
     *
     * <pre>{@code
     * page.evaluate("fetch('/missing')");
     *
     * assertThat(page).hasNoFailedRequestsExcept("https://shop.example/missing"); // passes
     * assertThat(page).hasNoFailedRequestsExcept("https://ads.example/**"); // fails
     * }</pre>
     *
     * @throws AssertionError if another one has, or if it cannot be known
     */
    public CDPSessionAssert hasNoFailedRequestsExcept(String... urls) {
        return verifyNoFailedRequests(RequestConditions.requests(urls));
    }

    /**
     * Verify as {@link #hasNoFailedRequests()} does, with exceptions to the rule: requests that are like one of these may fail.
     *
     * <pre>{@code
     * page.evaluate("fetch('/missing')");
     *
     * assertThat(page).hasNoFailedRequestsExcept(get("https://shop.example/missing").withStatus(404)); // passes
     * assertThat(page).hasNoFailedRequestsExcept(get("https://shop.example/missing").withStatus(500)); // fails
     * }</pre>
     *
     * @throws AssertionError if another one has, or if it cannot be known
     */
    public CDPSessionAssert hasNoFailedRequestsExcept(RequestCondition... conditions) {
        return verifyNoFailedRequests(List.of(conditions));
    }

    private CDPSessionAssert verifyNoFailedRequests(List<RequestCondition> conditions) {
        isNotNull();
        return verify(new AbsentFailures(actual, waiting()).ofRequests(conditions));
    }

    /**
     * Go on with the frames of the session's WebSockets that are like this.
     *
     * <pre>{@code
     * assertThat(page).webSocketFrames(receivedFrame("wss://shop.example/live").withJson("/price", 7)).isNotEmpty(); // passes
     * assertThat(page).webSocketFrames(sentFrame("wss://shop.example/live")).last().hasText("order 7"); // passes
     * assertThat(page).webSocketFrames(receivedFrame("wss://ads.example/**")).isNotEmpty(); // fails after 5 s
     * }</pre>
     *
     * @see FrameConditions
     */
    public final LiveFramesAssert webSocketFrames(FrameCondition condition) {
        isNotNull();
        var waiting = waiting();
        return asInstanceOf(new InstanceOfAssertFactory<>(
                CDPSession.class, session -> new LiveFramesAssert(LiveFrames.ofWebSockets(waiting, condition))));
    }

    /**
     * Go on with the messages of the session's EventSources that are like this.
     *
     * <pre>{@code
     * assertThat(page).eventSourceMessages(receivedFrame("https://shop.example/news").withEvent("price")).isNotEmpty(); // passes
     * assertThat(page).eventSourceMessages(receivedFrame("https://ads.example/**")).isNotEmpty(); // fails after 5 s
     * }</pre>
     *
     * @see FrameConditions
     */
    public final LiveFramesAssert eventSourceMessages(FrameCondition condition) {
        isNotNull();
        var waiting = waiting();
        return asInstanceOf(new InstanceOfAssertFactory<>(
                CDPSession.class, session -> new LiveFramesAssert(LiveFrames.ofEventSources(waiting, condition))));
    }

    // --- The console

    /**
     * Go on with what the session has on its console and in its log.
     *
     * <pre>{@code
     * page.evaluate("console.log('one')");
     *
     * assertThat(page).console().hasSize(1).first().hasText("one"); // passes
     * assertThat(page).console().first().isError(); // fails
     * }</pre>
     */
    public final LiveConsoleAssert console() {
        return console(ConsoleConditions.message("*"));
    }

    /**
     * Go on with what the session has on its console and in its log that is like this.
     *
     * <pre>{@code
     * page.evaluate("console.log('one')");
     *
     * assertThat(page).console(message("o*")).hasSize(1); // passes
     * assertThat(page).console(message("two")).hasSize(1); // fails after 5 s
     * }</pre>
     *
     * @see ConsoleConditions
     */
    public final LiveConsoleAssert console(ConsoleCondition condition) {
        isNotNull();
        var waiting = waiting();
        return asInstanceOf(new InstanceOfAssertFactory<>(
                CDPSession.class, session -> new LiveConsoleAssert(new LiveConsole(waiting, condition))));
    }

    /**
     * Verify that there are no errors on the console, and none come until the page is quiet, which may take 100 ms, or for as long as {@link #during}
     * says: no {@code console.error} and failed {@code console.assert}, no exception that nobody caught, no error in the browser's log.
     * What is said of the browser's own request for {@code /favicon.ico} does not count, nor a rejection that was handled later.
     *
     * <pre>{@code
     * assertThat(page).hasNoConsoleErrors(); // passes
     *
     * page.evaluate("console.error('out of stock')");
     * assertThat(page).hasNoConsoleErrors(); // fails
     * }</pre>
     *
     * @throws AssertionError if there is one, or if it cannot be known, because the target has crashed or does not answer
     */
    public CDPSessionAssert hasNoConsoleErrors() {
        return verifyNoConsoleErrors(List.of());
    }

    /**
     * Verify as {@link #hasNoConsoleErrors()} does, with exceptions to the rule: errors whose text matches one of these patterns,
     * in which {@code *} stands for anything, may be there.
     *
     * <pre>{@code
     * page.evaluate("console.error('out of stock')");
     *
     * assertThat(page).hasNoConsoleErrorsExcept("out of *"); // passes
     * assertThat(page).hasNoConsoleErrorsExcept("payment refused"); // fails
     * }</pre>
     *
     * @throws AssertionError if there is another one, or if it cannot be known
     */
    public CDPSessionAssert hasNoConsoleErrorsExcept(String... texts) {
        return verifyNoConsoleErrors(ConsoleConditions.messages(texts));
    }

    /**
     * Verify as {@link #hasNoConsoleErrors()} does, with exceptions to the rule: errors that are like one of these may be there.
     *
     * <pre>{@code
     * page.evaluate("console.error('out of stock')");
     *
     * assertThat(page).hasNoConsoleErrorsExcept(message("out of *").withType("error")); // passes
     * assertThat(page).hasNoConsoleErrorsExcept(message("out of *").withType("exception")); // fails
     * }</pre>
     *
     * @throws AssertionError if there is another one, or if it cannot be known
     */
    public CDPSessionAssert hasNoConsoleErrorsExcept(ConsoleCondition... conditions) {
        return verifyNoConsoleErrors(List.of(conditions));
    }

    private CDPSessionAssert verifyNoConsoleErrors(List<ConsoleCondition> conditions) {
        isNotNull();
        return verify(new AbsentFailures(actual, waiting()).ofConsole(conditions));
    }

    // --- Cookies, which are asked for with Network.getAllCookies again and again, because no event tells of them

    /**
     * Verify that the browser context of the session gets a cookie, or has it, for whatever domain and path.
     *
     * <pre>{@code
     * page.evaluate("document.cookie = 'theme=dark'");
     *
     * assertThat(page).hasCookie("theme"); // passes
     * assertThat(page).hasCookie("sid"); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if it does not; the message lists those that there are, values of other names left out
     */
    public CDPSessionAssert hasCookie(String name) {
        return verifyCookie(name, name, EventConditions.anything());
    }

    /**
     * Verify that the browser context of the session gets a cookie with this value, or has it, for whatever domain and path.
     *
     * <pre>{@code
     * assertThat(page).hasCookie("theme", "dark"); // passes
     * assertThat(page).hasCookie("theme", "light"); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    public CDPSessionAssert hasCookie(String name, String value) {
        return hasCookie(name, ValueCondition.of(value));
    }

    /**
     * Verify that the browser context of the session gets a cookie whose value meets a condition, or has it, for whatever domain and path.
     *
     * <pre>{@code
     * assertThat(page).hasCookie("theme", matching("d*")); // passes
     * assertThat(page).hasCookie("theme", containing("light")); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    public CDPSessionAssert hasCookie(String name, ValueCondition value) {
        return verifyCookie(name, name + ": " + value.words(), value);
    }

    private CDPSessionAssert verifyCookie(String name, String words, ValueCondition value) {
        isNotNull();
        return verify(new LiveCookies(actual, limit()).missing(name, words, value));
    }

    /**
     * Verify that the browser context of the session loses all cookies of a name, or has none.
     *
     * <pre>{@code
     * assertThat(page).doesNotHaveCookie("sid"); // passes
     * assertThat(page).doesNotHaveCookie("theme"); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if it still has one
     */
    public CDPSessionAssert doesNotHaveCookie(String name) {
        isNotNull();
        return verify(new LiveCookies(actual, limit()).present(name));
    }

    /**
     * Go on with a cookie, which is waited for. Of several of one name it is the one for the URL of the page, and for most of its path.
     *
     * <pre>{@code
     * assertThat(page).cookie("theme").hasValue("dark").isSession(); // passes
     * assertThat(page).cookie("theme").isHttpOnly(); // fails: a script has set it
     * }</pre>
     *
     * @throws AssertionError if there is none in time
     */
    public final CookieAssert cookie(String name) {
        isNotNull();
        var cookies = new LiveCookies(actual, limit());
        verify(cookies.missing(name, name, EventConditions.anything()));
        return asInstanceOf(new InstanceOfAssertFactory<>(
                CDPSession.class, session -> new CookieAssert(cookies.best(name).orElse(null))));
    }

    /**
     * Go on with the local storage of the page's origin.
     *
     * <pre>{@code
     * page.evaluate("localStorage.setItem('theme', 'dark')");
     *
     * assertThat(page).localStorage().containsEntry("theme", "dark"); // passes
     * assertThat(page).localStorage().containsKey("cart"); // fails after 5 s
     * }</pre>
     */
    public final LiveStorageAssert localStorage() {
        return storage(true);
    }

    /**
     * Go on with the session storage of the page's origin.
     *
     * <pre>{@code
     * page.evaluate("sessionStorage.setItem('step', '2')");
     *
     * assertThat(page).sessionStorage().containsEntry("step", "2"); // passes
     * assertThat(page).sessionStorage().isEmpty(); // fails after 5 s
     * }</pre>
     */
    public final LiveStorageAssert sessionStorage() {
        return storage(false);
    }

    private LiveStorageAssert storage(boolean isLocal) {
        isNotNull();
        var limit = limit();
        return asInstanceOf(new InstanceOfAssertFactory<>(
                CDPSession.class, session -> new LiveStorageAssert(new LiveStorage(session, limit, isLocal))));
    }

    // --- What becomes true

    /**
     * Go on with the value of a JavaScript expression, which is waited for: what the page shows, for example.
     * {@link #during} and {@link #withChildren} mean nothing to it.
     *
     * <pre>{@code
     * assertThat(page).evaluating("document.querySelector('#total')?.textContent").isEqualTo("42.00"); // passes
     * assertThat(page).within(ofSeconds(20)).evaluating("document.querySelectorAll('li').length").isEqualTo(2); // passes
     * assertThat(page).evaluating("document.title").isEqualTo("Cart"); // fails after 5 s
     * }</pre>
     *
     * @param expression is evaluated again and again ({@code Runtime.evaluate}), and so should only look
     */
    public final LiveValueAssert evaluating(String expression) {
        isNotNull();
        var limit = limit();
        return asInstanceOf(new InstanceOfAssertFactory<>(
                CDPSession.class, session -> new LiveValueAssert(new LiveValue(session, limit, expression))));
    }

    /**
     * Verify that requirements are satisfied at some time: now, or whenever events have come, or at last when the time is up.
     * They are not satisfied if they throw an {@link AssertionError} or a {@link CDPException}; any other exception ends the wait.
     *
     * <pre>{@code
     * assertThat(page).eventuallySatisfies(it -> assertThat(it.evaluate("document.title").asString()).isEqualTo("Thank you")); // passes
     * assertThat(page).eventuallySatisfies(it -> assertThat(it.children()).hasSize(7)); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if they never are; the message has what they said last
     * @throws CDPException if the thread is interrupted
     */
    public CDPSessionAssert eventuallySatisfies(ThrowingConsumer<? super CDPSession> requirements) {
        isNotNull();
        var limit = limit();
        var attempts = new RetriedRequirements(actual, requirements);
        var outcome = new LiveWait(sessions(), limit, method -> true).until(attempts::succeed);
        if (!outcome.is(Kind.REACHED)) {
            throwAssertionError(ShouldEventuallySatisfy.shouldEventuallySatisfy(
                    actual, limit, outcome.clause(), ShownText.lines(attempts.lastFailure(), LINES, ShownText.VALUE)));
        }
        return myself;
    }

    /**
     * Verify that the target gets to a URL, or is there.
     *
     * <pre>{@code
     * page.evaluate("location = '/cart'");
     *
     * assertThat(page).hasUrl("https://shop.example/cart"); // passes
     * assertThat(page).hasUrl("https://shop.example/checkout"); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if it does not
     * @throws CDPException if the thread is interrupted
     */
    public CDPSessionAssert hasUrl(String url) {
        return verifyUrl(ShownText.quoted(url), url::equals);
    }

    /**
     * Verify that the target gets to a URL, or is there, that matches a pattern: {@code *} stands for anything but a slash, {@code **} for anything.
     *
     * <pre>{@code
     * assertThat(page).hasUrlMatching("https://shop.example/orders/*"); // passes
     * assertThat(page).hasUrlMatching("https://shop.example/*"); // fails after 5 s: there is one more slash
     * }</pre>
     *
     * @throws AssertionError if it does not
     * @throws CDPException if the thread is interrupted
     */
    public CDPSessionAssert hasUrlMatching(String glob) {
        return verifyUrl(
                "matching " + ShownText.quoted(glob), Glob.compile(glob).asMatchPredicate());
    }

    private CDPSessionAssert verifyUrl(String expected, Predicate<String> condition) {
        isNotNull();
        var limit = limit();
        var outcome = new LiveWait(sessions(), limit, method -> true)
                .until(() -> condition.test(actual.target().url()));
        if (!outcome.is(Kind.REACHED)) {
            throwAssertionError(ShouldHaveUrl.shouldHaveUrl(actual, expected, limit, outcome.clause()));
        }
        return myself;
    }

    /**
     * Verify that the session ends, or has ended.
     *
     * <pre>{@code
     * popup.evaluate("close()");
     *
     * assertThat(popup).isDetached(); // passes
     * assertThat(page).isDetached(); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if it does not
     * @throws CDPException if the thread is interrupted
     */
    public CDPSessionAssert isDetached() {
        isNotNull();
        var limit = limit();
        if (!LiveWait.forTheEnd(actual, limit).until(() -> !actual.isAttached()).is(Kind.REACHED)) {
            throwAssertionError(ShouldBeDetached.shouldBeDetached(actual, limit));
        }
        return myself;
    }

    // --- What is so

    /**
     * Verify that the session has not ended. Judged at once.
     *
     * <pre>{@code
     * assertThat(page).isAttached(); // passes
     *
     * page.detach();
     * assertThat(page).isAttached(); // fails
     * }</pre>
     *
     * @throws AssertionError if it has; the message says why
     */
    public CDPSessionAssert isAttached() {
        isNotNull();
        if (!actual.isAttached()) {
            var end = WaitOutcome.lost(actual.detachSentence());
            throwAssertionError(ShouldBeAttached.shouldBeAttached(actual, end.clause(), end.details()));
        }
        return myself;
    }

    /**
     * Verify that the target is of this type, as Chrome calls it. Judged at once.
     *
     * <pre>{@code
     * assertThat(page).hasTargetType("page"); // passes
     * assertThat(page).hasTargetType("worker"); // fails
     * }</pre>
     *
     * @throws AssertionError if it is of another one
     */
    public CDPSessionAssert hasTargetType(String type) {
        isNotNull();
        if (!actual.target().type().equals(type)) {
            throwAssertionError(ShouldHaveTargetType.shouldHaveTargetType(actual, type));
        }
        return myself;
    }

    // --- What helps

    private EventPattern pattern(String event, EventCondition... conditions) {
        var pattern = KnownNames.ofEvents(actual).checked(EventCondition.pattern(event, conditions));
        sessions().checkCanCome(event);
        return pattern;
    }

    private ReceivedEvents received() {
        return new ReceivedEvents(actual, waiting());
    }

    private CDPSessionAssert verify(Optional<ErrorMessageFactory> failure) {
        failure.ifPresent(message -> throwAssertionError(message));
        return myself;
    }
}
