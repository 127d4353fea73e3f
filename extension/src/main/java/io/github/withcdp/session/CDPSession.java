package io.github.withcdp.session;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.Command;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.EventType;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A raw conversation with one target of the browser: commands, events, and what has been said so far.
 *
 * <p><b>Order.</b> Handlers of a session run one after another, in the order in which Chrome sent the events, on a thread of their own.
 * When {@code send} returns, the handlers of every event that came before its answer have run.
 * A handler may itself {@code send} and {@code await}, at any depth; such a call does not wait for handlers.
 *
 * <p><b>Limits.</b> Every call that waits has one ({@code withcdp.timeout}, 10 s unless set otherwise, or the {@link Duration} given), and ends
 * at once with a {@link io.github.withcdp.protocol.SessionDetachedException} when the session is detached, its target closes or crashes, or the browser goes.
 * An interrupt ends it as well, with a {@link io.github.withcdp.protocol.CDPException}; the flag stays set.
 *
 * <p><b>Threads.</b> All methods may be called from any thread.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface CDPSession {

    /** Return the {@code sessionId}, {@link SessionId#BROWSER} for the browser session. */
    SessionId id();

    /** Return the target as last reported. */
    Target target();

    /**
     * Return the {@code browserContextId} of the target, which commands such as {@code Browser.setPermission} and {@code Storage.getCookies} take:
     * without it they are about the browser's own context, in which no test has a page. Empty for the browser itself.
     */
    Optional<String> browserContextId();

    /**
     * Send a command without params and return its result.
     *
     * @throws io.github.withcdp.protocol.CommandFailedException if Chrome refuses it
     * @throws io.github.withcdp.protocol.CommandTimeoutException if Chrome does not answer in time
     * @throws io.github.withcdp.protocol.SessionDetachedException if nobody is there to answer
     */
    JsonNode send(String method);

    /**
     * Send a command and return its result.
     *
     * @param params a {@code Map}, a JSON object, a record or a bean; {@code null} for none. A {@code Path} in it is sent as an absolute one, as Chrome wants it
     * @throws IllegalArgumentException if the params are no JSON object, or larger than the 100 MiB that Chrome takes; or if the protocol does not have the
     *     method, or not with these params, see {@code strict} of {@code @WithCDP}
     * @see #send(String)
     */
    JsonNode send(String method, @Nullable Object params);

    /**
     * Send a command and return its result, with a time limit of its own.
     *
     * @see #send(String, Object)
     */
    JsonNode send(String method, @Nullable Object params, Duration timeout);

    /**
     * Send a command and return its result as a record or bean; fields that the type does not have are ignored.
     *
     * @throws io.github.withcdp.protocol.CDPException if the result does not fit the type
     * @see #send(String, Object)
     */
    <T> T send(String method, @Nullable Object params, Class<T> resultType);

    /**
     * Send a command of the typed form and return its result. What goes to Chrome, and what is thrown, is the same as with its method and params.
     *
     * <pre>{@code
     * byte[] png = page.send(Page.captureScreenshot().format(JPEG).quality(80)).data();
     * }</pre>
     *
     * @see #send(String, Object)
     */
    default <T> T send(Command<T> command) {
        return command.resultOf(send(command.method(), command.params()));
    }

    /**
     * Send a command of the typed form and return its result, with a time limit of its own.
     *
     * @see #send(String, Object, Duration)
     */
    default <T> T send(Command<T> command, Duration timeout) {
        return command.resultOf(send(command.method(), command.params(), timeout));
    }

    /**
     * Send a command without waiting. The future is completed after the handlers of all earlier events of this session have run,
     * by their thread, and fails with the exceptions of {@link #send(String)}; it too has the time limit of a command.
     */
    CompletableFuture<JsonNode> sendAsync(String method, @Nullable Object params);

    /**
     * Send a command without waiting, with a time limit of its own.
     *
     * @see #sendAsync(String, Object)
     */
    CompletableFuture<JsonNode> sendAsync(String method, @Nullable Object params, Duration timeout);

    /**
     * Send a command of the typed form without waiting. The future that it returns is made of that of {@link #sendAsync(String, Object)}.
     *
     * @see #sendAsync(String, Object)
     */
    default <T> CompletableFuture<T> sendAsync(Command<T> command) {
        return sendAsync(command.method(), command.params()).thenApply(command::resultOf);
    }

    /**
     * Send a command of the typed form without waiting, with a time limit of its own.
     *
     * @see #sendAsync(Command)
     */
    default <T> CompletableFuture<T> sendAsync(Command<T> command, Duration timeout) {
        return sendAsync(command.method(), command.params(), timeout).thenApply(command::resultOf);
    }

    /**
     * Have a handler called with every event of this name from now on. An exception in it fails the test during which it happened.
     *
     * @param event the method with its domain, {@code Network.responseReceived}
     * @throws IllegalArgumentException if there is no such event, or none for such a target, see {@code strict} of {@code @WithCDP}
     */
    Subscription on(String event, Consumer<CDPEvent> handler);

    /** Have a handler called with the next event of this name only. */
    Subscription once(String event, Consumer<CDPEvent> handler);

    /**
     * Have a handler called with the params of every event of this type from now on.
     *
     * <pre>{@code
     * page.on(Network.RESPONSE_RECEIVED, e -> statuses.add(e.response().status()));
     * }</pre>
     *
     * @see #on(String, Consumer)
     */
    default <T> Subscription on(EventType<T> event, Consumer<? super T> handler) {
        Objects.requireNonNull(handler, "handler");
        return on(event.method(), came -> handler.accept(event.paramsOf(came)));
    }

    /** Have a handler called with the params of the next event of this type only. */
    default <T> Subscription once(EventType<T> event, Consumer<? super T> handler) {
        Objects.requireNonNull(handler, "handler");
        return once(event.method(), came -> handler.accept(event.paramsOf(came)));
    }

    /** Have a handler called with every event of this session from now on. */
    Subscription onEvent(Consumer<CDPEvent> handler);

    /**
     * Return the registrations of handlers that have not been closed, in the order in which they were made, as they are now; one for the next event
     * only is among them until that has come. {@code page.subscriptions().forEach(Subscription::close)} ends all of them.
     */
    List<Subscription> subscriptions();

    /**
     * Wait for the next event of this name from now.
     *
     * @throws IllegalArgumentException if there is no such event, or it cannot come in this session, see {@code strict} of {@code @WithCDP}
     * @throws io.github.withcdp.protocol.EventTimeoutException if it does not come in time; the message tells what came instead
     * @throws io.github.withcdp.protocol.SessionDetachedException if it cannot come any more
     */
    CDPEvent await(String event);

    /**
     * Run an action and wait for the first event of this name since just before it. What came earlier never counts.
     * When this returns, the handlers of the event have run.
     *
     * @see #await(String)
     */
    CDPEvent await(String event, Runnable action);

    /**
     * Run an action and wait for the first event since just before it that meets a condition.
     * The condition runs on the calling thread; what it throws ends the wait.
     *
     * @see #await(String, Runnable)
     */
    CDPEvent await(String event, Predicate<CDPEvent> condition, Runnable action);

    /**
     * Run an action and wait for an event, with a time limit that begins with the action.
     *
     * @see #await(String, Predicate, Runnable)
     */
    CDPEvent await(String event, Predicate<CDPEvent> condition, Duration timeout, Runnable action);

    /**
     * Wait for the next event of this type from now, and return its params.
     *
     * @see #await(String)
     */
    default <T> T await(EventType<T> event) {
        return event.paramsOf(await(event.method()));
    }

    /**
     * Run an action and wait for the first event of this type since just before it.
     *
     * @see #await(String, Runnable)
     */
    default <T> T await(EventType<T> event, Runnable action) {
        return event.paramsOf(await(event.method(), action));
    }

    /**
     * Run an action and wait for the first event since just before it whose params meet a condition.
     *
     * <pre>{@code
     * var failed = page.await(Network.RESPONSE_RECEIVED, e -> e.response().status() == 503, () -> page.evaluate("pay()"));
     * }</pre>
     *
     * @see #await(String, Predicate, Runnable)
     */
    default <T> T await(EventType<T> event, Predicate<? super T> condition, Runnable action) {
        Objects.requireNonNull(condition, "condition");
        return event.paramsOf(await(event.method(), came -> condition.test(event.paramsOf(came)), action));
    }

    /**
     * Run an action and wait for an event, with a time limit that begins with the action.
     *
     * @see #await(EventType, Predicate, Runnable)
     */
    default <T> T await(EventType<T> event, Predicate<? super T> condition, Duration timeout, Runnable action) {
        Objects.requireNonNull(condition, "condition");
        return event.paramsOf(await(event.method(), came -> condition.test(event.paramsOf(came)), timeout, action));
    }

    /** Return the messages of this session so far, a live view. */
    Recording recording();

    /** Return the events of this session so far, a live view. */
    CapturedEvents events();

    /** Return the session of the page that opened this popup, holds this frame or started this worker; empty for others. */
    Optional<CDPSession> parent();

    /**
     * Return the sessions of the workers, out-of-process iframes and popups of this target, in the order in which they came.
     * Of a worker that several pages share, Chrome tells by the request for its script ({@code Network.requestWillBeSent}) which page has started
     * it, and nothing of the others: it is the child of that one alone, as a service worker is of the first page of the test that it serves.
     */
    List<CDPSession> children();

    /**
     * Run an action and wait for a child that meets a condition and has come since just before it. Its domains are enabled, it runs, and a popup has
     * the first document of its own; {@link #awaitLoad()} waits until that is loaded.
     *
     * @throws io.github.withcdp.protocol.EventTimeoutException if none comes in time; the message tells which children came instead
     */
    CDPSession awaitChild(Predicate<Target> condition, Runnable action);

    /**
     * Run an action and wait for a child, with a time limit that begins with the action.
     *
     * @see #awaitChild(Predicate, Runnable)
     */
    CDPSession awaitChild(Predicate<Target> condition, Duration timeout, Runnable action);

    /**
     * Return a further session with a target ({@code Target.attachToTarget}), its domains enabled.
     *
     * @throws io.github.withcdp.protocol.CommandFailedException if there is no such target
     */
    CDPSession attach(String targetId);

    /**
     * End the session ({@code Target.detachFromTarget}) and those of its children; the target lives on. Idempotent.
     *
     * @throws UnsupportedOperationException on the browser session, which ends with the connection
     */
    void detach();

    /** Return whether commands can be sent: not after a detach, a close of the target, a loss of the browser. */
    boolean isAttached();

    /** Return why the session has ended; empty while it is attached, also after a crash, from which a navigation brings it back. */
    Optional<DetachReason> detachReason();

    /**
     * Return the same as a clause to be read by people, with what is known beyond the reason, such as the exit status and the last words of
     * the browser: "the browser is gone: exit status 134"; empty while it is attached.
     */
    String detachSentence();

    /** Have a handler called with the reason when the session ends, at once if it has. A crash does not end it: a navigation brings it back. */
    void onDetached(Consumer<DetachReason> handler);

    /**
     * Load a URL ({@code Page.navigate}) and wait for the load event of this very navigation; if the page itself navigates
     * on before that, for the load of what it went to. Return without a load event if the page stops its own load ({@code window.stop()}),
     * and at once if the navigation stays within the document.
     *
     * <p>Any status is an answer. To a 404 or 500 without a body Chrome shows a page of its own; the result then has the
     * {@code errorText} {@code net::ERR_HTTP_RESPONSE_CODE_FAILURE}.
     *
     * @return the result of {@code Page.navigate}
     * @throws io.github.withcdp.protocol.CommandFailedException if the navigation fails or its document is cut off; the message holds Chrome's {@code errorText}, {@code net::ERR_CONNECTION_REFUSED}
     * @throws io.github.withcdp.protocol.EventTimeoutException if the page does not finish loading in time; the message names the requests that it still waits for
     */
    JsonNode navigate(String url);

    /**
     * Load a URL, with a time limit for all of it.
     *
     * @see #navigate(String)
     */
    JsonNode navigate(String url, Duration timeout);

    /**
     * Wait until the load of the document that the page has now has ended, or of what it goes on to before that; return at once if it has.
     * That it has ended with an error page, or before it was all there, is no failure. This is how to wait for a popup:
     *
     * <pre>{@code
     * var popup = page.awaitChild(target -> target.type().equals("page"), () -> page.evaluate("void open('/help')"));
     * popup.awaitLoad();
     * }</pre>
     *
     * <p>To wait for the load that an action brings about, give the action to {@link #await(String, Runnable)} with {@code Page.loadEventFired}.
     *
     * @throws io.github.withcdp.protocol.EventTimeoutException if the page does not finish loading in time; the message names the requests that it still waits for
     */
    void awaitLoad();

    /**
     * Wait until the load of the document has ended, with a time limit.
     *
     * @see #awaitLoad()
     */
    void awaitLoad(Duration timeout);

    /**
     * Evaluate a JavaScript expression ({@code Runtime.evaluate}, with user gesture), wait for a promise it may give, and return its value.
     * A worker that has just come is asked as soon as it has run its script, if Chrome tells of that (since 143): before, it lacks {@code setTimeout}
     * and other functions.
     *
     * @return the value: a missing node for {@code undefined}, a null node for {@code null}; {@code NaN}, {@code -0} and the
     *     infinities as doubles, {@code 10n} as a big integer; an element, a {@code Date}, a {@code Map} and whatever else has no fields
     *     of its own comes as an empty object
     * @throws io.github.withcdp.protocol.JavaScriptException if the expression throws or the promise is rejected, with the JavaScript stack
     *     and the causes of the error, for which Chrome is asked ({@code Runtime.getProperties})
     */
    JsonNode evaluate(String expression);

    /**
     * Evaluate a JavaScript expression, with a time limit.
     *
     * @see #evaluate(String)
     */
    JsonNode evaluate(String expression, Duration timeout);

    /**
     * Evaluate a JavaScript expression and return its value as a record, a bean or another type that JSON can be read into; fields that the type does
     * not have are ignored.
     *
     * <pre>{@code
     * record Size(int width, int height) {}
     *
     * var size = page.evaluate("({ width: innerWidth, height: innerHeight })", Size.class);
     * }</pre>
     *
     * @throws io.github.withcdp.protocol.CDPException if the value does not fit the type, as {@code undefined} and {@code null} never do
     * @see #evaluate(String)
     */
    <T> T evaluate(String expression, Class<T> type);

    /**
     * Evaluate a JavaScript expression and return its value as a type, with a time limit.
     *
     * @see #evaluate(String, Class)
     */
    <T> T evaluate(String expression, Class<T> type, Duration timeout);

    /** Return a PNG of what the page shows ({@code Page.captureScreenshot}). */
    byte[] screenshot();

    /**
     * Stop the test here, so that the page can be looked at: print the URL of its DevTools, and wait until somebody presses Enter in the terminal
     * (or in the console of the IDE), or types {@code resume()} into the console of DevTools; the name is another one if the page has a function of that name.
     * Without a limit of its own, but a {@code @Timeout} of the test ends it, and so does the end of the session.
     * Events go on being recorded, and handlers go on being called.
     *
     * <p>Does nothing but to print a line if there is nobody to wait for: in CI (the environment variable {@code CI} is set to something other than {@code false} or {@code 0}),
     * and where no console is attached. Of several tests that pause at the same time one waits for the other.
     *
     * <p>A browser that is spoken to over the pipe has no DevTools to open, only a window, if it is not headless;
     * run the test with {@code withcdp.transport=websocket} to get one.
     */
    void pause();
}
