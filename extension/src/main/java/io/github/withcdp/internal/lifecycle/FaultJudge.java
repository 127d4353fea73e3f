package io.github.withcdp.internal.lifecycle;

import io.github.withcdp.FailOn;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.fault.Fault;
import io.github.withcdp.internal.fault.FaultKind;
import io.github.withcdp.internal.fault.Faults;
import io.github.withcdp.internal.fault.UnhandledFaults;
import io.github.withcdp.internal.session.DemandedMessages;
import io.github.withcdp.internal.session.Scope;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what the pages of one test or class did wrong ({@code failOn}); each fault once, for tests of a factory share their pages. */
final class FaultJudge {

    private static final int URL = 160;

    private final Faults faults;
    private final Scope scope;
    private final Duration limit;
    private final Set<Long> judged = new HashSet<>(); // guarded by this

    FaultJudge(Settings settings, Scope scope) {
        this.faults = Faults.of(
                settings.get(Option.FAIL_ON).stream().map(FaultJudge::kind).toList(),
                settings.get(Option.FAIL_ON_ALLOW));
        this.scope = scope;
        this.limit = settings.get(Option.TIMEOUT);
    }

    private static FaultKind kind(FailOn option) {
        return switch (option) {
            case CONSOLE_ERRORS -> FaultKind.CONSOLE_ERRORS;
            case UNCAUGHT_EXCEPTIONS -> FaultKind.UNCAUGHT_EXCEPTIONS;
            case FAILED_REQUESTS -> FaultKind.FAILED_REQUESTS;
        };
    }

    /**
     * Judge what has been caused by now.
     *
     * @param what has passed: {@code The test}
     * @return the failure with what nobody dealt with; empty if there is nothing
     */
    synchronized Optional<Throwable> judge(String what) {
        if (faults.areNone()) {
            return Optional.empty();
        }
        try {
            scope.awaitEvents(limit);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        var unhandled = take();
        return unhandled.isEmpty()
                ? Optional.empty()
                : Optional.of(UnhandledFaults.failure(what, unhandled, this::place));
    }

    /** Let pass what there is by now: it belongs to a test that has failed otherwise. */
    synchronized void dismiss() {
        if (!faults.areNone()) {
            take();
        }
    }

    private List<Fault> take() {
        return faults.in(scope.recording(), new RecordedDemands(scope.demands())).stream()
                .filter(fault -> judged.add(fault.sequence()))
                .toList();
    }

    /** Return in which session something happened, unless it is the page itself. */
    private String place(SessionId id) {
        var pages = scope.sessions().stream()
                .filter(session -> session.target().type().equals("page"))
                .count();
        return scope.sessions().stream()
                .filter(session -> session.id().equals(id))
                .map(session -> session.target())
                .filter(target -> pages > 1 || !target.type().equals("page"))
                .map(target -> ", in %s %s".formatted(target.type(), SafeText.line(target.url(), URL)))
                .findFirst()
                .orElse("");
    }

    /** What a scope knows, as it is asked for. */
    private record RecordedDemands(DemandedMessages messages) implements Faults.Demands {

        @Override
        public boolean includeMessage(RecordedMessage message) {
            return messages.includeMessage(message);
        }

        @Override
        public boolean includeRequest(String id) {
            return messages.includeRequest(id);
        }
    }
}
