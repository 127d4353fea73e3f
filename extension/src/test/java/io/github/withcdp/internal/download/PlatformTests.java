package io.github.withcdp.internal.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.withcdp.protocol.ChromeUnavailableException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTests {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux64, chrome-headless-shell",
        "Linux, aarch64, linux-arm64, chrome-headless-shell",
        "Mac OS X, x86_64, mac-x64, chrome-headless-shell",
        "Mac OS X, aarch64, mac-arm64, chrome-headless-shell",
        "Windows 11, amd64, win64, chrome-headless-shell.exe",
        "Windows Server 2022, amd64, win64, chrome-headless-shell.exe",
        "Windows 10, x86, win32, chrome-headless-shell.exe",
        "Windows 11, aarch64, win64, chrome-headless-shell.exe",
        "Windows 10, aarch64, win32, chrome-headless-shell.exe",
    })
    void knows_what_is_made_for_a_machine(String osName, String osArch, String label, String program) {
        var platform = Platform.of(osName, osArch, path -> false);

        assertThat(platform.label()).isEqualTo(label);
        assertThat(platform.folder()).isEqualTo("chrome-headless-shell-" + label);
        assertThat(platform.program()).isEqualTo(program);
    }

    @ParameterizedTest
    @CsvSource({"Linux, ppc64le", "Linux, x86", "Linux, riscv64", "FreeBSD, amd64", "AIX, ppc64", "'', ''"})
    void other_machines_are_told_what_to_do(String osName, String osArch) {
        assertThatExceptionOfType(ChromeUnavailableException.class)
                .isThrownBy(() -> Platform.of(osName, osArch, path -> false))
                .withMessage("Cannot download a browser for " + osName + " on " + osArch
                        + ": Chrome for Testing is made for Linux (x64, arm64), macOS (x64, arm64) and Windows only."
                        + " Install one with the system's package manager, name one with withcdp.executable, or join one"
                        + " that runs elsewhere with withcdp.endpoint.");
    }

    @Test
    void a_Linux_with_musl_alone_cannot_run_what_is_made_for_glibc() {
        var musl = Path.of("/lib/ld-musl-x86_64.so.1");

        assertThatExceptionOfType(ChromeUnavailableException.class)
                .isThrownBy(() -> Platform.of("Linux", "amd64", musl::equals))
                .withMessageContaining("Linux with musl instead of glibc")
                .withMessageContaining("apk add chromium");
        assertThat(Platform.of("Linux", "amd64", Set.of(musl, Path.of("/lib64/ld-linux-x86-64.so.2"))::contains))
                .isEqualTo(Platform.LINUX_X64);
    }

    @Test
    void Linux_on_arm64_came_late() {
        assertThat(Platform.LINUX_ARM64.since()).isEqualTo(BrowserVersion.of("153.0.8001.0"));
        assertThat(Platform.LINUX_X64.since()).isLessThan(BrowserVersion.of("120.0.6098.0"));
    }
}
