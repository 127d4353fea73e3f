package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.PendingCommand;
import io.github.withcdp.internal.json.Json;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What the commands of a test mean for the session itself: domains that are enabled, features that it wants, ends that are our own doing, requests that go on. */
final class CommandEffects {

    /** What ends sessions: then it was us, and nobody else. */
    private static final Set<String> ENDING = Set.of(
            "Browser.close",
            "Page.close",
            "Target.closeTarget",
            "Target.detachFromTarget",
            "Target.disposeBrowserContext");

    private final SessionState state;
    private final ScopeMessages scope;
    private final BiConsumer<String, JsonNode> endRequested;
    private final Function<JsonNode, Consumer<Answer>> attachRequested;

    /**
     * Create for one session.
     *
     * @param scope is told which commands of the browser session are those of its test
     * @param endRequested called with each command that ends sessions, before it is sent
     * @param attachRequested called with the params of each that attaches to a target, before it is sent; gives what is to be told the answer
     */
    CommandEffects(
            SessionState state,
            ScopeMessages scope,
            BiConsumer<String, JsonNode> endRequested,
            Function<JsonNode, Consumer<Answer>> attachRequested) {
        this.state = state;
        this.scope = scope;
        this.endRequested = endRequested;
        this.attachRequested = attachRequested;
    }

    /** Note what a command means that is about to be sent; returns what is to be done when it has been. */
    Consumer<PendingCommand> note(String method, byte[] params) {
        state.noteDomain(method);
        state.ownUse().testSends(method);
        if (ENDING.contains(method)) {
            endRequested.accept(method, Json.read(params, 0, params.length));
        }
        Optional<Consumer<Answer>> attached = method.equals("Target.attachToTarget")
                ? Optional.of(attachRequested.apply(Json.read(params, 0, params.length)))
                : Optional.empty();
        var release = state.watch().release(method, params);
        return command -> {
            release.ifPresent(command::whenDone);
            attached.ifPresent(command::whenDone);
            if (state.id().isBrowser()) {
                scope.browserCommand(command.id());
            }
        };
    }
}
