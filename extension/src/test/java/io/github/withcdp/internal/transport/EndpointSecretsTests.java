package io.github.withcdp.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointSecretsTests {

    @Test
    void are_the_values_of_the_query_as_written_and_as_meant() {
        assertThat(secrets("wss://chrome/?token=a%2Fbc&stealth=true&0123456789&timeout=3000"))
                .containsExactlyInAnyOrder("a%2Fbc", "a/bc", "0123456789");
    }

    @Test
    void are_user_and_password_in_every_form_they_travel_in() {
        assertThat(secrets("https://administrator:p%40ss@chrome/"))
                .containsExactlyInAnyOrder(
                        "administrator",
                        "p%40ss",
                        "p@ss",
                        "administrator:p%40ss",
                        "administrator:p@ss",
                        "YWRtaW5pc3RyYXRvcjpwQHNz");
    }

    @Test
    void are_the_values_of_headers_and_a_token_behind_its_scheme() {
        assertThat(EndpointSecrets.of(
                        URI.create("http://chrome/"), Map.of("Authorization", "Bearer 4711", "X-Mode", "fast")))
                .containsExactlyInAnyOrder("Bearer 4711", "4711");
    }

    private static Iterable<String> secrets(String url) {
        return EndpointSecrets.of(URI.create(url), Map.of());
    }
}
