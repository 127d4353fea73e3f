package io.github.withcdp.internal.recording;

import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Makes a report of a recording. A service, because what reads recordings builds upon them and not the other way round. */
@FunctionalInterface
public interface ReportMaker {

    /** The one there is, found when it is needed. */
    ReportMaker FOUND = (recording, directory) -> find().write(recording, directory);

    /**
     * Write the files of a report into a directory, which is created if need be; files of an earlier report there are replaced.
     *
     * @throws IOException if the directory cannot be written to
     */
    void write(Recording recording, Path directory) throws IOException;

    /** Return the one there is: it takes out what the settings of this JVM say. */
    static ReportMaker find() {
        return ServiceLoader.load(ReportMaker.class, ReportMaker.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The jar of withcdp-extension is incomplete: no " + ReportMaker.class.getName() + " in it"));
    }
}
