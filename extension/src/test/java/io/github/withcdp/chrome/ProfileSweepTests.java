package io.github.withcdp.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those of a living other JVM are in {@link KilledJvmTests}. */
class ProfileSweepTests {

    @TempDir
    Path temporary;

    @Test
    void removes_what_the_dead_have_left() throws IOException {
        var dead = profile("withcdp-1-2-abc");
        Files.writeString(Files.createDirectories(dead.resolve("p/Default")).resolve("Cookies"), "x");

        sweep();

        assertThat(dead).doesNotExist();
    }

    @Test
    void leaves_its_own() throws IOException {
        var own = ProfileDirectory.create(temporary);

        sweep();

        assertThat(own.userData()).exists();
        assertThat(own.delete(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void leaves_other_names_links_and_files() throws IOException {
        var elsewhere = profile("elsewhere");
        var link = Files.createSymbolicLink(temporary.resolve("withcdp-1-2-def"), elsewhere);
        var file = Files.writeString(temporary.resolve("withcdp-1-2-ghi"), "x");
        var other = profile("withcdp-recordings");

        sweep();

        assertThat(link).isSymbolicLink();
        assertThat(elsewhere.resolve("owner")).exists();
        assertThat(file).exists();
        assertThat(other).exists();
    }

    @Test
    void leaves_a_new_one_without_a_lock_file_which_is_just_being_made() throws IOException {
        var young = Files.createDirectory(temporary.resolve("withcdp-1-2-new"));
        var old = Files.createDirectory(temporary.resolve("withcdp-1-2-old"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(1))));

        sweep();

        assertThat(young).exists();
        assertThat(old).doesNotExist();
    }

    @Test
    void leaves_those_of_other_users() throws IOException {
        var dead = profile("withcdp-1-2-abc");

        new ProfileSweep(() -> "somebody else").sweep(temporary);

        assertThat(dead).exists();
    }

    private Path profile(String name) throws IOException {
        var directory = Files.createDirectory(temporary.resolve(name));
        Files.createFile(directory.resolve("owner"));
        return directory;
    }

    private void sweep() throws IOException {
        new ProfileSweep(Files.getOwner(temporary)).sweep(temporary);
    }
}
