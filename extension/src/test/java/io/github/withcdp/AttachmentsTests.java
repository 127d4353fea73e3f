package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttachmentsTests {

    private static List<String> printed(String... files) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        out.print("half a line of the test");
        Attachments.print(Stream.of(files).map(Path::of).toList(), out);
        out.print("more");
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void names_the_page_and_the_pictures_each_alone_on_its_line() {
        assertThat(printed(
                        "/r/report.html",
                        "/r/screenshot.png",
                        "/r/a b/screenshot-2.png",
                        "/r/traffic.har",
                        "/r/dom.html"))
                .containsExactly(
                        "half a line of the test",
                        "[[ATTACHMENT|/r/report.html]]",
                        "[[ATTACHMENT|/r/screenshot.png]]",
                        "[[ATTACHMENT|/r/a b/screenshot-2.png]]",
                        "more");
    }

    @Test
    void makes_paths_absolute() {
        assertThat(printed("r/report.html"))
                .contains("[[ATTACHMENT|" + Path.of("r/report.html").toAbsolutePath() + "]]");
    }

    @Test
    void refuses_what_would_not_stay_one_line() {
        assertThat(printed(
                        "/a\nb/report.html",
                        "/a\rb/report.html",
                        "/a]]b/report.html",
                        "/a|b/report.html",
                        "/\u2028/report.html",
                        "/\u001b/report.html"))
                .containsExactly("half a line of the testmore");
    }
}
