package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.Headless;
import io.github.withcdp.WithCDP;
import io.github.withcdp.WithCDPExtension;
import io.github.withcdp.internal.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserSourceResolverTests {

    @Test
    void launches_if_nobody_names_a_place() {
        assertThat(choose(PlainCase.class, new RunFixture())).isInstanceOf(BrowserSource.Launch.class);
    }

    @Test
    void takes_the_place_that_the_code_names() {
        assertThat(choose(ImageCase.class, new RunFixture())).isEqualTo(image("acme/chrome:1"));
        assertThat(choose(GridCase.class, new RunFixture()))
                .isEqualTo(new BrowserSource.Grid(
                        "http://grid:4444",
                        Optional.of(Json.read("{\"browserVersion\":\"stable\"}")),
                        Headless.OFF,
                        List.of("--lang=de")));
        assertThat(choose(EndpointCase.class, new RunFixture())).isInstanceOf(BrowserSource.Attach.class);
    }

    @Test
    void takes_the_place_that_the_run_names_rather_than_that_of_the_code() {
        for (var code : new Class<?>[] {PlainCase.class, ImageCase.class, EndpointCase.class}) {
            assertThat(choose(code, new RunFixture().environment("WITHCDP_GRID", " http://other:4444 ")))
                    .as(code.getSimpleName())
                    .isEqualTo(new BrowserSource.Grid("http://other:4444", Optional.empty(), Headless.NEW, List.of()));
        }
        assertThat(choose(GridCase.class, new RunFixture().property("withcdp.endpoint", "9222")))
                .isInstanceOf(BrowserSource.Attach.class);
    }

    @Test
    void takes_the_place_of_the_first_source_that_names_one() {
        var run = new RunFixture()
                .property("withcdp.image", "acme/chrome:2")
                .parameter("withcdp.endpoint", "9222")
                .environment("WITHCDP_GRID", "http://grid:4444");

        assertThat(choose(PlainCase.class, run)).isEqualTo(image("acme/chrome:2"));
    }

    @Test
    void launches_if_the_run_takes_the_place_of_the_code_away() {
        assertThat(choose(ImageCase.class, new RunFixture().property("withcdp.image", "")))
                .isInstanceOf(BrowserSource.Launch.class);
        assertThat(choose(GridCase.class, new RunFixture().property("withcdp.grid", " ")))
                .isInstanceOf(BrowserSource.Launch.class);
    }

    @Test
    void leaves_a_place_away_that_an_earlier_source_has_taken_away() {
        var run = new RunFixture().property("withcdp.image", "").environment("WITHCDP_IMAGE", "acme/chrome:2");

        assertThat(choose(PlainCase.class, run)).isInstanceOf(BrowserSource.Launch.class);
        assertThat(choose(ImageCase.class, run)).isInstanceOf(BrowserSource.Launch.class);
    }

    @Test
    void keeps_another_place_of_the_code_if_the_run_takes_one_away_that_it_has_not() {
        assertThat(choose(ImageCase.class, new RunFixture().property("withcdp.endpoint", "")))
                .isEqualTo(image("acme/chrome:1"));
    }

    @Test
    void passes_switches_on_to_a_container_and_a_Grid() {
        var switches = new RunFixture()
                .property("withcdp.args", "--lang=fr")
                .property("withcdp.image.port", "9333")
                .property("withcdp.headless", "off");

        assertThat(choose(ImageCase.class, switches))
                .isEqualTo(new BrowserSource.Image("acme/chrome:1", Optional.of(9333), List.of("--lang=fr")));
        assertThat(choose(PlainCase.class, switches.environment("WITHCDP_GRID", "http://grid:4444")))
                .isEqualTo(new BrowserSource.Grid(
                        "http://grid:4444", Optional.empty(), Headless.OFF, List.of("--lang=fr")));
    }

    @Test
    void sets_aside_what_the_code_says_about_launching() {
        assertThat(choose(ShellCase.class, new RunFixture().property("withcdp.grid", "http://grid:4444")))
                .isEqualTo(new BrowserSource.Grid("http://grid:4444", Optional.empty(), Headless.NEW, List.of()));
        assertThat(choose(ShellCase.class, new RunFixture().property("withcdp.image", "acme/chrome:1")))
                .isEqualTo(image("acme/chrome:1"));
    }

    @Test
    void asks_a_Grid_for_what_the_run_says_rather_than_the_code() {
        var run = new RunFixture().property("withcdp.grid.capabilities", "{\"platformName\":\"linux\"}");

        assertThat(choose(GridCase.class, run))
                .isInstanceOfSatisfying(
                        BrowserSource.Grid.class,
                        grid -> assertThat(grid.capabilities()).contains(Json.read("{\"platformName\":\"linux\"}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            withcdp.endpoint | withcdp.image      | a browser comes from one place
            withcdp.endpoint | withcdp.grid       | a browser comes from one place
            withcdp.image    | withcdp.grid       | a browser comes from one place
            withcdp.image    | withcdp.headless   | an image brings the browser with it, the other one is for a browser that is launched on this machine
            withcdp.image    | withcdp.executable | an image brings the browser with it, the other one is for a browser that is launched on this machine
            withcdp.image    | withcdp.transport  | an image brings the browser with it, the other one is for a browser that is launched on this machine
            withcdp.grid     | withcdp.executable | a Grid starts the browser on one of its nodes, the other one is for a browser that is launched on this machine
            withcdp.grid     | withcdp.transport  | a Grid starts the browser on one of its nodes, the other one is for a browser that is launched on this machine
            """)
    void refuses_one_source_that_contradicts_itself(String one, String other, String why) {
        var run = new RunFixture().property(one, "x").property(other, "x");

        assertThatThrownBy(() -> choose(PlainCase.class, run))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("%s (system property) and %s (system property) exclude each other: %s. Remove one of them."
                        .formatted(one, other, why));
    }

    @Test
    void refuses_code_that_names_two_places() {
        assertThatThrownBy(() -> choose(TwoPlacesCase.class, new RunFixture()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "@WithCDP(image) on %s and @WithCDP(grid) on %s exclude each other: a browser comes from one place. Remove one of them."
                                .formatted(TwoPlacesCase.class.getName(), TwoPlacesCase.class.getName()));
        assertThatThrownBy(() -> WithCDPExtension.builder().endpoint("9222").grid("http://grid:4444"))
                .hasMessage(
                        "WithCDPExtension.builder().endpoint(…) and WithCDPExtension.builder().grid(…) exclude each other: a browser comes from one place. Remove one of them.");
    }

    @Test
    void refuses_to_ask_a_Grid_for_the_shell() {
        var run = new RunFixture().property("withcdp.grid", "http://grid:4444").property("withcdp.headless", "shell");

        assertThatThrownBy(() -> choose(PlainCase.class, run))
                .hasMessage(
                        "withcdp.headless (system property): \"shell\" cannot be had from a Grid, whose nodes start whole browsers. Take new, or off for nodes with a display.");
        assertThatThrownBy(() ->
                        WithCDPExtension.builder().grid("http://grid:4444").headless(Headless.SHELL))
                .hasMessageContaining("cannot be had from a Grid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            withcdp.image.port             | 0     | "0" is not a port. Write the number of DevTools' port in the container, from 1 to 65535.
            withcdp.image.port             | 9222/tcp | "9222/tcp" is not a port. Write the number of DevTools' port in the container, from 1 to 65535.
            withcdp.grid.capabilities      | []    | "[]" is no JSON object. Write one, as in {"browserVersion": "stable"}.
            withcdp.disabledWithoutDocker  | yes   | "yes" is neither true nor false.
            withcdp.pauseOnFailure         | yes   | "yes" is neither true nor false.
            withcdp.download               | yes   | "yes" is neither true nor false.
            withcdp.download.dir           | true  | "true" is not a directory. Write the path of one; an empty one stands for the default.
            """)
    void refuses_a_bad_value(String key, String text, String complaint) {
        assertThatThrownBy(() -> Settings.resolve(
                        ClassOptions.none(name -> "code." + name),
                        new RunFixture().property(key, text).sources()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(key + " (system property): " + complaint);
    }

    @Test
    void refuses_what_is_no_Grid_and_does_not_tell_its_password() {
        var run = new RunFixture().property("withcdp.grid", "ftp://ada:geheim@grid");

        assertThatThrownBy(() -> choose(PlainCase.class, run))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "withcdp.grid (system property): \"ftp://…@grid\" is no Selenium Grid: it is no URL of http or https.");
        assertThatThrownBy(() -> WithCDPExtension.builder().grid("http://grid:0"))
                .hasMessageStartingWith(
                        "WithCDPExtension.builder().grid(…): \"http://grid:0\" is no Selenium Grid: a port is a number from 1 to 65535.");
    }

    @Test
    void refuses_capabilities_that_no_Grid_understands() {
        var run = new RunFixture().property("withcdp.grid.capabilities", "{\"firstMatch\": {}}");

        assertThatThrownBy(() -> choose(PlainCase.class, run))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "withcdp.grid.capabilities (system property): The capabilities for the Grid cannot be used: ");
    }

    @Test
    void says_where_capabilities_are_no_JSON() {
        assertThatThrownBy(() -> PlaceParser.capabilities(
                        new ConfiguredValue("{browserVersion: 1}", "WithCDPExtension.builder().gridCapabilities(…)")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "WithCDPExtension.builder().gridCapabilities(…): \"{browserVersion: 1}\" is no JSON: Unexpected character ('b'")
                .hasMessageEndingWith(
                        "Write an object, as in {\"browserVersion\": \"stable\", \"goog:chromeOptions\": {\"args\": [\"--lang=de\"]}}.");
    }

    private static BrowserSource.Image image(String name) {
        return new BrowserSource.Image(name, Optional.empty(), List.of());
    }

    private static BrowserSource choose(Class<?> owner, RunFixture run) {
        var code = ClassOptions.of(Objects.requireNonNull(owner.getAnnotation(WithCDP.class)), owner);
        return Settings.resolve(code, run.sources()).source();
    }

    @WithCDP
    private static final class PlainCase {}

    @WithCDP(headless = Headless.SHELL, executable = "/opt/chrome")
    private static final class ShellCase {}

    @WithCDP(endpoint = "9222")
    private static final class EndpointCase {}

    @WithCDP(image = "acme/chrome:1")
    private static final class ImageCase {}

    @WithCDP(
            grid = "http://grid:4444",
            gridCapabilities = "{\"browserVersion\":\"stable\"}",
            headless = Headless.OFF,
            args = "--lang=de")
    private static final class GridCase {}

    @WithCDP(image = "acme/chrome:1", grid = "http://grid:4444")
    private static final class TwoPlacesCase {}
}
