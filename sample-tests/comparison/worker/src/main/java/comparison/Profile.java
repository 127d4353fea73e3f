package comparison;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The directory in which a browser keeps what it knows, for clients that do not make one. */
public final class Profile {

    private final Path directory;

    private Profile(Path directory) {
        this.directory = directory;
    }

    /** Make one. */
    public static Profile create() throws IOException {
        return new Profile(Files.createTempDirectory("comparison-"));
    }

    /** Delete it; the last processes of a browser may still write into it. */
    public void delete() throws Exception {
        for (int attempt = 0; attempt < 20 && Files.exists(directory); attempt++) {
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            } catch (IOException | RuntimeException e) {
                Thread.sleep(5); // a process of the browser that ends may still have written to it
            }
        }
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
