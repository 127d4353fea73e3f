package io.github.withcdp.internal.replay;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.replay.Asides.Aside;
import io.github.withcdp.internal.time.Ticker;
import io.github.withcdp.protocol.ReplayDivergedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A recording that is being played. The threads of the test bring commands, one thread takes what is to be said, and those who wait ask for the time.
 * All of it is guarded by this.
 */
public final class Script implements Ticker {

    /** A pause of the recording is kept until the test waits for something, or so long. */
    private static final long LONGEST_HOLD = TimeUnit.MILLISECONDS.toNanos(30);

    /** Somebody who waits may just have got what was awaited, and be about to go on. */
    private static final long SHORTEST_HOLD = TimeUnit.MILLISECONDS.toNanos(3);

    /** What is no pause. */
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    /** How long the command in turn is waited for when a later one is here: more than a busy machine takes to come to it. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(3);

    /** How long what a report asks for is waited for. What comes later nevertheless is answered, too. */
    private static final long PATIENCE_AFTERWARDS = TimeUnit.MILLISECONDS.toNanos(100);

    /** How long the thread that says things may take on a busy machine for what is to be said at once. */
    private static final long LONGEST_SETTLING = TimeUnit.SECONDS.toNanos(1);

    /** How much later than it seems the time of a wait may be over. */
    private static final long TOLERANCE = TimeUnit.MILLISECONDS.toNanos(250);

    /** What a report asks for is asked after the failure. */
    private static final long AFTERWARDS = TimeUnit.MICROSECONDS.toNanos(1);

    private final RecordedTest test;
    private final double speed;
    private final Asides asides;
    private final CommandMatcher matcher = new CommandMatcher();
    private final ScriptProgress progress;
    private final ArrayDeque<byte[]> besides = new ArrayDeque<>();
    private final Looks looks = new Looks();
    private final TreeMap<Long, Integer> moments = new TreeMap<>(); // until which somebody waits
    private final ThreadLocal<Boolean> isCounted = ThreadLocal.withInitial(() -> false);
    private int settling; // threads that wait until what is to be said at once has been said
    private int working; // threads whose work is counted, less those of them that wait
    private long now; // in the recording
    private long
            waited; // what of it those who wait have waited for: not for the test, which takes its own time before a
    // command
    private long activeAt = System.nanoTime();
    private boolean saying;
    private boolean gaveUp; // somebody has waited in vain, and no command has come since
    private boolean closed;
    private @Nullable ScriptEntry early; // a command that has come before its turn
    private @Nullable ReplayDivergedException divergence;

    /**
     * Create the script of a test.
     *
     * @param speed how fast the time passes, one as it did; zero if none passes
     */
    public Script(RecordedTest test, double speed) {
        this.test = test;
        this.speed = speed;
        this.asides = new Asides(test);
        this.now = test.origin().toNanos();
        var entries = new ArrayList<ScriptEntry>();
        Map<Integer, ScriptEntry> commands = new HashMap<>();
        Map<String, ScriptEntry> before = new HashMap<>(); // by session
        for (var message : test.messages()) {
            var entry = new ScriptEntry(message, entries.size());
            entries.add(entry);
            if (entry.isCommand()) {
                commands.put(message.id().orElse(0), entry);
                ScriptEntry.noteRepetition(before.put(entry.session(), entry), entry);
                matcher.add(entry);
            } else if (message.id().isPresent()) {
                var command = commands.get(message.id().getAsInt());
                if (command == null) {
                    entry.skip(); // nobody has asked, as far as this recording goes
                } else {
                    ScriptEntry.join(command, entry);
                }
            }
        }
        this.progress = new ScriptProgress(test, entries);
    }

    /** Return the test that is replayed. */
    public RecordedTest test() {
        return test;
    }

    // --- What the test says

    /** Take a command in. */
    synchronized void receive(JsonNode command) {
        if (divergence != null || closed) {
            return;
        }
        int id = command.path("id").asInt(0);
        var session = command.path("sessionId").asString("");
        var method = command.path("method").asString("");
        var params = command.path("params");
        var handshake = asides.handshake(session, method);
        if (handshake.isPresent()) {
            answer(id, session, handshake.get());
        } else if (!answerLook(id, session, method, params)) {
            var match = matcher.equal(session, method, params, Integer.MAX_VALUE);
            match = match == null ? matcher.onlyOneAlike(session, method, params, progress.endOfTurn()) : match;
            if (match != null) {
                come(match, id);
            } else {
                answerBesides(id, session, method, params);
            }
        }
        notifyAll();
    }

