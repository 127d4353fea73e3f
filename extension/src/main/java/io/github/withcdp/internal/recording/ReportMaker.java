package io.github.withcdp.internal.recording;

import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Makes the report of a recording. A service, because reports are made of recordings, which know nothing of them. */
@FunctionalInterface
public interface ReportMaker {

    /** The one in the jar, looked up when it is needed: it takes out what the settings of this JVM say. */
    ReportMaker INSTALLED =
            (recording, directory) -> ServiceLoader.load(ReportMaker.class, ReportMaker.class.getClassLoader())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "The jar of withcdp-extension is incomplete: no " + ReportMaker.class.getName() + " in it"))
                    .write(recording, directory);

    /**
     * Write the files of a report into a directory, which is created if need be; files of an earlier report there are replaced.
     *
     * @throws IOException if the directory cannot be written to
     */
    void write(Recording recording, Path directory) throws IOException;
}
