package io.github.withcdp.internal.recording;

import static java.util.Objects.requireNonNull;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the reader thread does second with every message. A fixed number of calls, because at full speed no disk would follow. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, batchSize = MessageRecorderBenchmark.CALLS)
@Measurement(iterations = 10, batchSize = MessageRecorderBenchmark.CALLS)
public class MessageRecorderBenchmark {

    /** How many messages are recorded in one shot; the result is the time for all of them. */
    static final int CALLS = 50_000;

    private final SessionId session = new SessionId("0123456789ABCDEF0123456789ABCDEF");
    private final byte[] message = new byte[400];
    private final long[] index = new long[CALLS];
    private MessageRecorder recorder = MessageRecorder.create();
    private Path path = Path.of("");
    private @Nullable FileChannel file;
    private int written;

    /** Begin with an empty recording. */
    @Setup(Level.Iteration)
    public void begin() throws IOException {
        recorder = MessageRecorder.create();
        path = Files.createTempFile("withcdp-benchmark", null);
        file = FileChannel.open(path, StandardOpenOption.WRITE);
        written = 0;
    }

    /** Delete the temporary files. */
    @TearDown(Level.Iteration)
    public void end() throws IOException {
        recorder.close();
        requireNonNull(file).close();
        Files.delete(path);
    }

    /** Record an event of 400 bytes. */
    @Benchmark
    public long record() {
        return recorder.record(Direction.RECEIVED, session, "Runtime.consoleAPICalled", 0, message, 0, message.length);
    }

    /** What would be simpler: append it to a file, and remember where. Nothing of it would be in memory, nor written while the reader goes on. */
    @Benchmark
    public long append() throws IOException {
        index[written] = written * (long) message.length;
        requireNonNull(file).write(ByteBuffer.wrap(message));
        return index[written++];
    }
}
