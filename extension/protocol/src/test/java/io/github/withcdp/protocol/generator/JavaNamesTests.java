package io.github.withcdp.protocol.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaNamesTests {

    @Test
    void of_members_are_those_of_the_protocol_unless_Java_has_them() {
        assertThat(JavaNames.member("url")).isEqualTo("url");
        assertThat(JavaNames.member("this")).isEqualTo("this_");
        assertThat(JavaNames.member("notify")).isEqualTo("notify_");
    }

    @Test
    void of_constants_are_in_words() {
        assertThat(JavaNames.constant("responseReceived")).isEqualTo("RESPONSE_RECEIVED");
        assertThat(JavaNames.constant("consoleAPICalled")).isEqualTo("CONSOLE_API_CALLED");
        assertThat(JavaNames.constant("no-store")).isEqualTo("NO_STORE");
        assertThat(JavaNames.constant("XHR")).isEqualTo("XHR");
    }

    @Test
    void of_a_type_are_not_that_of_its_domain() {
        assertThat(JavaNames.type("Animation", "Animation")).isEqualTo("AnimationObject");
        assertThat(JavaNames.type("Network", "Cookie")).isEqualTo("Cookie");
    }
}
