package io.github.withcdp.internal.recording;

import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder, within that of all reports, that runs write to which are made from a recording. Nothing in it is what such a run is made from: the
 * run would replace it.
 */
public final class ReplayedFolder {

    /** Its name. */
    public static final String NAME = "replayed";

    /** From the recording of a test: its report, its class, and the folder itself. */
    private static final int DEPTH = 4;

    private ReplayedFolder() {}

    /** Return whether a place is this folder, or in it: that of a class, of a test, or a file. */
    public static boolean holds(Path place) {
        return Stream.iterate(place.toAbsolutePath().normalize(), parent -> parent != null, Path::getParent)
                .limit(DEPTH)
                .anyMatch(parent -> parent.endsWith(NAME));
    }
}
