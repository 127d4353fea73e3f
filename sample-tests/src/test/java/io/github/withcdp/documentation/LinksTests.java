package io.github.withcdp.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whoever follows a link from one page to another arrives, and arrives at every page. */
class LinksTests {

    @TestFactory
    Stream<DynamicTest> every_link_leads_to_a_file_and_to_a_heading_in_it() {
        return MarkdownPage.all().stream()
                .map(page -> dynamicTest(
                        page.toString(),
                        () -> assertThat(page.links().stream()
                                        .filter(LinksTests::isRelative)
                                        .filter(link -> !leadsSomewhere(page, link)))
                                .as("links that lead nowhere")
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> the_README_leads_to_every_page_for_users() {
        var readme = MarkdownPage.readme();
        var linked = readme.links().stream()
                .filter(LinksTests::isRelative)
                .map(readme::resolve)
                .toList();
        return MarkdownPage.forUsers().stream()
                .filter(page -> !page.equals(readme))
                .map(page ->
                        dynamicTest(page.toString(), () -> assertThat(linked).contains(page.file())));
    }

    @Test
    void links_and_anchors_are_those_of_GitHub() {
        var page = new MarkdownPage(Path.of("docs", "page.md"), """
                # `withcdp.redact`, and *what* it [does](other.md#it)

                Text with `[no](link)` and ![a picture](../picture.png).

                ```text
                # no heading
                [no](link)
                ```

                ## Again
                ## Again
                """);

        assertThat(page.links()).containsExactly("other.md#it", "../picture.png");
        assertThat(page.anchors()).containsExactly("withcdpredact-and-what-it-does", "again", "again-1");
        assertThat(page.resolve("../picture.png#x")).isEqualTo(Path.of("picture.png"));
        assertThat(page.resolve("#again")).isEqualTo(page.file());
    }

    @Test
    void there_is_something_to_check() {
        assertThat(MarkdownPage.all().stream().flatMap(page -> page.links().stream()))
                .filteredOn(LinksTests::isRelative)
                .hasSizeGreaterThan(20);
    }

    private static boolean isRelative(String link) {
        return !link.matches("[a-z]+:.*");
    }

    private static boolean leadsSomewhere(MarkdownPage page, String link) {
        var file = page.resolve(link);
        if (!MarkdownPage.exists(file)) {
            return false;
        }
        var hash = link.indexOf('#');
        return hash < 0 || MarkdownPage.read(file).anchors().contains(link.substring(hash + 1));
    }
}
