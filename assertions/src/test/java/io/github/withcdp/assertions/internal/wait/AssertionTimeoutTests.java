package io.github.withcdp.assertions.internal.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionTimeoutTests {

    @Test
    void is_five_seconds_if_nobody_says_anything() {
        assertThat(AssertionTimeout.of(new Properties(), Map.of())).isEqualTo(Duration.ofSeconds(5));
        assertThat(AssertionTimeout.of(new Properties(), Map.of("WITHCDP_ASSERTION_TIMEOUT", " ")))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void is_what_the_environment_says() {
        assertThat(AssertionTimeout.of(new Properties(), Map.of("WITHCDP_ASSERTION_TIMEOUT", "20 s")))
                .isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void is_what_the_system_property_says_rather_than_the_environment() {
        assertThat(AssertionTimeout.of(property(" 300 ms "), Map.of("WITHCDP_ASSERTION_TIMEOUT", "20 s")))
                .isEqualTo(Duration.ofMillis(300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "0", "25 h", "PT-1S"})
    void is_not_what_cannot_be_waited_for(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AssertionTimeout.of(property(text), Map.of()))
                .withMessage(
                        "withcdp.assertion.timeout (system property): \"%s\" is not a duration from 1 ms to 24 h. Write it as 10 s, 300 ms, 2 m, 1 h or PT1M; a bare number is seconds.",
                        text);
    }

    private static Properties property(String text) {
        var properties = new Properties();
        properties.setProperty("withcdp.assertion.timeout", text);
        return properties;
    }
}
