package io.github.withcdp.internal.report;

import io.github.withcdp.internal.recording.StoredRecording;
import io.github.withcdp.internal.report.index.ReportFolder;
import io.github.withcdp.internal.util.Loggers;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes reports to disk. What cannot be written does not stop the rest, and is told: in the summary and in the result. */
public final class ReportWriter {

    /** Compares with nothing. */
    public static final Comparison NO_COMPARISON = failed -> Optional.empty();

    private static final String SUMMARY = "summary.md";
    private static final int FAILURE = 4_000;

    /** A disk that hangs must not make the test hang. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path root;
    private final String run;
    private final Comparison comparison;

    /** Compares a run that failed with others that passed. */
    @FunctionalInterface
    public interface Comparison {

        /**
         * Compare.
         *
         * @param failed without its secrets, as those that passed are
         * @return what is different; empty if nothing is to be told of it
         */
        Optional<GreenComparison> of(Recording failed);
    }

    /**
     * Create a writer.
     *
     * @param root the folder of all reports, see {@link ReportFolder#find}; created when first needed
     */
    public ReportWriter(Path root) {
        this(root, "", NO_COMPARISON);
    }

    /**
     * Create a writer for a run of tests.
     *
     * @param run see {@link BuildRun#id()}
     * @param comparison with earlier runs of the same test
     */
    public ReportWriter(Path root, String run, Comparison comparison) {
        this.root = root;
        this.run = run;
        this.comparison = comparison;
    }

    /**
     * Write a report without its secrets, in place of an older one of the same test.
     * Throws nothing: a report that fails must not hide the failure it is about.
     *
     * @param directory the folder of this test, see {@link ReportName#below}
     */
    public WrittenReport write(FailureReport report, Path directory) {
        try (var redacted = RedactedReport.of(report)) {
            return write(new ReportContent(compared(redacted.report())), directory);
        }
    }

    private FailureReport compared(FailureReport report) {
        if (report.failure().isEmpty()) {
            return report;
        }
        try {
            var failed = StoredRecording.withReport(ReportHeader.of(report), report.recording());
            return comparison
                    .of(failed)
                    .map(green -> report.with(ReportField.GREEN, Optional.of(green)))
                    .orElse(report);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return report.withProblems(List.of("the comparison with green runs: " + FailureText.line(e, 400)));
        }
    }

    /**
     * Remove the report that an earlier run has left of a test, and nothing that is not ours.
     *
     * @return whether there was one; if it cannot be removed, that is logged
     */
    public boolean removeOld(Path directory) {
        try {
            return ReportDirectory.remove(root, directory);
        } catch (IOException | RuntimeException e) {
            Loggers.of(ReportWriter.class)
                    .log(System.Logger.Level.WARNING, "The old report in " + directory + " cannot be removed", e);
            return false;
        }
    }

    private WrittenReport write(ReportContent content, Path directory) {
        var written = new LinkedHashMap<String, String>();
        try {
            var folder = ReportDirectory.prepare(root, directory);
            var files = ReportFiles.of(content);
            folder.claim(
                    Stream.concat(files.stream().map(ReportFile::name), Stream.of(SUMMARY, ReportCard.FILE))
                            .toList(),
                    run);
            writeAll(files, folder, written, content);
            var summary =
                    ReportFile.text(SUMMARY, "this", out -> out.append(SummaryFormatter.format(content, written)));
            writeAll(List.of(summary), folder, written, content);
            // The last one: an index that finds it finds a whole report.
            var card = ReportCard.of(content.report(), content.suspicions()).file();
            writeAll(List.of(card), folder, new LinkedHashMap<>(), content);
        } catch (IOException | RuntimeException e) {
            content.problems().add("the report: " + reason(e));
        }
        var paths = written.keySet().stream().map(directory::resolve).toList();
        return new WrittenReport(
                directory,
                paths,
                content.problems(),
                content.report().remarks(),
                content.suspicions(),
                content.report().test().title(),
                content.report()
                        .failure()
                        .map(failure -> FailureText.lines(failure, FAILURE).strip())
                        .orElse(""));
    }

    /** The page takes about as long as all other files, so it is written beside them. */
    private static void writeAll(
            List<ReportFile> files, ReportDirectory folder, Map<String, String> written, ReportContent content) {
        var problems = new ConcurrentHashMap<String, String>();
        files.forEach(
                file -> problems.put(file.name(), file.name() + ": not done after " + LIMIT.toMinutes() + " minutes"));
        Consumer<ReportFile> write = file -> {
            var problem = problem(file, folder);
            if (problem.isEmpty()) {
                problems.remove(file.name());
            } else {
                problems.put(file.name(), problem);
            }
        };
        ParallelTasks.run(
                () -> files.subList(0, 1).forEach(write),
                () -> files.subList(1, files.size()).forEach(write),
                LIMIT);
        for (var file : files) {
            var problem = problems.get(file.name());
            if (problem == null) {
                written.put(file.name(), file.description());
            } else {
                content.problems().add(problem);
            }
        }
    }

    /** Write a file, and return what went wrong; empty if nothing did. */
    private static String problem(ReportFile file, ReportDirectory folder) {
        try {
            file.content().writeTo(folder.newFile(file.name()));
            return "";
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            return file.name() + ": " + reason(e);
        }
    }

    /** The messages of file system exceptions are often a path alone, so the class says what is wrong with it. */
    private static String reason(Throwable e) {
        return e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : FailureText.line(e, 400);
    }
}