    /** Deal with a question that is asked again and again: with the recorded one in turn, or else with what was answered last. */
    private boolean answerLook(int id, String session, String method, JsonNode params) {
        if (!looks.concerns(session, method, params)) {
            return false;
        }
        var match = matcher.equal(session, method, params, progress.endOfLooks());
        if (match != null) {
            come(match, id);
            return true;
        }
        var answer = looks.answerAgain(session, params);
        answer.ifPresent(entry -> besides.add(text(entry, id)));
        return answer.isPresent();
    }

    private void answerBesides(int id, String session, String method, JsonNode params) {
        asides.answer(session, method, params)
                .or(() -> progress.isOver()
                        ? Optional.of(Aside.DONE)
                        : progress.hasFailed() ? Optional.of(Aside.REFUSED) : Optional.empty())
                .ifPresentOrElse(
                        aside -> answer(id, session, aside),
                        () -> divergence = new ReplayDivergedException(
                                progress.divergence().unknown(session, method, params, matcher)));
    }

    private void answer(int id, String session, Aside aside) {
        aside.before().forEach(event -> besides.add(Json.write(event)));
        besides.add(aside.answer(id, session));
    }

    private void come(ScriptEntry entry, int id) {
        entry.come(id);
        gaveUp = false;
        progress.skipLooksBefore(entry);
        if (entry.index() >= progress.endOfTurn()) {
            early = entry;
        }
        var answer = entry.other();
        if (answer != null && progress.isBehind(answer) && !answer.isSaid()) { // it was passed over
            answer.say();
            besides.add(text(answer, id));
        }
        activeAt = System.nanoTime();
    }

    // --- What is said to the test

