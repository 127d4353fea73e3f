package io.github.withcdp.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.documentation.MarkdownPage.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What README.md and the pages of {@code extension/docs} show is compiled, and what they quote is said. */
class DocumentationTests {

    private static final Set<String> LANGUAGES =
            Set.of("dockerfile", "java", "kotlin", "properties", "sh", "text", "xml", "yaml");
    private static final Pattern GRADLE_LINE = Pattern.compile("(?m)^ *(testImplementation\\(.*\\))$");
    private static final Pattern TRIED_VERSION = Pattern.compile("(?m)^(?!.*refused).*\\+\\w+=(\\S+)");
    private static final Path CONSUMERS = Path.of("consumers");
    private static final Pattern MESSAGE = Pattern.compile("(?m)^### `(.*)`$");
    private static final Pattern JOINED_TEXTS = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final String LEFT_OUT = "\n// …\n";

    private final List<MarkdownPage> pages = MarkdownPage.forUsers();
    private final MarkdownPage readme = MarkdownPage.readme();

    /** A block occurs up to indentation; what is left out of one is marked with a comment. */
    @TestFactory
    Stream<DynamicTest> every_block_of_code_occurs_in_a_sample() {
        var samples = Stream.of("test", "interop")
                .flatMap(folder ->
                        sources(Path.of("src", folder, "java"), DocumentationTests::withoutIndentation).stream())
                .toList();
        return pages.stream()
                .flatMap(page -> page.code("java")
                        .map(DocumentationTests::withoutIndentation)
                        .map(block -> DynamicTest.dynamicTest(
                                page + ": " + firstLine(block),
                                () -> assertThat(samples)
                                        .as("the samples, one of which must contain%n%s", block)
                                        .anyMatch(sample -> occursIn(sample, block)))));
    }

    /** So that none goes unnoticed because it is written another way. */
    @Test
    void every_block_names_a_language_that_is_used_here() {
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.blocks()).extracting(Block::language).isSubsetOf(LANGUAGES);
            assertThat(page.text().split("```", -1)).hasSize(2 * page.blocks().size() + 1);
        });
    }

    @TestFactory
    Stream<DynamicTest> every_page_of_the_docs_begins_with_one_sentence_that_says_for_whom_it_is() {
        return MarkdownPage.docs().stream()
                .map(page -> DynamicTest.dynamicTest(
                        page.toString(),
                        () -> assertThat(page.paragraphs().get(1)).matches("For (?:(?!\\. )[^\\n])+\\.")));
    }

    /** The block is the first of XML on the page; a project without the assertions has the first of its two dependencies. */
    @TestFactory
    Stream<DynamicTest> every_consumer_declares_what_is_to_be_added() {
        var block = withoutIndentation(readme.code("xml").findFirst().orElseThrow());
        var first = block.substring(0, block.indexOf("<dependency>", block.indexOf("</dependency>")));
        return files(CONSUMERS, "pom.xml")
                .map(pom -> DynamicTest.dynamicTest(
                        pom.getParent().getFileName().toString(),
                        () -> assertThat(withoutIndentation(read(pom)))
                                .contains(pom.getParent().endsWith("extension-only") ? first : block)));
    }

    @Test
    void the_consumer_of_Gradle_declares_what_is_to_be_added() {
        assertThat(GRADLE_LINE.matcher(readme.text()).results().map(line -> line.group(1)))
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
                .allSatisfy(version -> assertThat(texts()).contains(version));
    }

    @TestFactory
    Stream<DynamicTest> every_message_is_one_of_the_code() {
        var code = Stream.of("extension", "assertions")
                .flatMap(module -> sources(
                        Path.of("..", module, "src", "main", "java"),
                        source -> JOINED_TEXTS.matcher(source).replaceAll(""))
                        .stream())
                .collect(Collectors.joining("\n"));
        return MESSAGE.matcher(texts())
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
        assertThat(pages.stream().flatMap(page -> page.code("java"))).hasSizeGreaterThan(5);
        assertThat(MESSAGE.matcher(texts()).results()).hasSizeGreaterThan(5);
    }

    private String texts() {
        return pages.stream().map(MarkdownPage::text).collect(Collectors.joining("\n"));
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
