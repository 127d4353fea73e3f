package io.github.withcdp.internal.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridUrlTests {

    @ParameterizedTest
    @CsvSource({
        "grid:4444, http://grid:4444",
        "' [::1]:4444 ', http://[::1]:4444",
        "HTTPS://grid/wd/hub, https://grid/wd/hub",
        "http://ada:s3cret@grid:4444/x?token=s3cret, http://…@grid:4444/x?…",
        "http://ada:s3/cret@grid:4444, refused",
        "http://grid#s3cret, http://grid#…"
    })
    void shows_what_was_given_without_secrets(String given, String shown) {
        if (shown.equals("refused")) {
            assertThatThrownBy(() -> GridUrl.parse(given)).hasMessageNotContaining("s3");
        } else {
            assertThat(GridUrl.parse(given)).hasToString(shown);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4444",
                "grid",
                "grid:x",
                "grid:0",
                "grid:65536",
                "ws://grid:4444",
                "ftp://grid",
                "http://",
                "http://a b/?x=s3cret",
                "http://ada:s3cret@/"
            })
    void refuses_everything_else_and_says_what_is_allowed(String given) {
        assertThatThrownBy(() -> GridUrl.parse(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no Selenium Grid: ")
                .hasMessageContaining("as in http://grid:4444")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "http://grid:4444, ws://10.0.0.1:5555/session/1/se/cdp, ws://grid:4444/session/1/se/cdp",
        "http://grid:4444/, ws://10.0.0.1:5555/session/1/se/cdp, ws://grid:4444/session/1/se/cdp",
        "https://grid, ws://10.0.0.1:5555/session/1/se/cdp, wss://grid/session/1/se/cdp",
        "http://a:b@grid, wss://x/session/1/se/cdp, ws://a:b@grid/session/1/se/cdp",
        "http://grid?t=1, ws://x/session/1/se/cdp, ws://grid/session/1/se/cdp?t=1",
        "http://grid?t=1, ws://x/session/1/se/cdp?u=2, ws://grid/session/1/se/cdp?u=2"
    })
    void finds_the_WebSocket_on_the_host_that_was_given(String url, String told, String found) {
        assertThat(GridUrl.parse(url).webSockets(told)).containsExactly(URI.create(found));
    }

    @Test
    void tries_a_path_before_that_of_the_Grid_first() {
        assertThat(GridUrl.parse("http://grid/team/").webSockets("ws://x/session/1/se/cdp"))
                .containsExactly(
                        URI.create("ws://grid/team/session/1/se/cdp"), URI.create("ws://grid/session/1/se/cdp"));
        assertThat(GridUrl.parse("http://grid/team").webSockets("ws://x/team/session/1/se/cdp"))
                .containsExactly(URI.create("ws://grid/team/session/1/se/cdp"));
    }
}
