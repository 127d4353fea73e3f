package io.github.withcdp.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.finding.Suspicions;
import io.github.withcdp.internal.report.WrittenReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuildOutputTests {

    private static List<String> printed(Map<String, String> environment, boolean annotated, String... files) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        var report = new WrittenReport(
                Path.of("/r"),
                Stream.of(files).map(Path::of).toList(),
                List.of(),
                List.of(),
                Suspicions.UNKNOWN,
                "pays",
                "no");
        out.print("half a line of the test");
        BuildOutput.of(environment)
                .report(new FailedTest(Optional.empty(), "", new AssertionError(), report), annotated, out);
        out.print("more");
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void names_the_page_and_the_pictures_each_alone_on_its_line() {
        assertThat(printed(
                        Map.of(),
                        false,
                        "/r/report.html",
                        "/r/screenshot.png",
                        "/r/screenshot-2.png",
                        "/r/traffic.har",
                        "/r/dom.html"))
                .containsExactly(
                        "half a line of the test",
                        "[[ATTACHMENT|/r/report.html]]",
                        "[[ATTACHMENT|/r/screenshot.png]]",
                        "[[ATTACHMENT|/r/screenshot-2.png]]",
                        "more");
    }

    @Test
    void tells_TeamCity_besides() {
        assertThat(printed(Map.of("TEAMCITY_VERSION", "2025.11"), false, "/r/T/t/report.html"))
                .containsExactly(
                        "half a line of the test",
                        "[[ATTACHMENT|/r/T/t/report.html]]",
                        "##teamcity[publishArtifacts '/r/T/t/report.html => withcdp-reports/T/t']",
                        "##teamcity[testMetadata type='artifact' name='report.html' value='withcdp-reports/T/t/report.html']",
                        "more");
    }

    @Test
    void annotates_if_asked_to_even_if_no_report_could_be_written() {
        assertThat(printed(Map.of(), true))
                .containsExactly("half a line of the test", "::error title=pays failed::no", "more");
    }

    @Test
    void leaves_the_output_alone_if_there_is_nothing_to_tell() {
        assertThat(printed(Map.of("TEAMCITY_VERSION", "2025.11"), false))
                .containsExactly("half a line of the testmore");
    }
}
