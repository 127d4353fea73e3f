package io.github.withcdp.internal.green;

import io.github.withcdp.internal.recording.DifferenceFinder;
import io.github.withcdp.internal.report.GreenComparison;
import io.github.withcdp.internal.report.GreenRun;
import io.github.withcdp.internal.report.ReportName;
import io.github.withcdp.internal.report.TestDescription;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.util.BoundedCall;
import io.github.withcdp.internal.util.Loggers;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.recording.RecordingDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Compares a test that failed with its green runs. Whatever is not known, or not as it should be, is told. */
public final class GreenFinder {

    /** A report is good to have without a comparison, too. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final GreenStore store;
    private final ReportName name;
    private final TestDescription test;
    private final BrowserMajor browser;

    /**
     * Create one.
     *
     * @param browser with which the test failed
     */
    public GreenFinder(GreenStore store, ReportName name, TestDescription test, BrowserMajor browser) {
        this.store = store;
        this.name = name;
        this.test = test;
        this.browser = browser;
    }

    /** Compare the test that failed, without its secrets, with the last times that it passed. */
    public GreenComparison compare(Recording failed) {
        try {
            return BoundedCall.run(
                    "green-comparison",
                    LIMIT,
                    () -> store.newest(name, browser)
                            .map(files -> compare(failed, files))
                            .orElseGet(() -> nothing("There is no green run of this test to compare with")));
        } catch (TimeoutException late) {
            return nothing(
                    "The green runs of this test were not compared: it takes longer than " + LIMIT.toSeconds() + " s");
        } catch (IOException e) {
            return nothing("The green runs of this test could not be compared: " + SafeText.line(e.toString(), 300));
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return nothing("The green runs of this test were not compared: the test was interrupted");
        }
    }

    private static GreenComparison nothing(String why) {
        return new GreenComparison(why, Optional.empty());
    }

    private GreenComparison compare(Recording failed, GreenFiles files) {
        var notes = new ArrayList<String>();
        var runs = new ArrayList<GreenRun>();
        for (var file : files.newestFirst()) {
            try {
                runs.add(read(file));
            } catch (IOException | RuntimeException unreadable) {
                Loggers.of(GreenFinder.class).log(System.Logger.Level.DEBUG, "A green run is left out", unreadable);
                notes.add("A green run cannot be read: " + unreadable.getMessage());
            }
        }
        if (runs.isEmpty()) {
            return nothing("No green run of this test can be read: " + String.join("; ", notes));
        }
        var diff = DifferenceFinder.INSTALLED.compare(
                failed, runs.stream().map(GreenRun::recording).toList());
        addNotes(files, runs, notes);
        notes.addAll(0, diff.notes());
        return new GreenComparison(
                with(files, runs), Optional.of(new RecordingDiff(diff.differences(), diff.explained(), notes)));
    }

    private static GreenRun read(Path file) throws IOException {
        if (Files.size(file) > GreenStore.LARGEST + GreenStore.KEPT) {
            throw new IOException("%s is larger than any that was kept".formatted(file));
        }
        var recording = Recording.read(file);
        if (!recording.isComplete()) {
            throw new IOException(recording.incompleteBecause());
        }
        return GreenRun.of(recording);
    }

    private void addNotes(GreenFiles files, List<GreenRun> runs, List<String> notes) {
        if (!files.label().equals(files.ownLabel())) {
            notes.add("There is no green run %s, so that it is compared with one %s"
                    .formatted(under(files.ownLabel()), under(files.label())));
        }
        if (!files.browser().product().equals(browser.product())) {
            notes.add("The browser is another one: %s instead of %s".formatted(browser, files.browser()));
        }
        if (!runs.get(0).test().equals(test.displayName())) {
            notes.add("The green run is of \"%s\""
                    .formatted(SafeText.line(runs.get(0).test(), 200)));
        }
        if (runs.size() == 1) {
            notes.add("There is one green run only: what differs in every run is not known from it");
        }
    }

    private static String under(String label) {
        return label.isEmpty() ? "without a label" : "with the label " + SafeText.line(label, 100);
    }

    private static String with(GreenFiles files, List<GreenRun> runs) {
        var others = runs.size() - 1;
        return "Compared with the last green run, %s, %s, %s%s"
                .formatted(
                        runs.get(0).line(),
                        under(files.label()),
                        files.browser(),
                        others == 0
                                ? ""
                                : "; what differs between it and the %s before is explained"
                                        .formatted(others == 1 ? "one" : "two"));
    }
}
