package io.github.withcdp.assertions;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.SessionId;
import java.util.List;

/** The session in which an event came. */
final class SessionCondition extends EventCondition {

    private final SessionId expected;

    SessionCondition(SessionId expected) {
        super("session: " + expected.shortened());
        this.expected = expected;
    }

    @Override
    boolean matches(CDPEvent event, TargetLookup targets) {
        return event.session().equals(expected);
    }

    @Override
    List<CheckResult> checks(CDPEvent event, TargetLookup targets) {
        return List.of(
                CheckResult.of("session", expected.shortened(), event.session().shortened(), matches(event, targets)));
    }
}
