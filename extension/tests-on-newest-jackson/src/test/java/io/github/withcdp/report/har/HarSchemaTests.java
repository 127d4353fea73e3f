package io.github.withcdp.internal.report.har;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tests of the extension, whose archives are valid besides. */
class HarSchemaTests extends HttpArchiveTests {

    @Override
    void check(Path archive) throws IOException {
        assertThat(HarSchema.violations(Files.readString(archive))).isEmpty();
    }

    @Test
    void finds_what_is_missing_in_an_archive() {
        assertThat(HarSchema.violations("{\"log\":{\"version\":\"1.2\",\"entries\":[]}}"))
                .singleElement()
                .asString()
                .contains("creator");
    }
}
