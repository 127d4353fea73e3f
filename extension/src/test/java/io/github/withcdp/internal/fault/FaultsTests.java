package io.github.withcdp.internal.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.ConsoleMessage.Level;
import io.github.withcdp.recording.ConsoleMessage.Source;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTests {

    private static final SessionId PAGE = new SessionId("P");

    private static Fault said(long sequence, String text) {
        return Fault.of(
                new ConsoleMessage(
                        sequence, Duration.ZERO, PAGE, Source.CONSOLE, Level.ERROR, "error", text, "", 0, 0, "", false),
                "");
    }

    @Test
    void tells_of_the_first_eight() {
        var faults = LongStream.rangeClosed(1, 10)
                .mapToObj(number -> said(number, "no. " + number))
                .toList();

        assertThat(UnhandledFaults.failure("The test", faults, session -> ", in a worker"))
                .hasMessageStartingWith("""
                        The test has passed, but 10 faults of the page were not dealt with (failOn: CONSOLE_ERRORS):
                          #1 console.error: no. 1, in a worker
                              is allowed by "no. 1"
                        """)
                .hasMessageContaining("""
                              is allowed by "no. 8"
                          …(2 more)…
                        Have an assertion""")
                .message()
                .doesNotContain("no. 9");
    }

    @Test
    void what_a_page_says_does_nothing_in_the_message() {
        var failure = UnhandledFaults.failure(
                "The test", List.of(said(1, "\u001b[31m\u202e" + "x".repeat(1_000) + "\nsecond line")), session -> "");

        assertThat(failure.getMessage()).doesNotContain("\u001b", "\u202e", "second line", "x".repeat(300));
    }

    @Test
    void nothing_allows_what_says_nothing() {
        assertThat(UnhandledFaults.failure("The test", List.of(said(1, "")), session -> ""))
                .hasMessageContaining("  #1 console.error: \n      has no text that a pattern could allow\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "out of stock",
                "payment refused: {\"error\":\"the bank, the C:\\\\ drive\"}",
                " spaces around ",
                "tab\tand \u202e bidi, grüße",
                "a very long text that goes on and on and on, so that nobody would want to have it in a pattern",
                "first\nsecond",
                "a*b [c] (d) \\\\E \\\\Q"
            })
    void the_pattern_that_is_told_allows_the_fault(String text) {
        var fault = said(1, text);

        assertThat(fault.pattern())
                .doesNotContain(",", "\"", "\\", "\n", "\t")
                .isEqualTo(fault.pattern().strip());
        assertThat(FaultPattern.of(fault.pattern()).allows(fault)).isTrue();
        assertThat(FaultPattern.of(fault.pattern()).allows(said(1, "something else")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "out of *, true",
        "*/stock, true",
        "out of the/stock, true",
        "out of **stock, true",
        "out of, false",
        "of the/stock, false",
        "out.of.*, false"
    })
    void a_star_is_anything_of_a_text(String pattern, boolean allows) {
        assertThat(FaultPattern.of(pattern).allows(said(1, "out of the/stock"))).isEqualTo(allows);
    }
}
