package io.github.withcdp.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a thread did not leave while it was sampled. The nodes are as Chromium 156 tells them. */
class CPUSamplesTests {

    private static final String NODES = """
            {"id":1,"callFrame":{"codeType":"other","functionName":"(root)","scriptId":0}},
            {"id":2,"parent":1,"callFrame":{"codeType":"JS","functionName":"later","url":"http://a.test/app.js","lineNumber":14,"columnNumber":27,"scriptId":3}},
            {"id":3,"parent":2,"callFrame":{"codeType":"JS","functionName":"spin","url":"http://a.test/app.js","lineNumber":7,"columnNumber":13,"scriptId":3}},
            {"id":4,"parent":3,"callFrame":{"codeType":"JS","functionName":"inner","url":"http://a.test/app.js","lineNumber":0,"columnNumber":14,"scriptId":3}},
            {"id":5,"parent":1,"callFrame":{"codeType":"other","functionName":"(garbage collector)","scriptId":0}},
            {"id":6,"parent":1,"callFrame":{"codeType":"other","functionName":"(idle)","scriptId":0}},
            {"id":7,"parent":1,"callFrame":{"codeType":"JS","functionName":"tick","url":"http://a.test/timer.js","lineNumber":1,"columnNumber":0,"scriptId":4}},
            {"id":8,"parent":1,"callFrame":{"codeType":"other","functionName":"(program)","scriptId":0}}""";

    private static final RunningFunction LATER = new RunningFunction("later", "http://a.test/app.js", 15, 28);

    private final CPUSamples samples = new CPUSamples();

    @Test
    void the_innermost_function_that_is_never_left_and_where_it_is_most_often() {
        add("0x1", NODES, "3:12:20 4:3:3 4:4:15 3:10:3 3:12:20 4:3:3 4:4:15");

        assertThat(samples.loop()).containsExactly(new RunningFunction("spin", "http://a.test/app.js", 12, 20), LATER);
    }

    @Test
    void a_function_that_is_never_found_itself_is_told_where_it_begins() {
        add("0x1", NODES, "4:3:3 4:3:3 4:3:3 4:3:3 4:3:3");

        assertThat(samples.loop())
                .containsExactly(
                        new RunningFunction("inner", "http://a.test/app.js", 3, 3),
                        new RunningFunction("spin", "http://a.test/app.js", 8, 14),
                        LATER);
    }

    @Test
    void over_several_events_and_whatever_V8_does_for_the_script() {
        add("0x1", NODES, "5:0:0 5:0:0 3:12:20 5:0:0");
        add("0x1", "", "3:12:20 3:12:20 5:0:0 3:12:20 3:12:20");

        assertThat(samples.loop()).first().extracting(RunningFunction::text).isEqualTo("spin (app.js:12:20)");
    }

    @ParameterizedTest
    @CsvSource({
        "8:0:0 8:0:0 8:0:0 5:0:0 8:0:0, true",
        "8:0:0 8:0:0 8:0:0 5:0:0, false",
        "8:0:0 8:0:0 8:0:0 6:0:0 8:0:0 8:0:0, false",
        "8:0:0 3:12:20 8:0:0 8:0:0 8:0:0 8:0:0, false",
        "8:0:0 3:12:20 3:12:20 3:12:20 3:12:20 3:12:20, false"
    })
    void a_thread_that_is_at_work_all_the_time_in_functions_that_V8_does_not_name(String sampled, boolean nameless) {
        add("0x1", NODES, sampled);

        assertThat(samples.isNameless()).isEqualTo(nameless);
    }

    @Test
    void the_busiest_of_several_threads() {
        add("0x1", NODES, "6:0:0 6:0:0 6:0:0 6:0:0 6:0:0 6:0:0");
        add("0x2", NODES, "2:15:1 2:15:1 2:15:1 2:15:1 2:15:1 2:15:1");

        assertThat(samples.loop()).extracting(RunningFunction::name).containsExactly("later");
    }

    @Test
    void nothing_if_there_is_a_pause_between() {
        add("0x1", NODES, "2:15:1 6:0:0 2:15:1 6:0:0 2:15:1 6:0:0");

        assertThat(samples.isEmpty()).isFalse();
        assertThat(samples.loop()).isEmpty();
    }

    @Test
    void nothing_if_one_thing_follows_another() {
        add("0x1", NODES, "2:15:1 7:1:1 2:15:1 7:1:1 2:15:1 7:1:1");

        assertThat(samples.loop()).isEmpty();
    }

    @Test
    void nothing_of_too_few() {
        add("0x1", NODES, "2:15:1 2:15:1");

        assertThat(samples.isEmpty()).isTrue();
        assertThat(samples.loop()).isEmpty();
    }

    @Test
    void nothing_of_a_circle() {
        add(
                "0x1",
                "{\"id\":1,\"parent\":2,\"callFrame\":{\"codeType\":\"other\"}},{\"id\":2,\"parent\":1,\"callFrame\":{\"codeType\":\"other\"}}",
                "1:0:0 1:0:0 1:0:0 1:0:0 1:0:0 1:0:0");

        assertThat(samples.loop()).isEmpty();
    }

    private void add(String thread, String nodes, String found) {
        var split = Arrays.stream(found.split(" ")).map(each -> each.split(":")).toList();
        samples.add(Json.read("""
                [{"name":"thread_name","pid":1,"args":{"name":"CrRendererMain"}},
                 {"name":"ProfileChunk","pid":1,"id":"%s","args":{"data":{
                   "cpuProfile":{"nodes":[%s],"samples":[%s]},"lines":[%s],"columns":[%s]}}}]""".formatted(thread, nodes, column(split, 0), column(split, 1), column(split, 2))));
    }

    private static String column(List<String[]> table, int index) {
        return table.stream().map(row -> row[index]).collect(Collectors.joining(","));
    }
}
