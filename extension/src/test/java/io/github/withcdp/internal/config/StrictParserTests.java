package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StrictParserTests {

    @Test
    void takes_names_with_stars_separated_by_commas_or_space() {
        assertThat(StrictParser.parsePatterns(new ConfiguredValue(
                        "Acme.*, Page.navigate.own\nRuntime.callFunctionOn.arguments[0].own *", "a property")))
                .containsExactly("Acme.*", "Page.navigate.own", "Runtime.callFunctionOn.arguments[0].own", "*");
        assertThat(StrictParser.parsePatterns(new ConfiguredValue(" ", "a property")))
                .isEmpty();
    }

    @Test
    void says_what_is_no_name() {
        assertThatThrownBy(
                        () -> StrictParser.parsePatterns(new ConfiguredValue("Page/navigate", "withcdp.strict.allow")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "withcdp.strict.allow",
                        "Page/navigate",
                        "Write it as in Page.navigate or Page.navigate.url, with * for what may be anything: Acme.*");
    }
}
