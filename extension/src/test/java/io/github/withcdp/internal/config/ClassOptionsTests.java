package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.Headless;
import io.github.withcdp.ReportMode;
import io.github.withcdp.WithCDP;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ClassOptionsTests {

    private static final String HERE = " on " + ClassOptionsTests.class.getName() + "$";

    @Test
    void are_not_set_by_an_annotation_that_says_nothing() {
        assertThat(optionsOf(PlainCase.class).values()).isEqualTo(OptionValues.NONE);
    }

    /** The defaults are written twice, because an annotation can only have constants. */
    @Test
    void have_the_defaults_of_the_annotation() throws Exception {
        assertThat(WithCDP.class.getMethod("domains").getDefaultValue())
                .isEqualTo(Option.DOMAINS.defaultValue().toArray());
        assertThat(WithCDP.class.getMethod("timeout").getDefaultValue()).isEqualTo("10 s");
        assertThat(Option.TIMEOUT.defaultValue()).hasSeconds(10);
    }

    @Test
    void take_all_attributes() {
        ClassOptions options = optionsOf(LaunchingCase.class);

        assertThat(options.get(Option.HEADLESS)).isEqualTo(Headless.OFF);
        assertThat(options.get(Option.ARGS)).containsExactly("--lang=de", "--mute-audio");
        assertThat(options.get(Option.EXECUTABLE)).contains(Path.of("/opt/chrome"));
        assertThat(options.get(Option.DOMAINS)).containsExactly("DOM", "CSS");
        assertThat(options.get(Option.AUTO_ATTACH)).isFalse();
        assertThat(options.get(Option.JOIN_PAGE)).isTrue();
        assertThat(options.get(Option.REPORT)).isEqualTo(ReportMode.ALWAYS);
        assertThat(options.get(Option.FILM)).isTrue();
        assertThat(options.get(Option.TIMEOUT)).isEqualTo(Duration.ofMillis(300));
        assertThat(options.get(Option.DOWNLOADS)).contains(Path.of("target/downloads"));
    }

    @Test
    void take_an_endpoint() {
        assertThat(optionsOf(AttachingCase.class)
                        .get(Option.ENDPOINT)
                        .orElseThrow()
                        .get())
                .isEqualTo("localhost:9222");
    }

    @Test
    void tell_which_class_has_a_bad_value() {
        assertRefused(
                BadTimeoutCase.class,
                "@WithCDP(timeout)" + HERE + "BadTimeoutCase: \"soon\" is not a duration from 1 ms to 24 h."
                        + " Write it as 10 s, 300 ms, 2 m, 1 h or PT1M; a bare number is seconds.");
        assertRefused(
                BadArgsCase.class,
                "@WithCDP(args)" + HERE + "BadArgsCase: \"disable-gpu\" is not a switch of Chrome."
                        + " Switches begin with two hyphens, as --disable-gpu does.");
        assertRefused(
                BadDomainsCase.class,
                "@WithCDP(domains)" + HERE + "BadDomainsCase: \"Network.enable\" is not the name of a domain."
                        + " Write the name alone, as in Network: its enable is sent for you. Did you mean Network?");
        assertRefused(
                BadDownloadsCase.class,
                "@WithCDP(downloads)" + HERE + "BadDownloadsCase: \"allow\" is not a directory."
                        + " Write the path of one; an empty one stands for the default.");
    }

    @Test
    void do_not_attach_and_launch() {
        assertRefused(EndpointAndHeadlessCase.class, excluded("EndpointAndHeadlessCase", "headless"));
        assertRefused(EndpointAndArgsCase.class, excluded("EndpointAndArgsCase", "args"));
        assertRefused(EndpointAndExecutableCase.class, excluded("EndpointAndExecutableCase", "executable"));
    }

    private static String excluded(String owner, String attribute) {
        return "@WithCDP(endpoint)" + HERE + owner + " and @WithCDP(" + attribute + ")" + HERE + owner
                + " exclude each other: an endpoint attaches to a browser that is already running,"
                + " the other one is for a browser that is launched. Remove one of them.";
    }

    private static void assertRefused(Class<?> owner, String message) {
        assertThatThrownBy(() -> optionsOf(owner))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    private static ClassOptions optionsOf(Class<?> owner) {
        return ClassOptions.of(Objects.requireNonNull(owner.getAnnotation(WithCDP.class)), owner);
    }

    @WithCDP(
            headless = Headless.OFF,
            args = {"--lang=de", "--mute-audio"},
            executable = "/opt/chrome",
            domains = {"DOM", "CSS", "DOM"},
            autoAttach = false,
            joinPage = true,
            report = ReportMode.ALWAYS,
            film = true,
            timeout = "300 ms",
            downloads = "target/downloads")
    private static final class LaunchingCase {}

    @WithCDP
    private static final class PlainCase {}

    @WithCDP(endpoint = " localhost:9222 ")
    private static final class AttachingCase {}

    @WithCDP(timeout = "soon")
    private static final class BadTimeoutCase {}

    @WithCDP(args = "disable-gpu")
    private static final class BadArgsCase {}

    @WithCDP(domains = "Network.enable")
    private static final class BadDomainsCase {}

    @WithCDP(downloads = "allow")
    private static final class BadDownloadsCase {}

    @WithCDP(endpoint = "9222", headless = Headless.SHELL)
    private static final class EndpointAndHeadlessCase {}

    @WithCDP(endpoint = "9222", args = "--lang=de")
    private static final class EndpointAndArgsCase {}

    @WithCDP(endpoint = "9222", executable = "/opt/chrome")
    private static final class EndpointAndExecutableCase {}
}
