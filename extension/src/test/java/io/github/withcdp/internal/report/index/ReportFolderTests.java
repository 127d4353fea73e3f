package io.github.withcdp.internal.report.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFolderTests {

    @TempDir
    Path here;

    private Path find() {
        return ReportFolder.find(Optional.empty(), here);
    }

    @ParameterizedTest
    @CsvSource({
        "pom.xml, target",
        "build.gradle, build",
        "build.gradle.kts, build",
        "settings.gradle.kts, build",
        "README.md, target"
    })
    void follows_the_build_file(String file, String folder) throws IOException {
        Files.createFile(here.resolve(file));

        assertThat(find()).isEqualTo(here.resolve(folder).resolve("withcdp-reports"));
    }

    @Test
    void takes_the_folder_that_a_build_left() throws IOException {
        Files.createDirectory(here.resolve("build"));

        assertThat(find()).isEqualTo(here.resolve("build/withcdp-reports"));

        Files.createDirectory(here.resolve("target"));

        assertThat(find()).isEqualTo(here.resolve("target/withcdp-reports"));
    }

    @Test
    void believes_the_build_file_more_than_a_folder() throws IOException {
        Files.createDirectory(here.resolve("target"));
        Files.createFile(here.resolve("build.gradle"));

        assertThat(find()).isEqualTo(here.resolve("build/withcdp-reports"));
    }

    @Test
    void takes_what_is_configured() {
        assertThat(ReportFolder.find(Optional.of("out/reports"), here)).isEqualTo(here.resolve("out/reports"));
        assertThat(ReportFolder.find(Optional.of(here.resolve("x").toString()), Path.of("elsewhere")))
                .isEqualTo(here.resolve("x"));
    }

    @Test
    void explains_what_is_no_folder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportFolder.find(Optional.of(" "), here))
                .withMessageStartingWith("withcdp.reports.dir is \" \", which is no folder name: write a path");
        assertThatIllegalArgumentException().isThrownBy(() -> ReportFolder.find(Optional.of("a\0b"), here));
    }
}
