package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.protocol.DetachReason;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Why a session has ended, or its page has crashed, and by what that was asked for. */
final class SessionEnd {

    /** What a crashed page still answers, and what brings it back. */
    private static final Set<String> REVIVING = Set.of("Page.navigate", "Page.reload");

    private final AtomicReference<Answer.@Nullable Gone> end = new AtomicReference<>();
    private volatile Answer.@Nullable Gone crash;
    private volatile String detachedBy = "";
    private volatile String closedBy = "";

    /** Note the end; only the first one counts. */
    boolean set(Answer.Gone gone) {
        return end.compareAndSet(null, gone);
    }

    /** Return why the session cannot be talked to any more, null while it can. */
    Answer.@Nullable Gone get() {
        return end.get();
    }

    Optional<DetachReason> reason() {
        return Optional.ofNullable(end.get()).map(Answer.Gone::reason);
    }

    /** Return the same as a clause to be read by people; empty while there is none. */
    String sentence() {
        var gone = end.get();
        return gone == null ? "" : gone.reason().sentence(gone.detail());
    }

    /** Return whether its target was closed, and not by a command of ours. */
    boolean isUnexplained() {
        var gone = end.get();
        return gone != null && gone.reason() == DetachReason.TARGET_CLOSED && closedBy.isEmpty();
    }

    void crashed(Answer.Gone gone) {
        crash = gone;
    }

    void revived() {
        crash = null;
    }

    /** Return why nobody can answer now, null if somebody can. */
    Answer.@Nullable Gone orCrash() {
        var ended = end.get();
        return ended != null ? ended : crash;
    }

    /** Return why nobody would answer a command, null if somebody may. */
    Answer.@Nullable Gone refusing(String method) {
        return REVIVING.contains(method) ? end.get() : orCrash();
    }

    /** Note that we are about to have the session detached, and by what. */
    void detachRequested(String by) {
        if (detachedBy.isEmpty()) {
            detachedBy = by;
        }
    }

    /** Note that we are about to have its target closed, and by what. */
    void closeRequested(String by) {
        closedBy = by;
    }

    /** Return what the end is that Chrome tells of: with the reason given, unless it was our own doing. */
    Answer.Gone because(DetachReason reason, String detail) {
        if (!detachedBy.isEmpty()) {
            return new Answer.Gone(DetachReason.DETACHED, detachedBy);
        }
        boolean closed = reason == DetachReason.TARGET_CLOSED && !closedBy.isEmpty();
        return new Answer.Gone(reason, closed ? closedBy : detail);
    }
}
