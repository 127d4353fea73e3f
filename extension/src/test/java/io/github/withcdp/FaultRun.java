package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What a class did in which a fault had one test fail, and another test run after it.
 *
 * @param failure why the test failed
 * @param folder its report
 */
record FaultRun(Throwable failure, Path folder) {

    /**
     * Run a class with a test that {@code fails} and one that {@code runs} after it.
     * The first has to fail with its report, the second to pass, and nothing may be left of either.
     */
    static FaultRun of(Class<?> fixture, Path reports, Map<String, String> options) throws IOException {
        var profilesBefore = LeftoversTests.profiles();
        var childrenBefore = LeftoversTests.children();
        var threadsBefore = LeftoversTests.threads();
        var run = FixtureRun.of(fixture, reports).with("withcdp.log", "false");
        options.forEach(run::with);

        var outcome = run.execute();

        var failure = outcome.failure();
        assertThat(outcome.succeeded())
                .as("what ran after %s", failure)
                .hasSize(1)
                .allMatch(name -> name.startsWith("runs"));
        var folder = FailurePhaseTests.notedFolder(failure);
        assertThat(folder)
                .isDirectoryContaining("glob:**/report.html")
                .isDirectoryContaining("glob:**/summary.md")
                .isDirectoryContaining("glob:**/transcript.txt")
                .isDirectoryContaining("glob:**/traffic.jsonl");
        assertThat(LeftoversTests.profiles()).as("profiles").isSubsetOf(profilesBefore);
        LeftoversTests.awaitSubset("processes", LeftoversTests::children, childrenBefore);
        LeftoversTests.awaitSubset("threads", LeftoversTests::threads, threadsBefore);
        return new FaultRun(failure, folder);
    }

    /** Send a signal to the processes of a browser that are of a type, as the protocol names it: {@code browser}, {@code renderer}. */
    static void signal(CDPBrowser browser, String signal, String type) {
        var processes = browser.session().send("SystemInfo.getProcessInfo").path("processInfo");
        StreamSupport.stream(processes.spliterator(), false)
                .filter(process -> process.path("type").asString().equals(type))
                .forEach(
                        process -> ProcessSignal.send(signal, process.path("id").asLong()));
    }

    String summary() throws IOException {
        return Files.readString(folder.resolve("summary.md"));
    }
}
