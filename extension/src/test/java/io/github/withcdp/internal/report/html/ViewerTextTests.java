package io.github.withcdp.internal.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the viewer can be judged without a browser: its size, and its colours. */
class ViewerTextTests {

    private static final Pattern COLOURS = Pattern.compile("(:root[^{]*)\\{([^}]*--ground:[^}]*)}");
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{3,6});");

    @Test
    void comments_and_indentation_stay_at_home() {
        assertThat(Viewer.bare("// one\nlet a = 1; // two\n  /** three\n   * four\n   */\n\n  b(\"// five\");  \n"))
                .isEqualTo("let a = 1; // two\nb(\"// five\");\n");
        assertThat(Viewer.get().script()).doesNotContain("// Puts the views together");
    }

    @Test
    void nothing_follows_a_comment_that_begins_a_line() {
        assertThat(Stream.of("viewer.list", "live.list", "loader.list")
                        .flatMap(list -> resource(list).lines())
                        .filter(name -> name.endsWith(".js"))
                        .distinct())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(resource(name).lines().map(String::strip))
                        .as(name)
                        .noneMatch(line -> line.startsWith("/*") && line.contains("*/") && !line.endsWith("*/")));
    }

    @Test
    void nothing_ends_its_element_early() {
        var live = Viewer.load("live");

        assertThat(List.of(Viewer.get().plain(), Viewer.get().style(), Viewer.loader(), live.style(), live.script()))
                .isNotEmpty()
                .allSatisfy(text ->
                        assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("</script", "</style", "<!--", "\r"));
    }

    @Test
    void no_string_goes_over_the_end_of_a_line() {
        assertThat(resource("viewer.list").lines().filter(name -> name.endsWith(".js")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(resource(name).lines())
                        .as(name)
                        .allMatch(line -> line.chars().filter(c -> c == '`').count() % 2 == 0)
                        .noneMatch(line -> line.endsWith("\\")));
    }

    @Test
    void a_report_is_mostly_its_data(@TempDir Path folder) throws IOException {
        var file = folder.resolve("report.html");
        new HtmlPage(file, "empty", "").close();

        assertThat(Files.size(file)).isLessThan(62_000);
    }

    /** Text on its ground, as the guidelines of the W3C for accessibility want it. */
    @ParameterizedTest
    @CsvSource({
        "text, ground raised sunk accent-soft bad-soft warn-soft",
        "muted, ground raised sunk accent-soft bad-soft warn-soft",
        "accent, ground raised sunk accent-soft bad-soft",
        "bad, ground raised sunk accent-soft bad-soft",
        "warn, ground warn-soft",
        "good, good-soft",
        "string, ground accent-soft",
        "literal, ground",
        "key, ground",
        "ground, text"
    })
    void text_can_be_read(String front, String grounds) {
        var schemes = schemes();
        assertThat(schemes).hasSize(3);

        schemes.forEach((scheme, colours) -> {
            for (var ground : List.of(grounds.split(" "))) {
                assertThat(contrast(colours.getOrDefault(front, ""), colours.getOrDefault(ground, "")))
                        .as("%s on %s, %s", front, ground, scheme)
                        .isGreaterThanOrEqualTo(4.5);
            }
        });
    }

    @Test
    void darkness_is_the_same_by_choice_and_by_system() {
        var schemes = schemes();

        assertThat(schemes.get(":root[data-theme=\"dark\"]"))
                .isNotNull()
                .isEqualTo(schemes.get(":root:not([data-theme=\"light\"])"));
    }

    /** The colours of each scheme for screens. */
    private static Map<String, Map<String, String>> schemes() {
        var css = resource("plain.css") + resource("viewer.css");
        var schemes = new HashMap<String, Map<String, String>>();
        var scheme = COLOURS.matcher(css.substring(0, css.indexOf("@media print")));
        while (scheme.find()) {
            var colours = new HashMap<String, String>();
            COLOUR.matcher(scheme.group(2)).results().forEach(match -> colours.put(match.group(1), match.group(2)));
            schemes.put(scheme.group(1).strip(), colours);
        }
        return schemes;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour, 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static String resource(String name) {
        try (var in = Viewer.class.getResourceAsStream("/io/github/withcdp/internal/report/viewer/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
