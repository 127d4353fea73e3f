package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformPropertiesTests {

    @TempDir
    Path directory;

    @Test
    void names_what_the_file_sets() throws IOException {
        Path file = directory.resolve("junit-platform.properties");
        Files.writeString(file, "# a comment\nwithcdp.timeout = 3 s\njunit.x: y\n");

        assertThat(PlatformProperties.names(file.toUri().toURL()))
                .containsExactlyInAnyOrder("withcdp.timeout", "junit.x");
    }

    @Test
    void names_nothing_without_a_file() {
        assertThat(PlatformProperties.names(null)).isEmpty();
    }

    @Test
    void reads_the_first_file_that_the_class_loader_of_the_thread_finds() throws IOException {
        Path jar = directory.resolve("a.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("junit-platform.properties"));
            out.write("withcdp.found=1".getBytes(StandardCharsets.UTF_8));
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();

        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            thread.setContextClassLoader(loader);

            assertThat(PlatformProperties.names()).containsExactly("withcdp.found");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void tells_which_file_it_cannot_read() throws IOException {
        Path file = Files.writeString(directory.resolve("broken.properties"), "a=\\u00");
        URL address = file.toUri().toURL();

        assertThatThrownBy(() -> PlatformProperties.names(address))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot read " + address + ": Malformed \\uxxxx encoding.")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tells_which_file_has_gone() throws MalformedURLException {
        URL address = URI.create("file:/does/not/exist.properties").toURL();

        assertThatThrownBy(() -> PlatformProperties.names(address))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("Cannot read file:/does/not/exist.properties: ")
                .hasCauseInstanceOf(IOException.class);
    }
}
