package io.github.withcdp.assertions.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ShownParamsTests {

    private static String shown(String params, int limit) {
        return ShownParams.of(JsonMapper.shared().readTree(params), limit);
    }

    @Test
    void are_whole_if_there_is_room() {
        assertThat(shown("{\"a\":{\"url\":\"u\",\"b\":[1]}}", 25)).isEqualTo("{\"a\":{\"url\":\"u\",\"b\":[1]}}");
    }

    @Test
    void keep_the_URL_and_what_else_there_is_room_for() {
        var url = "http://shop.test/" + "x".repeat(150) + "/7";

        assertThat(shown("""
                        {"requestId":"1234567890","documentURL":"%s","request":{"headers":{"a":"%s"},"url":"%s","method":"GET"},
                        "more":"%s","type":"Fetch","last":"%s"}""".formatted(url, url, url, url, url), 250))
                .isEqualTo(
                        "{\"requestId\":\"1234567890\",…,\"request\":{\"headers\":{…},\"url\":\"%s\",\"method\":\"GET\"},…,\"type\":\"Fetch\",…}"
                                .formatted(url));
    }

    @Test
    void cut_a_URL_that_is_longer_than_any() {
        assertThat(shown("{\"url\":\"http://%s/7\",\"no\":1}".formatted("x".repeat(1000)), 100))
                .startsWith("{\"url\":\"http://xxx")
                .contains("xxx…(711 more)…xxx")
                .endsWith("xxx/7\",…}");
    }

    @Test
    void have_one_URL_that_counts() {
        assertThat(shown(
                        "{\"a\":{\"url\":\"first\"},\"b\":{\"url\":\"second\"},\"c\":\"%s\"}"
                                .formatted("x".repeat(100)),
                        20))
                .isEqualTo("{\"a\":{\"url\":\"first\"},\"b\":{…},…}");
    }

    @Test
    void are_escaped() {
        assertThat(shown("{\"\u202e\":\"%s\",\"b\u202e\":2}".formatted("\u202e".repeat(100)), 50))
                .doesNotContain("\u202e")
                .contains("\\u202e");
    }
}
