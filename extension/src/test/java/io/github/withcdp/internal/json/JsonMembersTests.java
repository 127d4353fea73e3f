package io.github.withcdp.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMembersTests {

    @Test
    void tells_where_the_values_are() {
        var json = " { \"a\" : [ {\"b\":1} ] , \"b\":\"}\" ,\"a\":-1e3}\n";
        var members = new JsonMembers(json);

        assertThat(values(json, members)).containsExactly("[ {\"b\":1} ]", "\"}\"", "-1e3");
        assertThat(members.isWhole()).isTrue();
    }

    @Test
    void compares_names_as_they_are_written() {
        var members = new JsonMembers("{\"\\u0061\":1}");

        assertThat(members.next()).isTrue();
        assertThat(members.isNamed("a")).isFalse();
        assertThat(members.isNamed("\\u0061")).isTrue();
        assertThat(members.isNamed("\\u0061b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "}", "[1]", "{}", "{\"a\"}", "{\"a\":}", "{\"a\":[", "{a:1}", "{\"a", "{,\"a\":1}"})
    void finds_none_in_what_has_none(String text) {
        var members = new JsonMembers(text);

        assertThat(values(text, members)).isEmpty();
        assertThat(members.next()).isFalse();
        assertThat(members.isWhole()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1]",
                "{\"a\":1}}",
                "{\"a\":1}x",
                "{\"a\":1,\"b\":[",
                "{\"a\":1,\"b\"}",
                "{\"a\":1,\"b\":\"c}"
            })
    void finds_what_is_before_the_place_where_an_object_breaks(String text) {
        var members = new JsonMembers(text);

        assertThat(values(text, members)).containsExactly("1");
        assertThat(members.next()).isFalse();
        assertThat(members.isWhole()).isFalse();
    }

    private static List<String> values(String json, JsonMembers members) {
        var values = new ArrayList<String>();
        while (members.next()) {
            values.add(json.substring(members.from(), members.to()));
        }
        return values;
    }
}
