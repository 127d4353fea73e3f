package io.github.withcdp.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTests {

    @Test
    void is_one_line_without_what_nobody_sees() {
        assertThat(Excerpt.of("\n No\u0007\u001b[31m \r\n\t such\u200b\u202epage ", List.of(), 100))
                .isEqualTo("No [31m such page");
    }

    @Test
    void says_that_it_goes_on() {
        assertThat(Excerpt.of("12345", List.of(), 5)).isEqualTo("12345");
        assertThat(Excerpt.of("123456", List.of(), 5)).isEqualTo("12345…");
    }

    @Test
    void knows_a_secret_also_where_it_is_cut() {
        assertThat(Excerpt.of("token s3cret!", List.of("s3cret"), 8)).isEqualTo("token …!");
        assertThat(Excerpt.of("token s3cret!", List.of("s3cret"), 7)).isEqualTo("token ……");
    }

    @Test
    void looks_at_no_more_than_it_needs() {
        assertThat(Excerpt.of("x".repeat(10_000_000), List.of(), 3)).isEqualTo("xxx…");
    }
}
