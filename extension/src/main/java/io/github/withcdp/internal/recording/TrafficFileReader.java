package io.github.withcdp.internal.recording;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.recording.store.MissingMessages;
import io.github.withcdp.internal.recording.store.PageStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads what {@link TrafficFile} writes into a store, so that memory is bounded and the file may be changed or deleted afterwards.
 */
final class TrafficFileReader {

    private static final int SHOWN = 80;
    private static final int LARGEST_HEADER = 32 * 1024 * 1024;

    private final Path file;
    private final PageStore store;
    private int lineNumber = 1;
    private long last = -1;
    private int count;
    private boolean cutOff;

    private TrafficFileReader(Path file, PageStore store) {
        this.file = file;
        this.store = store;
    }

    /**
     * Read a file into an empty store.
     *
     * @throws IOException if the file cannot be read, or is not a recording; the message says which line is wrong, and what about it
     */
    static RecordingInfo read(Path file, PageStore store) throws IOException {
        return new TrafficFileReader(file, store).read();
    }

    private RecordingInfo read() throws IOException {
        try (var lines = new LineReader(file)) {
            if (!lines.next()) {
                throw new IOException(
                        "%s is empty, and so not a recording; the traffic.jsonl of a report is one".formatted(file));
            }
            var header = header(lines);
            var info = new RecordingInfo(
                    header.path("browser").asString(""),
                    started(header),
                    header.path("report").isObject() ? header.path("report") : Json.object());
            while (lines.next()) {
                lineNumber++;
                message(lines);
            }
            var missing = MissingMessages.reason(store, MessageFilter.ALL);
            if (!missing.isEmpty()) {
                throw new IOException("%s could not be read as a whole: %s".formatted(file, missing));
            }
            store.markIncomplete(header.path("incompleteBecause").asString(""));
            if (cutOff || count < header.path("messages").asInt(0)) {
                store.markIncomplete("%s was cut off while it was written: only %d of its messages are there."
                        .formatted(file, count));
            }
            return info;
        }
    }

    private JsonNode header(LineReader lines) throws IOException {
        if (lines.length() > LARGEST_HEADER) {
            throw new IOException("%s is not a recording: its first line, the header, has %d bytes, and may have %d"
                    .formatted(file, lines.length(), LARGEST_HEADER));
        }
        var header = tree(lines);
        if (!TrafficFile.FORMAT.equals(header.path("withcdp").asString(""))) {
            throw new IOException(
                    "%s is not a recording: line 1 should be a header like {\"withcdp\":\"traffic\",\"version\":1,…}, and is %s"
                            .formatted(file, shown(lines)));
        }
        int version = header.path("version").asInt(0);
        if (version > TrafficFile.VERSION) {
            throw new IOException(
                    "%s, line 1: the recording has version %d of the format, and this WithCDP reads versions up to %d; read it with the WithCDP that wrote it, or a newer one"
                            .formatted(file, version, TrafficFile.VERSION));
        }
        if (version < 1) {
            throw malformed("its \"version\" should be a number from 1");
        }
        return header;
    }

    private static JsonNode tree(LineReader lines) {
        try {
            return Json.read(lines.bytes(), 0, lines.length());
        } catch (JacksonException e) {
            return Json.object();
        }
    }

    private Instant started(JsonNode header) throws IOException {
        try {
            return Instant.parse(header.path("started").asString(""));
        } catch (DateTimeException e) {
            throw malformed("its \"started\" should be a time like 2026-11-20T13:00:00.123Z");
        }
    }

    private void message(LineReader lines) throws IOException {
        try {
            add(TrafficLine.parse(lines.bytes(), lines.length()));
        } catch (TrafficLine.MalformedException e) {
            if (lines.ended()) {
                throw malformed(e.what());
            }
            cutOff = true;
        }
    }

    private void add(TrafficLine line) throws TrafficLine.MalformedException {
        if (line.sequence() <= last) {
            throw new TrafficLine.MalformedException(
                    "its \"sequence\" is %d, and should be larger than %d".formatted(line.sequence(), last));
        }
        last = line.sequence();
        count++;
        store.add(
                line.sequence(),
                line.nanos(),
                line.direction(),
                line.session(),
                line.method(),
                line.id(),
                line.text().array(),
                line.text().position(),
                line.text().remaining(),
                false);
        store.awaitRoom();
    }

    private IOException malformed(String what) {
        return new IOException("%s, line %d: %s".formatted(file, lineNumber, what));
    }

    /** Return the beginning of a line, as printable ASCII. */
    private static String shown(LineReader lines) {
        int length = Math.min(lines.length(), SHOWN);
        var text = new String(
                Json.write(new String(lines.bytes(), 0, length, StandardCharsets.UTF_8)), StandardCharsets.US_ASCII);
        return lines.length() > SHOWN ? text + "…" : text;
    }
}
