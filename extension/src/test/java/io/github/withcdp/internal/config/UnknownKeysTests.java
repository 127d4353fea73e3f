package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownKeysTests {

    private static final String KNOWN = "\nKnown keys: "
            + Option.all().stream().map(Option::property).collect(Collectors.joining(", "))
            + ". As environment variables they are written as WITHCDP_AUTO_ATTACH is.";

    @Test
    void lets_all_known_keys_pass_and_what_is_not_ours() {
        var run = new RunFixture()
                .property("java.version", "17")
                .property("withcdpish", "1")
                .environment("WITHCDP", "1")
                .environment("PATH", "/bin")
                .parameter("junit.jupiter.execution.parallel.enabled", "true");
        for (Option<?> key : Option.all()) {
            run.property(key.property(), "").parameter(key.property(), "");
            key.environmentVariables().forEach(name -> run.environment(name, ""));
        }

        assertThatCode(() -> UnknownKeys.refuseIn(run.sources())).doesNotThrowAnyException();
    }

    @Test
    void names_the_nearest_key_of_a_system_property() {
        assertRefused(
                new RunFixture().property("withcdp.timout", "1 s"),
                "withcdp.timout (system property): there is no such key. Did you mean withcdp.timeout?");
    }

    @Test
    void names_the_nearest_key_of_a_configuration_parameter() {
        assertRefused(
                new RunFixture().parameter("withcdp.domain", "Page"),
                "withcdp.domain (junit-platform.properties): there is no such key. Did you mean withcdp.domains?");
    }

    @Test
    void names_the_nearest_environment_variable() {
        assertRefused(
                new RunFixture().environment("WITHCDP_REPORT_DIR", "x"),
                "WITHCDP_REPORT_DIR (environment variable): there is no such key. Did you mean WITHCDP_REPORTS_DIR?");
    }

    @ParameterizedTest
    @CsvSource({
        "withcdp.autoattach, withcdp.autoAttach",
        "withcdp.auto-attach, withcdp.autoAttach",
        "withcdp.join_page, withcdp.joinPage",
        "WithCDP.headless, withcdp.headless",
        "withcdp.reportsDir, withcdp.reports.dir",
        "withcdp.launchTimeout, withcdp.launch.timeout",
        "withcdp.executeable, withcdp.executable",
        "withcdp.logs, withcdp.log",
        "withcdp., withcdp.log"
    })
    void finds_the_nearest_whatever_its_case_and_separators(String unknown, String nearest) {
        assertRefused(
                new RunFixture().property(unknown, ""),
                unknown + " (system property): there is no such key. Did you mean " + nearest + "?");
    }

    @Test
    void prefers_a_key_that_differs_in_case_alone_over_any_other() {
        assertRefused(
                new RunFixture().environment("withcdp_LOG", ""),
                "withcdp_LOG (environment variable): there is no such key. Did you mean WITHCDP_LOG?");
    }

    @Test
    void tells_all_of_them_at_once() {
        assertRefused(
                new RunFixture()
                        .environment("WITHCDP_HEADLES", "")
                        .property("withcdp.timout", "")
                        .property("withcdp.arg", "")
                        .parameter("withcdp.lag", ""),
                "withcdp.arg (system property): there is no such key. Did you mean withcdp.args?"
                        + "\nwithcdp.timout (system property): there is no such key. Did you mean withcdp.timeout?"
                        + "\nwithcdp.lag (junit-platform.properties): there is no such key. Did you mean withcdp.log?"
                        + "\nWITHCDP_HEADLES (environment variable): there is no such key."
                        + " Did you mean WITHCDP_HEADLESS?");
    }

    private static void assertRefused(RunFixture run, String complaints) {
        assertThatThrownBy(() -> UnknownKeys.refuseIn(run.sources()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(complaints + KNOWN);
    }
}
