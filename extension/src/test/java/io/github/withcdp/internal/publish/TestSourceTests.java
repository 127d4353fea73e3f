package io.github.withcdp.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestSourceTests {

    @TempDir
    Path project;

    /** A class that is compiled to wherever a test wants it. */
    static class Compiled {}

    private Class<?> compiledTo(String folder) throws IOException, ClassNotFoundException {
        var name = Compiled.class.getName();
        var file = name.replace('.', '/') + ".class";
        var to = project.resolve(folder);
        Files.createDirectories(to.resolve(file).getParent());
        try (var bytes = Compiled.class.getClassLoader().getResourceAsStream(file)) {
            Files.copy(bytes, to.resolve(file));
        }
        try (var loader = new URLClassLoader(new URL[] {to.toUri().toURL()}, null)) {
            return loader.loadClass(name);
        }
    }

    private Path source(String path) throws IOException {
        var file = project.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.createFile(file).toRealPath();
    }

    @ParameterizedTest
    @CsvSource({
        "web/target/test-classes,                web/src/test/java/io/github/withcdp/internal/publish/T.java",
        "web/build/classes/java/test,            web/src/test/java/io/github/withcdp/internal/publish/T.java",
        "web/build/classes/kotlin/test,          web/src/test/kotlin/io/github/withcdp/internal/publish/T.kt",
        "web/build/classes/java/integrationTest, web/src/integrationTest/java/io/github/withcdp/internal/publish/T.java",
        "target/test-classes,                    src/test/groovy/io/github/withcdp/internal/publish/T.groovy",
        "web/target/test-classes,                web/src/test/kotlin/publish/T.kt",
        "web/target/test-classes,                web/src/test/kotlin/T.kt"
    })
    void lies_in_the_module_that_the_class_is_from(String classes, String path) throws Exception {
        var source = source(path);

        assertThat(TestSource.of(compiledTo(classes), source.getFileName().toString())
                        .map(TestSourceTests::real))
                .contains(source);
    }

    @Test
    void is_that_of_the_package_rather_than_another() throws Exception {
        source("src/test/kotlin/T.kt");
        var source = source("src/test/kotlin/io/github/withcdp/internal/publish/T.kt");

        assertThat(TestSource.of(compiledTo("target/test-classes"), "T.kt").map(TestSourceTests::real))
                .contains(source);
    }

    @Test
    void lies_in_its_package_if_it_is_Java() throws Exception {
        source("src/test/java/T.java");

        assertThat(TestSource.of(compiledTo("target/test-classes"), "T.java")).isEmpty();
    }

    @Test
    void is_looked_for_where_the_tests_run_if_the_class_is_from_elsewhere() throws Exception {
        assertThat(TestSource.of(compiledTo("classes"), "TestSourceTests.java"))
                .contains(Path.of("src/test/java/io/github/withcdp/internal/publish/TestSourceTests.java")
                        .toAbsolutePath());
    }

    @Test
    void is_called_after_the_outermost_class() {
        assertThat(TestSource.of(Compiled.class))
                .hasValueSatisfying(file -> assertThat(file)
                        .endsWith(Path.of("src/test/java/io/github/withcdp/internal/publish/TestSourceTests.java")));
        assertThat(TestSource.of(String.class)).isEmpty();
    }

    /** A class file may say of itself what it likes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../ci/TestSourceTests.java",
                "/etc/passwd",
                "a:b.java",
                "TestSourceTests",
                "",
                "x\n.java",
                "x\0.java"
            })
    void is_a_plain_name(String file) {
        assertThat(TestSource.of(TestSourceTests.class, file)).isEmpty();
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
