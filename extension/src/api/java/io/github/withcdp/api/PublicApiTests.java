package io.github.withcdp.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What the module shows to everybody is written down, and says how settled it is. Runs in each module that is published. */
class PublicApiTests {

    private static final Path FILE = Path.of("api.txt");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern SINCE_OF_TYPE = Pattern.compile("(?m)^ \\* @since (\\S+)$");

    private final PublicApi api = new PublicApi(Path.of("target", "classes"));

    @Test
    void is_the_one_that_is_written_down() throws IOException {
        var code = api.lines();
        if (System.getProperty("api.write") != null) {
            Files.write(FILE, code);
        }

        var difference = ApiDifference.between(new HashSet<>(Files.readAllLines(FILE)), new HashSet<>(code));

        if (!difference.isEmpty()) {
            fail(difference.text());
        }
    }

    @Test
    void says_of_each_type_how_settled_it_is_and_since_when() {
        assertThat(api.topLevelTypes())
                .isNotEmpty()
                .filteredOn(type -> !isMarked(type))
                .as("public types without @API(status = …, since = …) and the same @since in their Javadoc")
                .isEmpty();
    }

    private static boolean isMarked(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(API.class))
                .filter(mark -> !mark.since().isEmpty())
                .filter(mark -> sinceInJavadoc(type).equals(List.of(mark.since())))
                .isPresent();
    }

    private static List<String> sinceInJavadoc(Class<?> type) {
        try {
            var source = Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
            return SINCE_OF_TYPE
                    .matcher(source)
                    .results()
                    .map(result -> result.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
