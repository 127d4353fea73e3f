package io.github.withcdp.internal.download;

import static io.github.withcdp.internal.download.DownloadFixture.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there access rights are inherited from the user's own directory")
class PrivateDirectoryTests {

    @TempDir
    Path directory;

    private Path cache;
    private Mirror mirror;
    private DownloadFixture download;

    @BeforeEach
    void open() throws IOException {
        cache = directory.resolve("a/cache");
        mirror = Mirror.open().file(Mirror.archive(VERSION), Archives.good());
        download = new DownloadFixture(cache, mirror);
    }

    @AfterEach
    void close() {
        mirror.close();
    }

    @Test
    void is_for_its_owner_alone() throws IOException {
        download.fetch(VERSION);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxr-x", "rwxr-xrwx", "rwxrwxrwx"})
    void is_refused_if_others_can_write_to_it(String permissions) throws IOException {
        download.fetch(VERSION);
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString(permissions));

        assertThat(download.refusal(VERSION))
                .startsWith("Cannot download chrome-headless-shell " + VERSION
                        + " for linux64: others may put programs into " + cache + ", whose access rights are "
                        + permissions
                        + "; chmod go-w takes them away.\nName a directory of your own, or one that is not"
                        + " there yet and is made for you alone (withcdp.download.dir), a browser that is here"
                        + " (withcdp.executable), or install one (");
        assertThat(mirror.paths()).hasSize(1);
    }

    @Test
    void is_refused_if_it_belongs_to_somebody_else() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("only root can give a directory away")
                .isEqualTo("root");
        download.fetch(VERSION);
        var nobody = FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setOwner(cache, nobody);

        assertThat(download.refusal(VERSION))
                .startsWith("Cannot download chrome-headless-shell " + VERSION + " for linux64: " + cache
                        + " belongs to nobody, who may put any program there.\n");
    }

    /** Somebody may have made it since it was looked for. */
    @Test
    void is_refused_if_it_was_to_be_made_and_others_can_write_to_it() throws IOException {
        Files.createDirectories(cache);
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> PrivateDirectory.create(cache)).isInstanceOf(PrivateDirectory.Refusal.class);
    }

    @Test
    void may_be_read_by_others() throws IOException {
        var program = download.fetch(VERSION);
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(download.fetch(VERSION)).isEqualTo(program);
    }
}
