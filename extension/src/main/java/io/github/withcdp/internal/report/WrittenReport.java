package io.github.withcdp.internal.report;

import io.github.withcdp.internal.finding.Suspicions;
import java.nio.file.Path;
import java.util.List;

/**
 * What has become of a report.
 *
 * @param directory the folder it was to be written to
 * @param files the files that were written, each with its whole path; empty if none could be
 * @param problems what could not be written or had, a sentence each
 * @param remarks how the test was run if not as usual, a sentence each
 * @param suspicions what is suspicious in the recording
 * @param title what JUnit calls the test, without secrets and safe to print
 * @param failure what the failure and its causes say, without secrets, safe to print but for line breaks; empty if it passed
 */
public record WrittenReport(
        Path directory,
        List<Path> files,
        List<String> problems,
        List<String> remarks,
        Suspicions suspicions,
        String title,
        String failure) {

    /** Copy the lists. */
    public WrittenReport {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
    }
}