    /** Wait for the next message that is to be said; null if there will be none. */
    synchronized byte @Nullable [] take() throws InterruptedException {
        saying = false;
        while (!closed && divergence == null) {
            pass();
            long hold = 0;
            var next = progress.toBeSaid();
            if (next != null) {
                hold = hold(next);
                if (hold <= 0) {
                    return say(next);
                }
            }
            var beside = besides.poll();
            if (beside != null) {
                saying = true;
                return beside;
            }
            if (settling > 0) {
                notifyAll();
            }
            if (hold > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, hold);
            } else if (progress.hasFailed() && !progress.isAtEnd() && (early != null || !moments.isEmpty())) {
                awaitWhatIsAskedAfterwards();
            } else if (early != null) {
                awaitWhatIsBefore(early);
            } else {
                wait();
            }
        }
        return null;
    }

    /** Wait for the command in turn while a later one is here; not for ever, for the test may have left it out. */
    private void awaitWhatIsBefore(ScriptEntry later) throws InterruptedException {
        long left = activeAt + PATIENCE - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        } else {
            divergence = new ReplayDivergedException(progress.divergence().leftOut(later, PATIENCE));
        }
    }

    /** Wait for what a report once asked: less is asked now if less had come when the test failed, and the rest is not to wait for it. */
    private void awaitWhatIsAskedAfterwards() throws InterruptedException {
        long left = activeAt + PATIENCE_AFTERWARDS - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        } else {
            progress.skipTurn();
        }
    }

    /** Pass over all that needs not be waited for. */
    private void pass() {
        progress.pass(command -> {
            now = Math.max(now, command.nanos());
            looks.pass(command);
        });
        if (early != null && early.index() < progress.endOfTurn()) {
            early = null;
        }
    }

    /** Return how long a message is held back, in real time: for as long as somebody waits whose time is over before, until that has been noticed. */
    private long hold(ScriptEntry next) {
        long pause = next.nanos() - now;
        long since = System.nanoTime() - activeAt;
        if (speed > 0) {
            return (long) (pause / speed) - since;
        }
        if (!moments.isEmpty() && !isBeforeEarly() && waited + pause > moments.firstKey()) {
            return Long.MAX_VALUE;
        }
        if (moments.isEmpty() && isTooLate(next)) {
            return PATIENCE - since;
        }
        return pause < SHORTEST_PAUSE ? 0 : (moments.isEmpty() ? LONGEST_HOLD : SHORTEST_HOLD) - since;
    }

    /** Return whether a command is here that came later in the recording: until then the test was busy, and nobody waited for the answer. */
    private boolean isBeforeEarly() {
        return early != null && progress.isBefore(early);
    }

    /** Return whether the test was about to fail when a message came, and had done with the recording: what it shows then is shown without. */
    private boolean isTooLate(ScriptEntry next) {
        if (progress.hasFailed() || progress.isOver() || test.endedAt().isEmpty()) {
            return false;
        }
        return progress.isAfterEnd(next) || (gaveUp && progress.hasSaidAllFrom(next));
    }

    private byte[] say(ScriptEntry entry) {
        if (isBeforeEarly()) {
            now = Math.max(now, entry.nanos());
        } else {
            pass(entry.nanos() - now);
        }
        activeAt = System.nanoTime();
        progress.say(entry);
        saying = true;
        var command = entry.other();
        return text(entry, command == null ? 0 : command.actualId());
    }

    private byte[] text(ScriptEntry entry, int id) {
        var text = matcher.ports().translate(entry.message().json());
        return id == 0 ? text.getBytes(StandardCharsets.UTF_8) : AnswerText.withId(text, id);
    }

    // --- The time

    @Override
    public boolean isReal() {
        return speed > 0;
    }

    @Override
    public synchronized long nanoTime() {
        return speed > 0 ? System.nanoTime() : waited;
    }

    @Override
    public synchronized long messageTime() {
        return speed > 0 ? System.nanoTime() : now;
    }

    private void pass(long nanos) {
        if (nanos > 0) {
            now += nanos;
            waited += nanos;
        }
    }

    @Override
    public synchronized void settle() {
        long end = System.nanoTime() + LONGEST_SETTLING;
        settling++;
        try {
            for (long left = LONGEST_SETTLING; left > 0 && isAboutToSay(); left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        } finally {
            settling--;
        }
    }

    private boolean isAboutToSay() {
        if (closed || divergence != null || speed > 0) {
            return false;
        }
        pass();
        var next = progress.toBeSaid();
        return saying || !besides.isEmpty() || (next != null && hold(next) <= 0);
    }

    @Override
    public synchronized void beginWait(long moment, long limit) {
        moments.merge(moment + tolerance(limit), 1, Integer::sum);
        if (isCounted.get()) {
            working--;
        }
        notifyAll();
    }

    @Override
    public synchronized void endWait(long moment, long limit) {
        moments.computeIfPresent(moment + tolerance(limit), (key, number) -> number == 1 ? null : number - 1);
        if (isCounted.get()) {
            working++;
        }
        notifyAll();
    }

    @Override
    public Runnable counted(Runnable work) {
        countWork(1);
        return () -> {
            isCounted.set(true);
            try {
                work.run();
            } finally {
                isCounted.remove();
                countWork(-1);
            }
        };
    }

    private synchronized void countWork(int more) {
        working += more;
        notifyAll();
    }

    /** When a thread began to wait is known from the message before only, so that its time may be over a little later. */
    private static long tolerance(long limit) {
        return Math.min(TOLERANCE, limit / 4);
    }

    @Override
    public synchronized boolean isSilentUntil(long moment, long limit) {
        return waited >= moment || closed || divergence != null || endOfSilence(moment, limit) >= 0;
    }

    @Override
    public synchronized void pass(long moment, long limit) {
        int end = endOfSilence(moment, limit);
        if (end >= 0) { // else somebody has said something meanwhile
            progress.skipTo(end);
            pass(moment - waited);
            gaveUp = true;
            notifyAll();
        }
    }

    /** Return where the recording goes on after a silence that lasts until a moment, looks aside; -1 if there is no such silence. */
    private int endOfSilence(long until, long limit) {
        return saying || working > 0 || !besides.isEmpty() || isBeforeEarly()
                ? -1
                : progress.endOfSilence(now + until - waited, tolerance(limit));
    }

    // --- What the test is up to

    /** Note that the test has failed: from now on nothing that it says is a divergence. */
    public synchronized void failed() {
        if (!progress.hasFailed()) {
            progress.fail();
            pass(AFTERWARDS);
            notifyAll();
        }
    }

    /** Note that the test is over. */
    public synchronized void over() {
        progress.end();
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Return what the test said that is not in the recording, if it did. */
    public synchronized Optional<ReplayDivergedException> divergence() {
        return Optional.ofNullable(divergence);
    }

    /** Return a sentence for each recorded command of the test that was taken for another one, was asked more often, or never came. */
    public synchronized List<String> remarks() {
        var remarks = new ArrayList<String>();
        matcher.approximations().forEach(each -> remarks.add(Divergence.remark(each)));
        looks.repetitions().forEach((entry, times) -> remarks.add(Divergence.repetition(entry, times)));
        var unused = progress.unused();
        if (!unused.isEmpty() && divergence == null) {
            remarks.add(Divergence.remarkOfUnused(unused));
        }
        return remarks;
    }

    /** Return the failure for recorded commands that never came, if there are any. */
    public synchronized Optional<ReplayDivergedException> unusedFailure() {
        var unused = progress.unused();
        return unused.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReplayDivergedException(
                        "The replay of %s is over, but %s".formatted(test.name(), Divergence.unused(unused))));
    }
}
