package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathParserTests {

    @Test
    void reads_a_path() {
        assertThat(PathParser.parse(new ConfiguredValue(" a/b c ", "here"))).contains(Path.of("a", "b c"));
        assertThat(PathParser.parseDirectory(new ConfiguredValue("./true", "here")))
                .contains(Path.of("./true"));
    }

    @Test
    void reads_nothing_as_none() {
        assertThat(PathParser.parse(new ConfiguredValue("  ", "here"))).isEmpty();
        assertThat(PathParser.parseDirectory(new ConfiguredValue("", "here"))).isEmpty();
    }

    @Test
    void refuses_what_no_path_can_be() {
        assertThatThrownBy(() -> PathParser.parse(new ConfiguredValue("a\0b", "withcdp.executable (system property)")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("withcdp.executable (system property): \"a\0b\" is not a path: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "False", "allow", "DENY"})
    void refuses_a_switch_where_a_directory_is_asked_for(String text) {
        assertThatThrownBy(() ->
                        PathParser.parseDirectory(new ConfiguredValue(text, "withcdp.downloads (system property)")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("withcdp.downloads (system property): \"" + text + "\" is not a directory."
                        + " Write the path of one; an empty one stands for the default.");
    }

    @Test
    void refuses_an_empty_path() {
        assertThatThrownBy(() -> PathParser.check(Path.of(""), "here"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("here: \"\" is not a path. Leave the option out for its default.");
    }
}
