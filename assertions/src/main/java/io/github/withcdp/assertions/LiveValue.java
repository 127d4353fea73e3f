package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.evidence.ValueHistory;
import io.github.withcdp.assertions.internal.session.SessionGroup;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.assertions.internal.wait.PollingWait;
import io.github.withcdp.assertions.internal.wait.WaitOutcome;
import io.github.withcdp.assertions.internal.wait.WaitOutcome.Kind;
import io.github.withcdp.assertions.internal.wait.WaitSettings;
import io.github.withcdp.internal.spi.AssertedSession;
import io.github.withcdp.internal.spi.Evaluated;
import io.github.withcdp.internal.time.Ticker;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.JavaScriptException;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The value of an expression, as a page has it at one time after another, which {@link LiveValueAssert} is about.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class LiveValue {

    private static final int LINES = 8;

    /** What Chrome says where there is no JavaScript at all. */
    private static final int UNKNOWN_METHOD = -32601;

    /** What an answer may take that was asked for just before the end. */
    private static final Duration LAST_ANSWER = Duration.ofSeconds(1);

    private final CDPSession session;
    private final Duration limit;
    private final String expression;

    LiveValue(CDPSession session, Duration limit, String expression) {
        this.session = session;
        this.limit = limit;
        this.expression = expression;
    }

    CDPSession session() {
        return session;
    }

    Duration limit() {
        return limit;
    }

    List<String> expressionLines() {
        return ShownText.lines(expression.strip(), LINES, ShownText.URL);
    }

    /** Ask until the value meets a condition. */
    Answer until(ValueCondition condition) {
        return new Answer(condition);
    }

    /** Say what to do about a value that does not meet what was demanded. */
    interface Advice {
        Optional<String> about(String expression, ValueHistory history, Duration limit);
    }

    @Override
    public String toString() {
        return "the value of %s in %s".formatted(ShownText.text(expression.strip(), ShownText.VALUE), session);
    }

    /** How it went to wait for a value. */
    final class Answer {

        private final ValueCondition condition;
        private final ValueHistory history = new ValueHistory();
        private final Ticker ticker = SessionGroup.alone(session).ticker();
        private final long start = ticker.nanoTime();
        private final WaitOutcome outcome;
        private @Nullable WaitOutcome sooner;
        private @Nullable JsonNode last;
        private String url = session.target().url();

        private Answer(ValueCondition condition) {
            this.condition = condition;
            this.outcome = waitForIt();
        }

        WaitOutcome outcome() {
            return outcome;
        }

        private WaitOutcome waitForIt() {
            try {
                // Whatever a page tells of may be why the value is another one, but for a debugger that tells of what
                // was asked.
                var ended = PollingWait.until(session, limit, method -> !method.startsWith("Debugger."), this::isOver);
                var reason = sooner;
                return reason == null ? ended : reason;
            } catch (CommandTimeoutException silence) {
                return new WaitOutcome(
                        Kind.TIME_IS_UP,
                        silence.hints().stream()
                                .filter(hint -> !hint.contains("withcdp.timeout")) // which does not count here
                                .map(hint -> "\n- " + hint)
                                .collect(Collectors.joining("", "it does not answer", "")));
            }
        }

        /** Ask once, and return whether there is no need to ask again. */
        private boolean isOver() {
            if (session instanceof AssertedSession asserted && asserted.isStoppedInDebugger()) {
                sooner = WaitOutcome.lost(
                        "a debugger has stopped it, and there is no handler of Debugger.paused to have it go on");
                return true;
            }
            var evaluated = ask();
            noteUrl();
            if (evaluated.isEmpty()) {
                return false;
            }
            if (evaluated.get() instanceof Evaluated.Value value) {
                history.value(value.json(), elapsed());
                last = value.json();
                return condition.matches(value.json());
            }
            if (evaluated.get() instanceof Evaluated.Malformed malformed) {
                throw new IllegalArgumentException("The expression is no JavaScript: %s; it was: %s"
                        .formatted(
                                ShownText.text(malformed.text(), ShownText.VALUE),
                                ShownText.text(expression, ShownText.URL)));
            }
            if (evaluated.get() instanceof Evaluated.Thrown thrown) {
                history.thrown(thrown.text(), elapsed());
            }
            return false;
        }

        /** Return what came of it; empty if Chrome did not tell, because there is no document at the moment. */
        private Optional<Evaluated> ask() {
            var left = limit.minus(elapsed());
            var least = limit.compareTo(LAST_ANSWER) < 0 ? limit : LAST_ANSWER;
            try {
                return Optional.of(evaluate(left.compareTo(least) < 0 ? least : left));
            } catch (CommandFailedException refusal) {
                if (refusal.code() == UNKNOWN_METHOD) {
                    throw refusal;
                }
                history.refused(refusal.errorMessage(), elapsed());
                return Optional.empty();
            }
        }

        private Evaluated evaluate(Duration time) {
            if (session instanceof AssertedSession asserted) {
                return asserted.tryEvaluate(expression, time);
            }
            try {
                return new Evaluated.Value(session.evaluate(expression, time));
            } catch (JavaScriptException thrown) {
                return new Evaluated.Thrown(
                        String.valueOf(thrown.getMessage()).lines().findFirst().orElse(""));
            }
        }

        private void noteUrl() {
            var now = session.target().url();
            if (!now.equals(url)) {
                url = now;
                history.moved(now, elapsed());
            }
        }

        private Duration elapsed() {
            return Duration.ofNanos(ticker.nanoTime() - start);
        }

        /** Return what there was instead of the value, what requirements said of it, and what may be the reason. */
        List<String> lines(Advice advice) {
            var lines = new ArrayList<>(outcome.details());
            lines.addAll(history.lines());
            var value = last;
            if (value != null) {
                condition.matcher().reasons().apply(value).forEach(reason -> lines.add("      " + reason));
            }
            if (!outcome.isEnd()) {
                advice.about(expression, history, limit).ifPresent(lines::add);
                lines.addAll(new WaitSettings(SessionGroup.alone(session), limit, Optional.empty()).pending());
            }
            return lines;
        }
    }
}
