package io.github.withcdp.internal.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivePortTests {

    @TempDir
    Path directory;

    @Test
    void both_lines_make_the_URL() throws Exception {
        var port = new ActivePort(directory);

        assertThat(port.read()).isEmpty();
        Files.writeString(directory.resolve("DevToolsActivePort"), "34567\n/devtools/browser/0a1b-2c");
        assertThat(port.read()).contains(URI.create("ws://127.0.0.1:34567/devtools/browser/0a1b-2c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "34567", "34567\n", "34567\n/dev", "\n/devtools/browser/0a1b", "x\n/devtools/browser/0a"})
    void half_a_file_is_none(String content) {
        assertThat(ActivePort.parse(content)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "99999"})
    void has_a_port_that_there_can_be(String port) {
        assertThat(ActivePort.parse(port + "\n/devtools/browser/0a1b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "[", "%", "?a=b", "/../x", "\u20ac"})
    void what_a_browser_does_not_write_is_none(String more) {
        assertThat(ActivePort.parse("34567\n/devtools/browser/0a1b" + more)).isEmpty();
    }
}
