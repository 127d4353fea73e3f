package io.github.withcdp.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextEditsTests {

    private static final String TEXT = "0123456789";

    private final TextEdits edits = new TextEdits(TEXT);

    @Test
    void leave_what_is_between_as_it_is() {
        edits.replace(7, 8, "seven");
        edits.replace(2, 4, "");

        assertThat(edits.result()).isEqualTo("01456seven89");
    }

    @Test
    void replace_of_two_that_overlap_the_one_that_begins_first() {
        edits.replace(4, 8, "later");
        edits.replace(2, 6, "first");

        assertThat(edits.result()).isEqualTo("01first6789");
    }

    @Test
    void are_none_where_the_same_stands_there_already() {
        edits.replace(2, 4, "23");

        assertThat(edits.isEmpty()).isTrue();
        assertThat(edits.result()).isSameAs(TEXT);
    }
}
