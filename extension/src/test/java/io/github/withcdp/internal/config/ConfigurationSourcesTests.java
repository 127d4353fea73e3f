package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.reportEntry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.testkit.engine.EngineTestKit;

class ConfigurationSourcesTests {

    private static final Option<?> KEY = Option.TIMEOUT;

    @Test
    void prefer_the_system_property() {
        var run = new RunFixture()
                .property("withcdp.timeout", "1 s")
                .parameter("withcdp.timeout", "2 s")
                .environment("WITHCDP_TIMEOUT", "3 s");

        assertThat(run.sources().valueOf(KEY))
                .contains(new ConfiguredValue("1 s", "withcdp.timeout (system property)"));
    }

    @Test
    void then_prefer_the_configuration_parameter() {
        var run = new RunFixture().parameter("withcdp.timeout", "2 s").environment("WITHCDP_TIMEOUT", "3 s");

        assertThat(run.sources().valueOf(KEY))
                .contains(new ConfiguredValue("2 s", "withcdp.timeout (configuration parameter)"));
    }

    @Test
    void then_take_the_environment() {
        var run = new RunFixture().environment("WITHCDP_TIMEOUT", "3 s");

        assertThat(run.sources().valueOf(KEY))
                .contains(new ConfiguredValue("3 s", "WITHCDP_TIMEOUT (environment variable)"));
    }

    @Test
    void may_say_nothing() {
        assertThat(new RunFixture().sources().valueOf(KEY)).isEmpty();
    }

    @Test
    void do_not_take_the_system_property_that_JUnit_falls_back_to_for_a_parameter() {
        var run = new RunFixture().property("withcdp.timeout", "1 s");

        assertThat(run.sources().valueOf(ConfigurationSource.CONFIGURATION_PARAMETER, KEY))
                .isEmpty();
    }

    @Test
    void take_a_blank_property_for_an_answer_and_a_blank_variable_for_none() {
        var run = new RunFixture().environment("WITHCDP_ENDPOINT", " ").property("withcdp.args", "");

        assertThat(run.sources().valueOf(Option.ENDPOINT)).isEmpty();
        assertThat(run.sources().valueOf(Option.ARGS))
                .contains(new ConfiguredValue("", "withcdp.args (system property)"));
    }

    @Test
    void understand_both_names_of_a_variable_with_a_hump() {
        assertThat(new RunFixture()
                        .environment("WITHCDP_AUTO_ATTACH", "false")
                        .sources()
                        .valueOf(Option.AUTO_ATTACH))
                .contains(new ConfiguredValue("false", "WITHCDP_AUTO_ATTACH (environment variable)"));
        assertThat(new RunFixture()
                        .environment("WITHCDP_AUTOATTACH", "false")
                        .sources()
                        .valueOf(Option.AUTO_ATTACH))
                .contains(new ConfiguredValue("false", "WITHCDP_AUTOATTACH (environment variable)"));
    }

    @Test
    void refuse_both_names_at_once() {
        var run = new RunFixture()
                .environment("WITHCDP_AUTO_ATTACH", "false")
                .environment("WITHCDP_AUTOATTACH", "true")
                .sources();

        assertThatThrownBy(() -> run.valueOf(Option.AUTO_ATTACH))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "WITHCDP_AUTO_ATTACH and WITHCDP_AUTOATTACH (environment variables) are two names of one option."
                                + " Set one of them.");
    }

    @Test
    void come_from_the_run() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(AskingTestCase.class))
                .configurationParameter("withcdp.timeout", "7 s")
                .execute()
                .allEvents()
                .reportingEntryPublished()
                .assertEventsMatchExactly(reportEntry(Map.of(
                        "timeout",
                        "ConfiguredValue[text=7 s, where=withcdp.timeout (configuration parameter)]",
                        "environment",
                        "true",
                        "java.version",
                        System.getProperty("java.version"))));
    }

    @ExtendWith(SourcesProbe.class)
    static class AskingTestCase {

        @Test
        void asks() {}
    }

    static final class SourcesProbe implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            ConfigurationSources sources = ConfigurationSources.of(context::getConfigurationParameter);
            context.publishReportEntry(Map.of(
                    "timeout",
                    sources.valueOf(KEY).map(ConfiguredValue::toString).orElse("nothing"),
                    "environment",
                    String.valueOf(sources.environment().equals(System.getenv())),
                    "java.version",
                    sources.systemProperties().getOrDefault("java.version", "nothing")));
        }
    }
}
