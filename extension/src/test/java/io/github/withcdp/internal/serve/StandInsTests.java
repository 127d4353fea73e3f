package io.github.withcdp.internal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandInsTests {

    @Test
    void has_the_length_of_the_secret_and_is_the_same_for_equal_ones() {
        var text = StandIns.in("a=‹redacted:token:len=42:hash=ab12›; b=‹redacted:token:len=42:hash=ab12›; "
                + "c=‹redacted:token:len=42:hash=ab13›");

        assertThat(text).matches("a=([0-9a-f]{42}); b=\\1; c=(?!\\1)[0-9a-f]{42}");
    }

    @Test
    void a_JSON_Web_Token_has_empty_claims() {
        var jwt = StandIns.in("‹redacted:jwt:len=90:hash=ab12›");

        assertThat(jwt).hasSize(90).startsWith("eyJhbGciOiJub25lIn0.e30.");
    }

    @Test
    void a_number_of_a_card_has_digits() {
        assertThat(StandIns.in("‹redacted:card-number:len=16:hash=ab12›")).matches("[0-9]{16}");
    }

    @Test
    void what_is_no_mark_stays() {
        var texts = "‹redacted›, ‹redacted:token:len=x:hash=ab12›, redacted:token:len=2:hash=ab12";

        assertThat(StandIns.in(texts)).isEqualTo(texts);
        assertThat(StandIns.areIn(texts)).isFalse();
    }

    @Test
    void a_length_that_nobody_would_believe_is_none() {
        assertThat(StandIns.in("‹redacted:token:len=9999999999:hash=ab12›")).isEmpty();
    }
}
