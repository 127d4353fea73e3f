package io.github.withcdp.internal.chrome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The names of browsers, and the places where their installers put them. */
final class InstallLocations {

    private final OperatingSystem system;
    private final Function<String, Optional<String>> environment;

    InstallLocations(OperatingSystem system, Function<String, Optional<String>> environment) {
        this.system = system;
        this.environment = environment;
    }

    /** Return the names to look for on the PATH, the most wanted first. */
    List<String> names(boolean shell) {
        if (system == OperatingSystem.WINDOWS) {
            return shell ? List.of("chrome-headless-shell.exe") : List.of("chrome.exe", "chromium.exe", "msedge.exe");
        }
        return shell
                ? List.of("chrome-headless-shell", "chromium-headless-shell", "headless-shell", "headless_shell")
                : List.of(
                        "google-chrome-stable",
                        "google-chrome",
                        "chrome",
                        "chromium",
                        "chromium-browser",
                        "microsoft-edge-stable",
                        "microsoft-edge");
    }

    /** Return the full names of the programs, the most wanted first. */
    List<String> locations(boolean shell) {
        return switch (system) {
            case LINUX -> shell ? LINUX_SHELLS : LINUX_BROWSERS;
            case MACOS -> shell ? MACOS_SHELLS : macosBrowsers();
            case WINDOWS -> shell ? List.of() : windowsBrowsers();
        };
    }

    /** Return how to install one, to be read in parentheses. */
    String howToInstall(boolean shell) {
        if (shell) {
            return switch (system) {
                case LINUX ->
                    "apt-get install chromium-headless-shell, or npx @puppeteer/browsers install"
                            + " chrome-headless-shell";
                case MACOS, WINDOWS -> "npx @puppeteer/browsers install chrome-headless-shell";
            };
        }
        return switch (system) {
            case LINUX -> "apt-get install chromium, dnf install chromium, apk add chromium";
            case MACOS -> "brew install --cask google-chrome";
            case WINDOWS -> "winget install Google.Chrome";
        };
    }

    private static final List<String> LINUX_BROWSERS = List.of(
            "/opt/google/chrome/chrome",
            "/usr/bin/google-chrome-stable",
            "/usr/bin/google-chrome",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/lib/chromium/chromium",
            "/usr/lib64/chromium-browser/chromium-browser",
            "/opt/microsoft/msedge/msedge",
            "/usr/bin/microsoft-edge",
            // The last one, because a snap may see neither our temporary directory nor hidden ones.
            "/snap/bin/chromium");

    private static final List<String> LINUX_SHELLS = List.of(
            "/usr/bin/chrome-headless-shell",
            "/usr/bin/chromium-headless-shell",
            "/usr/lib/chromium/chromium-headless-shell",
            "/usr/lib64/chromium-browser/headless_shell",
            "/headless-shell/headless-shell");

    private static final List<String> MACOS_SHELLS =
            List.of("/opt/homebrew/bin/chrome-headless-shell", "/usr/local/bin/chrome-headless-shell");

    private List<String> macosBrowsers() {
        var roots = new ArrayList<>(List.of(""));
        environment.apply("HOME").ifPresent(roots::add);
        return roots.stream()
                .flatMap(root -> Stream.of(
                        root + "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        root + "/Applications/Chromium.app/Contents/MacOS/Chromium",
                        root + "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"))
                .toList();
    }

    private List<String> windowsBrowsers() {
        return Stream.of(
                        "\\Google\\Chrome\\Application\\chrome.exe",
                        "\\Chromium\\Application\\chrome.exe",
                        "\\Microsoft\\Edge\\Application\\msedge.exe")
                .flatMap(program -> Stream.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
                        .flatMap(root -> environment.apply(root).stream())
                        .map(root -> root + program))
                .toList();
    }
}
