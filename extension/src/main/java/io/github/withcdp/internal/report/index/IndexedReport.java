package io.github.withcdp.internal.report.index;

import io.github.withcdp.internal.report.ReportCard;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A report that an index lists.
 *
 * @param folder the folder of the report
 * @param module which part of the build it is of, as a path from the root of the build; empty if there is but one
 */
record IndexedReport(ReportCard card, Path folder, String module) {

    private static final Comparator<IndexedReport> NEWEST_FIRST = Comparator.comparing(
                    (IndexedReport report) -> report.card().written())
            .reversed()
            .thenComparing(report -> report.folder().toString());

    /** Return the reports below a folder of reports and below those of other parts of the build that have told of themselves there. */
    static List<IndexedReport> in(Path reports) {
        var found = new ArrayList<IndexedReport>();
        scan(reports, "", found);
        var modules = new BuildModules(reports);
        modules.list().forEach(module -> scan(module, modules.name(module), found));
        found.sort(NEWEST_FIRST);
        return found;
    }

    private static void scan(Path reports, String module, List<IndexedReport> found) {
        for (var type : folders(reports)) {
            for (var test : folders(type)) {
                ReportCard.read(test).ifPresent(card -> found.add(new IndexedReport(card, test, module)));
            }
        }
    }

    /** Return the folders in a folder, without following links; what another JVM is deleting meanwhile is not there. */
    private static List<Path> folders(Path parent) {
        var folders = new ArrayList<Path>();
        try (DirectoryStream<Path> children =
                Files.newDirectoryStream(parent, child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))) {
            children.forEach(folders::add);
        } catch (IOException | DirectoryIteratorException gone) {
            return folders;
        }
        return folders;
    }
}
