package io.github.withcdp.internal.report.index;

import io.github.withcdp.internal.util.Loggers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code index.html} in the folder of reports: all reports of a build, whichever class, JVM or part of the build wrote them.
 *
 * <p>There is no lock. Whoever adds or removes a report makes the page anew from what is on the disk, puts it in place in one step,
 * and looks again: as long as the page would be another one by now, it does so once more. Whoever comes last has seen all others.
 *
 * <p>The parts of a build each have an index of their own, and the root of the build has one of all of them, in its own build folder.
 * If {@code withcdp.reports.dir} says where reports belong, there is one index, there.
 */
public final class ReportIndex {

    static final String FILE = "index.html";

    /** More than this many others at the same moment, and one of them comes after us. */
    private static final int ROUNDS = 50;

    private final Path reports;
    private final Optional<Path> buildReports;

    private ReportIndex(Path reports, Optional<Path> buildReports) {
        this.reports = reports;
        this.buildReports = buildReports;
    }

    /**
     * Return the index of a folder of reports and that of the build around it.
     *
     * @param reports the folder of all reports, as {@link ReportFolder#find} gives it
     * @param configured whether somebody has said that it is there
     * @param workingDirectory where the tests run
     */
    public static ReportIndex of(Path reports, boolean configured, Path workingDirectory) {
        return new ReportIndex(
                reports,
                configured
                        ? Optional.empty()
                        : Optional.of(ReportFolder.find(Optional.empty(), BuildRoot.of(workingDirectory)))
                                .filter(build -> !build.equals(reports)));
    }

    /** Bring the pages up to date. What fails is logged: the reports are there without an index. */
    public void refresh() {
        try {
            refresh(reports);
            if (buildReports.isPresent()) {
                new BuildModules(buildReports.get()).add(reports);
                refresh(buildReports.get());
            }
        } catch (IOException e) { // a line: each report that is written says it again
            Loggers.of(ReportIndex.class)
                    .log(
                            System.Logger.Level.WARNING,
                            "The index of the reports in " + reports + " cannot be written: " + e);
        } catch (RuntimeException bug) {
            Loggers.of(ReportIndex.class)
                    .log(
                            System.Logger.Level.WARNING,
                            "The index of the reports in " + reports + " cannot be written",
                            bug);
        }
    }

    private static void refresh(Path reports) throws IOException {
        var file = reports.resolve(FILE);
        if (!isOurs(file)) {
            return;
        }
        var html = IndexPage.format(reports, IndexedReport.in(reports));
        for (int round = 0; round < ROUNDS; round++) {
            replace(file, html);
            var now = IndexPage.format(reports, IndexedReport.in(reports));
            if (now.equals(html)) {
                return;
            }
            html = now;
        }
    }

    /** Return whether there is nothing yet, or a page of ours: not that of somebody who has a use of their own for the folder. */
    private static boolean isOurs(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            var head = new String(in.readNBytes(IndexPage.HEAD.length()), StandardCharsets.UTF_8);
            return head.equals(IndexPage.HEAD);
        }
    }

    private static void replace(Path file, String html) throws IOException {
        // No temporary file of the JDK's, which nobody but its owner may read: who uploads reports from a build is
        // often another.
        var draft = file.resolveSibling(".index-" + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(draft, html, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
