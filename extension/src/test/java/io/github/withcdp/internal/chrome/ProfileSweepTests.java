package io.github.withcdp.internal.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only there the system tells which files are locked")
    void does_not_drop_the_lock_of_its_own() throws IOException {
        var own = ProfileDirectory.create(temporary);
        var file = Files.getAttribute(own.root().resolve("owner"), "unix:ino");

        sweep();

        assertThat(Files.readAllLines(Path.of("/proc/locks"))).anyMatch(lock -> lock.contains(":" + file + " "));
        assertThat(own.delete(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void leaves_what_another_sweep_of_this_JVM_is_at() throws IOException {
        var dead = profile("withcdp-1-2-abc");

        try (var other = FileChannel.open(dead.resolve("owner"), StandardOpenOption.WRITE)) {
            assertThat(other.lock().isValid()).isTrue();
            sweep();
        }

        assertThat(dead).exists();
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "somebody else's\n",
                "A profile of a browser that WithCDP launched.",
                "A profile of a browser that WithCDP launched. It is deleted when no process holds a lock on this file.\nNo."
            })
    void leaves_what_has_not_its_own_file_of_an_owner_however_old(String content) throws IOException {
        var without = Files.createDirectory(temporary.resolve("withcdp-1-2-abc"));
        var other = Files.createDirectory(temporary.resolve("withcdp-1-2-def"));
        Files.writeString(other.resolve("owner"), content);
        for (var directory : List.of(without, other)) {
            Files.createDirectories(directory.resolve("p/Default/x"));
            age(directory);
        }

        sweep();

        assertThat(without.resolve("p/Default/x")).exists();
        assertThat(other.resolve("p/Default/x")).exists();
    }

    @Test
    void removes_what_has_no_file_in_it_unless_it_is_just_being_made() throws IOException {
        var again = Files.createDirectory(temporary.resolve("withcdp-1-2-abc"));
        Files.createDirectory(again.resolve("p"));
        Files.createDirectory(again.resolve("t"));
        age(again);
        var young = Files.createDirectory(temporary.resolve("withcdp-1-2-def"));
        var younger = Files.createDirectory(temporary.resolve("withcdp-1-2-jkl"));
        Files.createFile(younger.resolve("owner")); // and is about to be written
        var file = Files.createDirectory(temporary.resolve("withcdp-1-2-ghi"));
        Files.createFile(file.resolve("p"));
        age(file);

        sweep();

        assertThat(again).doesNotExist();
        assertThat(young).exists();
        assertThat(younger.resolve("owner")).exists();
        assertThat(file.resolve("p")).exists();
    }

    private static void age(Path directory) throws IOException {
        Files.setLastModifiedTime(directory, FileTime.from(Instant.now().minus(Duration.ofDays(400))));
    }

    @Test
    void removes_what_its_own_JVM_had_no_time_for() throws IOException {
        var own = ProfileDirectory.create(temporary);
        while (Files.exists(own.root().resolve("p")) || Files.exists(own.root().resolve("t"))) {
            assertThat(own.delete(Duration.ZERO)).isFalse(); // one path each time
        }
        assertThat(own.delete(Duration.ZERO))
                .as("now that the owner's file was deleted")
                .isFalse();
        var dead = Files.move(own.root(), temporary.resolve("withcdp-1-2-abc"));

        sweep();

        assertThat(dead).doesNotExist();
    }

    @Test
    void leaves_those_of_other_users() throws IOException {
        var dead = profile("withcdp-1-2-abc");

        new ProfileSweep(() -> "somebody else").sweep(temporary);

        assertThat(dead).exists();
    }

    private Path profile(String name) throws IOException {
        var made = Files.createTempDirectory(temporary, "made");
        var own = ProfileDirectory.create(made);
        var directory = temporary.resolve(name);
        Files.createDirectory(directory);
        Files.copy(own.root().resolve("owner"), directory.resolve("owner"));
        own.delete(Duration.ofSeconds(10));
        Files.delete(made);
        return directory;
    }

    private void sweep() throws IOException {
        new ProfileSweep(Files.getOwner(temporary)).sweep(temporary);
    }
}
