package io.github.withcdp.internal.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that Chromium was recorded in, without secrets: an application with parallel requests, a worker, a WebSocket and an EventSource, and faults in it. */
class RecordedRunsTests {

    @TempDir
    private Path directory;

    private Recording run(String name) throws IOException {
        var file = directory.resolve(name + ".jsonl");
        try (var zipped = Objects.requireNonNull(RecordedRunsTests.class.getResourceAsStream(name + ".jsonl.gz"));
                var in = new GZIPInputStream(zipped)) {
            Files.copy(in, file);
        }
        return Recording.read(file);
    }

    @Test
    void that_passed_do_not_differ() throws IOException {
        var diff = run("green-1").diff(run("green-2"), run("green-5"), run("green-7"));

        assertThat(diff.differences()).isEmpty();
        assertThat(diff.explained()).hasSizeGreaterThan(10);
    }

    @Test
    void that_passed_differ_in_little_that_is_not_explained() throws IOException {
        assertThat(run("green-1").diff(run("green-2")).differences()).hasSizeLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            html-changed    | <h1>Bazar</h1>
            connection-lost | POST http://127.0.0.1
            hits-overtake   | /api/hits?q=tea came to its end before GET http://127.0.0.1
            """)
    void that_failed_differ_in_their_fault_first(String fault, String difference) throws IOException {
        var diff = run(fault).diff(run("green-2"), run("green-5"), run("green-7"));

        assertThat(diff.differences()).hasSizeLessThanOrEqualTo(6);
        assertThat(diff.differences().get(0)).asString().contains(difference);
    }
}
