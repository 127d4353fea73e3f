package io.github.withcdp.internal.download;

import io.github.withcdp.protocol.ChromeUnavailableException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;

/** The machines that Chrome for Testing is made for. */
enum Platform {
    LINUX_X64("linux64", Platform.OLDEST, "apt-get install chromium-headless-shell"),
    LINUX_ARM64("linux-arm64", "153.0.8001.0", "apt-get install chromium-headless-shell"),
    MAC_X64("mac-x64", Platform.OLDEST, "brew install --cask google-chrome"),
    MAC_ARM64("mac-arm64", Platform.OLDEST, "brew install --cask google-chrome"),
    WINDOWS_X86("win32", Platform.OLDEST, "winget install Google.Chrome"),
    WINDOWS_X64("win64", Platform.OLDEST, "winget install Google.Chrome");

    /** Before it, the headless shell was a part of the whole browser. */
    private static final String OLDEST = "120.0.0.0";

    private static final String OFFERED = "Linux (x64, arm64), macOS (x64, arm64) and Windows";

    private final String label;
    private final String since;
    private final String install;

    Platform(String label, String since, String install) {
        this.label = label;
        this.since = since;
        this.install = install;
    }

    /**
     * Return the platform of a machine.
     *
     * @param osName {@code os.name}
     * @param osArch {@code os.arch}
     * @param exists whether there is such a file
     * @throws ChromeUnavailableException if nothing is made for it; says what to do instead
     */
    static Platform of(String osName, String osArch, Predicate<Path> exists) {
        var system = osName.toLowerCase(Locale.ROOT);
        var architecture = osArch.toLowerCase(Locale.ROOT);
        boolean x64 = architecture.matches("amd64|x86_64|x64");
        boolean arm64 = architecture.matches("aarch64|arm64");
        if (system.startsWith("linux") && (x64 || arm64)) {
            if (isMusl(x64 ? "x86_64" : "aarch64", x64 ? "x86-64" : "aarch64", exists)) {
                throw refused(
                        osName + " with musl instead of glibc",
                        "Install one with the system's package manager (apk add chromium)");
            }
            return x64 ? LINUX_X64 : LINUX_ARM64;
        }
        if (system.startsWith("mac") && (x64 || arm64)) {
            return x64 ? MAC_X64 : MAC_ARM64;
        }
        if (system.startsWith("windows")) {
            // Programs for x64 run on arm64 since Windows 11, those for x86 before it.
            boolean emulatesX64 = arm64 && !system.startsWith("windows 10");
            if (x64 || emulatesX64) {
                return WINDOWS_X64;
            }
            if (arm64 || architecture.matches("x86|i[3-6]86")) {
                return WINDOWS_X86;
            }
        }
        throw refused(osName + " on " + osArch, "Install one with the system's package manager");
    }

    /** Return what the servers of Chrome for Testing call it. */
    String label() {
        return label;
    }

    /** Return the first version that was made for it. */
    BrowserVersion since() {
        return BrowserVersion.of(since);
    }

    /** Return the folder that is in the archive, and all else in that; the archive is named after it. */
    String folder() {
        return "chrome-headless-shell-" + label;
    }

    /** Return the name of the program in the folder. */
    String program() {
        return label.startsWith("win") ? "chrome-headless-shell.exe" : "chrome-headless-shell";
    }

    /** Return how to install a browser without us. */
    String howToInstall() {
        return install;
    }

    private static boolean isMusl(String muslName, String glibcName, Predicate<Path> exists) {
        return exists.test(Path.of("/lib/ld-musl-" + muslName + ".so.1"))
                && !exists.test(Path.of("/lib64/ld-linux-" + glibcName + ".so.2"))
                && !exists.test(Path.of("/lib/ld-linux-" + glibcName + ".so.1"));
    }

    private static ChromeUnavailableException refused(String machine, String install) {
        return new ChromeUnavailableException("Cannot download a browser for " + machine
                + ": Chrome for Testing is made for " + OFFERED + " only. " + install
                + ", name one with withcdp.executable, or join one that runs elsewhere with withcdp.endpoint.");
    }
}
