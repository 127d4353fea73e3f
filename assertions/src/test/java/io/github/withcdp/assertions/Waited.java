package io.github.withcdp.assertions;

import io.github.withcdp.internal.spi.AssertedSession;
import io.github.withcdp.internal.spi.AssertedSession.HandlerWatch;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Subscription;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
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
        return (CDPSession) Proxy.newProxyInstance(
                Waited.class.getClassLoader(),
                new Class<?>[] {CDPSession.class, AssertedSession.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "watchHandlers" -> watch;
                    case "untilQuiet" -> Optional.of(Duration.ZERO);
                    case "pending", "descendants" -> List.of();
                    case "onDescendant" -> (Subscription) () -> {};
                    default -> {
                        try {
                            yield method.invoke(session, args);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    }
                });
    }
}
