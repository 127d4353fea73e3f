package io.github.withcdp.internal.report;

import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The report of a test with 100,000 messages, all files of it. A test fails once in its JVM, so the first shot counts,
 * and a heap of 256 MB must do.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 5, jvmArgs = "-Xmx256m")
public class ReportWriterBenchmark {

    static final int MESSAGES = 100_000;

    private final MessageRecorder recorder = MessageRecorder.create();
    private final Path root = temporary();

    /** Record the messages, and let the compiler finish what making them up has given it to do: no test makes them up. */
    @Setup(Level.Trial)
    public void record() throws InterruptedException {
        TypicalTraffic.record(recorder, MESSAGES);
        var compiler = ManagementFactory.getCompilationMXBean();
        long before = -1;
        while (compiler.getTotalCompilationTime() != before) {
            before = compiler.getTotalCompilationTime();
            TimeUnit.MILLISECONDS.sleep(500); // the compiler tells nobody when it is done, so it is asked again
        }
    }

    /** Delete the report. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        recorder.close();
        try (var files = Files.walk(root)) {
            for (var file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Write the report. */
    @Benchmark
    public WrittenReport write() {
        return new ReportWriter(root)
                .write(
                        report(recorder.recording(MessageFilter.ALL)),
                        root.resolve("Test").resolve("fails"));
    }

    static FailureReport report(Recording recording) {
        return FailureReport.of(recording, Redaction.DEFAULT)
                .with(ReportField.TEST, new TestDescription("fails", "com.acme.CheckoutTests", "fails", ""))
                .with(ReportField.FAILURE, Optional.of(Failure.of(new AssertionError("expected: <1> but was: <2>"))))
                .with(ReportField.FAILED_AT, Optional.of(Duration.ofMinutes(5)))
                .with(ReportField.BROWSER, new BrowserDescription("Chrome/150.0.0.0", "", false, ""))
                .with(
                        ReportField.SESSIONS,
                        List.of(new SessionTarget(
                                new SessionId("5E3A7F0B6C1D4E2F9A8B7C6D5E4F3A2B"),
                                "T1",
                                "page",
                                "https://shop.example/checkout")));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("withcdp-benchmark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
