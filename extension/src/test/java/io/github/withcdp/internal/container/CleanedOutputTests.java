package io.github.withcdp.internal.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class CleanedOutputTests {

    @Test
    void are_those_of_the_daemon() {
        var refused = new NotFoundException("Status 404: {\"message\":\"No such image: \\\"x\\\"\"}\n");

        assertThat(CleanedOutput.of(
                        new ExecutionException(new IllegalStateException("Container startup failed", refused))))
                .isEqualTo("No such image: \"x\"");
    }

    @Test
    void are_those_of_the_innermost_cause_if_the_daemon_said_nothing() {
        assertThat(CleanedOutput.of(new ExecutionException(new IOException("Broken pipe"))))
                .isEqualTo("Broken pipe");
        assertThat(CleanedOutput.of(new IOException())).isEqualTo("java.io.IOException");
    }

    @Test
    void do_not_confuse_a_terminal_and_are_not_too_many() {
        assertThat(CleanedOutput.clean(" red \u001b[31m alert\u0007 ")).isEqualTo("red [31m alert");
        assertThat(CleanedOutput.clean("x".repeat(5000))).hasSize(1001).endsWith("…");
    }
}
