package io.github.withcdp.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestMetadataTests {

    private static List<String> lines(String... files) {
        return new TestMetadata(new Checkout(Path.of("/work/shop")))
                .lines(Stream.of(files).map(Path::of).toList());
    }

    @Test
    void publish_each_file_where_they_say_that_it_is() {
        assertThat(lines(
                        "/work/shop/web/target/withcdp-reports/Tests/pays/report.html",
                        "/work/shop/web/target/withcdp-reports/Tests/pays/screenshot.png"))
                .containsExactly(
                        "##teamcity[publishArtifacts '/work/shop/web/target/withcdp-reports/Tests/pays/report.html => web/target/withcdp-reports/Tests/pays']",
                        "##teamcity[testMetadata type='artifact' name='report.html' value='web/target/withcdp-reports/Tests/pays/report.html']",
                        "##teamcity[publishArtifacts '/work/shop/web/target/withcdp-reports/Tests/pays/screenshot.png => web/target/withcdp-reports/Tests/pays']",
                        "##teamcity[testMetadata type='image' name='screenshot.png' value='web/target/withcdp-reports/Tests/pays/screenshot.png']");
    }

    @Test
    void keep_apart_what_lies_outside_of_the_build() {
        assertThat(lines("/tmp/r/Tests/pays/report.html"))
                .containsExactly(
                        "##teamcity[publishArtifacts '/tmp/r/Tests/pays/report.html => withcdp-reports/Tests/pays']",
                        "##teamcity[testMetadata type='artifact' name='report.html' value='withcdp-reports/Tests/pays/report.html']");
    }

    @Test
    void escape_what_has_a_meaning_in_a_message() {
        assertThat(lines("/work/shop/it's [ü]|x/T/t/report.html"))
                .containsExactly(
                        "##teamcity[publishArtifacts '/work/shop/it|'s |[|0x00FC|]||x/T/t/report.html => it|'s |[|0x00FC|]||x/T/t']",
                        "##teamcity[testMetadata type='artifact' name='report.html' value='it|'s |[|0x00FC|]||x/T/t/report.html']");
    }

    @Test
    void are_left_out_where_a_path_would_be_more_than_one_rule() {
        assertThat(lines(
                        "/work/shop/a,b/T/t/report.html",
                        "/work/shop/*/T/t/report.html",
                        "/work/shop/a?/T/t/report.html",
                        "/work/shop/a => b/T/t/report.html",
                        "/work/shop/a.zip!/T/t/report.html",
                        "/work/shop/a\nb/T/t/report.html",
                        "/work/shop/\u2028/T/t/report.html",
                        "/work/shop/" + "x".repeat(1_024) + "/T/t/report.html"))
                .isEmpty();
    }

    @Test
    void are_for_TeamCity_alone() {
        assertThat(TestMetadata.of(Map.of())).isEmpty();
        assertThat(TestMetadata.of(Map.of("TEAMCITY_VERSION", " "))).isEmpty();
        assertThat(TestMetadata.of(Map.of("TEAMCITY_VERSION", "2025.11 (build 208117)")))
                .contains(new TestMetadata(
                        new Checkout(Path.of("..").toAbsolutePath().normalize())));
    }
}
