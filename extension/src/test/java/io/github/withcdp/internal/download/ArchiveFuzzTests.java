package io.github.withcdp.internal.download;

import static io.github.withcdp.internal.download.Archives.FOLDER;
import static io.github.withcdp.internal.download.Archives.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.fuzz.Costly;
import io.github.withcdp.fuzz.FuzzFolder;
import io.github.withcdp.fuzz.Hostile;
import io.github.withcdp.fuzz.Tries;
import io.github.withcdp.internal.time.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever is downloaded, it is unpacked into its folder, and no more than is allowed of it, or refused. */
@Tag("fuzz")
@AddLifecycleHook(Tries.class)
class ArchiveFuzzTests {

    private static final Limits SMALL = new Limits(1_000, 1_000_000, 3_000, 5_000, 6);
    private static final FuzzFolder PLACE = new FuzzFolder();

    @AfterContainer
    static void remove() throws IOException {
        PLACE.close();
    }

    @Provide
    Arbitrary<byte[]> archives() {
        return Hostile.bytes(List.of(archive(FOLDER + "/a.pak").bytes(), new ZipBuilder().bytes()));
    }

    /** In which all is well but for a name. */
    @Provide
    Arbitrary<byte[]> names() {
        return Hostile.texts(List.of(FOLDER + "/locales/en-US.pak", FOLDER + "/a/b/c"))
                .map(name -> archive(name).bytes());
    }

    private static ZipBuilder archive(String name) {
        return new ZipBuilder()
                .folder(FOLDER)
                .file(PROGRAM, "#!/bin/sh\n")
                .stored()
                .entry(name, ZipBuilder.FILE | 0644, new byte[100]);
    }

    @Property
    @Costly(10)
    void is_unpacked_or_refused(@ForAll("archives") byte[] archive) throws IOException, InterruptedException {
        check(archive);
    }

    @Property
    @Costly(10)
    void is_unpacked_or_refused_whatever_the_names(@ForAll("names") byte[] archive)
            throws IOException, InterruptedException {
        check(archive);
    }

    private static void check(byte[] archive) throws IOException, InterruptedException {
        var file = Files.write(PLACE.path().resolve("archive.zip"), archive);
        var directory = Files.createDirectories(PLACE.path().resolve("in/cache"));
        try {
            new Unzip(directory, Deadline.in(Duration.ofMinutes(1)))
                    .unpack(file, FOLDER, "chrome-headless-shell", SMALL);
            assertThat(directory.resolve(PROGRAM)).isRegularFile();
        } catch (IOException refusal) {
            assertThat(refusal).hasMessageMatching("(?s).+");
        }
        assertThat(unpacked(file, directory.resolve(FOLDER))).isLessThanOrEqualTo(SMALL.total());
        FuzzFolder.clear(PLACE.path().resolve("in"));
    }

    /** Return how many bytes are in the folder, and look that there are none elsewhere. */
    private static long unpacked(Path archive, Path folder) throws IOException {
        long size = 0;
        try (var all = Files.walk(PLACE.path())) {
            for (var each : all.filter(path -> Files.isRegularFile(path) && !path.equals(archive))
                    .toList()) {
                assertThat(each).startsWith(folder);
                size += Files.size(each);
            }
        }
        return size;
    }
}
