package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.containing;
import static io.github.withcdp.assertions.CDPAssertions.matching;
import static io.github.withcdp.assertions.CDPAssertions.not;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;
import static io.github.withcdp.assertions.Made.PAGE;
import static io.github.withcdp.assertions.Made.WORKER;

import io.github.withcdp.recording.RecordedMessage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordedMessageAssertTests {

    private static final RecordedMessage COMMAND =
            Made.command(0, PAGE, "Runtime.evaluate", 4, "{\"expression\":\"6 * 7\"}");
    private static final RecordedMessage ANSWER =
            Made.answer(1, PAGE, "Runtime.evaluate", 4, "\"result\":{\"result\":{\"type\":\"number\",\"value\":42}}");
    private static final RecordedMessage EVENT = Made.event(2, PAGE, "Page.loadEventFired", "{}");

    @Nested
    class Kind {

        @Test
        void passes_for_its_own() {
            assertThat(COMMAND).isCommand();
            assertThat(ANSWER).isAnswer();
            assertThat(EVENT).isEvent();
        }

        @Test
        void fails_for_a_command() {
            assertFails("is-event.txt", () -> assertThat(COMMAND).isEvent());
        }

        @Test
        void fails_for_an_event() {
            assertFails("is-answer.txt", () -> assertThat(EVENT).isAnswer());
        }

        @Test
        void fails_for_an_answer() {
            assertFails("is-command.txt", () -> assertThat(ANSWER).isCommand());
        }

        @Test
        void fails_for_what_is_not_readable() {
            assertFails(
                    "is-event-unreadable.txt",
                    () -> assertThat(Made.event(3, PAGE, "", "{}")).isEvent());
        }
    }

    @Nested
    class HasMethod {

        @Test
        void passes_for_its_own() {
            assertThat(ANSWER).hasMethod("Runtime.evaluate");
        }

        @Test
        void fails_for_another() {
            assertFails("message-has-method.txt", () -> assertThat(ANSWER).hasMethod("Page.reload"));
        }
    }

    @Nested
    class HasId {

        @Test
        void passes_for_its_own() {
            assertThat(COMMAND).hasId(4);
            assertThat(ANSWER).hasId(4);
        }

        @Test
        void fails_for_another() {
            assertFails("has-id.txt", () -> assertThat(COMMAND).hasId(5));
        }

        @Test
        void fails_for_none() {
            assertFails("has-id-none.txt", () -> assertThat(EVENT).hasId(5));
        }
    }

    @Nested
    class InSession {

        @Test
        void passes_for_its_own() {
            assertThat(ANSWER).inSession(PAGE);
        }

        @Test
        void fails_for_another() {
            assertFails("message-in-session.txt", () -> assertThat(ANSWER).inSession(WORKER));
        }
    }

    @Nested
    class HasParam {

        @Test
        void passes_for_a_value_and_a_condition() {
            assertThat(COMMAND).hasParam("/expression", "6 * 7").hasParam("/expression", containing("*"));
        }

        @Test
        void fails_for_another() {
            assertFails("message-has-param.txt", () -> assertThat(COMMAND).hasParam("/expression", "6 * 8"));
        }

        @Test
        void fails_without_the_param_whatever_it_must_not_be() {
            assertFails(
                    "message-has-param-missing.txt",
                    () -> assertThat(COMMAND).hasParam("/expresion", not(containing("*"))));
        }
    }

    @Nested
    class HasResult {

        @Test
        void passes_for_a_value_and_a_condition() {
            assertThat(ANSWER).hasResult("/result/value", 42).hasResult("/result/type", matching("num*"));
        }

        @Test
        void fails_for_another() {
            assertFails("has-result.txt", () -> assertThat(ANSWER).hasResult("/result/value", "42"));
        }

        @Test
        void fails_for_what_is_no_answer() {
            assertFails("has-result-command.txt", () -> assertThat(COMMAND).hasResult("/result/value", 42));
            assertFails("has-result-event.txt", () -> assertThat(EVENT).hasResult("/name", not(containing("load"))));
        }

        @Test
        void fails_for_a_command_that_was_refused() {
            var refusal = Made.answer(
                    1,
                    Made.PAGE,
                    "Page.navigate",
                    4,
                    "\"error\":{\"code\":-32000,\"message\":\"Cannot navigate to invalid URL\"}");

            assertFails("has-result-refused.txt", () -> assertThat(refusal).hasResult("/frameId", "F"));
        }

        @Test
        void is_what_an_answer_has_instead_of_params() {
            assertFails("message-has-param-answer.txt", () -> assertThat(ANSWER).hasParam("/result/value", 42));
        }
    }
}
