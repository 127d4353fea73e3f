package io.github.withcdp.assertions;

import io.github.withcdp.internal.schema.StrictNames;
import io.github.withcdp.internal.spi.AssertedSession;
import io.github.withcdp.internal.spi.Demands;
import io.github.withcdp.internal.time.Ticker;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Subscription;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Sessions in front of other ones, which an assertion takes for sessions of WithCDP. */
final class ProxySession {

    private static final Demands NOTHING_NOTED = new Demands() {

        @Override
        public void event(CDPEvent event) {}

        @Override
        public void request(String id) {}

        @Override
        public void message(long sequence) {}
    };

    /** What a session of WithCDP says while it has no children and no handler of it fails. */
    private static final Map<String, Answer> ALONE = Map.of(
            "watchHandlers", arguments -> Made.NO_HANDLERS,
            "demands", arguments -> NOTHING_NOTED,
            "ticker", arguments -> Ticker.SYSTEM,
            "names", arguments -> StrictNames.NONE,
            "checkCanCome", arguments -> "nothing, as whoever asks takes no answer",
            "descendants", arguments -> List.of(),
            "onDescendant", arguments -> (Subscription) () -> {});

    private ProxySession() {}

    /** Gives what a method returns. */
    interface Answer {
        Object to(Object[] arguments);
    }

    /**
     * Return a session that has no children, and no handler that fails, unless a test says otherwise.
     *
     * @param session does what is not answered
     * @param answers the answers of the test, by the name of the method
     */
    static CDPSession of(ScriptedSession session, Map<String, Answer> answers) {
        return proxy((proxy, method, arguments) -> {
            var answer = answers.getOrDefault(method.getName(), ALONE.get(method.getName()));
            return answer == null ? invoke(session, method, arguments) : answer.to(arguments);
        });
    }

    /** Return a session that does what another one does, and has something happen after the first call of a method. */
    static CDPSession withFirst(String name, CDPSession session, Runnable happening) {
        var happened = new AtomicBoolean();
        return proxy((proxy, method, arguments) -> {
            var answer = invoke(session, method, arguments);
            if (method.getName().equals(name) && happened.compareAndSet(false, true)) {
                happening.run();
            }
            return answer;
        });
    }

    /** Return the listener that {@code onDescendant} was called with. */
    @SuppressWarnings("unchecked") // what a proxy is given has no type
    static Consumer<CDPSession> listener(Object[] arguments) {
        return (Consumer<CDPSession>) arguments[0];
    }

    private static CDPSession proxy(InvocationHandler handler) {
        return (CDPSession) Proxy.newProxyInstance(
                ProxySession.class.getClassLoader(), new Class<?>[] {CDPSession.class, AssertedSession.class}, handler);
    }

    private static Object invoke(CDPSession session, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(session, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
