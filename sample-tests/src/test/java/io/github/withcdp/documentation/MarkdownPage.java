package io.github.withcdp.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of Markdown in this repository.
 *
 * @param file where it is, relative to the repository
 * @param text all of it
 */
record MarkdownPage(Path file, String text) {

    /** The repository, seen from the module in which tests run. */
    private static final Path REPOSITORY = Path.of("..");

    private static final Path README = Path.of("README.md");
    private static final Path DOCS = Path.of("extension", "docs");
    private static final Path SAMPLES = Path.of("sample-tests");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(.*?)\\n(.*?)^```$");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]+`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:href|src)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
    private static final Pattern LINK_TEXT = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}_ -]");

    /** A fenced block of code. */
    record Block(String language, String code) {}

    static MarkdownPage readme() {
        return read(README);
    }

    /** Return the pages in {@code extension/docs}. */
    static List<MarkdownPage> docs() {
        return in(DOCS).toList();
    }

    /** Return what is written for users: README, docs, and the list of samples. */
    static List<MarkdownPage> forUsers() {
        return Stream.of(Stream.of(readme()), in(DOCS), in(SAMPLES))
                .flatMap(pages -> pages)
                .toList();
    }

    /** Return every page, those for contributors too. */
    static List<MarkdownPage> all() {
        return Stream.concat(
                        forUsers().stream(),
                        Stream.of(".github", "extension", "assertions")
                                .map(Path::of)
                                .flatMap(MarkdownPage::in))
                .toList();
    }

    List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new Block(block.group(1), block.group(2)))
                .toList();
    }

    /** Return the code of the blocks in a language. */
    Stream<String> code(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .map(Block::code);
    }

    /** Return where its links and pictures point to. */
    List<String> links() {
        return LINK.matcher(CODE.matcher(prose()).replaceAll(""))
                .results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .toList();
    }

    /** Return the anchors that GitHub makes of its headings. */
    Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        for (var heading : HEADING.matcher(prose()).results().toList()) {
            var anchor = anchor(heading);
            var unique = anchor;
            for (int number = 1; !anchors.add(unique); number++) {
                unique = anchor + "-" + number;
            }
        }
        return anchors;
    }

    /** Return the paragraphs, headings included, without blocks of code. */
    List<String> paragraphs() {
        return Stream.of(prose().split("\\n{2,}")).map(String::strip).toList();
    }

    /** Return what a link of this page points to, without its anchor: a file relative to the repository. */
    Path resolve(String link) {
        var path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? file : file.resolveSibling(path).normalize();
    }

    static boolean exists(Path file) {
        return Files.exists(REPOSITORY.resolve(file));
    }

    static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(file, Files.readString(REPOSITORY.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private String prose() {
        return BLOCK.matcher(text).replaceAll("");
    }

    private static String anchor(MatchResult heading) {
        var words = LINK_TEXT.matcher(heading.group(1)).replaceAll("$1");
        return NOT_IN_ANCHORS
                .matcher(words.strip())
                .replaceAll("")
                .replace(' ', '-')
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<MarkdownPage> in(Path folder) {
        try (Stream<Path> files = Files.list(REPOSITORY.resolve(folder))) {
            return files
                    .map(file -> folder.resolve(file.getFileName()))
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(MarkdownPage::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
