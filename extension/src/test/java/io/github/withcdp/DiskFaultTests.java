package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests on disks to which nothing can be written: each keeps its own result, and says what could not be written, and why. */
@Tag("faults")
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "canMount", disabledReason = "this process may not mount disks, not even in a namespace of its own")
class DiskFaultTests {

    private static final String MOUNT = """
            mount -t tmpfs -o size=1m tmpfs "$0/full" && ! head -c 2m /dev/zero 2>&- >"$0/full/filler" \\
            && mount -t tmpfs -o ro tmpfs "$0/read-only" && exec "$@\"""";

    private String printed = "";

    static boolean canMount() throws InterruptedException {
        try {
            var directory = Files.createTempDirectory("disk");
            var process = new ProcessBuilder(inNamespace("mount -t tmpfs tmpfs \"$0\"", directory))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(30, TimeUnit.SECONDS);
            Files.delete(directory);
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // not on this system
        }
    }

    /** What is mounted goes with the process. */
    private static List<String> inNamespace(String script, Path directory) {
        return List.of("unshare", "--mount", "--map-root-user", "sh", "-c", script, directory.toString());
    }

    /** In one JVM: what is written on a full disk, and then on one that is read-only. */
    @BeforeAll
    void run(@TempDir Path directory) throws IOException, InterruptedException {
        var full = Files.createDirectory(directory.resolve("full")).toString();
        var readOnly = Files.createDirectory(directory.resolve("read-only")).toString();
        printed = new Fork(directory)
                .output(
                        inNamespace(MOUNT, directory),
                        "java",
                        "-Duser.language=en",
                        "-cp",
                        Fork.classPath(),
                        DiskRun.class.getName(),
                        full,
                        readOnly);
        assertThat(printed).endsWith("ended: 0").doesNotContain("\n\tat "); // of what fails for all alike, a line each
    }

    @ParameterizedTest
    @CsvSource({"full, No space left on device", "read-only, Read-only file system"})
    void takes_no_report_no_green_run_and_no_download(String disk, String because) {
        assertThat(printedAbout(disk))
                .contains(
                        "succeeded: [passes(CDPSession)]",
                        "failed: fails(CDPSession): java.lang.IllegalStateException: oops")
                .containsPattern("The green run of passes\\(CDPSession\\) cannot be kept, .*" + because)
                .containsPattern("WithCDP could not write the report to .*/fails/?\n.* the report: .*" + because)
                .containsPattern("The index of the reports in .* cannot be written: ")
                .containsPattern("failed: downloads.*\nexpected: \"completed\"\n but was: \"canceled\"");
    }

    @ParameterizedTest
    @CsvSource({"full, No space left on device", "read-only, Read-only file system"})
    void takes_no_profile(String disk, String because) {
        assertThat(printedAbout("temporary files on " + disk))
                .contains("succeeded: []", "left: false")
                .containsPattern(
                        "no profile directory can be made in .*/%s \\(.*%s\\)\\. Start the tests with another -Djava.io.tmpdir\\."
                                .formatted(disk, because));
    }

    private String printedAbout(String what) {
        var section = Pattern.compile("^--- %s$(.*?)^(---|ended)".formatted(what), Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(printed);
        assertThat(section.find()).as(printed).isTrue();
        return section.group(1);
    }
}
