package io.github.withcdp.internal.redaction;

import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Recording;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Both passes over a recording: finding its secrets, and taking them out of each message. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class RedactionBenchmark {

    /** How many messages there are, of 400 bytes on average. */
    static final int MESSAGES = 100_000;

    private final SessionId session = new SessionId("0123456789ABCDEF0123456789ABCDEF");
    private final MessageRecorder recorder = MessageRecorder.create();
    private Recording recording = recorder.recording(MessageFilter.ALL);

    /** Record what a page with many requests says. */
    @Setup
    public void begin() {
        for (int i = 0; i < MESSAGES; i++) {
            switch (i % 4) {
                case 0 ->
                    event(
                            "Network.requestWillBeSent",
                            "\"requestId\":\"%d.1\",\"documentURL\":\"https://shop.test/list\",\"request\":{\"url\":\"https://shop.test/api/items/%d?page=2&session=s%d-%d\",\"method\":\"GET\",\"headers\":{\"Accept\":\"application/json\",\"User-Agent\":\"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36\"}},\"timestamp\":12.%d,\"initiator\":{\"type\":\"script\",\"stack\":{\"callFrames\":[{\"functionName\":\"load\",\"url\":\"https://shop.test/app.js\",\"lineNumber\":12}]}}"
                                    .formatted(i, i, i % 50, 100_000 + i % 50, i));
                case 1 ->
                    event(
                            "Network.responseReceivedExtraInfo",
                            "\"requestId\":\"%d.1\",\"headers\":{\"content-type\":\"application/json\",\"set-cookie\":\"sid=c%d-abcdef; Path=/\",\"date\":\"Fri, 20 Nov 2026 13:00:00 GMT\",\"cache-control\":\"no-store, max-age=0\",\"server\":\"shop\"},\"resourceIPAddressSpace\":\"Local\",\"statusCode\":200,\"cookiePartitionKeyOpaque\":false"
                                    .formatted(i, i % 20));
                case 2 ->
                    event(
                            "Runtime.consoleAPICalled",
                            "\"type\":\"log\",\"args\":[{\"type\":\"string\",\"value\":\"loaded item %d of the list, and rendered it in its row of the table\"}],\"executionContextId\":3,\"timestamp\":1.7e12,\"stackTrace\":{\"callFrames\":[{\"functionName\":\"render\",\"scriptId\":\"7\",\"url\":\"https://shop.test/app.js\",\"lineNumber\":99,\"columnNumber\":12}]}"
                                    .formatted(i));
                default ->
                    event(
                            "Network.dataReceived",
                            "\"requestId\":\"%d.1\",\"timestamp\":12.5,\"dataLength\":4096,\"encodedDataLength\":1024"
                                    .formatted(i));
            }
        }
    }

    private void event(String method, String params) {
        var bytes = String.format(
                        Locale.ROOT,
                        "{\"method\":\"%s\",\"params\":{%s},\"sessionId\":\"%s\"}",
                        method,
                        params,
                        session.value())
                .getBytes(StandardCharsets.UTF_8);
        recorder.record(Direction.RECEIVED, session, method, 0, bytes, 0, bytes.length);
    }

    /** Delete its temporary file. */
    @TearDown
    public void end() {
        recorder.close();
    }

    /** Read and redact all messages; the result is their length. */
    @Benchmark
    public long redact() {
        var redactor = Redaction.DEFAULT.redactorFor(recording.messages());
        return recording.messages().stream()
                .mapToLong(message -> redactor.message(message).length())
                .sum();
    }
}
