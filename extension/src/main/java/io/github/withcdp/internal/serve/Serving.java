package io.github.withcdp.internal.serve;

import io.github.withcdp.internal.session.PausedRequest;
import io.github.withcdp.internal.session.RequestInterceptor;
import io.github.withcdp.internal.util.Loggers;
import io.github.withcdp.internal.web.FaviconUrl;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Answers the requests of one test from a recording: all that is done is done by one thread of its own, in the order in which it comes.
 */
public final class Serving implements RequestInterceptor, AutoCloseable {

    private static final long SETTLES = 5;

    private final AnswerPool pool;
    private final AnswerOrder order;
    private final Fulfilment fulfilment;
    private final ServedTally tally;
    private final List<String> notServed = new ArrayList<>();
    private Runnable atEnd = () -> {};
    private final boolean atOnce;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, Serving::daemon);

    /**
     * Create what serves one test.
     *
     * @param place where the recording lies, for people
     * @param repeatsLast whether who asks more often than in the recording gets the last answer again
     * @param atOnce whether answers go out as soon as they are asked for, and not in the order of the recording
     * @param loopback where its WebSockets end; empty if they end elsewhere
     */
    public Serving(
            Recording recording, String place, boolean repeatsLast, boolean atOnce, Optional<LoopbackServer> loopback) {
        this(RecordedAnswers.in(recording), place, recording.incompleteBecause(), repeatsLast, atOnce);
        var sockets = RecordedAnswers.sockets(recording);
        var played = loopback.isPresent()
                ? sockets.stream().filter(ServedSockets::canBePlayed).toList()
                : List.<Exchange>of();
        notServed.addAll(NotServed.in(recording, pool.all()));
        sockets.stream()
                .filter(socket -> !played.contains(socket))
                .map(NotServed::socket)
                .forEach(notServed::add);
        played.stream().filter(SocketPlayer::isClosed).map(NotServed::endOf).forEach(notServed::add);
        played.stream()
                .filter(socket -> socket.frames().stream().anyMatch(SocketPlayer::hasSecrets))
                .map(NotServed::secretsOf)
                .forEach(notServed::add);
        loopback.ifPresent(server -> {
            var forTest = new ServedSockets(played, tally, atOnce);
            server.add(forTest);
            atEnd = () -> server.remove(forTest);
        });
    }

    private Serving(
            List<RecordedAnswer> answers, String place, String incompleteBecause, boolean repeatsLast, boolean atOnce) {
        this.pool = new AnswerPool(answers, repeatsLast);
        this.fulfilment = new Fulfilment(pool.ports());
        this.tally = new ServedTally(place, incompleteBecause, pool);
        this.order = new AnswerOrder(answers, tally::outOfTurn);
        this.atOnce = atOnce;
    }

    /**
     * Return what serves a test or class of which there is no recording: whatever it asks for is missed.
     *
     * @param why a sentence
     */
    public static Serving nothing(String why) {
        var serving = new Serving(List.of(), "no recording", "", false, true);
        serving.notServed.add("Whatever is asked for is missed. " + why);
        return serving;
    }

    /**
     * Return what cannot be served, or not as it was; empty if there is nothing of the kind.
     *
     * @param launched whether the browser is ours, which leads no request to a server
     */
    public Optional<String> warnings(boolean launched) {
        var all = new ArrayList<>(notServed);
        if (!launched) {
            all.add(
                    "This browser was not launched for the test: WebSockets, and what is not asked for by its pages, frames and workers, may reach a server");
        }
        return all.isEmpty() ? Optional.empty() : Optional.of("  " + String.join("\n  ", all));
    }

    /** Return what has been asked for so far, when all has been looked at that has come. */
    public ServedTally tally() {
        try {
            thread.submit(() -> {}).get(SETTLES, TimeUnit.SECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException late) {
            // What has been looked at so far counts.
        }
        return tally;
    }

    @Override
    public void paused(PausedRequest request) {
        execute(() -> answer(new PausedAnswer(request)));
    }

    @Override
    public void ended(String requestId) {
        execute(() -> {
            order.ended(requestId);
            release();
        });
    }

    @Override
    public void refused(SessionId session, String target, String why) {
        tally.notPaused(target, why);
    }

    private void answer(PausedAnswer paused) {
        var asked = paused.request();
        if (!RecordedAnswers.isFromServer(asked.url())) {
            paused.goOn("Fetch.continueRequest", Map.of(), Serving::unconcerned);
            return;
        }
        var answer = pool.take(asked);
        if (answer.isPresent()) {
            hold(answer.get(), paused);
        } else {
            miss(asked, paused);
        }
    }

    private void hold(RecordedAnswer answer, PausedAnswer paused) {
        if (answer.outcome() == RecordedAnswer.Outcome.NOTHING) {
            return; // and it stays paused, until the page gives up or is gone
        }
        if (atOnce) {
            send(answer, paused, Serving::unconcerned);
            return;
        }
        order.hold(answer, paused, System.nanoTime());
        release();
    }

    /** Let those go whose turn it is. */
    private void release() {
        for (var held : order.ready(System.nanoTime())) {
            var paused = (PausedAnswer) held.asked;
            boolean isTold = !paused.networkId().isEmpty() && !RecordedAnswer.isRedirect(held.answer.exchange());
            send(held.answer, paused, taken -> {
                if (!isTold || !taken) {
                    execute(() -> {
                        order.arrived(held);
                        release();
                    });
                }
            });
        }
        order.next(System.nanoTime()).ifPresent(this::releaseAt);
    }

    private void releaseAt(long nanos) {
        try {
            var unused = thread.schedule(guarded(this::release), nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException over) {
            // The test has ended.
        }
    }

    private void send(RecordedAnswer answer, PausedAnswer paused, Consumer<Boolean> done) {
        if (answer.outcome() == RecordedAnswer.Outcome.RESPONSE) {
            paused.goOn("Fetch.fulfillRequest", fulfilment.of(answer.exchange()), done);
        } else {
            var errorText = answer.exchange().failure().orElseThrow().errorText();
            paused.goOn("Fetch.failRequest", Map.of("errorReason", ErrorReason.of(errorText)), done);
        }
    }

    private void miss(AskedRequest asked, PausedAnswer paused) {
        if (pool.all().stream()
                .anyMatch(answer -> answer.exchange().resourceType().equals("EventSource")
                        && AnswerPool.hasSameUrl(answer, asked))) {
            // Chrome asks again, because what is served ends and what was recorded went on; this tells it to leave it
            // at that.
            paused.goOn("Fetch.fulfillRequest", Map.of("responseCode", 204), Serving::unconcerned);
            return;
        }
        if (!FaviconUrl.matches(asked.url())) {
            tally.missed(asked);
        }
        paused.goOn("Fetch.failRequest", Map.of("errorReason", "BlockedByClient"), Serving::unconcerned);
    }

    private void execute(Runnable work) {
        try {
            thread.execute(guarded(work));
        } catch (RejectedExecutionException over) {
            // The test has ended, and its pages with it.
        }
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException bug) {
                Loggers.of(Serving.class)
                        .log(System.Logger.Level.WARNING, "A request could not be answered from the recording", bug);
            }
        };
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "withcdp-serve");
        thread.setDaemon(true);
        return thread;
    }

    /** Answer nothing any more. */
    @Override
    public void close() {
        atEnd.run();
        thread.shutdownNow();
    }

    /** A request that waits for its answer. */
    private record PausedAnswer(PausedRequest paused, AskedRequest request) implements AnswerOrder.AskedAnswer {

        PausedAnswer(PausedRequest paused) {
            this(paused, AskedRequest.of(paused.params()));
        }

        @Override
        public String networkId() {
            return paused.networkId();
        }

        void goOn(String method, Map<String, ?> how, Consumer<Boolean> done) {
            paused.goOn(method, how, done);
        }
    }

    private static void unconcerned(boolean taken) {
        // Whether Chrome has taken an answer matters to nobody where the order of answers does not wait for it.
    }
}
