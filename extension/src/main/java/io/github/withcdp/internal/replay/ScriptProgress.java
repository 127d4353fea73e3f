package io.github.withcdp.internal.replay;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How far a recording has been played: which of its messages is in turn, and which are past, because they have come, were said, or are waited for no more. */
final class ScriptProgress {

    private final RecordedTest test;
    private final List<ScriptEntry> entries;
    private final Set<String> detached = new HashSet<>();
    private int cursor;
    private boolean failed;
    private boolean over;

    /** Begin before the first of the entries. Whoever plays them guards this, too. */
    ScriptProgress(RecordedTest test, List<ScriptEntry> entries) {
        this.test = test;
        this.entries = entries;
    }

    // --- What the test is up to

    /** Note that the test has failed: what comes from now on may be less than once came. */
    void fail() {
        failed = true;
    }

    boolean hasFailed() {
        return failed;
    }

    /** Note that the test is over: nothing more comes of it. */
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    // --- What is in turn

    /** Return whether all has been played. */
    boolean isAtEnd() {
        return cursor >= entries.size();
    }

    /** Return the message in turn that is to be said; null if a command is in turn, or nothing any more. */
    @Nullable
    ScriptEntry toBeSaid() {
        return isAtEnd() || entries.get(cursor).isCommand() ? null : entries.get(cursor);
    }

    /** Return what words for a test that says something else are made of. */
    Divergence divergence() {
        return new Divergence(test, entries, cursor);
    }

    /** Return whether an entry is still ahead. */
    boolean isBefore(ScriptEntry entry) {
        return cursor < entry.index();
    }

    /** Return whether an entry has been passed over. */
    boolean isBehind(ScriptEntry entry) {
        return entry.index() < cursor;
    }

    /** Return where the block of commands ends that is in turn. */
    int endOfTurn() {
        int end = cursor;
        while (end < entries.size()
                && (entries.get(end).isCommand()
                        || entries.get(end).isSaid()
                        || entries.get(end).isSkipped())) {
            end++;
        }
        return end;
    }

    /** Return where the next command is that has not come and is no look. */
    int endOfLooks() {
        int end = cursor;
        while (end < entries.size()) {
            var entry = entries.get(end);
            if (entry.isCommand() && !isPast(entry) && !entry.isLook()) {
                break;
            }
            end++;
        }
        return end;
    }

    /** Return where the recording goes on after a silence that lasts until a moment, looks aside; -1 if there is no such silence. */
    int endOfSilence(long moment, long tolerance) {
        for (int i = cursor; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (isPast(entry)) {
                continue;
            }
            boolean later = entry.isCommand()
                    ? entry.nanos() >= moment || (!failed && isAfterEnd(entry))
                    : entry.nanos() > moment + tolerance;
            if (later) {
                return i;
            }
            if (!entry.isLook()) {
                return -1;
            }
        }
        return entries.size();
    }

    // --- What is past

    private boolean isPast(ScriptEntry entry) {
        if (!entry.isCommand()) {
            var command = entry.other();
            return entry.isSkipped() || entry.isSaid() || (command != null && !command.hasCome());
        }
        return entry.hasCome()
                || entry.isSkipped()
                || detached.contains(entry.session())
                || over
                || (failed && !isAfterEnd(entry));
    }

    /** Return whether it was asked when the test had ended: for a report. */
    boolean isAfterEnd(ScriptEntry entry) {
        return test.endedAt().isPresent() && entry.nanos() >= test.endedAt().getAsLong();
    }

    /** Return whether the test has said all from an entry on that it said before it ended. */
    boolean hasSaidAllFrom(ScriptEntry entry) {
        return entries.subList(entry.index(), entries.size()).stream()
                .noneMatch(later -> later.isCommand() && !later.hasCome() && !isAfterEnd(later));
    }

    /** Return the recorded commands of the test that never came; those that are asked again and again do not count. */
    List<ScriptEntry> unused() {
        return entries.stream()
                .filter(entry -> entry.isCommand() && !entry.hasCome() && !isAfterEnd(entry))
                .filter(entry -> !entry.isLook() && !detached.contains(entry.session()))
                .toList();
    }

    // --- On

    /**
     * Pass over all that needs not be waited for.
     *
     * @param passed told of the commands among it that have come
     */
    void pass(Consumer<ScriptEntry> passed) {
        while (!isAtEnd() && isPast(entries.get(cursor))) {
            var entry = entries.get(cursor);
            if (entry.isCommand() && entry.hasCome()) {
                passed.accept(entry);
            }
            cursor++;
        }
    }

    /** Note that the message in turn is said, and go on to the next. */
    void say(ScriptEntry entry) {
        entry.say();
        cursor++;
        if (entry.method().equals("Target.detachedFromTarget")) {
            detached.add(entry.message().tree().path("params").path("sessionId").asString(""));
        }
    }

    /** Wait no longer for looks in a session before a command of it that has come. */
    void skipLooksBefore(ScriptEntry command) {
        for (int i = cursor; i < command.index(); i++) {
            var earlier = entries.get(i);
            if (!earlier.hasCome() && earlier.session().equals(command.session()) && earlier.isLook()) {
                earlier.skip(); // it is asked no more
            }
        }
    }

    /** Wait no longer for the commands in turn. */
    void skipTurn() {
        entries.subList(cursor, endOfTurn()).stream()
                .filter(entry -> entry.isCommand() && !entry.hasCome())
                .forEach(ScriptEntry::skip);
    }

    /** Wait no longer for what is before a place. */
    void skipTo(int end) {
        entries.subList(cursor, end).stream().filter(entry -> !isPast(entry)).forEach(ScriptEntry::skip);
    }
}
