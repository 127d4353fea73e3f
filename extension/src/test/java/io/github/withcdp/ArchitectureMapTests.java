package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code ARCHITECTURE.md}: a map that names what is not there leads nowhere. */
class ArchitectureMapTests {

    private static final Path MAP = Path.of("ARCHITECTURE.md");
    private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w+)(?:\\.\\w+)*`");
    private static final Pattern ROW = Pattern.compile("^\\| ((?:`[a-z]+`(?:, )?)+) \\|", Pattern.MULTILINE);

    @Test
    void names_types_that_there_are() throws IOException {
        var known = new TreeSet<String>();
        known.addAll(simpleNames(Path.of("src")));
        known.addAll(simpleNames(Path.of("../assertions/src/main")));

        assertThat(found(TYPE)).hasSizeGreaterThan(50).isSubsetOf(known);
    }

    @Test
    void has_a_row_for_each_package() throws IOException {
        var rows = found(ROW).stream()
                .flatMap(row -> Pattern.compile("\\w+").matcher(row).results().map(MatchResult::group))
                .collect(Collectors.toSet());
        var packages = new TreeSet<>(folders(Path.of("src/main/java/io/github/withcdp")));
        packages.addAll(folders(Path.of("src/main/java/io/github/withcdp/internal")));
        packages.remove("internal");

        assertThat(packages).hasSizeGreaterThan(10).isSubsetOf(rows);
    }

    private static Set<String> folders(Path root) throws IOException {
        try (var all = Files.list(root)) {
            return all.filter(Files::isDirectory)
                    .map(path -> String.valueOf(path.getFileName()))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(MAP))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> simpleNames(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            return all.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
