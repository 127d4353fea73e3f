package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.WithCDPExtension;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OptionTests {

    private static final Pattern LOOKS_LIKE_A_KEY = Pattern.compile("(?<![\\w./])(?:withcdp(?:\\.\\w+)+|WITHCDP_\\w+)");

    @Test
    void is_a_property_in_the_words_of_the_attribute() {
        assertThat(Option.AUTO_ATTACH.property()).isEqualTo("withcdp.autoAttach");
        assertThat(Option.LAUNCH_TIMEOUT.property()).isEqualTo("withcdp.launch.timeout");
    }

    @Test
    void is_a_variable_in_upper_case_with_underscores() {
        assertThat(Option.TIMEOUT.environmentVariables()).containsExactly("WITHCDP_TIMEOUT");
        assertThat(Option.LAUNCH_TIMEOUT.environmentVariables()).containsExactly("WITHCDP_LAUNCH_TIMEOUT");
        assertThat(Option.REPORTS_DIR.environmentVariables()).containsExactly("WITHCDP_REPORTS_DIR");
    }

    @Test
    void may_go_without_the_underscore_before_a_hump() {
        assertThat(Option.AUTO_ATTACH.environmentVariables())
                .containsExactly("WITHCDP_AUTO_ATTACH", "WITHCDP_AUTOATTACH");
        assertThat(Option.JOIN_PAGE.environmentVariables()).containsExactly("WITHCDP_JOIN_PAGE", "WITHCDP_JOINPAGE");
    }

    /** Those with a dot in their key say more of what another one says: {@code withcdp.grid}. */
    @Test
    void exists_for_every_attribute_of_the_annotation() {
        assertThat(Option.all().stream().map(Option::shortName))
                .containsAll(Arrays.stream(WithCDP.class.getDeclaredMethods())
                        .map(Method::getName)
                        .map(name -> Map.of(
                                        "gridCapabilities",
                                        "grid.capabilities",
                                        "failOnAllow",
                                        "failOn.allow",
                                        "strictAllow",
                                        "strict.allow")
                                .getOrDefault(name, name))
                        .toList());
    }

    @Test
    void exists_as_a_method_of_the_builder_for_every_attribute_of_the_annotation() {
        assertThat(Arrays.stream(WithCDPExtension.Builder.class.getDeclaredMethods())
                        .map(Method::getName))
                .containsAll(Arrays.stream(WithCDP.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
    }

    @Test
    void is_documented_by_the_annotation_and_in_the_table_of_options() throws IOException {
        var annotation = Files.readString(Path.of("src/main/java/io/github/withcdp/WithCDP.java"));
        var table = Files.readString(Path.of("docs/configuration.md"));
        assertThat(Option.all()).allSatisfy(key -> {
            assertThat(annotation).contains("{@code " + key.property() + "}");
            assertThat(table).contains("| `" + key.property() + "` | `" + key.environmentVariable() + "` |");
        });
        assertThat(Arrays.stream(WithCDP.class.getDeclaredMethods()).map(Method::getName))
                .allSatisfy(attribute -> assertThat(table).contains("\n| `" + attribute + "` | `withcdp."));
    }

    @Test
    void has_the_default_that_the_table_says() throws IOException {
        var table = Files.readString(Path.of("docs/configuration.md"));
        assertThat(Option.all().stream().filter(OptionTests::hasAText))
                .hasSizeGreaterThan(15)
                .allSatisfy(option -> assertThat(
                                (Object) option.parse(new ConfiguredValue(cell(table, option), "here")))
                        .isEqualTo(option.defaultValue()));
    }

    private static boolean hasAText(Option<?> option) {
        var value = option.defaultValue();
        return value instanceof Boolean
                || value instanceof Enum
                || value instanceof Duration
                || value instanceof Long
                || (value instanceof List<?> list && !list.isEmpty());
    }

    private static String cell(String table, Option<?> option) {
        var row = Pattern.compile(Pattern.quote("| `" + option.property() + "` | ") + "`\\w+` \\| `([^`]*)` \\|")
                .matcher(table);
        assertThat(row.find()).as("%s has a row with a default", option).isTrue();
        return row.group(1);
    }

    @Test
    void exists_if_a_page_for_users_names_it() throws IOException {
        var names = Option.all().stream()
                .flatMap(key -> Stream.concat(Stream.of(key.property()), key.environmentVariables().stream()))
                .toList();
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            assertThat(Stream.concat(Stream.of(Path.of("../README.md")), docs))
                    .allSatisfy(page -> assertThat(LOOKS_LIKE_A_KEY
                                    .matcher(Files.readString(page))
                                    .results()
                                    .map(MatchResult::group))
                            .isSubsetOf(names));
        }
    }
}
