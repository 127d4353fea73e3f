package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.finding.Suspicion;
import io.github.withcdp.internal.finding.Suspicions;
import io.github.withcdp.internal.finding.SuspiciousMessages;
import io.github.withcdp.protocol.SessionId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportNoteTests {

    private static String printed(WrittenReport report) {
        var failure = new AssertionError("no");
        failure.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("com.acme.Tests", "fails", "Tests.java", 7)});
        failure.addSuppressed(new ReportNote(report));
        var out = new StringWriter();
        failure.printStackTrace(new PrintWriter(out, true));
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void prints_path_and_suspicions_in_the_stack_trace() {
        var folder = Path.of("target", "r");
        var suspicions = SuspiciousMessages.in(Reports.checkout().messages(), Duration.ofSeconds(1));

        assertThat(printed(new WrittenReport(
                        folder,
                        List.of(folder.resolve("summary.md")),
                        List.of("chrome.log: disk full"),
                        List.of(),
                        suspicions,
                        "pays",
                        "no")))
                .isEqualTo("""
                        java.lang.AssertionError: no
                        \tat com.acme.Tests.fails(Tests.java:7)
                        \tSuppressed: WithCDP wrote a report to %s
                        \t\t2.700 s @9F86D081 Runtime.evaluate of while(true); was not answered; it was sent 0 ms before the last message (message 13)
                        \t\t0.079 s @9F86D081 Page.navigate to http://[bad failed: Cannot navigate to invalid URL [code -32000] (message 10)
                        \t\t0.029 s @9F86D081 GET http://shop.test/checkout was answered with 500 Oh no (messages 4, 5)
                        \t\t0.050 s @9F86D081 console.error: no \\u001b[31mbasket 7 (message 8)
                        \t\tmissing or cut short: chrome.log: disk full
                        """.formatted(folder.toUri()));
    }

    @Test
    void says_so_if_there_is_no_report() {
        assertThat(printed(new WrittenReport(
                        Path.of("r"),
                        List.of(),
                        List.of("the report: full"),
                        List.of(),
                        Suspicions.UNKNOWN,
                        "pays",
                        "no")))
                .contains("\tSuppressed: WithCDP could not write the report to "
                        + Path.of("r").toUri() + "\n\t\tmissing or cut short: the report: full\n");
    }

    @Test
    void names_the_page_to_be_clicked() {
        var folder = Path.of("target", "a b", "Outer$Inner");

        assertThat(printed(new WrittenReport(
                        folder,
                        List.of(folder.resolve("report.html"), folder.resolve("summary.md")),
                        List.of(),
                        List.of(),
                        Suspicions.UNKNOWN,
                        "pays",
                        "no")))
                .containsPattern("WithCDP wrote a report to file:///\\S+/target/a%20b/Outer\\$Inner/report\\.html\n");
    }

    @Test
    void counts_what_it_does_not_show() {
        var note = new ReportNote(new WrittenReport(
                Path.of("r"),
                List.of(Path.of("r", "summary.md")),
                List.of(),
                List.of(),
                new Suspicions(List.of(), 1_234, ""),
                "pays",
                "no"));

        assertThat(note).hasMessageEndingWith("\n\t\t… and 1,234 more suspicious messages");
        assertThat(note.getStackTrace()).isEmpty();
    }

    @Test
    void shows_the_line_that_threw_and_no_more_of_the_source() {
        var exception = new Suspicion(
                Suspicion.Kind.EXCEPTION,
                Duration.ofMillis(199),
                new SessionId("52958323AB"),
                "Uncaught TypeError: no price (http://shop.test/cart.js:3:9)",
                1,
                List.of(7L),
                List.of("  2: function add(item) {", "> 3:   total.push(item.price);", "  4: }"));

        assertThat(new ReportNote(new WrittenReport(
                        Path.of("r"),
                        List.of(Path.of("r", "summary.md")),
                        List.of(),
                        List.of(),
                        new Suspicions(List.of(exception), 1, ""),
                        "pays",
                        "no")))
                .hasMessageEndingWith(
                        "\n\t\t0.199 s @52958323 Uncaught TypeError: no price (http://shop.test/cart.js:3:9) (message 7)\n\t\t\t> 3:   total.push(item.price);");
    }
}
