package io.github.withcdp.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The list of samples, README.md of this module, has all of them, and says nothing of one that is not in it. */
class SampleListTests {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| .* \\| \\[`(\\w+)`]\\((\\S+)\\) \\| (.*) \\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** A sample is a class that uses the extension. */
    private static final Pattern SAMPLE = Pattern.compile("@WithCDP\\b|\\bWithCDPExtension\\b");

    /**
     * A line of a table.
     *
     * @param name of the class
     * @param file that the name leads to
     * @param used what is said to be in the class
     */
    private record Row(String name, Path file, List<String> used) {}

    @Test
    void every_sample_is_in_the_list() {
        assertThat(rows()).extracting(Row::file).containsExactlyInAnyOrderElementsOf(samples());
    }

    @TestFactory
    Stream<DynamicTest> what_the_list_says_of_a_sample_is_in_it() {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    assertThat(row.file()).hasFileName(row.name() + ".java");
                    assertThat(row.used()).isNotEmpty().allMatch(read(row.file())::contains, "is in the class");
                }));
    }

    private static List<Row> rows() {
        return ROW.matcher(read(Path.of("README.md")))
                .results()
                .map(row -> new Row(
                        row.group(1),
                        Path.of(row.group(2)),
                        CODE.matcher(row.group(3))
                                .results()
                                .map(code -> code.group(1))
                                .toList()))
                .toList();
    }

    private static List<Path> samples() {
        return Stream.of("test", "interop")
                .flatMap(folder -> files(Path.of("src", folder, "java", "io", "github", "withcdp", "samples")))
                .filter(file -> SAMPLE.matcher(read(file)).find())
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
