package io.github.withcdp.internal.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolatileTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order 3f2504e0-4f89-41d3-9a0c-0305e82c3301 is paid      | order ‹uuid› is paid
            9F86D081884C7D659A2FEAA0C55AD015                        | ‹hex:32›
            at 2026-11-29T22:24:21.123Z.                            | at ‹date›.
            on 2026-11-29 22:24                                     | on ‹date›
            from 2026-11-29 on                                      | from ‹date› on
            Sun, 29 Nov 2026 22:24:21 GMT                           | ‹date›
            /list?_=1732918273645&x=1                               | /list?_=‹epoch›&x=1
            cart-1732918273645                                      | cart-‹epoch›
            1732918273.25                                           | ‹epoch›
            eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.                    | ‹jwt›
            /reset/Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZg                   | /reset/‹token:30›
            r=0.8273645172837465                                    | r=‹fraction›
            a ‹redacted:Cookie:len=42:hash=ab12› b                  | a ‹redacted:Cookie:len=42› b
            http://127.0.0.1:38425/api/pay                          | http://127.0.0.1:‹port›/api/pay
            ws://localhost:80/ and [::1]:1                          | ws://localhost:‹port›/ and [::1]:‹port›
            """)
    void names_the_class_of_what_is_another_in_each_run(String text, String form) {
        assertThat(VolatileText.form(text)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "503",
                "Thank you!",
                "expected 12 items, got 7",
                "http://shop.test:8080/cart",
                "document.querySelector('#pay').click()",
                "getElementsByTagNameNSWithWildcard2",
                "/static/a-very-long-name-of-a-file-v2.js",
                "4111 1111 1111 1111",
                "+41 44 668 18 00",
                "Chrome/156.0.7400.12",
                "2.80",
                "$1 \\ 2",
                "‹redacted:›"
            })
    void leaves_what_means_something(String text) {
        assertThat(VolatileText.form(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://127.0.0.1:1/x                          | http://127.0.0.1:22/x                                  | ALWAYS
            id 3f2504e0-4f89-41d3-9a0c-0305e82c3301       | id 11111111-2222-3333-4444-555555555555                | SAME_CLASS
            at 2026-11-29T22:24:21Z                       | at 2026-11-30T01:02:03.5+01:00                         | SAME_CLASS
            ‹redacted:Cookie:len=42:hash=ab12›            | ‹redacted:Cookie:len=42:hash=0001›                     | SAME_CLASS
            ‹redacted:Cookie:len=42:hash=ab12›            | ‹redacted:Cookie:len=41:hash=0001›                     | NONE
            ‹redacted:Cookie:len=42:hash=ab12›            | ‹redacted:password:len=42:hash=0001›                   | NONE
            9F86D081884C7D65                              | 9F86D081884C7D659A                                     | NONE
            503                                           | 200                                                    | NONE
            at 2026-11-29: paid                           | at 2026-11-30: refused                                 | NONE
            """)
    void explains_how_two_texts_differ(String one, String other, Explanation explanation) {
        assertThat(VolatileText.explain(one, other)).contains(explanation);
        assertThat(VolatileText.explain(other, one)).contains(explanation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            login('ann', '‹redacted:password:len=6:hash=0000›') | login('ann', 'secret')    | SAME_CLASS
            login('ann', '‹redacted:password:len=6:hash=0000›') | login('ann', 'secrets')   | NONE
            login('ann', '‹redacted:password:len=6:hash=0000›') | login('bob', 'secret')    | NONE
            ‹redacted:a:len=2:hash=0000›-‹redacted:b:len=1:hash=0000› | xy-z              | SAME_CLASS
            ‹redacted:a:len=2:hash=0000›-‹redacted:b:len=1:hash=0000› | xyz-              | NONE
            ‹redacted:a:len=9999999999:hash=0000›               | x                         | NONE
            """)
    void takes_a_mark_for_any_text_of_its_length(String redacted, String text, Explanation explanation) {
        assertThat(VolatileText.explain(redacted, text)).contains(explanation);
        assertThat(VolatileText.explain(text, redacted)).contains(explanation);
    }

    @Test
    void has_nothing_to_explain_of_equal_texts() {
        assertThat(VolatileText.explain("a", "a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "0.", "eyJ", "-", "2026-11-", "‹redacted:", "aB1-", "127.0.0.1:", "Mon, "})
    void reads_long_hostile_texts_in_one_go(String piece) {
        var text = piece.repeat(300_000);

        assertThat(VolatileText.form(text)).hasSizeGreaterThan(5);
    }
}
