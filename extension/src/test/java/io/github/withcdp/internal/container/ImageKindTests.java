package io.github.withcdp.internal.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageKindTests {

    private static final List<String> FORWARDED =
            List.of("--no-sandbox", "--remote-debugging-address=0.0.0.0", "--remote-debugging-port=9222");

    @Test
    void an_image_with_a_script_knows_by_itself() {
        assertThat(kind(ImageOptions.DEFAULT_IMAGE, Set.of(9222, 9223), "/headless-shell/run.sh"))
                .isEqualTo(new ImageKind(9222, false, List.of()));
    }

    @Test
    void an_image_without_anything_is_taken_for_one_with_DevTools() {
        assertThat(kind("acme/chrome", Set.of())).isEqualTo(new ImageKind(9222, false, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chromium-browser",
                "/usr/bin/google-chrome-stable",
                "chrome",
                "/opt/chrome-headless-shell",
                "headless_shell",
                "chromium"
            })
    void an_image_that_runs_the_browser_is_told_where_to_listen(String program) {
        assertThat(kind("zenika/alpine-chrome:124", Set.of(), program, "--headless"))
                .isEqualTo(new ImageKind(9222, false, FORWARDED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opt/chrome/run.sh", "chromedriver-proxy/bash", "/bin/sh", "tini"})
    void an_image_that_runs_something_else_is_not(String program) {
        assertThat(kind("acme/chrome", Set.of(9222), program).switches()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "selenium/standalone-chromium:152.0",
                "registry.acme.com/mirror/selenium/standalone-chrome",
                "seleniarm/standalone-chromium:latest"
            })
    void an_image_of_Selenium_is_known_by_its_name(String image) {
        assertThat(kind(image, Set.of())).isEqualTo(new ImageKind(4444, true, List.of()));
    }

    @Test
    void an_image_with_the_port_of_a_Grid_is_one() {
        assertThat(kind("acme/browser", Set.of(4444, 5900), "/opt/bin/entry_point.sh"))
                .isEqualTo(new ImageKind(4444, true, List.of()));
    }

    @Test
    void an_image_with_both_ports_has_DevTools() {
        assertThat(kind("acme/browser", Set.of(4444, 9222)).webDriver()).isFalse();
    }

    @Test
    void the_port_that_is_asked_for_counts() {
        assertThat(ImageKind.of("acme/chrome", Optional.of(9229), Set.of(9222, 4444), List.of("chromium")))
                .isEqualTo(new ImageKind(
                        9229,
                        false,
                        List.of("--no-sandbox", "--remote-debugging-address=0.0.0.0", "--remote-debugging-port=9229")));
        assertThat(ImageKind.of("acme/chrome", Optional.of(4444), Set.of(9222), List.of())
                        .webDriver())
                .isTrue();
    }

    private static ImageKind kind(String image, Set<Integer> exposed, String... entryPoint) {
        return ImageKind.of(image, Optional.empty(), exposed, List.of(entryPoint));
    }
}
