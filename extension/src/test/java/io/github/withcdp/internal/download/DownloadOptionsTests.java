package io.github.withcdp.internal.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadOptionsTests {

    private static final DownloadOptions OPTIONS = DownloadOptions.ofThisMachine();

    @Test
    void by_default_it_is_the_stable_version_from_its_makers() {
        assertThat(OPTIONS.version()).isEqualTo("stable");
        assertThat(OPTIONS.source().isMirror()).isFalse();
        assertThat(OPTIONS.limit()).isEqualTo(Duration.ofMinutes(10));

        var source = OPTIONS.source();
        assertThat(source.json("known.json"))
                .hasToString("https://googlechromelabs.github.io/chrome-for-testing/known.json");
        assertThat(source.archive(BrowserVersion.of("1.2.3.4"), Platform.MAC_ARM64, Optional.empty()))
                .hasToString("https://storage.googleapis.com/chrome-for-testing-public/1.2.3.4/mac-arm64/"
                        + "chrome-headless-shell-mac-arm64.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "156.0", "156.0.8078", "v156.0.8078.79", "../156.0.8078.79", "15 6", "1"})
    void a_version_is_a_channel_a_major_one_or_a_whole_one(String version) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withVersion(version))
                .withMessage("The version to download was " + version
                        + ", but must be stable, beta, dev, canary, a major version such as 156, or a whole one such as"
                        + " 156.0.8078.79.");
    }

    @Test
    void a_hash_belongs_to_a_whole_version() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withSha256("0".repeat(64)))
                .withMessageContaining("for version stable, of which there will be another archive tomorrow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withVersion("156.0.8078.79").withSha256("abc"))
                .withMessageContaining("was abc, but must be 64 hexadecimal digits");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://example.com, 'The mirror was ftp://example.com, but must be a URL'",
        "mirror, 'The mirror was without a host, but'",
        "file:///srv/mirror, 'The mirror was without a host, but'",
        "https://ada:s3cret@example.com/?q=s3cret#top, 'The mirror was https://example.com/, but'",
    })
    void a_mirror_is_a_URL_and_its_secrets_stay_secret(String mirror, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withMirror(URI.create(mirror)))
                .withMessageStartingWith(message)
                .withMessageNotContaining("s3cret");
    }

    @Test
    void its_text_has_no_secrets() {
        assertThat(OPTIONS.withMirror(URI.create("https://ada:s3cret@example.com/chrome?token=s3cret")))
                .asString()
                .startsWith("DownloadOptions[stable from https://example.com/chrome into ")
                .doesNotContain("s3cret");
    }

    @Test
    void the_limit_is_longer_than_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withLimit(Duration.ZERO))
                .withMessageContaining("was PT0S, but must be longer than nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, /home/ada, XDG_CACHE_HOME, /big/cache, /big/cache/withcdp",
        "Linux, /home/ada, XDG_CACHE_HOME, relative, /home/ada/.cache/withcdp",
        "Linux, /home/ada, XDG_CACHE_HOME, '', /home/ada/.cache/withcdp",
        "Linux, /home/ada, OTHER, x, /home/ada/.cache/withcdp",
        "Mac OS X, /Users/ada, OTHER, x, /Users/ada/Library/Caches/withcdp",
        "Windows 11, /Users/ada, LOCALAPPDATA, /Local, /Local/withcdp/Cache",
        "Windows 11, /Users/ada, OTHER, x, /Users/ada/AppData/Local/withcdp/Cache",
    })
    void the_cache_is_where_the_system_keeps_such_things(
            String osName, String home, String variable, String value, String directory) {
        assertThat(DefaultDirectory.of(osName, home, Map.of(variable, value))).isEqualTo(Path.of(directory));
    }
}
