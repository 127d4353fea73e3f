package io.github.withcdp.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttachmentsTests {

    private static List<String> lines(Map<String, String> environment, String... files) {
        return Attachments.of(environment).lines(Stream.of(files).map(Path::of).toList());
    }

    @Test
    void are_whole_paths() {
        assertThat(lines(Map.of(), "/r/report.html", "/r/a b/screenshot-2.png"))
                .containsExactly("[[ATTACHMENT|/r/report.html]]", "[[ATTACHMENT|/r/a b/screenshot-2.png]]");
        assertThat(lines(Map.of(), "r/report.html"))
                .containsExactly("[[ATTACHMENT|" + Path.of("r/report.html").toAbsolutePath() + "]]");
    }

    @Test
    void are_paths_from_the_checkout_on_GitLab() {
        var gitLab = Map.of("CI_PROJECT_DIR", "/builds/acme/shop");

        assertThat(lines(gitLab, "/builds/acme/shop/web/target/withcdp-reports/T/t/report.html"))
                .containsExactly("[[ATTACHMENT|web/target/withcdp-reports/T/t/report.html]]");
    }

    @Test
    void are_whole_paths_on_GitLab_where_no_artifact_can_be() {
        var gitLab = Map.of("CI_PROJECT_DIR", "/builds/acme/shop");

        assertThat(lines(gitLab, "/builds/acme/shop-2/report.html", "/builds/acme/shop/../report.html"))
                .containsExactly(
                        "[[ATTACHMENT|/builds/acme/shop-2/report.html]]",
                        "[[ATTACHMENT|/builds/acme/shop/../report.html]]");
    }

    @Test
    void are_whole_paths_if_the_checkout_is_no_path() {
        for (var none : List.of(" ", "a\0b")) {
            assertThat(lines(Map.of("CI_PROJECT_DIR", none), "/r/report.html"))
                    .containsExactly("[[ATTACHMENT|/r/report.html]]");
        }
    }

    @Test
    void refuse_what_would_not_stay_one_line() {
        for (var environment : List.of(Map.<String, String>of(), Map.of("CI_PROJECT_DIR", "/"))) {
            assertThat(lines(
                            environment,
                            "/a\nb/report.html",
                            "/a\rb/report.html",
                            "/a]]b/report.html",
                            "/a|b/report.html",
                            "/\u2028/report.html",
                            "/\u001b/report.html"))
                    .isEmpty();
        }
    }
}
