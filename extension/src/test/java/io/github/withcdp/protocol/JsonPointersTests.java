package io.github.withcdp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointersTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a/0/b", "/$.amount"})
    void take_pointers(String pointer) {
        assertThat(JsonPointers.checked(pointer)).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "amount, /amount",
                "a.b, /a/b",
                "a/b, /a/b",
                "a[0].b, /a/0/b",
                "[0].b, /0/b",
                "$, ||",
                "$.amount, /amount",
                "$.a[0].b, /a/0/b",
                "$[0][1], /0/1",
                "$['a b'][\"c/d~\"], /a b/c~1d~0",
                "#/a/b, /a/b",
                "user-agent, /user-agent"
            })
    void tell_what_a_path_is_as_a_pointer(String path, String pointer) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonPointers.checked(path))
                .withMessage("A JSON pointer starts with a slash: write \"%s\" instead of \"%s\"", pointer, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$..price", "$.items[*].price", "items[?(@.price)]", "$.items[-1]", "a..b", "a[", "*"})
    void tell_of_a_path_that_leads_to_several_values_what_a_pointer_is(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonPointers.checked(path))
                .withMessage(
                        "A JSON pointer starts with a slash and leads to one value, as \"/items/0/price\" does: \"%s\" is none",
                        path);
    }
}
