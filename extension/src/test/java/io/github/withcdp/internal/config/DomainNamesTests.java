package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNamesTests {

    @ParameterizedTest
    @ValueSource(strings = {"Page,CSS,DOMStorage", " Page , CSS,,DOMStorage,", "Page CSS\nDOMStorage CSS"})
    void reads_names_between_commas_or_space_each_once(String text) {
        assertThat(DomainNames.parse(new ConfiguredValue(text, "here"))).containsExactly("Page", "CSS", "DOMStorage");
    }

    @Test
    void reads_nothing_as_none() {
        assertThat(DomainNames.parse(new ConfiguredValue(" ", "here"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Network.enable, Network", "network, Network", "cSS.enable, CSS", "' Page', Page"})
    void suggests_a_name(String name, String suggestion) {
        assertThatThrownBy(() -> DomainNames.check(List.of("Page", name), "@WithCDP(domains) on a.B"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("@WithCDP(domains) on a.B: \"" + name + "\" is not the name of a domain."
                        + " Write the name alone, as in Network: its enable is sent for you."
                        + " Did you mean " + suggestion + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".enable", "Net work", "*", "Nétwork", "1Page"})
    void has_no_suggestion_for_what_is_no_name_at_all(String name) {
        assertThatThrownBy(() -> DomainNames.check(List.of(name), "here"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("here: \"" + name + "\" is not the name of a domain."
                        + " Write the name alone, as in Network: its enable is sent for you.");
    }
}
