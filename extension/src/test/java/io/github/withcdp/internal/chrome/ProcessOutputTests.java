package io.github.withcdp.internal.chrome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProcessOutputTests {

    @Test
    void keeps_lines_in_order_with_or_without_an_end() throws Exception {
        assertThat(output("one\r\n\nthrée\nlast").lines()).containsExactly("one", "", "thrée", "last");
        assertThat(output("").lines()).isEmpty();
    }

    @Test
    void says_how_many_lines_are_left_out() throws Exception {
        assertThat(output("1\n2\n3\n4\n").lastOutput(2)).containsExactly("… (2 earlier lines left out)", "3", "4");
        assertThat(output("1\n2\n").lastOutput(2)).containsExactly("1", "2");
    }

    @Test
    void is_bounded_in_lines() throws Exception {
        var text = IntStream.range(0, 3000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());

        assertThat(output(text).lines())
                .hasSize(1001)
                .startsWith("… (2000 earlier lines left out)", "line 2000")
                .endsWith("line 2999");
    }

    @Test
    void is_bounded_in_size() throws Exception {
        var text =
                IntStream.range(0, 500).mapToObj(i -> "x".repeat(4095) + "\n").collect(Collectors.joining());

        var lines = output(text).lines();

        assertThat(lines).first().asString().startsWith("… (4");
        assertThat(lines.stream().mapToInt(String::length).sum()).isLessThanOrEqualTo(257 * 1024);
    }

    @Test
    void cuts_a_line_of_a_megabyte_visibly() throws Exception {
        assertThat(output("x".repeat(1 << 20) + "\nnext\n").lines())
                .containsExactly("x".repeat(16384) + "… (1032192 bytes cut)", "next");
    }

    @Test
    void tells_each_line_to_the_listener_who_may_fail() throws Exception {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());

        var output = output("one\ntwo\n", line -> {
            heard.add(line);
            throw new IllegalStateException("on purpose");
        });

        assertThat(heard).containsExactly("one", "two");
        assertThat(output.lines()).containsExactly("one", "two");
    }

    private static ProcessOutput output(String text) throws InterruptedException {
        return output(text, line -> {});
    }

    private static ProcessOutput output(String text, Consumer<String> onLine) throws InterruptedException {
        var output = ProcessOutput.of(new ByteArrayInputStream(text.getBytes(UTF_8)), onLine);
        assertThat(output.awaitEnd(Duration.ofSeconds(10))).isTrue();
        return output;
    }
}
