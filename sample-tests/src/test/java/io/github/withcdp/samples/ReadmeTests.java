package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What README.md shows is compiled, what it quotes is said, and the options that it lists are all there are. */
class ReadmeTests {

    private static final Pattern JAVA_BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern XML_BLOCK = Pattern.compile("(?ms)^```xml\\n(.*?)^```$");
    private static final Pattern GRADLE_LINE = Pattern.compile("(?m)^ *(testImplementation\\(.*\\))$");
    private static final Pattern TRIED_VERSION = Pattern.compile("(?m)^(?!.*refused).*\\+\\w+=(\\S+)");
    private static final Path CONSUMERS = Path.of("consumers");
    private static final Pattern MESSAGE = Pattern.compile("(?m)^\\*\\*`(.*)`\\*\\*$");
    private static final Pattern JOINED_TEXTS = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final String LEFT_OUT = "\n// …\n";

    private final String readme = read(Path.of("..", "README.md"));

    /** A block occurs up to indentation; what is left out of one is marked with a comment. */
    @TestFactory
    Stream<DynamicTest> every_block_of_code_occurs_in_a_sample() {
        var samples = Stream.of("test", "interop")
                .flatMap(folder -> sources(Path.of("src", folder, "java"), ReadmeTests::withoutIndentation).stream())
                .toList();
        return JAVA_BLOCK
                .matcher(readme)
                .results()
                .map(result -> withoutIndentation(result.group(1)))
                .map(block -> DynamicTest.dynamicTest(
                        firstLine(block),
                        () -> assertThat(samples)
                                .as("the samples, one of which must contain%n%s", block)
                                .anyMatch(sample -> occursIn(sample, block))));
    }

    /** The block is the first of XML on the page; a project without the assertions has the first of its two dependencies. */
    @TestFactory
    Stream<DynamicTest> every_consumer_declares_what_is_to_be_added() {
        var block = withoutIndentation(
                XML_BLOCK.matcher(readme).results().findFirst().orElseThrow().group(1));
        var first = block.substring(0, block.indexOf("<dependency>", block.indexOf("</dependency>")));
        return files(CONSUMERS, "pom.xml")
                .map(pom -> DynamicTest.dynamicTest(
                        pom.getParent().getFileName().toString(),
                        () -> assertThat(withoutIndentation(read(pom)))
                                .contains(pom.getParent().endsWith("extension-only") ? first : block)));
    }

    @Test
    void the_consumer_of_Gradle_declares_what_is_to_be_added() {
        assertThat(GRADLE_LINE.matcher(readme).results().map(line -> line.group(1)))
                .hasSize(2)
                .isSubsetOf(read(CONSUMERS.resolve("gradle/build.gradle"))
                        .lines()
                        .map(String::strip)
                        .toList());
    }

    @Test
    void the_versions_that_consumers_are_built_with_are_named() {
        assertThat(TRIED_VERSION
                        .matcher(read(CONSUMERS.resolve("rows")))
                        .results()
                        .map(version -> version.group(1)))
                .hasSizeGreaterThan(5)
                .allSatisfy(version -> assertThat(readme).contains(version));
    }

    @TestFactory
    Stream<DynamicTest> every_message_is_one_of_the_code() {
        var code = Stream.of("extension", "assertions")
                .flatMap(module -> sources(
                        Path.of("..", module, "src", "main", "java"),
                        source -> JOINED_TEXTS.matcher(source).replaceAll(""))
                        .stream())
                .collect(Collectors.joining("\n"));
        return MESSAGE.matcher(readme)
                .results()
                .map(result -> result.group(1))
                .map(message -> DynamicTest.dynamicTest(
                        message,
                        () -> assertThat(message.split("…"))
                                .allSatisfy(part -> assertThat(code.contains(part.strip()))
                                        .as(part)
                                        .isTrue())));
    }

    @Test
    void there_is_something_to_check() {
        assertThat(JAVA_BLOCK.matcher(readme).results()).hasSizeGreaterThan(5);
        assertThat(MESSAGE.matcher(readme).results()).hasSizeGreaterThan(5);
    }

    private static boolean occursIn(String sample, String block) {
        return List.of(block.split(LEFT_OUT, -1)).stream()
                .allMatch(part -> sample.contains("\n" + part.strip() + "\n"));
    }

    private static List<String> sources(Path root, UnaryOperator<String> form) {
        return files(root, ".java").map(file -> form.apply(read(file))).toList();
    }

    private static Stream<Path> files(Path root, String end) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(end)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndentation(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String firstLine(String block) {
        return block.strip().lines().findFirst().orElse("an empty block");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
