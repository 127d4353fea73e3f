package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.PendingCommand;
import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.connection.Route;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.CommandTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Sends the commands of one session, and waits for what becomes of them. */
final class SessionCommands {

    /** Larger params hold a body or a file, and would take long to read. */
    private static final int LOOKED_AT = 1024 * 1024;

    private final SessionState state;
    private final EventDelivery delivery;
    private final CommandEffects effects;
    private final Route route;

    /**
     * Create for one session.
     *
     * @param route where the events of the session go, and whose commands these are
     */
    SessionCommands(SessionState state, EventDelivery delivery, CommandEffects effects, Route route) {
        this.state = state;
        this.delivery = delivery;
        this.effects = effects;
        this.route = route;
    }

    SessionState state() {
        return state;
    }

    EventDelivery delivery() {
        return delivery;
    }

    /** Send a command, unless it is known that nobody would answer it. */
    PendingCommand transmit(String method, byte[] params) {
        var gone = state.end().refusing(method);
        if (gone != null) {
            return PendingCommand.unsent(route, method, gone);
        }
        var refusal = state.ownUse().refusal(method);
        if (refusal.isPresent()) {
            return PendingCommand.refused(route, method, new Answer.Refused(0, refusal.get(), "", 0));
        }
        var whenSent = effects.note(method, params);
        var command = state.context().connection().send(route, method, params, true);
        whenSent.accept(command);
        gone = state.end().refusing(method); // whoever ended the session meanwhile did not see this command yet
        if (gone != null) {
            command.complete(gone);
        }
        return command;
    }

    /** Send a command that is no part of what the test says. */
    PendingCommand transmitUnrecorded(String method, byte[] params) {
        var gone = state.end().refusing(method);
        return gone == null
                ? state.context().connection().send(route, method, params, false)
                : PendingCommand.unsent(route, method, gone);
    }

    /** Send a command and return its result, when the handlers of the events before it have run. */
    JsonNode send(String method, @Nullable Object params, Duration timeout) {
        var deadline = Params.deadline(timeout, state.context().ticker());
        var json = encoded(method, params);
        try (var failures = state.failures().begin()) {
            failures.check(method);
            var command = transmit(method, json);
            return Answers.of(state, command, await(command, deadline, failures));
        }
    }

    private byte[] encoded(String method, @Nullable Object params) {
        var json = Params.encode(Params.method(method), params);
        var names = state.context().names();
        if (names.looksAtCommands() && json.length <= LOOKED_AT) {
            names.command(method, json.length == 0 ? MissingNode.getInstance() : Json.read(json, 0, json.length));
        }
        return json;
    }

    /**
     * Send a command that is none of the test's, and return its result; what handlers do meanwhile is no matter, nor is a mistake in it one of the test.
     *
     * @param noted where it is noted
     * @param whenSent is given its id
     */
    JsonNode sendByHand(String method, JsonNode params, HandCommands noted, IntConsumer whenSent) {
        var deadline = Params.deadline(
                state.context().options().timeout(), state.context().ticker());
        var json = Params.encode(Params.method(method), params);
        var command = noted.send(() -> transmit(method, json));
        whenSent.accept(command.id());
        try {
            return Answers.of(state, command, command.await(deadline));
        } catch (TimeoutException silence) {
            throw new CommandTimeoutException(method, deadline.limit(), Hints.silence(state, command));
        } catch (InterruptedException interrupt) {
            throw Await.interrupted("waiting for the answer to " + method, interrupt);
        }
    }

    /** Send a command for which nobody waits in person. */
    CompletableFuture<JsonNode> sendAsync(String method, @Nullable Object params, Duration timeout) {
        Params.deadline(timeout, state.context().ticker()); // refuses one of nothing
        var command = transmit(method, encoded(method, params));
        return AsyncCommand.future(state, delivery, command, timeout);
    }

    /** Wait for the answer to a command, and for the handlers of the events before it, unless one of them fails. */
    private Answer await(PendingCommand command, Deadline deadline, HandlerFailures.Wait failures) {
        var answerOrFailure = new Promise<Boolean>();
        command.whenDone(answer -> answerOrFailure.complete(true));
        failures.wake(failure -> answerOrFailure.complete(true));
        try {
            answerOrFailure.await(deadline);
        } catch (TimeoutException silence) {
            // Then it is not there when it is looked for, either.
        } catch (InterruptedException interrupt) {
            throw Await.interrupted("waiting for the answer to " + command.method(), interrupt);
        }
        failures.check(command.method());
        var answer = await(command, deadline);
        failures.check(command.method());
        return answer;
    }

    /** Wait for the answer to a command, and for the handlers of the events before it. */
    Answer await(PendingCommand command, Deadline deadline) {
        try {
            var answer = command.await(deadline);
            if (!delivery.awaitHandlers(answer.precedingEvents(), deadline.leftForWork())) {
                throw new CommandTimeoutException(
                        command.method(), deadline.limit(), List.of(Hints.handlerInTheWay(deadline.limit())));
            }
            return answer;
        } catch (TimeoutException silence) {
            throw new CommandTimeoutException(command.method(), deadline.limit(), Hints.silence(state, command));
        } catch (InterruptedException interrupt) {
            throw Await.interrupted("waiting for the answer to " + command.method(), interrupt);
        }
    }

    /** Return the commands of the session that have no answer yet. */
    List<PendingCommand> unanswered() {
        return state.context().connection().unanswered(route);
    }
}
