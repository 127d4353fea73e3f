package io.github.withcdp.internal.connection;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.internal.transport.TransportListener;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One conversation with a browser: numbers commands, matches answers by their id alone, hands events to the {@link Route} of their session.
 *
 * <p>Threads. Senders number, record and write a command under one lock, so that numbers, record and wire agree on the order.
 * The reader thread matches, records and routes; it runs no code of users and waits for nothing.
 * Everything that might wait (to find out why the browser has gone, a second try to close) runs on {@link HandlerThreads}.
 */
public final class Connection implements AutoCloseable {

    /** The size from which on a message is kept in one array that record and answer share, instead of being copied for each. */
    private static final int LARGE_MESSAGE = 64 * 1024;

    /** How many of the last commands are kept though nobody waits for their answer any more. */
    private static final int KEPT_COMMANDS = 1000;

    private final Transport transport;
    private final MessageTap tap;
    private final Function<String, ConnectionEnd> exitReason;
    private final HandlerThreads threads;
    private final Reader reader;

    private final Outbox outbox;

    private final Object sending = new Object();
    private final CommandWriter writer = new CommandWriter(); // guarded by sending
    private int lastId; // guarded by sending

    // Kept after a time-out or a detach, so that the record can name the method of a late answer.
    private final ConcurrentNavigableMap<Integer, PendingCommand> unanswered = new ConcurrentSkipListMap<>();
    private final Map<String, Route> routes = new ConcurrentHashMap<>();
    private final AtomicLong heard = new AtomicLong(); // messages; counted by the reader thread alone

    private volatile @Nullable ConnectionEnd expectedEnd;
    private final AtomicReference<@Nullable ConnectionEnd> end = new AtomicReference<>();
    private final Promise<ConnectionEnd> ended = new Promise<>();
    private volatile Runnable onEnd = () -> {};

    /**
     * Create a connection; it begins with {@link #open}.
     *
     * @param exitReason finds out, when the transport has ended and said why, what happened; may wait a little
     */
    public Connection(
            Transport transport, MessageTap tap, Function<String, ConnectionEnd> exitReason, HandlerThreads threads) {
        this.transport = transport;
        this.tap = tap;
        this.exitReason = exitReason;
        this.threads = threads;
        this.outbox = new Outbox(transport, threads);
        this.reader = new Reader();
    }

    /** Begin to read. The route of the browser session must have been added. */
    public void open(Runnable onEnd) {
        this.onEnd = onEnd;
        transport.start(reader);
    }

    /** Have the events of a session go to a route from now on. */
    public void add(Route route) {
        routes.put(route.id().value(), route);
    }

    /** Forget the route of a session. */
    public void remove(SessionId session) {
        routes.remove(session.value());
    }

    /**
     * Send a command.
     *
     * @param params a JSON object as ASCII, empty for none
     * @param recorded whether it and its answer go on record
     * @throws IllegalArgumentException if it is larger than Chrome takes; nothing has been sent then
     * @throws CDPException if the browser does not read what it was sent before; nothing has been sent then
     */
    public PendingCommand send(Route route, String method, byte[] params, boolean recorded) {
        PendingCommand command;
        boolean broken = false;
        synchronized (sending) {
            writer.write(lastId + 1, method, params, route.id());
            outbox.check(writer.length());
            command = new PendingCommand(++lastId, route, method, recorded, tap.ticker(), heard.get());
            unanswered.put(command.id(), command);
            if (lastId % KEPT_COMMANDS == 0) {
                forgetOldest();
            }
            if (recorded) {
                tap.sent(route.id(), method, command.id(), writer.buffer(), 0, writer.length());
            }
            try {
                if (end.get() == null) {
                    command.sentUpTo(outbox.send(writer.buffer(), writer.length()));
                }
            } catch (IOException closed) {
                broken = true;
            } finally {
                writer.release();
            }
        }
        var reason = end.get();
        if (reason != null) {
            command.complete(new Answer.Gone(reason.reason(), reason.detail()));
        } else if (broken) {
            threads.execute(transport::close); // which makes the reader find out why, and fail everything
        }
        return command;
    }

