package io.github.withcdp.internal.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class GridCapabilitiesTests {

    private static JsonNode asked(String user) {
        return Json.read(GridCapabilities.of(List.of("--a", "--b"), "Mine", Optional.of(Json.read(user)))
                        .json())
                .path("capabilities");
    }

    @Test
    void asks_for_Chrome() {
        var asked = GridCapabilities.of(List.of("--a"), "Mine", Optional.empty());

        assertThat(asked.json())
                .isEqualTo(
                        "{\"capabilities\":{\"alwaysMatch\":{\"browserName\":\"chrome\",\"goog:chromeOptions\":{\"args\":[\"--a\"]},\"se:name\":\"Mine\"},\"firstMatch\":[{}]}}");
        assertThat(asked.browser()).contains("chrome");
    }

    @Test
    void merges_what_the_user_wants() {
        var asked = asked(
                "{\"browserVersion\":\"stable\",\"se:name\":\"Yours\",\"goog:chromeOptions\":{\"args\":[\"--b\",\"--c\"],\"binary\":\"/x\"}}");

        assertThat(asked.path("alwaysMatch"))
                .isEqualTo(
                        Json.read(
                                "{\"browserName\":\"chrome\",\"goog:chromeOptions\":{\"args\":[\"--a\",\"--b\",\"--c\"],\"binary\":\"/x\"},\"se:name\":\"Yours\",\"browserVersion\":\"stable\"}"));
    }

    @Test
    void gives_switches_to_Edge_by_its_name_for_them() {
        assertThat(asked("{\"browserName\":\"MicrosoftEdge\"}").path("alwaysMatch"))
                .isEqualTo(
                        Json.read(
                                "{\"browserName\":\"MicrosoftEdge\",\"ms:edgeOptions\":{\"args\":[\"--a\",\"--b\"]},\"se:name\":\"Mine\"}"));
    }

    @Test
    void moves_what_alternatives_say_out_of_what_always_counts() {
        var asked = asked(
                "{\"alwaysMatch\":{\"platformName\":\"linux\"},\"firstMatch\":[{\"browserName\":\"chromium\"},{\"browserVersion\":\"120\",\"goog:chromeOptions\":{\"args\":[\"--c\"]}}]}");

        assertThat(asked.path("alwaysMatch")).isEqualTo(Json.read("{\"se:name\":\"Mine\",\"platformName\":\"linux\"}"));
        assertThat(asked.path("firstMatch"))
                .isEqualTo(
                        Json.read(
                                "[{\"browserName\":\"chromium\",\"goog:chromeOptions\":{\"args\":[\"--a\",\"--b\"]}},{\"browserVersion\":\"120\",\"goog:chromeOptions\":{\"args\":[\"--a\",\"--b\",\"--c\"]},\"browserName\":\"chrome\"}]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                | they are no JSON object",
                "{\"alwaysMatch\":1}               | alwaysMatch is no JSON object",
                "{\"firstMatch\":{}}               | firstMatch is no list of objects",
                "{\"firstMatch\":[]}               | firstMatch is no list of objects",
                "{\"firstMatch\":[1]}              | an entry of firstMatch is no JSON object",
                "{\"alwaysMatch\":{},\"x:y\":true} | \"x:y\" stands beside alwaysMatch or firstMatch"
            })
    void refuses_what_cannot_be_asked_for(String user, String why) {
        assertThatThrownBy(() -> asked(user))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("Write an object, as in");
    }

    @Test
    void leaves_the_words_of_the_user_as_they_are() {
        var user = Json.read("{\"goog:chromeOptions\":{\"args\":[\"--c\"]}}");

        var unused =
                GridCapabilities.of(List.of("--a"), "Mine", Optional.of(user)).json();

        assertThat(user).isEqualTo(Json.read("{\"goog:chromeOptions\":{\"args\":[\"--c\"]}}"));
    }
}
