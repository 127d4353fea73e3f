package io.github.withcdp.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.FixtureRun;
import io.github.withcdp.WithCDP;
import io.github.withcdp.WithCDPExtension;
import io.github.withcdp.internal.config.ConfigurationException;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationErrorsTests {

    @TempDir
    Path reports;

    @Test
    void keep_text_cause_and_place() {
        var cause = new IllegalStateException("why");
        var refused = new ConfigurationException("withcdp.timeout: no", cause);

        assertThatThrownBy(() -> ConfigurationErrors.translated(() -> {
                    throw refused;
                }))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("withcdp.timeout: no")
                .hasCause(cause)
                .satisfies(told -> assertThat(told.getStackTrace()).isEqualTo(refused.getStackTrace()));
    }

    @Test
    void reach_JUnit_before_the_class_begins() {
        var failure = FixtureRun.of(PlainTestCase.class, reports)
                .with("withcdp.timeout", "soon")
                .execute()
                .failure();

        assertThat(failure)
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageStartingWith("withcdp.timeout (configuration parameter): \"soon\" is not a duration");
    }

    @Test
    void reach_JUnit_when_the_browser_is_needed() {
        var failure = FixtureRun.of(NoEndpointTestCase.class, reports).execute().failure();

        assertThat(failure)
                .isInstanceOf(ParameterResolutionException.class)
                .hasCauseInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("WithCDPExtension.builder().endpoint(…): the supplier returned null");
    }

    @WithCDP
    static class PlainTestCase {

        @Test
        void test(CDPSession page) {}
    }

    static class NoEndpointTestCase {

        @RegisterExtension
        static final WithCDPExtension CDP =
                WithCDPExtension.builder().endpoint(() -> null).build();

        @Test
        void test(CDPSession page) {}
    }
}
