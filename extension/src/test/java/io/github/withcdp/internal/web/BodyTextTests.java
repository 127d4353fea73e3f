package io.github.withcdp.internal.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTextTests {

    @ParameterizedTest
    @CsvSource({
        "text/plain, UTF-8",
        "'', UTF-8",
        "text/plain; charset=iso-8859-1, windows-1252",
        "text/plain; format=flowed;CHARSET = \"Shift_JIS\" ; x=y, windows-31j",
        "application/json; charset=utf-16, UTF-16LE",
        "application/json; charset=utf-16be, UTF-16BE",
        "text/plain; charset=koi8-r, KOI8-R",
        "text/plain; charset=klingon, UTF-8",
        "text/plain; charset=???, UTF-8",
        "text/plain; charset=, UTF-8",
        "text/plain; notcharset=koi8-r, UTF-8"
    })
    void takes_a_charset_as_browsers_do(String type, String charset) {
        assertThat(BodyText.charset(type)).isEqualTo(Charset.forName(charset));
    }

    @Test
    void believes_a_byte_order_mark_more_than_a_type() {
        assertThat(BodyText.of("\ufeffcaf\u00e9".getBytes(UTF_8), ISO_8859_1)).isEqualTo("caf\u00e9");
        assertThat(BodyText.of("\ufeffcaf\u00e9".getBytes(UTF_16LE), UTF_8)).isEqualTo("caf\u00e9");
        assertThat(BodyText.of("\ufeffcaf\u00e9".getBytes(UTF_16BE), UTF_8)).isEqualTo("caf\u00e9");
    }

    @Test
    void knows_what_is_no_text() {
        assertThat(BodyText.strictly(new byte[] {(byte) 0xE9}, 1, UTF_8)).isEmpty();
        assertThat(BodyText.strictly(new byte[] {(byte) 0xE9}, 1, ISO_8859_1)).contains(new BodyText.Read("\u00e9", 1));
        assertThat(BodyText.strictly(new byte[] {'a', 0}, 2, ISO_8859_1)).isEmpty();
        assertThat(BodyText.strictly(new byte[0], 0, UTF_8)).contains(new BodyText.Read("", 0));
    }

    @Test
    void does_not_cut_a_character_in_two() {
        var bytes = "\ufeffa\u20ac\u20ac".getBytes(UTF_8);

        assertThat(BodyText.strictly(bytes, 9, UTF_8)).contains(new BodyText.Read("a\u20ac", 7));
    }
}
