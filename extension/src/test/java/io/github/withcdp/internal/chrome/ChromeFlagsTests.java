package io.github.withcdp.internal.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChromeFlagsTests {

    @Test
    void no_switch_is_given_twice() {
        for (var headless : HeadlessMode.values()) {
            assertThat(ChromeFlags.of(headless, true, List.of()))
                    .extracting(arg -> new Switch(arg).name())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void each_mode_says_whether_there_is_a_window() {
        assertThat(flags(HeadlessMode.NEW)).contains("--headless=new", "--hide-scrollbars", "--no-startup-window");
        assertThat(flags(HeadlessMode.SHELL)).contains("--headless").doesNotContain("--headless=new");
        assertThat(flags(HeadlessMode.OFF))
                .doesNotContain("--headless", "--headless=new", "--hide-scrollbars", "--no-startup-window");
    }

    @Test
    void the_sandbox_is_only_off_if_it_must_be() {
        assertThat(ChromeFlags.of(HeadlessMode.NEW, true, List.of())).contains("--no-sandbox");
        assertThat(ChromeFlags.of(HeadlessMode.NEW, false, List.of())).doesNotContain("--no-sandbox");
    }

    @Test
    void the_users_come_last_and_replace_ours_of_the_same_name() {
        var flags = flags(HeadlessMode.NEW, "--lang=de", "--headless=old", "--force-color-profile=scrgb-linear");

        assertThat(flags)
                .containsSubsequence(
                        "--mute-audio", "--lang=de", "--headless=old", "--force-color-profile=scrgb-linear")
                .doesNotContain("--headless=new", "--force-color-profile=srgb");
    }

    @Test
    void lists_of_features_are_joined_because_Chrome_heeds_only_the_last() {
        var flags = flags(
                HeadlessMode.NEW,
                "--disable-features=BackForwardCache, Prerender2",
                "--enable-features=One",
                "--disable-features=Three",
                "--enable-features=Two:param/1");

        assertThat(flags)
                .filteredOn(arg -> arg.startsWith("--enable-features"))
                .containsExactly("--enable-features=One,Two:param/1");
        assertThat(flags)
                .filteredOn(arg -> arg.startsWith("--disable-features"))
                .singleElement()
                .asString()
                .contains("WebUIReloadButton,WebUIOmniboxPopup,WebUIOmniboxAimPopup")
                .endsWith(",BackForwardCache,Prerender2,Three");
    }

    @Test
    void a_feature_that_the_user_enables_is_not_disabled_by_us() {
        assertThat(flags(HeadlessMode.NEW, "--enable-features=Translate<Trial,HttpsUpgrades"))
                .filteredOn(arg -> arg.startsWith("--disable-features"))
                .singleElement()
                .asString()
                .contains("MediaRouter")
                .doesNotContain("Translate", "HttpsUpgrades");
    }

    @Test
    void extensions_are_off_unless_the_user_brings_one() {
        assertThat(flags(HeadlessMode.NEW)).contains("--disable-extensions");
        assertThat(flags(HeadlessMode.NEW, "--load-extension=/ours")).doesNotContain("--disable-extensions");
    }

    private static List<String> flags(HeadlessMode headless, String... userArgs) {
        return ChromeFlags.of(headless, false, List.of(userArgs));
    }
}
