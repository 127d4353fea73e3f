package io.github.withcdp.internal.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorGateTests {

    private static final MonitorGate GATE = new MonitorGate("secret", 7000);

    @Test
    void lets_those_in_who_have_the_address() {
        assertThat(GATE.address()).isEqualTo("http://127.0.0.1:7000/secret/");
        assertThat(looks("/secret/", headers("Host", "127.0.0.1:7000"))).isTrue();
        assertThat(looks("/secret/", headers("Host", "127.0.0.1:7000", "Sec-Fetch-Site", "none")))
                .isTrue();
        assertThat(looks("/secret/feed", headers("Host", "127.0.0.1:7000", "Sec-Fetch-Site", "same-origin")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "//",
                "/secre/",
                "/secret",
                "/secrets/",
                "/SECRET/",
                "/x/secret/",
                "//secret/",
                "xsecret/",
                "/%73ecret/",
                "/secret%2f"
            })
    void refuses_who_has_another_token(String path) {
        assertThat(looks(path, headers("Host", "127.0.0.1:7000"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:7000",
                "127.0.0.1",
                "127.0.0.1:7001",
                "evil.example:7000",
                "127.0.0.1.evil.example:7000",
                ""
            })
    void refuses_names_that_others_have_given_this_machine(String host) {
        assertThat(looks("/secret/", headers("Host", host))).isFalse();
    }

    @Test
    void refuses_a_request_with_two_hosts_or_none() {
        var two = headers("Host", "127.0.0.1:7000");
        two.add("Host", "127.0.0.1:7000");

        assertThat(looks("/secret/", two)).isFalse();
        assertThat(looks("/secret/", new Headers())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example, cross-site",
        "null, cross-site",
        "http://localhost:7000, same-site",
        "http://127.0.0.1:8000, same-site",
        "https://127.0.0.1:7000, cross-site",
        "http://127.0.0.1:7000, cross-site"
    })
    void refuses_other_pages(String origin, String site) {
        assertThat(looks("/secret/", headers("Host", "127.0.0.1:7000", "Origin", origin, "Sec-Fetch-Site", site)))
                .isFalse();
        assertThat(looks("/secret/", headers("Host", "127.0.0.1:7000", "Sec-Fetch-Site", site)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "http://evil.example:7000", "null", "http://127.0.0.1:8000", ""})
    void refuses_other_pages_of_a_browser_that_does_not_say_of_which_site_they_are(String origin) {
        var headers = headers("Host", "127.0.0.1:7000", "Origin", origin);

        assertThat(looks("/secret/", headers)).isFalse();
        assertThat(GATE.lets("/secret/send", headers, true)).isFalse();
    }

    @Test
    void who_wants_more_than_to_look_has_to_say_where_he_comes_from() {
        assertThat(GATE.lets("/secret/send", headers("Host", "127.0.0.1:7000"), true))
                .isFalse();
        assertThat(GATE.lets(
                        "/secret/send", headers("Host", "127.0.0.1:7000", "Origin", "http://127.0.0.1:7000"), true))
                .isTrue();
    }

    @Test
    void nobody_else_knows_the_token() {
        var tokens = new HashSet<String>();
        for (int i = 0; i < 100; i++) {
            var gate = MonitorGate.onPort(7000);
            tokens.add(gate.token());
            assertThat(gate.token()).matches("[A-Za-z0-9_-]{32}");
            assertThat(gate).asString().doesNotContain(gate.token());
        }
        assertThat(tokens).hasSize(100);
    }

    private static boolean looks(String path, Headers headers) {
        return GATE.lets(path, headers, false);
    }

    private static Headers headers(String... pairs) {
        var headers = new Headers();
        for (int i = 0; i < pairs.length; i += 2) {
            headers.add(pairs[i], pairs[i + 1]);
        }
        return headers;
    }
}
