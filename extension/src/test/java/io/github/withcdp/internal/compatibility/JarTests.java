package io.github.withcdp.internal.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarTests {

    private static final Library LIBRARY = new Library("com.acme", "anvil");

    @Test
    void tells_the_version_of_its_manifest_and_its_path() {
        var jar = Jar.of(Test.class, LIBRARY);

        assertThat(jar.version())
                .hasValueSatisfying(version -> assertThat(jar.place())
                        .isEqualTo(Path.of(jar.place()).toAbsolutePath().toString())
                        .endsWith("junit-jupiter-api-" + version + ".jar"));
        assertThat(jar).hasToString(jar.version().orElseThrow() + " in " + jar.place());
    }

    @Test
    void tells_the_version_that_Maven_wrote_where_there_is_no_manifest(@TempDir Path directory) throws Exception {
        var root = Files.createDirectory(directory.resolve("a folder ü"));
        var properties = Files.createDirectories(root.resolve("META-INF/maven/com.acme/anvil"));
        Files.writeString(properties.resolve("pom.properties"), "groupId=com.acme\nversion=1.2.3\n");

        assertThat(jarOfCopyIn(root)).hasToString("1.2.3 in " + root);
    }

    @Test
    void tells_that_the_version_is_unknown(@TempDir Path directory) throws Exception {
        assertThat(jarOfCopyIn(directory)).hasToString("an unknown version in " + directory);
    }

    @Test
    void tells_the_version_of_a_module_of_no_file() {
        assertThat(Jar.of(String.class, LIBRARY))
                .hasToString(System.getProperty("java.version") + " in an unknown place");
    }

    @Test
    void tells_the_version_in_the_name_of_the_file() {
        assertThat(Jar.ofFileName("/lib/jackson-annotations-2.19-rc1.jar")).contains("2.19-rc1");
        assertThat(Jar.ofFileName("C:\\lib\\junit-jupiter-api-5.11.4.jar")).contains("5.11.4");
        assertThat(Jar.ofFileName("/lib-2.0/classes")).isEmpty();
        assertThat(Jar.ofFileName("/lib/everything.jar")).isEmpty();
    }

    private static Jar jarOfCopyIn(Path root) throws Exception {
        var name = JarTests.class.getName();
        var file = root.resolve(name.replace('.', '/') + ".class");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (var code = Objects.requireNonNull(JarTests.class.getResourceAsStream("JarTests.class"))) {
            Files.copy(code, file);
        }
        try (var loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            return Jar.of(Class.forName(name, false, loader), LIBRARY);
        }
    }
}
