package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.containing;
import static io.github.withcdp.assertions.CDPAssertions.message;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;

import io.github.withcdp.recording.ConsoleMessage.Level;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30) // less than what is waited for: who looks only when the time is up has missed what came
class LiveConsoleAssertTests {

    /** For what comes: a test that gets as far as this has failed. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** For what does not come. */
    private static final Duration SHORT = Duration.ofMillis(10);

    private final ScriptedSession page = ScriptedSession.page();
    private final Traffic traffic = Traffic.of(page);

    @AfterEach
    void nobody_listens_any_more() {
        assertThat(page.handlers).isEmpty();
    }

    @Nested
    class HasSize {

        @Test
        void passes() {
            traffic.said("log", "one").logged("error", "two", "/two").threw("Error: three");

            assertThat(page).console().hasSize(3);
            assertThat(page).console(message("t*")).hasSize(1);
        }

        @Test
        void waits() {
            page.whenListenedTo(
                    () -> new Thread(() -> traffic.said("log", "one").said("log", "two")).start());

            assertThat(page).within(LONG).console().hasSize(2);
        }

        @Test
        void looks_again_when_a_rejection_is_handled_after_all() {
            traffic.threw("Error: late");
            page.whenListenedTo(() -> new Thread(traffic::handled).start());

            assertThat(page)
                    .within(LONG)
                    .console(message("*").withLevel(Level.VERBOSE))
                    .hasSize(1);
            assertThat(LiveConsole.EVENTS).contains("Runtime.exceptionRevoked");
        }

        @Test
        void marks_what_was_handled_later() {
            traffic.threw("Error: late").handled();

            assertFails(
                    "console-handled-later.txt",
                    () -> assertThat(page)
                            .within(SHORT)
                            .console(message("Error: early"))
                            .hasSize(1));
        }

        @Test
        void gives_up_with_the_closest() {
            page.say("Runtime.enable");
            traffic.said("log", "payment accepted").said("error", "payment refused");

            assertFails(
                    "console-size.txt",
                    () -> assertThat(page)
                            .within(SHORT)
                            .console(message("payment accepted: *")
                                    .withLevel(Level.ERROR)
                                    .withType("error")
                                    .from("**/shop.js"))
                            .hasSize(1));
        }

        @Test
        void fails_without_any() {
            assertFails(
                    "console-none.txt",
                    () -> assertThat(page).within(SHORT).console().hasSize(1));
        }

        @Test
        void fails_if_there_are_more() {
            traffic.said("log", "one").said("log", "two");

            assertFails(
                    "console-more.txt",
                    () -> assertThat(page).within(LONG).console().hasSize(1));
        }
    }

    @Nested
    class IsEmpty {

        @Test
        void passes() {
            assertThat(page).console(message("no")).isEmpty();
        }

        @Test
        void fails() {
            traffic.said("log", "one");

            assertFails(
                    "console-not-empty.txt", () -> assertThat(page).console().isEmpty());
        }
    }

    @Nested
    class OneOfThem {

        @Test
        void passes() {
            traffic.said("log", "one").said("error", "two");

            assertThat(page).console().first().hasText("one");
            assertThat(page).console().last().hasText("two").isError();
            assertThat(page).console().element(1).isError();
            assertThat(page).console(message(containing("wo"))).single().isError();
            assertThat(page).console().now().filteredOn(it -> it.line() == 12).hasSize(2);
        }
    }
}
