package io.github.withcdp.internal.chrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileDirectoryTests {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    Path temporary;

    @Test
    void is_private_and_says_whose_it_is() throws IOException {
        var profile = ProfileDirectory.create(temporary);

        assertThat(ProfileOwner.of(profile.root())).contains(ProfileOwner.current());
        for (var directory : new Path[] {profile.root(), profile.userData()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                    .isEqualTo("rwx------");
        }
        assertThat(profile.delete(LIMIT)).isTrue();
    }

    @Test
    void is_deleted_with_all_that_is_in_it_but_not_with_what_links_point_to() throws IOException {
        var precious = Files.writeString(temporary.resolve("precious"), "keep me");
        var profile = ProfileDirectory.create(temporary);
        Files.createDirectories(profile.userData().resolve("a/b/c"));
        Files.writeString(profile.userData().resolve("a/b/file"), "text");
        Files.createSymbolicLink(profile.userData().resolve("link"), precious);
        Files.createSymbolicLink(profile.userData().resolve("a/up"), temporary);

        assertThat(profile.delete(LIMIT)).isTrue();
        assertThat(temporary.toFile().list()).containsExactly("precious");
        assertThat(profile.delete(LIMIT)).as("a second time").isTrue();
    }

    @Test
    void a_long_path_is_not_for_sockets() throws IOException {
        var deep = Files.createDirectories(temporary.resolve("d".repeat(60)));

        var profile = ProfileDirectory.create(deep);

        assertThat(profile.temporary()).isEmpty();
        assertThat(profile.delete(LIMIT)).isTrue();
    }

    @Test
    void cannot_be_made_where_there_is_no_directory() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ProfileDirectory.create(temporary.resolve("missing")));
    }
}
