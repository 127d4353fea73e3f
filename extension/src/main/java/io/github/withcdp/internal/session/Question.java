package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.CDPException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Something that is asked of a target for a report, by one command or several, without a word to whoever cannot answer.
 *
 * @param commands of the session that is asked
 * @param outcome what comes of it
 * @param missing makes an outcome of the reason why there is none
 */
record Question<T>(SessionCommands commands, Promise<T> outcome, Function<String, T> missing) {

    /** Deals with the result of a command, whose id says which message of the recording it is. */
    @FunctionalInterface
    interface Next {

        void accept(int id, JsonNode result);
    }

    /** Begin to ask, unless it is known that nothing can be had. */
    static <T> Question<T> ask(SessionCommands commands, Function<String, T> missing, Consumer<Question<T>> first) {
        var question = new Question<>(commands, new Promise<T>(), missing);
        var obstacle = commands.state().obstacle();
        if (obstacle.isPresent()) {
            question.fail(obstacle.get());
        } else {
            first.accept(question);
        }
        return question;
    }

    /** Send a command, and have its result dealt with by a thread that may take its time. */
    void send(String method, Map<String, Object> params, Next next) {
        var command = commands.transmit(method, Json.write(params));
        command.whenDone(answer -> commands.state().context().threads().execute(() -> {
            try {
                next.accept(command.id(), Answers.of(commands.state(), command, answer));
            } catch (CDPException failure) {
                fail(String.valueOf(failure.getMessage()));
            } catch (RuntimeException strange) { // no browser says such things; whoever waits must not wait for ever
                fail("the answer makes no sense: " + strange);
            }
        }));
    }

    void answer(T value) {
        outcome.complete(value);
    }

    private void fail(String because) {
        outcome.complete(missing.apply(because));
    }

    /** Return whether the outcome is there. */
    boolean isAnswered() {
        return outcome.isDone();
    }

    /** Wait for the outcome. */
    T get(Deadline deadline) {
        return Await.value(outcome, deadline, missing);
    }
}
