package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.download.DownloadOptions;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadParserTests {

    @Test
    void is_what_the_run_says() {
        var run = new RunFixture()
                .property("withcdp.download", "true")
                .property("withcdp.download.version", "156.0.8078.79")
                .property("withcdp.download.mirror", "https://ada:secret@mirror.example/chrome/")
                .property("withcdp.download.dir", "/var/cache/browsers");

        assertThat(download(run.sources()).orElseThrow()).satisfies(options -> {
            assertThat(options.version()).isEqualTo("156.0.8078.79");
            assertThat(options.source().versions()).hasHost("mirror.example");
            assertThat(options.directory()).isEqualTo(Path.of("/var/cache/browsers"));
        });
        assertThat(download(run.property("withcdp.download", "false").sources()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            withcdp.download.version | newest
            withcdp.download.sha256  | 12ab
            withcdp.download.mirror  | http://[
            withcdp.download.mirror  | file:///tmp
            """)
    void refuses_a_bad_value_also_if_nothing_is_to_be_downloaded(String key, String text) {
        assertThatThrownBy(() -> download(new RunFixture().property(key, text).sources()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(key + " (system property): ")
                .hasMessageFindingMatch("but must be|Write one");
    }

    private static Optional<DownloadOptions> download(ConfigurationSources run) {
        return DownloadParser.download(Settings.resolve(OptionValues.NONE, run));
    }
}
