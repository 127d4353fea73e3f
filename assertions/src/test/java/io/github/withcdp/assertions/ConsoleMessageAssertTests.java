package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.containing;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;

import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.ConsoleMessage.Level;
import io.github.withcdp.recording.ConsoleMessage.Source;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConsoleMessageAssertTests {

    private final ConsoleMessage error =
            Traffic.message(it -> it.said("error", "payment refused: http://localhost/api/pay"));
    private final ConsoleMessage greeting = Traffic.message(it -> it.said("log", "hello"));
    private final ConsoleMessage warning = Traffic.message(it -> it.said("warning", "slow"));
    private final ConsoleMessage entry =
            Traffic.message(it -> it.logged("error", "Failed to load resource", "/missing.png"));
    private final ConsoleMessage thrown = Traffic.message(it -> it.threw("Error: no\n    at pay (app.js:3:4)"));

    @Nested
    class HasText {

        @Test
        void passes() {
            assertThat(error)
                    .hasText("payment refused: http://localhost/api/pay")
                    .hasText("payment refused: *")
                    .hasText(containing("refused"));
        }

        @Test
        void fails() {
            assertFails("console-text.txt", () -> assertThat(error).hasText("refused"));
        }

        @Test
        void fails_with_the_condition() {
            assertFails("console-text-condition.txt", () -> assertThat(error).hasText(containing("accepted")));
        }
    }

    @Nested
    class HasLevel {

        @Test
        void passes() {
            assertThat(error).hasLevel(Level.ERROR).isError();
            assertThat(entry).isError();
            assertThat(thrown).isError();
            assertThat(warning).hasLevel(Level.WARNING).isWarning();
            assertThat(greeting).hasLevel(Level.INFO);
        }

        @Test
        void fails() {
            assertFails("console-level.txt", () -> assertThat(greeting).isError());
            assertFails("console-level-warning.txt", () -> assertThat(entry).isWarning());
        }
    }

    @Nested
    class HasType {

        @Test
        void passes() {
            assertThat(error).hasType("error");
            assertThat(entry).hasType("network");
            assertThat(thrown).hasType("exception");
        }

        @Test
        void fails() {
            assertFails("console-type.txt", () -> assertThat(greeting).hasType("table"));
        }
    }

    @Nested
    class HasSource {

        @Test
        void passes() {
            assertThat(error).hasSource(Source.CONSOLE);
            assertThat(entry).hasSource(Source.LOG);
            assertThat(thrown).hasSource(Source.EXCEPTION);
        }

        @Test
        void fails() {
            assertFails("console-source.txt", () -> assertThat(thrown).hasSource(Source.CONSOLE));
        }
    }

    @Nested
    class HasLocation {

        @Test
        void passes() {
            assertThat(error).hasLocation("http://localhost/app.js:12:7").hasLocation("**/app.js:*");
        }

        @Test
        void fails() {
            assertFails("console-location.txt", () -> assertThat(error).hasLocation("**/app.js"));
        }

        @Test
        void fails_without_one() {
            var nowhere = new ConsoleMessage(
                    0,
                    greeting.elapsed(),
                    greeting.session(),
                    Source.CONSOLE,
                    Level.INFO,
                    "log",
                    "hello",
                    "",
                    0,
                    0,
                    "",
                    false);

            assertFails("console-location-none.txt", () -> assertThat(nowhere).hasLocation("**/app.js"));
        }
    }
}
