package io.github.withcdp.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.chrome.HeadlessMode;
import io.github.withcdp.internal.chrome.LaunchOptions;
import io.github.withcdp.internal.download.DownloadOptions;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DownloadIfMissingTests {

    private static final DownloadOptions DOWNLOAD = DownloadOptions.ofThisMachine();
    private static final Path SHELL = Path.of("/cache/chrome-headless-shell");

    @Test
    void takes_what_is_installed() {
        Function<DownloadOptions, Path> never = options -> {
            throw new AssertionError("nobody asked for a download");
        };
        var choice = new DownloadIfMissing(shell -> Path.of(shell ? "/usr/bin/shell" : "/usr/bin/chrome"), never);

        assertThat(choice.complete(LaunchOptions.DEFAULTS, DOWNLOAD))
                .isEqualTo(LaunchOptions.DEFAULTS.withExecutable(Path.of("/usr/bin/chrome")));
        assertThat(choice.complete(LaunchOptions.DEFAULTS.withHeadless(HeadlessMode.SHELL), DOWNLOAD)
                        .executable())
                .contains(Path.of("/usr/bin/shell"));
    }

    @Test
    void downloads_a_headless_shell_if_nothing_is() {
        assertThat(new DownloadIfMissing(DownloadIfMissingTests::none, options -> SHELL)
                        .complete(LaunchOptions.DEFAULTS, DOWNLOAD))
                .isEqualTo(LaunchOptions.DEFAULTS.withExecutable(SHELL).withHeadless(HeadlessMode.SHELL));
    }

    @Test
    void does_not_download_what_has_no_window_for_those_who_want_one() {
        var choice = new DownloadIfMissing(DownloadIfMissingTests::none, options -> SHELL);

        assertThatThrownBy(() -> choice.complete(LaunchOptions.DEFAULTS.withHeadless(HeadlessMode.OFF), DOWNLOAD))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessage("Cannot launch Chrome: none was found."
                        + "\nWhat withcdp.download=true downloads is chrome-headless-shell, which has no windows:"
                        + " it does not go with headless = OFF.");
    }

    private static Path none(boolean shell) {
        throw new ChromeUnavailableException("Cannot launch Chrome: none was found.");
    }
}
