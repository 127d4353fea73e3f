package io.github.withcdp.internal.green;

import java.nio.file.Path;
import java.util.List;

/**
 * The files of green runs to compare with.
 *
 * @param newestFirst at least one
 * @param label under which they are; empty if they have none
 * @param ownLabel under which they were looked for first
 * @param browser that they are of
 * @param ownBrowser with which the test failed
 */
public record GreenFiles(
        List<Path> newestFirst, String label, String ownLabel, BrowserMajor browser, BrowserMajor ownBrowser) {

    /** Copy the list. */
    public GreenFiles {
        newestFirst = List.copyOf(newestFirst);
    }
}
