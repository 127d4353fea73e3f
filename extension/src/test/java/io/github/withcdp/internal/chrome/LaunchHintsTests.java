package io.github.withcdp.internal.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchHintsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Running as root without --no-sandbox is not supported. See https://crbug.com/638180. | another user",
                "ERROR:ui/ozone/platform/x11/ozone_platform_x11.cc:250] Missing X server or $DISPLAY | xvfb-run",
                "chrome: error while loading shared libraries: libnss3.so: cannot open shared object | ldd",
                "FATAL:process_singleton_posix.cc:315] Socket path too long: /a/b | -Djava.io.tmpdir=/tmp",
                "Failed to create a ProcessSingleton for your profile directory. | another --user-data-dir",
                "FATAL:zygote_host_impl_linux.cc(128)] No usable sandbox! | user namespaces are forbidden",
                "Command '/usr/bin/chromium-browser' requires the chromium snap to be installed: snap install chromium | a snap",
                "write: No space left on device | --shm-size",
                "/bin/sh: 1: exec: ./chrome: Exec format error | another kind of machine",
            })
    void knows_what_to_do_about(String line, String advice) {
        assertThat(LaunchHints.about(List.of("/usr/bin/chromium: 9: [: unexpected operator", line), 1))
                .hasValueSatisfying(hint -> assertThat(hint).contains(advice));
    }

    @Test
    void the_exit_status_of_a_profile_in_use_needs_no_words() {
        assertThat(LaunchHints.about(List.of(), 21))
                .hasValueSatisfying(hint -> assertThat(hint).startsWith("The profile is in use"));
    }

    @Test
    void has_no_advice_about_the_usual_noise() {
        assertThat(LaunchHints.about(List.of("/usr/bin/chromium: 9: [: unexpected operator", "DevTools listening"), 1))
                .isEmpty();
    }
}
