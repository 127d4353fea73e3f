package io.github.withcdp.internal.download;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class UnzipTests {

    /** Which these are depends on the machine; a NUL is in none. */
    @Test
    void refuses_a_name_that_no_file_can_have() {
        assertThatThrownBy(() -> Unzip.target(Path.of("in"), "folder/a\0"))
                .isInstanceOf(ZipException.class)
                .hasMessageStartingWith("an entry has a name that no file can have here: folder/a");
    }
}
