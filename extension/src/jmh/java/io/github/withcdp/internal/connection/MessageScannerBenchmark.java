package io.github.withcdp.internal.connection;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the reader thread does first with every message. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MessageScannerBenchmark {

    /** How long the payload is, in characters. */
    @Param({"100", "10000", "1000000"})
    public int payload;

    private final MessageScanner scanner = new MessageScanner();
    private byte[] recognised = {};
    private byte[] walked = {};

    /** Make a message in the shape that Chrome writes, and one that has to be walked because its keys are in another order. */
    @Setup
    public void prepare() {
        var params = "{\"type\":\"log\",\"text\":\"" + "x".repeat(payload) + "\"}";
        var session = "\"sessionId\":\"0123456789ABCDEF0123456789ABCDEF\"";
        var method = "\"method\":\"Runtime.consoleAPICalled\"";
        recognised = ("{" + method + ",\"params\":" + params + "," + session + "}").getBytes(StandardCharsets.US_ASCII);
        walked = ("{" + session + "," + method + ",\"params\":" + params + "}").getBytes(StandardCharsets.US_ASCII);
    }

    /** The usual shape, recognised by its ends. */
    @Benchmark
    public boolean recognised() {
        return scanner.scan(recognised, 0, recognised.length);
    }

    /** Another shape, walked from end to end. */
    @Benchmark
    public boolean walked() {
        return scanner.scan(walked, 0, walked.length);
    }
}
