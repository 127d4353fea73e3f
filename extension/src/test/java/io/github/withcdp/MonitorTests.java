package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The monitor of a run, from the option to what a viewer is sent. */
class MonitorTests {

    private static final Pattern ADDRESS =
            Pattern.compile("(?m)^WithCDP: the monitor of these tests is at (http://127\\.0\\.0\\.1:\\d+/\\S+/)$");

    @TempDir
    Path directory;

    @Test
    void a_run_prints_once_where_its_tests_can_be_watched() throws Exception {
        var printed = new Fork(directory)
                .run(
                        Fork.classPath(),
                        WatchedTestCase.class,
                        "-Dwithcdp.monitor=always",
                        "-Dprinted=" + directory.resolve("printed"));

        assertThat(ADDRESS.matcher(printed).results()).hasSize(1);
        assertThat(printed).contains("succeeded: 2").doesNotContain("failed");
    }

    @WithCDP
    static class WatchedTestCase {

        @Test
        void sends(CDPSession page) throws IOException {
            page.evaluate("'watched'");

            assertThat(firstPortion()).contains("\"name\":\"WatchedTestCase sends(CDPSession)\"", "\"over\":false");
        }

        @Test
        void sends_too(CDPSession page) throws IOException {
            page.evaluate("'watched too'");

            assertThat(firstPortion()).contains("\"name\":\"WatchedTestCase sends_too(CDPSession)\"", "\"over\":false");
        }

        private static String firstPortion() throws IOException {
            var printed = ADDRESS.matcher(Files.readString(Path.of(System.getProperty("printed"))));
            assertThat(printed.find()).isTrue();
            var feed = URI.create(printed.group(1) + "feed").toURL();
            try (var lines = new BufferedReader(new InputStreamReader(feed.openStream(), StandardCharsets.UTF_8))) {
                return lines.readLine();
            }
        }
    }
}
