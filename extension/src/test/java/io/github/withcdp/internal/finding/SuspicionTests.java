package io.github.withcdp.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuspicionTests {

    @ParameterizedTest
    @EnumSource
    void the_viewer_has_a_name_for_each_kind(Suspicion.Kind kind) throws IOException {
        try (var overview =
                Suspicion.class.getResourceAsStream("/io/github/withcdp/internal/report/viewer/overview.js")) {
            assertThat(overview).isNotNull();
            assertThat(new String(overview.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(" " + kind + ": \"");
        }
    }
}
