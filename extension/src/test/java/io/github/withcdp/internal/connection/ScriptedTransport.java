package io.github.withcdp.internal.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.internal.transport.TransportListener;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Plays Chrome from a script. Commands without a script are answered at once with an empty result.
 *
 * <p>It has no thread: what it says is delivered by the thread that sends the command or calls {@link #receive}, one message after
 * another. With {@link #withReader} there is one, as with a real transport.
 */
public final class ScriptedTransport implements Transport {

    private final Map<String, Consumer<Command>> scripts = new ConcurrentHashMap<>();
    private final List<Command> sent = new CopyOnWriteArrayList<>();
    private final ReentrantLock delivering = new ReentrantLock();
    private final @Nullable ExecutorService reader;
    private volatile @Nullable TransportListener listener;
    private volatile boolean dropsLargeAnswers;
    private volatile boolean broken;
    private volatile boolean ended;

    private ScriptedTransport(@Nullable ExecutorService reader) {
        this.reader = reader;
    }

    /** Without a thread. */
    public static ScriptedTransport create() {
        return new ScriptedTransport(null);
    }

    /** With a thread that delivers. */
    public static ScriptedTransport withReader(String name) {
        return new ScriptedTransport(Executors.newSingleThreadExecutor(work -> {
            var thread = new Thread(work, "withcdp-reader-" + name);
            thread.setDaemon(true);
            return thread;
        }));
    }

    /** What has been sent. */
    public final class Command {

        private final String text;
        private final JsonNode tree;

        Command(String text) {
            this.text = text;
            this.tree = Json.read(text);
        }

        /** The raw text. */
        public String text() {
            return text;
        }

        /** Its number. */
        public int id() {
            return tree.path("id").asInt(0);
        }

        /** Its method. */
        public String method() {
            return tree.path("method").asString("");
        }

        /** The session it is for, empty for the browser's. */
        public String session() {
            return tree.path("sessionId").asString("");
        }

        /** Its params. */
        public JsonNode params() {
            return tree.path("params");
        }

        /** Answer it as Chrome does. */
        public void result(String json) {
            receive("{\"id\":%d,\"result\":%s%s}".formatted(id(), json, sessionKey()));
        }

        /** Answer it as Chrome does when the session is gone: without the session. */
        public void resultWithoutSession(String json) {
            receive("{\"id\":%d,\"result\":%s}".formatted(id(), json));
        }

        /** Refuse it. */
        public void error(int code, String message) {
            receive("{\"id\":%d,\"error\":{\"code\":%d,\"message\":\"%s\"}%s}"
                    .formatted(id(), code, message, sessionKey()));
        }

        private String sessionKey() {
            return session().isEmpty() ? "" : ",\"sessionId\":\"%s\"".formatted(session());
        }
    }

    /** Have something done when a command with this method is sent. */
    public ScriptedTransport on(String method, Consumer<Command> script) {
        scripts.put(method, script);
        return this;
    }

    /** Have a command answered with a result. */
    public ScriptedTransport answer(String method, String result) {
        return on(method, command -> command.result(result));
    }

    /** Have a command not answered. */
    public ScriptedTransport silent(String method) {
        return on(method, command -> {});
    }

    /** Have everything that is sent from now on fail, as on a broken pipe. */
    public void breakPipe() {
        broken = true;
    }

    /** Be as a WebSocket is, which does not carry everything. */
    public void dropLargeAnswers() {
        dropsLargeAnswers = true;
    }

    @Override
    public boolean dropsLargeAnswers() {
        return dropsLargeAnswers;
    }

    /** Return what has been sent so far. */
    public List<Command> sent() {
        return List.copyOf(sent);
    }

    /** Return what has been sent so far with this method. */
    public List<Command> sent(String method) {
        return sent.stream().filter(command -> command.method().equals(method)).toList();
    }

    /** Return the only command that has been sent with this method. */
    public Command only(String method) {
        var all = sent(method);
        if (all.size() != 1) {
            throw new AssertionError("%d × %s in %s"
                    .formatted(
                            all.size(),
                            method,
                            sent.stream().map(Command::method).toList()));
        }
        return all.get(0);
    }

    /** Have Chrome say something. It has been taken in when this returns. */
    public void receive(String message) {
        // in the middle of other bytes, as a real buffer is
        var bytes = ("}\"" + message + "\"}").getBytes(UTF_8);
        deliver(to -> to.onMessage(bytes, 2, bytes.length - 4));
    }

    /** Have Chrome say something that is alone in its array. */
    void receiveOwned(byte[] message) {
        deliver(to -> to.onOwnedMessage(message));
    }

    /** Have Chrome tell an event. */
    public void event(String session, String method, String params) {
        var suffix = session.isEmpty() ? "" : ",\"sessionId\":\"%s\"".formatted(session);
        receive("{\"method\":\"%s\",\"params\":%s%s}".formatted(method, params, suffix));
    }

    /** End the connection from Chrome's side. */
    public void end(String why) {
        deliver(to -> {
            if (!ended) {
                ended = true;
                to.onClosed(why);
            }
        });
    }

    private void deliver(Consumer<TransportListener> delivery) {
        if (ended) {
            return;
        }
        if (reader == null) {
            deliverHere(delivery);
            return;
        }
        Future<?> delivered = reader.submit(() -> deliverHere(delivery));
        try {
            delivered.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError(failure);
        }
    }

    private void deliverHere(Consumer<TransportListener> delivery) {
        delivering.lock();
        try {
            var to = listener;
            if (to == null) {
                throw new IllegalStateException("the transport has not been started");
            }
            if (!ended) {
                delivery.accept(to);
            }
        } finally {
            delivering.unlock();
        }
    }

    @Override
    public void start(TransportListener to) {
        listener = to;
    }

    @Override
    public void send(byte[] json, int length) throws IOException {
        if (broken || ended) {
            throw new IOException("Broken pipe");
        }
        var command = new Command(new String(json, 0, length, UTF_8));
        sent.add(command);
        scripts.getOrDefault(command.method(), any -> any.result("{}")).accept(command);
    }

    @Override
    public void close() {
        if (listener != null) {
            end("closed by this side");
        }
        if (reader != null) {
            reader.shutdown();
        }
    }
}
