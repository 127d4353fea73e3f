package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.SessionId;
import java.util.List;

/** The session in which an event came. */
public record SessionMatcher(SessionId expected) implements EventMatcher {

    @Override
    public String words() {
        return "session: " + expected.shortened();
    }

    @Override
    public boolean matches(CDPEvent event, TargetLookup targets) {
        return event.session().equals(expected);
    }

    @Override
    public List<CheckResult> checks(CDPEvent event, TargetLookup targets) {
        return List.of(
                CheckResult.of("session", expected.shortened(), event.session().shortened(), matches(event, targets)));
    }
}
