package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointHeadersTests {

    private static final String KEY = "withcdp.endpoint.headers";

    @Test
    void reads_one_header_a_line_whatever_its_value_holds() {
        var run = new RunFixture()
                .property("withcdp.endpoint", "9222")
                .property(KEY, "Authorization: Bearer a:b;c,d\r\n\n Cookie : x=1; y=2 ");

        assertThat(headers(ClassOptions.none(name -> "code." + name), run))
                .containsExactly(entry("Authorization", "Bearer a:b;c,d"), entry("Cookie", "x=1; y=2"));
    }

    @Test
    void reads_them_from_the_environment() {
        var run = new RunFixture()
                .environment("WITHCDP_ENDPOINT", "9222")
                .environment("WITHCDP_ENDPOINT_HEADERS", "X-Api-Key: 4711");

        assertThat(headers(ClassOptions.none(name -> "code." + name), run)).containsExactly(entry("X-Api-Key", "4711"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topsecret",
                ": topsecret",
                "Host: topsecret",
                "origin: topsecret",
                "Upgrade: topsecret",
                "Connection: topsecret",
                "Sec-WebSocket-Key: topsecret",
                "Content-Length: topsecret",
                "top secret: topsecret",
                "X: topsecret\u0000",
                "X: topsecretü",
                "X: a\nx: topsecret"
            })
    void refuses_what_cannot_be_sent_without_printing_it(String text) {
        var run = new RunFixture().property("withcdp.endpoint", "9222").property(KEY, text);

        assertThatThrownBy(() -> headers(ClassOptions.none(name -> "code." + name), run))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(KEY + " (system property): ")
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("topsecret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Other: b", "a\nb"})
    void refuses_a_line_break_in_a_value_given_by_code(String value) {
        assertThatThrownBy(() -> EndpointHeaders.check(Map.of("X-Key", value), "here"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the value of the header X-Key has a line break");
    }

    @Test
    void are_for_classes_that_attach() {
        var run = new RunFixture().property(KEY, "X-Api-Key: 4711");

        assertThat(Settings.resolve(ClassOptions.none(name -> "code." + name), run.sources())
                        .source())
                .isInstanceOf(BrowserSource.Launch.class);
    }

    private static Map<String, String> headers(ClassOptions code, RunFixture run) {
        var source =
                (BrowserSource.Attach) Settings.resolve(code, run.sources()).source();
        return source.headers().get();
    }
}
