package io.github.withcdp.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;

/** What a look at an event, and what the params of a command cost. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonBenchmark {

    private final byte[] event = """
            {"type":"log","args":[{"type":"number","value":12345,"description":"12345"}],"executionContextId":2,\
            "timestamp":1795183054218.235,"stackTrace":{"callFrames":[{"functionName":"","scriptId":"7","url":"",\
            "lineNumber":0,"columnNumber":33}]}}""".getBytes(StandardCharsets.US_ASCII);
    private final Map<String, Object> params = Map.of("expression", "1 + 1", "returnByValue", true);

    /** Build the tree of a console event. */
    @Benchmark
    public JsonNode read() {
        return Json.read(event, 0, event.length);
    }

    /** Write the params of an evaluation. */
    @Benchmark
    public byte[] write() {
        return Json.write(params);
    }
}
