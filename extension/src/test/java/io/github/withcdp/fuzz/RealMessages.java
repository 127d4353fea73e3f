package io.github.withcdp.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** What a Chromium and a test have said to each other, to make hostile inputs of. */
public final class RealMessages {

    private static final String MESSAGE = ",\"message\":";

    private RealMessages() {}

    /** Return the lines of a recording of a shop with a worker, redirects, an event source and WebSockets; the first is the header. */
    public static List<String> recording() {
        try (var zipped = Objects.requireNonNull(RealMessages.class.getResourceAsStream(
                        "/io/github/withcdp/internal/difference/green-1.jsonl.gz"));
                var in = new GZIPInputStream(zipped)) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return the messages themselves, as they were on the wire. */
    public static List<String> messages() {
        return recording().stream()
                .filter(line -> line.contains(MESSAGE))
                .map(line -> line.substring(line.indexOf(MESSAGE) + MESSAGE.length(), line.length() - 1))
                .toList();
    }
}
