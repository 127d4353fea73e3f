package io.github.withcdp.internal.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MethodNamesTests {

    private final MethodNames names = new MethodNames();

    @Test
    void gives_equal_bytes_the_same_string() {
        assertThat(of("Network.dataReceived"))
                .isSameAs(of("Network.dataReceived"))
                .isEqualTo("Network.dataReceived");
    }

    @Test
    void keeps_names_apart_that_fall_into_the_same_place() {
        // "Aa" and "BB" have the same hash.
        assertThat(of("Aa")).isEqualTo("Aa");
        assertThat(of("BB")).isEqualTo("BB");
        assertThat(of("Aa")).isEqualTo("Aa");
    }

    @Test
    void reads_names_that_are_not_ASCII() {
        assertThat(of("Ü.€😀")).isEqualTo("Ü.€😀");
        assertThat(of("")).isEmpty();
    }

    @Test
    void compares_without_making_a_string() {
        var bytes = "xPage.navigatex".getBytes(UTF_8);

        assertThat(MethodNames.same("Page.navigate", bytes, 1, 14)).isTrue();
        assertThat(MethodNames.same("Page.navigat", bytes, 1, 14)).isFalse();
        assertThat(MethodNames.same("Page.navigatE", bytes, 1, 14)).isFalse();
        assertThat(MethodNames.same("", bytes, 1, 1)).isTrue();
    }

    private String of(String name) {
        var bytes = ("\"" + name + "\"").getBytes(UTF_8);
        return names.of(bytes, 1, bytes.length - 1);
    }
}
