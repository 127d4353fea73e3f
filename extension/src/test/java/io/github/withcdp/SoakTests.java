package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherFactory;

/** A small soak for each build. */
@Tag("faults")
@Timeout(300)
class SoakTests {

    /** With which each fault happens. */
    private static final long SEED = 19;

    @Test
    void forty_tests_in_two_browsers_lose_nothing_and_leave_nothing(@TempDir Path directory) throws Exception {
        var profilesBefore = LeftoversTests.profiles();
        var childrenBefore = LeftoversTests.children();
        var threadsBefore = LeftoversTests.threads();
        try (var run = SoakRun.begin(SEED);
                var session = LauncherFactory.openSession()) {
            run.execute(
                    session,
                    SoakRun.classes(2, directory),
                    Map.of(
                            "withcdp.headless", "shell",
                            "withcdp.green", "false",
                            "withcdp.reports.dir", directory.resolve("reports").toString()));

            assertThat(run.problems()).isEmpty();
            assertThat(run.ended()).isEqualTo(2 * SoakTestCase.TESTS);
            assertThat(run.happened()).containsOnlyKeys(SoakFault.values());
        }
        assertThat(LeftoversTests.profiles()).as("profiles").isSubsetOf(profilesBefore);
        LeftoversTests.awaitSubset("processes", LeftoversTests::children, childrenBefore);
        LeftoversTests.awaitSubset("threads", LeftoversTests::threads, threadsBefore);
    }
}
