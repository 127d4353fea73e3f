package io.github.withcdp.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.finding.Suspicion;
import io.github.withcdp.internal.finding.Suspicions;
import io.github.withcdp.internal.report.WrittenReport;
import io.github.withcdp.protocol.SessionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErrorAnnotationTests {

    private static final String SOURCE = "src/test/java/io/github/withcdp/internal/publish/ErrorAnnotationTests.java";

    private static Throwable failure() {
        var failure = new AssertionError("what it says itself is not printed");
        failure.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(ErrorAnnotationTests.class.getName(), "pays", "ErrorAnnotationTests.java", 46)
        });
        return failure;
    }

    private static FailedTest test(Throwable failure, String title, String text, Suspicion... suspicions) {
        return new FailedTest(
                Optional.of(ErrorAnnotationTests.class),
                "pays",
                failure,
                new WrittenReport(
                        Path.of("r"),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Suspicions(List.of(suspicions), suspicions.length, ""),
                        title,
                        text));
    }

    private static String line(String workspace, FailedTest test) {
        return ErrorAnnotation.of(Map.of("GITHUB_WORKSPACE", workspace)).line(test);
    }

    private static String here() {
        return Path.of("").toAbsolutePath().toString();
    }

    @Test
    void names_the_line_and_says_why_and_what_was_unusual() {
        var suspicion = new Suspicion(
                Suspicion.Kind.CONSOLE_ERROR,
                Duration.ofMillis(199),
                new SessionId("52958323AB"),
                "refused",
                1,
                List.of(7L),
                List.of());

        assertThat(line(here(), test(failure(), "pays once", "java.lang.AssertionError: \nexpected: 1", suspicion)))
                .isEqualTo(
                        "::error file=" + SOURCE
                                + ",line=46,title=pays once failed::java.lang.AssertionError: %0Aexpected: 1%0A%0A0.199 s @52958323 refused (message 7)");
    }

    @Test
    void names_the_file_from_the_root_of_the_build_without_a_checkout() {
        assertThat(ErrorAnnotation.of(Map.of()).line(test(failure(), "pays", "no")))
                .startsWith("::error file=extension/" + SOURCE + ",line=46,");
    }

    @Test
    void names_the_source_of_the_class_if_the_line_is_not_in_the_trace() {
        assertThat(line(here(), test(new Exception("x", null, false, false) {}, "pays", "no")))
                .isEqualTo("::error file=" + SOURCE + ",title=pays failed::no");
    }

    @Test
    void names_no_file_that_is_not_in_the_repository() {
        assertThat(line("/nowhere", test(failure(), "pays", "no"))).isEqualTo("::error title=pays failed::no");
        var foreign = new FailedTest(
                Optional.of(String.class),
                "pays",
                failure(),
                test(failure(), "pays", "no").report());
        assertThat(line(here(), foreign)).isEqualTo("::error title=pays failed::no");
        var none = new FailedTest(
                Optional.empty(), "", failure(), test(failure(), "pays", "").report());
        assertThat(line(here(), none)).isEqualTo("::error title=pays failed::It failed.");
    }

    @Test
    void names_no_file_if_the_line_is_in_another_one_that_is_not_found() {
        var failure = new AssertionError();
        failure.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("java.lang.Thread", "pays", "Thread.java", 46)});
        var inherited = new FailedTest(
                Optional.of(Inherits.class),
                "pays",
                failure,
                test(failure, "pays", "no").report());

        assertThat(line(here(), inherited)).isEqualTo("::error title=pays failed::no");
    }

    static class Inherits extends Thread {}

    @Test
    void stays_one_command_whatever_tests_are_called_and_pages_say() {
        assertThat(line(here(), test(failure(), "a,line=1::b%0A", "100%\n::stop-commands::x")))
                .isEqualTo("::error file=" + SOURCE
                        + ",line=46,title=a%2Cline=1%3A%3Ab%250A failed::100%25%0A::stop-commands::x");
    }
}
