package io.github.withcdp.internal.chrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChromeFinderTests {

    @ParameterizedTest
    @CsvSource({"Linux, LINUX", "Mac OS X, MACOS", "Darwin, MACOS", "Windows 11, WINDOWS", "FreeBSD, LINUX"})
    void knows_the_system_by_its_name(String name, OperatingSystem system) {
        assertThat(OperatingSystem.named(name)).isEqualTo(system);
    }

    @Nested
    class OnLinux {

        @Test
        void the_PATH_comes_first_in_its_own_order() {
            var finder = linux(
                    "/opt/bin:/usr/bin", "/usr/bin/google-chrome", "/opt/bin/chromium", "/opt/google/chrome/chrome");

            assertThat(finder.find(false)).isEqualTo(Path.of("/opt/bin/chromium"));
        }

        @Test
        void a_browser_that_is_not_on_the_PATH_is_found_where_it_is_installed() {
            assertThat(linux("", "/usr/bin/chromium").find(false)).isEqualTo(Path.of("/usr/bin/chromium"));
            assertThat(linux("/bin", "/opt/google/chrome/chrome", "/usr/bin/chromium")
                            .find(false))
                    .isEqualTo(Path.of("/opt/google/chrome/chrome"));
        }

        @Test
        void the_shell_is_another_program() {
            var finder = linux("/usr/bin", "/usr/bin/chromium", "/usr/bin/chromium-headless-shell");

            assertThat(finder.find(true)).isEqualTo(Path.of("/usr/bin/chromium-headless-shell"));
            assertThatExceptionOfType(ChromeUnavailableException.class)
                    .isThrownBy(() -> linux("/usr/bin", "/usr/bin/chromium").find(true))
                    .withMessageContaining("apt-get install chromium-headless-shell")
                    .withMessageContaining("withcdp.download=true")
                    .withMessageContaining("/usr/lib/chromium/chromium-headless-shell");
        }

        @Test
        void if_there_is_none_it_says_everywhere_it_looked_and_what_to_do() {
            assertThatExceptionOfType(ChromeUnavailableException.class)
                    .isThrownBy(() -> linux("/opt/bin::/usr/bin:/opt/bin").find(false))
                    .withMessageStartingWith("""
                            Cannot launch Chrome: none was found. Looked for
                              on the PATH (/opt/bin:/usr/bin): google-chrome-stable, google-chrome, chrome, chromium,\
                             chromium-browser, microsoft-edge-stable, microsoft-edge
                              /opt/google/chrome/chrome
                            """)
                    .withMessageContaining("\n  /snap/bin/chromium\n")
                    .withMessageEndingWith("Install one (apt-get install chromium, dnf install chromium, apk add"
                            + " chromium), or name one with withcdp.executable or @WithCDP(executable), or have"
                            + " chrome-headless-shell downloaded with withcdp.download=true, or join one that runs"
                            + " already with withcdp.endpoint.");
        }

        @Test
        void an_entry_of_the_PATH_that_is_no_path_is_passed_over() {
            assertThat(linux("/a\0b:/usr/bin", "/usr/bin/chromium").find(false))
                    .isEqualTo(Path.of("/usr/bin/chromium"));
        }

        private ChromeFinder linux(String path, String... programs) {
            return finder(OperatingSystem.LINUX, Map.of("PATH", path), programs);
        }
    }

    @Nested
    class OnMacos {

        private static final String CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

        @Test
        void applications_of_the_user_count_as_well() {
            var environment = Map.of("PATH", "/usr/bin", "HOME", "/Users/ada");

            assertThat(finder(OperatingSystem.MACOS, environment, CHROME).find(false))
                    .isEqualTo(Path.of(CHROME));
            assertThat(finder(OperatingSystem.MACOS, environment, "/Users/ada" + CHROME)
                            .find(false))
                    .isEqualTo(Path.of("/Users/ada" + CHROME));
        }

        @Test
        void a_missing_one_comes_from_brew() {
            assertThatExceptionOfType(ChromeUnavailableException.class)
                    .isThrownBy(() -> finder(OperatingSystem.MACOS, Map.of()).find(false))
                    .withMessageContaining("on the PATH (empty)")
                    .withMessageContaining("brew install --cask google-chrome");
        }
    }

    @Nested
    class OnWindows {

        @Test
        void is_found_in_the_folders_for_programs() {
            var edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
            var chrome = "C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe";

            assertThat(windows(edge).find(false)).isEqualTo(Path.of(edge));
            assertThat(windows(edge, chrome).find(false)).isEqualTo(Path.of(chrome));
        }

        @Test
        void is_found_on_a_Path_with_quotes() {
            assertThat(windows("D:\\my tools\\chrome.exe").find(false)).isEqualTo(Path.of("D:\\my tools\\chrome.exe"));
        }

        @Test
        void a_missing_one_comes_from_winget() {
            assertThatExceptionOfType(ChromeUnavailableException.class)
                    .isThrownBy(() -> windows().find(false))
                    .withMessageContaining("winget install Google.Chrome")
                    .withMessageContaining("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
        }

        private ChromeFinder windows(String... programs) {
            var environment = Map.of(
                    "Path", "C:\\Windows;\"D:\\my tools\"",
                    "PROGRAMFILES", "C:\\Program Files",
                    "PROGRAMFILES(X86)", "C:\\Program Files (x86)",
                    "LOCALAPPDATA", "C:\\Users\\ada\\AppData\\Local");
            return finder(OperatingSystem.WINDOWS, environment, programs);
        }
    }

    @Nested
    class NamedByTheUser {

        @TempDir
        Path directory;

        private final ChromeFinder finder = ChromeFinder.ofThisMachine();

        @Test
        void is_taken_as_it_is() throws IOException {
            var program = Files.writeString(directory.resolve("my chrome"), "#!/bin/sh\n");
            assertThat(program.toFile().setExecutable(true)).isTrue();

            assertThat(finder.find(Optional.of(program), false)).isEqualTo(program);
        }

        @Test
        void must_exist() {
            refuses(directory.resolve("nothing"), "it does not exist. Correct withcdp.executable");
        }

        @Test
        void must_not_be_a_directory() {
            refuses(directory, "it is a directory.");
        }

        @Test
        void must_be_executable() throws IOException {
            refuses(Files.writeString(directory.resolve("text"), "words"), "it is no file that may be executed.");
        }

        private void refuses(Path executable, String reason) {
            assertThatExceptionOfType(ChromeUnavailableException.class)
                    .isThrownBy(() -> finder.find(Optional.of(executable), false))
                    .withMessageStartingWith("Cannot launch " + executable + ": " + reason);
        }
    }

    private static ChromeFinder finder(OperatingSystem system, Map<String, String> environment, String... programs) {
        return new ChromeFinder(system, environment, path -> Set.of(programs).contains(path.toString()));
    }
}
