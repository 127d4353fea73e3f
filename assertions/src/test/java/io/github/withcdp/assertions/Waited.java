package io.github.withcdp.assertions;

import io.github.withcdp.internal.spi.AssertedSession.HandlerWatch;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A session in which something happens once an assertion has looked in vain and goes on to wait, so that only an event can tell it to look again. */
final class Waited {

    private Waited() {}

    static CDPSession session(ScriptedSession session, Runnable happening) {
        var happened = new AtomicBoolean();
        var watch = new HandlerWatch() {

            @Override
            public void check(String subject) {
                if (happened.compareAndSet(false, true)) {
                    happening.run();
                }
            }

            @Override
            public void close() {}
        };
        return ProxySession.of(
                session,
                Map.of(
                        "watchHandlers", arguments -> watch,
                        "untilQuiet", arguments -> Optional.of(Duration.ZERO),
                        "pending", arguments -> List.of()));
    }
}