    /** Bound the memory for commands that nobody waits for: of those long ago only the ones that may still be answered are kept. */
    private void forgetOldest() {
        unanswered.headMap(lastId - KEPT_COMMANDS).values().removeIf(PendingCommand::isDone);
    }

    /** Return the other commands of the session of one that have no answer yet, in the order in which they were sent. */
    public List<PendingCommand> unansweredBeside(PendingCommand pending) {
        return unanswered(pending.route()).stream()
                .filter(command -> command != pending)
                .toList();
    }

    /** Return how many commands are kept, finished ones included. */
    int keptCommands() {
        return unanswered.size();
    }

    /** Return the commands of a session that have no answer yet, in the order in which they were sent. */
    public List<PendingCommand> unanswered(Route route) {
        return unanswered.values().stream()
                .filter(command -> command.route() == route && !command.isDone())
                .toList();
    }

    /** Return how long ago the browser itself was asked for something after its last word; zero if it owes no answer. */
    public Duration silence() {
        long until = heard.get();
        return unanswered.values().stream()
                .filter(command ->
                        command.heardBefore() == until && command.route().id().isBrowser())
                .findFirst()
                .map(PendingCommand::age)
                .orElse(Duration.ZERO);
    }

    /** Return whether Chrome drops answers that are very large. */
    public boolean dropsLargeAnswers() {
        return transport.dropsLargeAnswers();
    }

    /** Return why the connection ended, null while it lives. */
    public @Nullable ConnectionEnd end() {
        return end.get();
    }

