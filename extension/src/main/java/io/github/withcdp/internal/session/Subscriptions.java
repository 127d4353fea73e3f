package io.github.withcdp.internal.session;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.session.Subscription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Who wants to hear of which events of one session. Written by anybody, read by the reader thread for every event. */
final class Subscriptions {

    private final Map<String, List<Handler>> byMethod = new ConcurrentHashMap<>();
    private final List<Handler> ofAll = new CopyOnWriteArrayList<>();
    private final AtomicLong made = new AtomicLong();

    Handler add(String method, Consumer<CDPEvent> consumer, boolean once) {
        var handler = new Handler(Params.given(consumer, "a handler of " + method), once, method);
        byMethod.computeIfAbsent(method, key -> new CopyOnWriteArrayList<>()).add(handler);
        return handler;
    }

    Handler addToAll(Consumer<CDPEvent> consumer) {
        var handler = new Handler(Params.given(consumer, "a handler"), false, "");
        ofAll.add(handler);
        return handler;
    }

    /** Return whether somebody listens to this very event; those who listen to all do not count. */
    boolean isWanted(String method) {
        var handlers = byMethod.get(method);
        return handlers != null && !handlers.isEmpty();
    }

    /** Return those who are to hear of an event that has arrived now. */
    List<Handler> of(String method) {
        var named = byMethod.getOrDefault(method, List.of());
        if (ofAll.isEmpty()) {
            return named.isEmpty() ? List.of() : List.of(named.toArray(Handler[]::new));
        }
        var all = new ArrayList<>(named);
        all.addAll(ofAll);
        return all;
    }

    /** Return those that are registered now, in the order in which they were. */
    List<Subscription> list() {
        return Stream.concat(byMethod.values().stream().flatMap(List::stream), ofAll.stream())
                .sorted(Comparator.comparingLong(handler -> handler.number))
                .map(Subscription.class::cast)
                .toList();
    }

    void clear() {
        byMethod.clear();
        ofAll.clear();
    }

    /** The registration of one handler. */
    final class Handler implements Subscription {

        private final Consumer<CDPEvent> consumer;
        private final boolean once;
        private final String method;
        private final AtomicBoolean open = new AtomicBoolean(true);
        private final long number = made.getAndIncrement();

        Handler(Consumer<CDPEvent> consumer, boolean once, String method) {
            this.consumer = consumer;
            this.once = once;
            this.method = method;
        }

        /** Call the handler, unless it has been closed. Throws what the handler throws. */
        void call(CDPEvent event) {
            if (once) {
                if (!open.compareAndSet(true, false)) {
                    return;
                }
                forget();
            } else if (!open.get()) {
                return;
            }
            consumer.accept(event);
        }

        @Override
        public String event() {
            return method;
        }

        @Override
        public void close() {
            open.set(false);
            forget();
        }

        private void forget() {
            if (method.isEmpty()) {
                ofAll.remove(this);
            } else {
                byMethod.getOrDefault(method, List.of()).remove(this);
            }
        }
    }
}
