package io.github.withcdp.internal.session;

import io.github.withcdp.internal.script.BusyPage;
import io.github.withcdp.internal.script.CPUSamples;
import io.github.withcdp.internal.script.RunningFunction;
import io.github.withcdp.internal.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pages that do not answer because their JavaScript does not come to an end. Where nobody needs it any more it is ended
 * ({@code Runtime.terminateExecution}), so that the page can be looked at.
 */
final class BusyPages {

    /** A page that takes longer than this to say what its document is, is worth a closer look. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** After one has been freed, others of its process answer as soon as they can. */
    private static final Duration PATIENCE_WITH_NEXT = Duration.ofMillis(200);

    /** On a machine that has much to do. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final byte[] NOTHING = {};

    private final Deadline deadline;
    private final boolean free;
    private final List<BusyPage> found = new ArrayList<>();

    private BusyPages(Deadline deadline, boolean free) {
        this.deadline = deadline;
        this.free = free;
    }

    /**
     * Look for them among those that have been asked something, one after another; Chrome traces one at a time.
     *
     * @param free whether their JavaScript is ended
     */
    static List<BusyPage> among(List<? extends Question<?>> asked, Deadline deadline, boolean free) {
        var pages = new BusyPages(deadline, free);
        var patience = pages.within(PATIENCE);
        asked.forEach(question -> question.get(patience));
        try {
            for (var question : asked) {
                if (mayBeBusy(question) && pages.look(question)) {
                    var nextPatience = pages.within(PATIENCE_WITH_NEXT);
                    asked.forEach(other -> other.get(nextPatience));
                }
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        return pages.found;
    }

    private Deadline within(Duration patience) {
        var share = deadline.left().dividedBy(3); // the rest is for what comes of it
        return Deadline.in(patience.compareTo(share) < 0 ? patience : share, deadline.ticker());
    }

    /** Where a page is freed afterwards, there has to be time for what comes of it. */
    private Deadline timeForTrace() {
        return free ? Deadline.in(deadline.left().multipliedBy(2).dividedBy(3), deadline.ticker()) : deadline;
    }

    /** Not who has said why it cannot answer; and the page of somebody else is none of our business. */
    private static boolean mayBeBusy(Question<?> question) {
        var state = question.commands().state();
        return !question.isAnswered()
                && state.obstacle().isEmpty()
                && !state.watch().isForeign();
    }

    /** The process that Chrome starts for traces stays, so somebody else's browser has none for us. */
    private static boolean isTraceable(SessionCommands commands) {
        return commands.state().context().options().ownsBrowser();
    }

    /** Look at a page; return whether it has been freed. */
    private boolean look(Question<?> question) throws InterruptedException {
        var commands = question.commands();
        var samples = isTraceable(commands) ? ScriptTrace.of(commands, timeForTrace()) : Optional.<CPUSamples>empty();
        var loop = samples.map(CPUSamples::loop).orElse(List.of());
        if (loop.isEmpty() && samples.filter(BusyPages::showIdleness).isPresent()) {
            return false; // it does something else, or nothing
        }
        if (free) {
            commands.transmit("Runtime.terminateExecution", NOTHING);
        }
        if (loop.isEmpty()) {
            question.get(half());
        }
        var stack = free ? named(loop, commands) : loop;
        // If there is no trace, that the end of it has helped shows that something was executed. Else it may be a page
        // that is slow.
        if (!stack.isEmpty() || (samples.isEmpty() && free && question.isAnswered())) {
            var state = commands.state();
            found.add(new BusyPage(state.id(), state.target().url(), stack));
        }
        return free;
    }

    private static boolean showIdleness(CPUSamples samples) {
        return !samples.isEmpty() && !samples.isNameless();
    }

    /** Return what was executed, or at least what the browser had called. */
    private List<RunningFunction> named(List<RunningFunction> loop, SessionCommands commands)
            throws InterruptedException {
        return loop.stream().allMatch(RunningFunction::isUnknown)
                ? LongScript.last(commands, half())
                        .map(called -> List.of(RunningFunction.UNKNOWN, called))
                        .orElse(loop)
                : loop;
    }

    /** Half of the time that is left, for what mostly takes a moment. */
    private Deadline half() {
        var half = deadline.left().dividedBy(2);
        return Deadline.in(half.compareTo(LONGEST) < 0 ? half : LONGEST);
    }
}