    /** Return why the connection ended, waiting for it; empty if it goes on for longer than the limit, or if the thread is interrupted. */
    public Optional<ConnectionEnd> awaitEnd(Duration limit) {
        try {
            return Optional.of(ended.await(limit.toNanos()));
        } catch (TimeoutException goesOn) {
            return Optional.empty();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Note that the end which is about to come is wanted, so that it is not taken for an accident; only the first note counts. */
    public void expectEnd(String detail) {
        if (expectedEnd == null) {
            expectedEnd = new ConnectionEnd(DetachReason.BROWSER_CLOSED, detail);
        }
    }

    /** End the connection from our side. Bounded, idempotent. */
    @Override
    public void close() {
        expectEnd("");
        transport.close();
        endWith(new ConnectionEnd(DetachReason.BROWSER_CLOSED, ""));
    }

    /** End the connection because the remote end has told that there is nothing more to come. Waits for nothing. */
    public void end(ConnectionEnd reason) {
        expectedEnd = reason;
        endWith(reason);
        threads.execute(transport::close);
    }

    private void endWith(ConnectionEnd reason) {
        if (end.compareAndSet(null, reason)) {
            // A sender puts its command here before it looks at the end, so one of the two of us completes it.
            var gone = new Answer.Gone(reason.reason(), reason.detail());
            onEnd.run(); // first, so that whoever learns it from a command finds the sessions ended too
            unanswered.values().forEach(command -> command.complete(gone));
            ended.complete(reason);
        }
    }

    /** The listener that the reader thread calls. */
    private final class Reader implements TransportListener {

        private final MessageScanner scanner = new MessageScanner();
        private final MethodNames names = new MethodNames();
        private final IncomingEvent event = new IncomingEvent(tap);
        private SessionId lastSession = SessionId.BROWSER;

        @Override
        public void onMessage(byte[] buffer, int from, int length) {
            onMessage(buffer, from, length, false);
        }

        @Override
        public void onOwnedMessage(byte[] message) {
            onMessage(message, 0, message.length, message.length >= LARGE_MESSAGE);
        }

        /** A large message that is alone in its array is kept in that; other large ones are copied, once, small ones for each who keeps them. */
        private void onMessage(byte[] buffer, int from, int length, boolean kept) {
            heard.lazySet(heard.getPlain() + 1);
            if (length >= LARGE_MESSAGE && !kept) {
                onMessage(Arrays.copyOfRange(buffer, from, from + length), 0, length, true);
            } else if (!scanner.scan(buffer, from, length)) {
                tap.received(SessionId.BROWSER, "", 0, buffer, from, length);
            } else if (scanner.answered && scanner.id != 0) {
                onAnswer(buffer, from, length);
            } else if (scanner.methodTo > scanner.methodFrom) {
                onEvent(buffer, from, length);
            } else {
                tap.received(session(buffer), "", 0, buffer, from, length);
            }
        }

        private void onAnswer(byte[] buffer, int from, int length) {
            int id = scanner.id;
            var command = unanswered.get(id);
            if (command == null) {
                tap.received(session(buffer), "", id, buffer, from, length);
                return;
            }
            try {
                onAnswer(command, buffer, from, length);
            } catch (VirtualMachineError | LinkageError fatal) {
                throw fatal; // ends the connection, and with it the command
            } catch (RuntimeException | Error failure) { // nobody would answer it any more
                command.complete(new Answer.Refused(
                        0,
                        "its answer could not be processed: " + failure,
                        "",
                        command.route().eventsHandedOver()));
                throw failure;
            }
            unanswered.remove(id);
        }

        private void onAnswer(PendingCommand command, byte[] buffer, int from, int length) {
            if (command.recorded()) {
                record(command.route().id(), command.method(), scanner.id, buffer, from, length);
            }
            outbox.read(command.sentUpTo());
            command.complete(answer(command.route(), buffer, length));
        }

        private void record(SessionId session, String method, int id, byte[] buffer, int from, int length) {
            if (length >= LARGE_MESSAGE) {
                tap.receivedLarge(session, method, id, buffer);
            } else {
                tap.received(session, method, id, buffer, from, length);
            }
        }

        private Answer answer(Route route, byte[] message, int length) {
            int from = scanner.payloadFrom;
            int size = scanner.payloadTo - scanner.payloadFrom;
            if (scanner.refused) {
                return refusal(message, from, size, route.eventsHandedOver());
            }
            return length >= LARGE_MESSAGE
                    ? new Answer.Result(message, from, size, route.eventsHandedOver())
                    : new Answer.Result(
                            Arrays.copyOfRange(message, from, from + size), 0, size, route.eventsHandedOver());
        }

        /** Return the error of an answer; one that cannot be read is shown as it came, because somebody waits for it. */
        private Answer.Refused refusal(byte[] message, int from, int size, long precedingEvents) {
            try {
                var error = Json.read(message, from, size);
                if (error.isObject()) {
                    return new Answer.Refused(
                            error.path("code").asInt(0),
                            error.path("message").asString(""),
                            error.path("data").asString(""),
                            precedingEvents);
                }
            } catch (JacksonException unreadable) {
                // As it came, then.
            }
            return new Answer.Refused(0, new String(message, from, size, StandardCharsets.UTF_8), "", precedingEvents);
        }

        private void onEvent(byte[] buffer, int from, int length) {
            var session = session(buffer);
            var method = names.of(buffer, scanner.methodFrom, scanner.methodTo);
            event.reset(session, method, buffer, scanner.payloadFrom, scanner.payloadTo, length >= LARGE_MESSAGE);
            var route = routes.get(session.value());
            boolean recorded = route == null || route.recorded(event);
            if (recorded) {
                record(session, method, 0, buffer, from, length);
            }
            if (route != null) {
                route.onEvent(event, recorded);
            }
            event.forget();
        }

        private SessionId session(byte[] buffer) {
            if (!MethodNames.same(lastSession.value(), buffer, scanner.sessionFrom, scanner.sessionTo)) {
                var id = names.of(buffer, scanner.sessionFrom, scanner.sessionTo);
                var route = routes.get(id);
                lastSession = route != null ? route.id() : new SessionId(id);
            }
            return lastSession;
        }

        @Override
        public void onClosed(String why) {
            var wantedEnd = expectedEnd;
            if (wantedEnd != null) {
                endWith(wantedEnd);
            } else {
                threads.execute(() -> endWith(expectedEnd != null ? expectedEnd : exitReason.apply(why)));
            }
        }

        /** End the connection with this reason alone: a browser ends when nobody reads what it says, so that its own end would explain nothing. */
        @Override
        public void onFailed(String why) {
            var wantedEnd = expectedEnd;
            endWith(wantedEnd != null ? wantedEnd : new ConnectionEnd(DetachReason.CONNECTION_LOST, why));
        }
    }
}
