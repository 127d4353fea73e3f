package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.config.ClassOptions;
import io.github.withcdp.internal.config.ConfigurationException;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.OptionValues;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithCDPExtensionBuilderTests {

    @Test
    void begins_with_the_defaults_of_the_annotation() {
        assertThat(options(WithCDPExtension.builder()).values()).isEqualTo(OptionValues.NONE);
    }

    @Test
    void leaves_the_options_to_the_annotation_if_that_registers_the_extension() {
        assertThat(new WithCDPExtension().options()).isEmpty();
    }

    @Test
    void takes_all_options() {
        ClassOptions options = options(WithCDPExtension.builder()
                .headless(Headless.SHELL)
                .args("--lang=de", "--mute-audio")
                .executable(Path.of("/opt/chrome"))
                .domains("DOM", "CSS", "DOM")
                .autoAttach(false)
                .joinPage(true)
                .report(ReportMode.NEVER)
                .film(true)
                .timeout(Duration.ofSeconds(3))
                .downloads(Path.of("downloads"))
                .failOn(FailOn.FAILED_REQUESTS, FailOn.FAILED_REQUESTS)
                .failOnAllow("GET **/one")
                .failOnAllow("two *")
                .replay(Path.of("last-night")));

        assertThat(options.get(Option.HEADLESS)).isEqualTo(Headless.SHELL);
        assertThat(options.get(Option.ARGS)).containsExactly("--lang=de", "--mute-audio");
        assertThat(options.get(Option.EXECUTABLE)).contains(Path.of("/opt/chrome"));
        assertThat(options.get(Option.DOMAINS)).containsExactly("DOM", "CSS");
        assertThat(options.get(Option.AUTO_ATTACH)).isFalse();
        assertThat(options.get(Option.JOIN_PAGE)).isTrue();
        assertThat(options.get(Option.REPORT)).isEqualTo(ReportMode.NEVER);
        assertThat(options.get(Option.FILM)).isTrue();
        assertThat(options.get(Option.TIMEOUT)).isEqualTo(Duration.ofSeconds(3));
        assertThat(options.get(Option.DOWNLOADS)).contains(Path.of("downloads"));
        assertThat(options.get(Option.FAIL_ON)).containsExactly(FailOn.FAILED_REQUESTS);
        assertThat(options.get(Option.FAIL_ON_ALLOW)).containsExactly("GET **/one", "two *");
        assertThat(options.get(Option.REPLAY)).contains(Path.of("last-night"));
    }

    @Test
    void takes_an_endpoint() {
        assertThat(options(WithCDPExtension.builder().endpoint(" 9222 "))
                        .get(Option.ENDPOINT)
                        .orElseThrow()
                        .get())
                .isEqualTo("9222");
    }

    @Test
    void asks_for_the_endpoint_no_earlier_than_needed() {
        var asked = new AtomicInteger();
        Supplier<String> endpoint = options(
                        WithCDPExtension.builder().endpoint(() -> " ws://h/" + asked.incrementAndGet() + " "))
                .get(Option.ENDPOINT)
                .orElseThrow();

        assertThat(asked).hasValue(0);
        assertThat(endpoint.get()).isEqualTo("ws://h/1");
    }

    @Test
    void tells_that_a_supplier_returned_nothing() {
        Supplier<String> nothing = options(WithCDPExtension.builder().endpoint(() -> null))
                .get(Option.ENDPOINT)
                .orElseThrow();
        Supplier<String> blank = options(WithCDPExtension.builder().endpoint(() -> " "))
                .get(Option.ENDPOINT)
                .orElseThrow();
        String rest = ". It is asked when the first session is needed: the browser must be running by then,"
                + " and the answer is its port, host:port, http(s)://… or ws(s)://….";

        assertThatThrownBy(nothing::get)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("WithCDPExtension.builder().endpoint(…): the supplier returned null" + rest);
        assertThatThrownBy(blank::get)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("WithCDPExtension.builder().endpoint(…): the supplier returned an empty text" + rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refuses_a_blank_endpoint(String endpoint) {
        assertRefused(
                () -> WithCDPExtension.builder().endpoint(endpoint),
                "WithCDPExtension.builder().endpoint(…): \"" + endpoint + "\" is not an endpoint."
                        + " Write a port, host:port, http(s)://… or ws(s)://…, or leave it out to launch a browser.");
    }

    @Test
    void refuses_a_bad_value_in_the_call_that_brings_it() {
        WithCDPExtension.Builder builder = WithCDPExtension.builder();

        assertRefused(
                () -> builder.timeout(Duration.ZERO),
                "WithCDPExtension.builder().timeout(…): \"PT0S\" is not a duration from 1 ms to 24 h.");
        assertRefused(
                () -> builder.domains("Page", "Network.enable"),
                "WithCDPExtension.builder().domains(…): \"Network.enable\" is not the name of a domain."
                        + " Write the name alone, as in Network: its enable is sent for you. Did you mean Network?");
        assertRefused(
                () -> builder.args("disable-gpu"),
                "WithCDPExtension.builder().args(…): \"disable-gpu\" is not a switch of Chrome."
                        + " Switches begin with two hyphens, as --disable-gpu does.");
        assertRefused(
                () -> builder.executable(Path.of("")),
                "WithCDPExtension.builder().executable(…): \"\" is not a path. Leave the option out for its default.");
        assertRefused(
                () -> builder.failOnAllow(""),
                "WithCDPExtension.builder().failOnAllow(…): \"\" matches nothing. Write what the console says, or a URL with or without its method, with * for what may be anything, or leave it out.");
        assertRefused(
                () -> builder.downloads(Path.of("")),
                "WithCDPExtension.builder().downloads(…): \"\" is not a path. Leave the option out for its default.");
    }

    @Test
    void refuses_to_attach_and_launch_in_whichever_order() {
        assertRefused(
                () -> WithCDPExtension.builder().endpoint("9222").executable(Path.of("/opt/chrome")),
                excluded("executable"));
        assertRefused(
                () -> WithCDPExtension.builder()
                        .executable(Path.of("/opt/chrome"))
                        .endpoint("9222"),
                excluded("executable"));
        assertRefused(() -> WithCDPExtension.builder().endpoint(() -> "9222").args("--lang=de"), excluded("args"));
        assertRefused(() -> WithCDPExtension.builder().args("--lang=de").endpoint(() -> "9222"), excluded("args"));
        assertRefused(() -> WithCDPExtension.builder().endpoint("9222").headless(Headless.OFF), excluded("headless"));
    }

    @Test
    void takes_what_is_secret() {
        var options = options(WithCDPExtension.builder()
                .redactHeaders("X-Tenant")
                .redactFields("shoeSize")
                .redactPatterns(Pattern.compile("CUST-\\d+"))
                .redactValues("hunter2"));

        assertThat(options.get(Option.REDACT)).isTrue();
        assertThat(options.get(Option.REDACT_HEADERS)).containsExactly("x-tenant");
        assertThat(options.get(Option.REDACT_FIELDS)).containsExactly("shoesize");
        assertThat(options.get(Option.REDACT_PATTERNS)).hasSize(1);
        assertThat(options.get(Option.REDACT_VALUES)).containsExactly("hunter2");
        assertThatThrownBy(() -> WithCDPExtension.builder().redactValues("qz"))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageNotContaining("qz");
        assertThat(options(WithCDPExtension.builder().redact(false)).get(Option.REDACT))
                .isFalse();
        assertThat(options(WithCDPExtension.builder().redactFailures(false)).get(Option.REDACT_FAILURES))
                .isFalse();
    }

    @Test
    void tells_an_option_that_is_set_to_its_default_from_one_that_is_not_set() {
        assertRefused(() -> WithCDPExtension.builder().endpoint("9222").headless(Headless.NEW), excluded("headless"));
        assertRefused(() -> WithCDPExtension.builder().args().endpoint("9222"), excluded("args"));
    }

    @Test
    void adds_what_is_secret_to_what_was_said_before() {
        assertThat(options(WithCDPExtension.builder().redactFields("one").redactFields("two", "three"))
                        .get(Option.REDACT_FIELDS))
                .containsExactly("one", "two", "three");
    }

    private static String excluded(String option) {
        return "WithCDPExtension.builder().endpoint(…) and WithCDPExtension.builder()." + option
                + "(…) exclude each other: an endpoint attaches to a browser that is already running,"
                + " the other one is for a browser that is launched. Remove one of them.";
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(message);
    }

    private static ClassOptions options(WithCDPExtension.Builder builder) {
        return builder.build().options().orElseThrow();
    }
}
