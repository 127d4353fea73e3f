package io.github.withcdp.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewestJacksonTests {

    @Test
    void is_what_the_tests_of_this_module_run_on() {
        var newest = System.getProperty("jackson.newest.version");

        assertThat(tools.jackson.core.json.PackageVersion.VERSION).hasToString(newest);
        assertThat(tools.jackson.databind.cfg.PackageVersion.VERSION).hasToString(newest);
    }
}
