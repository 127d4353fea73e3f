package io.github.withcdp.internal.schema;

import io.github.withcdp.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it takes to compare a command with the protocol before it is sent, its params read from what goes over the wire. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StrictNamesBenchmark {

    private final StrictNames names = new StrictNames(
            Strictness.of(true, true, List.of()),
            () -> new SchemaCheck(ProtocolSchema.pinned(), new RemoteVersion(156), event -> false));
    private final byte[] navigate = bytes("{\"url\":\"http://127.0.0.1:8080/checkout.html\"}");
    private final byte[] evaluate = bytes(
            "{\"expression\":\"document.title\",\"returnByValue\":true,\"awaitPromise\":true,\"userGesture\":true}");
    private final byte[] mouse =
            bytes("{\"type\":\"mousePressed\",\"x\":10.5,\"y\":20,\"button\":\"left\",\"clickCount\":1}");

    /** One param. */
    @Benchmark
    public void navigate() {
        names.command("Page.navigate", Json.read(navigate, 0, navigate.length));
    }

    /** Four params. */
    @Benchmark
    public void evaluate() {
        names.command("Runtime.evaluate", Json.read(evaluate, 0, evaluate.length));
    }

    /** Five params, two of them with a list of values. */
    @Benchmark
    public void mouse() {
        names.command("Input.dispatchMouseEvent", Json.read(mouse, 0, mouse.length));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
