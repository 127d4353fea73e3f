package io.github.withcdp.internal.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.internal.transport.TransportListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Says what a test would say, and hears what it would hear. */
final class ReplayedTest implements TransportListener, AutoCloseable {

    private static final int LIMIT_SECONDS = 30;

    final Script script;
    private final ReplayTransport transport;
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private volatile CountDownLatch listening = new CountDownLatch(0);
    private int lastId = 100;

    private ReplayedTest(Script script) {
        this.script = script;
        this.transport = new ReplayTransport(script);
    }

    /** Begin to replay a file, the handshake done. */
    static ReplayedTest of(Path file) {
        return of(file, 0);
    }

    static ReplayedTest of(Path file, double speed) {
        return of(new Script(RecordedTest.read(file), speed));
    }

    static ReplayedTest of(RecordedTest recording) {
        return of(new Script(recording, 0));
    }

    private static ReplayedTest of(Script script) {
        var test = new ReplayedTest(script);
        test.transport.start(test);
        test.say("", "Target.setAutoAttach", "{\"autoAttach\":true}");
        test.hear();
        test.say("", "Browser.getVersion", "{}");
        test.hear();
        return test;
    }

    /** Send a command, and return its number. */
    int say(String session, String method, String params) {
        int id = ++lastId;
        var command = "{\"id\":%d,\"method\":\"%s\",\"params\":%s%s}"
                .formatted(id, method, params, session.isEmpty() ? "" : ",\"sessionId\":\"" + session + "\"");
        try {
            transport.send(command.getBytes(UTF_8), command.length());
        } catch (IOException e) {
            if (script.divergence().isEmpty()) { // else nothing is to be said any more
                throw new UncheckedIOException(e);
            }
        }
        return id;
    }

    /** Send a command, and return the next message, which has to be its answer. */
    String ask(String session, String method, String params) {
        int id = say(session, method, params);
        var answer = hear();
        if (!answer.startsWith("{\"id\":" + id + ",")) {
            throw new AssertionError("expected the answer to " + id + ", but there was " + answer);
        }
        return answer.substring(answer.indexOf(',') + 1, answer.length() - 1);
    }

    /** Have whoever says something wait until it is listened to. */
    void listenWhen(CountDownLatch told) {
        listening = told;
    }

    /** Return how many messages have been said that nobody has listened to yet. */
    int saidSoFar() {
        return heard.size();
    }

    /** Wait for the next message. */
    String hear() {
        try {
            var next = heard.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was said");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Return whether nothing has been said that was not heard; asks something that is answered besides, so that it is known. */
    boolean hearsNothing(String session) {
        return ask(session, "Runtime.evaluate", "{\"expression\":\"0\",\"silent\":true}")
                        .startsWith("\"result\"")
                && heard.isEmpty();
    }

    @Override
    public void onMessage(byte[] buffer, int from, int length) {
        try {
            listening.await();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        heard.add(new String(buffer, from, length, UTF_8));
    }

    @Override
    public void onClosed(String why) {
        heard.add("closed: " + why);
    }

    @Override
    public void onFailed(String why) {
        heard.add(why);
    }

    @Override
    public void close() {
        transport.close();
    }
}
