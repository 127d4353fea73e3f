package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts of the README from nothing, on a system that is made of small scripts: its {@code apt-get} installs by copying files onto the PATH. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the small scripts need a Unix")
class InstallToolsTests {

    private static final String JAVAC = "echo '    java.home = %s' >&2; echo '    java.specification.version = %s' >&2";
    private static final String WHERE_ALL_IS_MISSING =
            "Missing: a JDK (17 or later), Maven, Chromium, chromium-headless-shell."
                    + " This script installs on Debian only. Here, as far as it is missing: ";

    @TempDir
    Path world;

    private ProcessBuilder process;

    @BeforeEach
    void make_a_bare_Debian() throws IOException {
        for (var name : List.of("path", "stock", "etc", "sample-tests")) {
            Files.createDirectory(world.resolve(name));
        }
        for (var name : List.of("install-tools", "demo", "verify")) {
            Files.copy(Path.of(name), world.resolve("sample-tests").resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (var tool : List.of("awk", "cat", "dirname", "env", "ln", "mktemp", "rm", "tr")) {
            script("path/" + tool, "exec " + real(tool) + " \"$@\"");
        }
        system("Linux", "ID=debian");
        script("path/id", "echo 0");
        script("path/sudo", "echo sudo \"$@\" >>" + world + "/log; exec \"$@\"");
        script("path/apt-get", """
                echo apt-get "$@" >>%1$s/log
                for package in "$@"; do
                    [ ! -e %1$s/stock/$package ] || ln -s %1$s/stock/$package/* %1$s/path
                done
                """.formatted(world));
        script("stock/default-jdk-headless/javac", JAVAC.formatted("/jdk/17", "17"));
        script("stock/maven/mvn", "echo $JAVA_HOME: mvn \"$@\" >>" + world + "/log; exit 7");
        script("stock/chromium/chromium", "");
        script("stock/chromium-headless-shell/chromium-headless-shell", "");
    }

    @Test
    void installs_all_that_is_missing_and_tells_the_home_of_the_JDK() throws Exception {
        var result = run("install-tools", "shell");

        assertThat(result.err)
                .isEqualTo("Installing a JDK (17 or later), Maven, Chromium, chromium-headless-shell with apt-get.\n");
        assertThat(result.out).isEqualTo("/jdk/17\n");
        assertThat(log())
                .containsExactly(
                        "apt-get -qq update",
                        "apt-get -qq install --yes --no-install-recommends default-jdk-headless maven chromium chromium-headless-shell chromium-sandbox fonts-liberation");
    }

    @Test
    void installs_nothing_where_all_is_there() throws Exception {
        installed("default-jdk-headless", "maven", "chromium");

        assertThat(run("install-tools")).isEqualTo(new Result(0, "/jdk/17\n", ""));
        assertThat(world.resolve("log")).doesNotExist();
    }

    @Test
    void installs_nothing_for_a_browser_that_is_there() throws Exception {
        installed("default-jdk-headless", "chromium");

        assertThat(run("install-tools").err).isEqualTo("Installing Maven with apt-get.\n");
        assertThat(log()).last().isEqualTo("apt-get -qq install --yes --no-install-recommends maven");
    }

    @Test
    void asks_sudo_where_the_user_is_not_root() throws Exception {
        script("path/id", "echo 1000");

        assertThat(run("install-tools").err)
                .isEqualTo("Installing a JDK (17 or later), Maven, Chromium with apt-get and sudo.\n");
        assertThat(log())
                .containsExactly(
                        "sudo apt-get -qq update",
                        "apt-get -qq update",
                        "sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends default-jdk-headless maven chromium chromium-sandbox fonts-liberation",
                        "apt-get -qq install --yes --no-install-recommends default-jdk-headless maven chromium chromium-sandbox fonts-liberation");
    }

    @Test
    void says_what_root_has_to_do_where_there_is_no_sudo() throws Exception {
        installed("default-jdk-headless", "chromium");
        script("path/id", "echo 1000");
        Files.delete(world.resolve("path/sudo"));

        assertThat(run("install-tools"))
                .isEqualTo(
                        new Result(
                                1,
                                "",
                                "Missing: Maven. There is no sudo, so install it as root: apt-get update && apt-get install maven\n"));
    }

    @Test
    void shows_what_apt_get_said_if_it_fails() throws Exception {
        script("path/apt-get", "echo no network; exit 100");

        assertThat(run("install-tools"))
                .isEqualTo(new Result(
                        1, "", "Installing a JDK (17 or later), Maven, Chromium with apt-get.\nno network\n"));
    }

    @Test
    void takes_a_newer_JDK_than_the_one_on_the_PATH() throws Exception {
        installed("maven", "chromium");
        script("path/javac", JAVAC.formatted("/jdk/8/jre", "1.8"));
        script("usr/lib/jvm/jdk-21/bin/javac", JAVAC.formatted("/jdk/21", "21"));

        assertThat(run("install-tools"))
                .isEqualTo(new Result(
                        0,
                        "/jdk/21\n",
                        "JDK 8 in /jdk/8/jre is too old: 17 is the oldest that works. Using /jdk/21.\n"));
    }

    @Test
    void takes_the_JDK_of_JAVA_HOME_before_the_one_on_the_PATH() throws Exception {
        installed("default-jdk-headless", "maven", "chromium");
        script("mine with a space/bin/javac", JAVAC.formatted("/mine with a space", "25"));
        process("install-tools")
                .environment()
                .put("JAVA_HOME", world.resolve("mine with a space").toString());

        assertThat(run()).isEqualTo(new Result(0, "/mine with a space\n", ""));
    }

    @Test
    void takes_another_JDK_than_the_one_of_JAVA_HOME_if_that_is_too_old() throws Exception {
        installed("default-jdk-headless", "maven", "chromium");
        script("old/bin/javac", JAVAC.formatted("/old", "11"));
        process("install-tools")
                .environment()
                .put("JAVA_HOME", world.resolve("old").toString());

        assertThat(run())
                .isEqualTo(new Result(
                        0, "/jdk/17\n", "JDK 11 in /old is too old: 17 is the oldest that works. Using /jdk/17.\n"));
    }

    @Test
    void installs_a_JDK_beside_one_that_is_too_old() throws Exception {
        installed("maven", "chromium");
        script("old/bin/javac", JAVAC.formatted("/old", "11"));
        process("install-tools")
                .environment()
                .put("JAVA_HOME", world.resolve("old").toString());

        assertThat(run())
                .isEqualTo(
                        new Result(
                                0,
                                "/jdk/17\n",
                                "JDK 11 in /old is too old: 17 is the oldest that works.\nInstalling a JDK (17 or later) with apt-get.\n"));
    }

    @Test
    void says_so_if_the_JDK_of_this_Debian_is_too_old() throws Exception {
        installed("maven", "chromium");
        script("stock/default-jdk-headless/javac", JAVAC.formatted("/jdk/11", "11"));

        assertThat(run("install-tools")).isEqualTo(new Result(1, "", """
                                Installing a JDK (17 or later) with apt-get.
                                Missing still: a JDK (17 or later); what this Debian has by default is JDK 11 in /jdk/11.
                                """));
    }

    /** As the one that macOS has for all, which asks whether Java should be installed. */
    @Test
    void takes_no_javac_that_is_none() throws Exception {
        installed("maven", "chromium");
        script("path/javac", "echo Unable to locate a Java Runtime. >&2; exit 1");
        script("Library/Java/JavaVirtualMachines/jdk-21/Contents/Home/bin/javac", JAVAC.formatted("/jdk/21", "21"));

        assertThat(run("install-tools")).isEqualTo(new Result(0, "/jdk/21\n", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Darwin            | ''                      | brew install --cask temurin@21 google-chrome; brew install maven
            Linux             | ID=ubuntu ID_LIKE=debian | sudo apt-get install openjdk-21-jdk-headless maven; Google Chrome from https://www.google.com/chrome/ (Ubuntu's chromium is a snap, which cannot see temporary profiles)
            Linux             | ID=fedora               | sudo dnf install java-latest-openjdk-devel maven chromium
            MINGW64_NT-10.0   | ''                      | winget install EclipseAdoptium.Temurin.21.JDK Google.Chrome; scoop install maven
            Linux             | ID=alpine               | the packages of your system, or https://adoptium.net, https://maven.apache.org and https://www.google.com/chrome/
            """, quoteCharacter = '"')
    void says_what_to_install_where_it_cannot(String name, String release, String how) throws Exception {
        system(name, release.replace("''", ""));

        assertThat(run("install-tools", "shell"))
                .isEqualTo(new Result(
                        1,
                        "",
                        WHERE_ALL_IS_MISSING + how
                                + "; npx @puppeteer/browsers install chrome-headless-shell, put on the PATH.\n"));
        assertThat(world.resolve("log")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"demo, -q", "verify, -B"})
    void gives_Maven_the_JDK_and_the_arguments(String script, String first) throws Exception {
        assertThat(run(script, "-Djunit.version=6.1.3").status).isEqualTo(7);

        assertThat(log()).last().asString().startsWith("/jdk/17: mvn " + first).endsWith(" -Djunit.version=6.1.3");
    }

    private record Result(int status, String out, String err) {}

    private void system(String name, String release) throws IOException {
        script("path/uname", "echo " + name);
        Files.writeString(world.resolve("etc/os-release"), release.replace(' ', '\n'));
    }

    private void installed(String... packages) throws IOException {
        for (var name : packages) {
            try (var programs = Files.list(world.resolve("stock").resolve(name))) {
                for (var program : programs.toList()) {
                    Files.createSymbolicLink(world.resolve("path").resolve(program.getFileName()), program);
                }
            }
        }
    }

    private void script(String name, String commands) throws IOException {
        var file = world.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path real(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(directory -> Path.of(directory, tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(world.resolve("log"));
    }

    private ProcessBuilder process(String script, String... arguments) {
        process = new ProcessBuilder(Stream.concat(
                        Stream.of(
                                "/bin/sh",
                                world.resolve("sample-tests").resolve(script).toString()),
                        Stream.of(arguments))
                .toList());
        process.environment().clear();
        process.environment()
                .putAll(Map.of(
                        "PATH", world.resolve("path").toString(),
                        "TOOLS_ROOT", world.toString()));
        return process;
    }

    private Result run(String script, String... arguments) throws Exception {
        process(script, arguments);
        return run();
    }

    private Result run() throws Exception {
        var out = world.resolve("out").toFile();
        var err = world.resolve("err").toFile();
        int status = process.redirectOutput(out).redirectError(err).start().waitFor();
        return new Result(status, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
}
