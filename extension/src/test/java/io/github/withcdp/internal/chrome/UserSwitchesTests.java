package io.github.withcdp.internal.chrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserSwitchesTests {

    @ParameterizedTest
    @CsvSource({
        "--user-data-dir=/home/ada,                 a new profile directory of its own",
        "--remote-debugging-port=9222,              withcdp.transport=websocket",
        "--remote-debugging-port,                   withcdp.endpoint",
        "--remote-debugging-pipe,                   withcdp.transport=websocket",
        "--remote-debugging-io-pipes=1,             withcdp.transport=websocket",
        "--remote-debugging-address=0.0.0.0,        withcdp.image",
        "--remote-allow-origins=*,                  Leave it out",
        "--Remote-Debugging-Port=9222,              withcdp.endpoint",
    })
    void refuses_what_would_take_the_browser_out_of_our_hands(String arg, String remedy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaunchOptions.DEFAULTS.withArgs(List.of("--lang=de", arg)))
                .withMessageStartingWith("Cannot pass \"" + arg + "\" to Chrome: ")
                .withMessageContaining(remedy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "lang=de", "-lang", "", "--", " --lang=de", "--a\0b"})
    void refuses_what_is_no_switch(String arg) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserSwitches.check(List.of(arg)))
                .withMessageContaining("each starting with two dashes");
    }

    @Test
    void lets_all_others_pass() {
        assertThatCode(() -> UserSwitches.check(List.of("--lang=de", "--window-size=800,600", "--user-data-dir-x")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_launch_needs_time() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaunchOptions.DEFAULTS.withLimit(Duration.ZERO))
                .withMessageContaining("PT0S");
        assertThat(LaunchOptions.DEFAULTS.withLimit(Duration.ofSeconds(3)).limit())
                .hasSeconds(3);
    }
}
