package io.github.withcdp.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceMessageTests {

    @Test
    void has_one_value_or_several_with_names() {
        assertThat(ServiceMessage.of("publishArtifacts", "a => b")).isEqualTo("##teamcity[publishArtifacts 'a => b']");
        assertThat(ServiceMessage.of("testMetadata", Map.of("value", "a b")))
                .isEqualTo("##teamcity[testMetadata value='a b']");
    }

    /** The table of the documentation, and what tries to get out. */
    static Stream<Arguments> values() {
        return Stream.of(
                arguments("foo's", "foo|'s"),
                arguments("a|b", "a||b"),
                arguments("[a]", "|[a|]"),
                arguments("a\nb\rc", "a|nb|rc"),
                arguments("ü", "|0x00FC"),
                arguments("\u2028\u001b", "|0x2028|0x001B"),
                arguments("\ud83d\ude00", "|0xD83D|0xDE00"),
                arguments("x']##teamcity[y 'z", "x|'|]##teamcity|[y |'z"),
                arguments("|'", "|||'"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void cannot_be_left_by_a_value(String value, String escaped) {
        assertThat(ServiceMessage.of("m", value)).isEqualTo("##teamcity[m '" + escaped + "']");
    }
}
