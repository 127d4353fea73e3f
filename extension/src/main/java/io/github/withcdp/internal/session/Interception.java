package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.IncomingEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has the requests of sessions paused for a {@link RequestInterceptor}, unseen by the test. */
final class Interception {

    /** The requests of a dedicated worker are paused in the session of its page. */
    private static final Set<String> PAUSABLE =
            Set.of("page", "iframe", "webview", "background_page", "other", "service_worker", "shared_worker");

    private static final Map<String, Object> EVERYTHING = Map.of("patterns", List.of(Map.of("urlPattern", "*")));

    private Interception() {}

    /** Begin, before the target runs. */
    static void begin(SessionCommands commands, RequestInterceptor interceptor) {
        var state = commands.state();
        var target = state.target();
        if (PAUSABLE.contains(target.type())) {
            state.ownUse()
                    .begin(
                            SharedFeature.FETCH,
                            EVERYTHING,
                            commands::transmitUnrecorded,
                            event -> receive(commands, event, interceptor))
                    .ifPresent(command -> command.whenDone(answer -> {
                        if (answer instanceof Answer.Refused refused) {
                            interceptor.refused(state.id(), target.type() + " " + target.url(), refused.message());
                        }
                    }));
        }
    }

    private static void receive(SessionCommands commands, IncomingEvent event, RequestInterceptor interceptor) {
        if (event.method().equals("Fetch.requestPaused")) {
            interceptor.paused(new PausedRequest(commands, event.params()));
        }
    }
}
