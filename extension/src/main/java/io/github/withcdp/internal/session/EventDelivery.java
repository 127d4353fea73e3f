package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.HandlerThreads;
import io.github.withcdp.internal.connection.IncomingEvent;
import io.github.withcdp.internal.session.HandlerFailures.HandlerFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** How the events of one session get from the reader thread to those who want them: to handlers through the queue, to waits at once. */
final class EventDelivery {

    private static final String DIALOG = "Page.javascriptDialogOpening";

    private final Subscriptions subscriptions = new Subscriptions();
    private final List<EventQueue> waits = new CopyOnWriteArrayList<>();
    private final EventDispatcher dispatcher;
    private final HandlerFailures failures;
    private final Consumer<Throwable> test;

    /**
     * Create the delivery of a session.
     *
     * @param failures told what handlers throw, and of which event they are
     * @param test told what handlers throw
     */
    EventDelivery(Executor threads, HandlerFailures failures, Consumer<Throwable> test) {
        this.dispatcher = new EventDispatcher(threads);
        this.failures = failures;
        this.test = test;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    EventDispatcher dispatcher() {
        return dispatcher;
    }

    /** Wait until the handlers of all events so far have run. */
    boolean awaitAll(long nanos) throws InterruptedException {
        return dispatcher.awaitDone(dispatcher.putCount(), nanos);
    }

    /** Wait until the handlers of the first {@code count} events have run; a handler does not wait for others. */
    boolean awaitHandlers(long count, long nanos) throws InterruptedException {
        return HandlerThreads.isHandler() || dispatcher.awaitDone(count, nanos);
    }

    /** Hand an event to those who want it. Called by the reader thread. */
    void deliver(IncomingEvent event) {
        var handlers = subscriptions.of(event.method());
        if (!handlers.isEmpty()) {
            var copy = event.event();
            dispatcher.put(() -> handlers.forEach(handler -> guarded(copy.method(), () -> handler.call(copy))));
        }
        for (var wait : waits) {
            wait.offer(event, dispatcher.putCount());
        }
    }

    /** Have something run where handlers run, in their order. */
    <T> void tell(Consumer<T> handler, T what) {
        dispatcher.put(() -> guarded("the end of the session", () -> handler.accept(what)));
    }

    private void guarded(String event, Runnable handler) {
        try {
            handler.run();
        } catch (Throwable failure) { // also an AssertionError, or a LinkageError: it fails the test, not the session
            test.accept(failure);
            failures.failed(new HandlerFailure(event, failure));
        }
    }

    /** Whether somebody listens to, or waits for, the opening of a dialog. */
    boolean wantsDialogs() {
        return wants(DIALOG);
    }

    /** Whether somebody listens to, or waits for, this very event. */
    boolean wants(String method) {
        return subscriptions.isWanted(method) || waits.stream().anyMatch(wait -> wait.wants(method));
    }

    void add(EventQueue wait) {
        waits.add(wait);
    }

    void remove(EventQueue wait) {
        waits.remove(wait);
    }

    /** Return the waits there are now. */
    List<EventQueue> waits() {
        return List.copyOf(waits);
    }
}
