package io.github.withcdp.internal.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonComparisonTests {

    private static List<String> messages(String one, String other) {
        return lines(JsonComparison.ofMessages(Json.read(one), Json.read(other)));
    }

    private static List<String> contents(String one, String other) {
        return lines(JsonComparison.ofContents(Json.read(one), Json.read(other)));
    }

    private static List<String> lines(List<LeafDifference> differences) {
        return differences.stream()
                .map(difference -> difference.pointer() + " " + difference.explanation())
                .toList();
    }

    @Test
    void finds_nothing_in_what_is_equal_in_another_order() {
        assertThat(messages("""
                {"a":1,"b":{"c":[1,2.0]}}""", """
                {"b":{"c":[1.0,2]},"a":1}""")).isEmpty();
    }

    @Test
    void compares_numbers_that_no_double_can_have() {
        var huge = "1" + "0".repeat(400);

        assertThat(contents(huge, huge)).isEmpty();
        for (var other : List.of(huge.replace('1', '2'), "-" + huge, "1", "1e999")) {
            assertThat(contents(huge, other)).as(other).containsExactly(" NONE");
            assertThat(contents(other, huge)).as(other).containsExactly(" NONE");
        }
        assertThat(contents("1e999", "1")).containsExactly(" NONE");
    }

    @Test
    void explains_what_Chrome_gives_a_name_a_time_or_a_size() {
        assertThat(messages("""
                {"requestId":"1.2","timestamp":10.5,"encodedDataLength":7,"response":{"status":200,"timing":{"a":1}},"frame":{"id":"F1"}}""", """
                {"requestId":"3.4","timestamp":11.5,"encodedDataLength":9,"response":{"status":503,"timing":{"b":1}},"frame":{"id":"F2"}}"""))
                .containsExactly(
                        "/requestId ALWAYS",
                        "/timestamp ALWAYS",
                        "/encodedDataLength ALWAYS",
                        "/response/status NONE",
                        "/response/timing ALWAYS",
                        "/frame/id ALWAYS");
    }

    @Test
    void tells_that_a_name_is_there_once_only() {
        assertThat(messages("{\"openerId\":\"A\"}", "{}")).containsExactly("/openerId NONE");
    }

    @Test
    void takes_names_in_what_a_page_says_for_what_they_are() {
        assertThat(messages("""
                {"result":{"type":"object","value":{"id":1,"duration":3}}}""", """
                {"result":{"type":"object","value":{"id":2,"duration":4}}}""")).containsExactly("/result/value/id NONE", "/result/value/duration NONE");
        assertThat(contents("{\"id\":1}", "{\"id\":2}")).containsExactly("/id NONE");
    }

    @Test
    void knows_headers_that_always_differ() {
        assertThat(messages("""
                {"headers":{"Content-Length":"1","ETag":"a","X-Mode":"id","Id":"4"}}""", """
                {"headers":{"Content-Length":"2","ETag":"b","X-Mode":"no","Id":"5"}}"""))
                .containsExactly(
                        "/headers/Content-Length ALWAYS",
                        "/headers/ETag ALWAYS",
                        "/headers/X-Mode NONE",
                        "/headers/Id NONE");
    }

    @Test
    void knows_classes_of_values() {
        assertThat(contents("""
                {"at":1732918273645,"order":"3f2504e0-4f89-41d3-9a0c-0305e82c3301","n":1732918273645}""", """
                {"at":1732918999999,"order":"11111111-2222-3333-4444-555555555555","n":17}""")).containsExactly("/at SAME_CLASS", "/order SAME_CLASS", "/n NONE");
    }

    @Test
    void looks_into_texts_that_are_JSON() {
        assertThat(messages("""
                {"payloadData":"{\\"price\\":1,\\"at\\":1732918273645}"}""", """
                {"payloadData":"{ \\"at\\":1732918999999,\\"price\\":2}"}""")).containsExactly("/payloadData/price NONE", "/payloadData/at SAME_CLASS");
        assertThat(messages("{\"postData\":\"[1]\"}", "{\"postData\":\"[ 1]\"}"))
                .containsExactly("/postData ALWAYS");
    }

    @Test
    void finds_an_element_that_is_only_in_one_of_two_arrays() {
        assertThat(contents("[1,2,3]", "[1,3]")).containsExactly("/1 NONE");
        assertThat(contents("[1,3]", "[1,2,3]")).containsExactly("/1 NONE");
        assertThat(contents("[]", "[1,2]")).containsExactly("/0 NONE", "/1 NONE");
        assertThat(contents("[1,2]", "[2,1]")).containsExactly("/0 NONE", "/1 NONE");
    }

    @Test
    void tells_values_of_other_types_apart() {
        assertThat(contents("[null,\"1\",{},true]", "[0,1,[],\"true\"]"))
                .containsExactly("/0 NONE", "/1 NONE", "/2 NONE", "/3 NONE");
    }

    @Test
    void writes_pointers_as_they_are_written() {
        assertThat(contents("{\"a/b~c\":1}", "{\"a/b~c\":2}")).containsExactly("/a~1b~0c NONE");
    }

    @Test
    void compares_deep_arrays_of_other_lengths_in_a_moment() {
        var one = "[".repeat(400) + "1" + ",2]".repeat(400);
        var other = "[".repeat(400) + "3" + ",2,2]".repeat(400);

        assertThat(contents(one, other)).isNotEmpty();
    }

    @Test
    void learns_what_differs_among_runs_that_passed() {
        var green = JsonComparison.ofContents(Json.read("{\"a\":1,\"b\":{\"c\":1}}"), Json.read("{\"a\":2}"));
        var red = JsonComparison.ofContents(
                Json.read("{\"a\":1,\"b\":{\"c\":1},\"d\":1}"), Json.read("{\"a\":3,\"b\":{\"c\":7},\"d\":2}"));

        var mask = LearnedMask.NONE.and(green);

        assertThat(mask.pointers()).containsExactlyInAnyOrder("/a", "/b");
        assertThat(lines(mask.explain(red))).containsExactly("/a LEARNED", "/b/c LEARNED", "/d NONE");
        assertThat(mask.and(green)).isSameAs(mask);
    }
}
