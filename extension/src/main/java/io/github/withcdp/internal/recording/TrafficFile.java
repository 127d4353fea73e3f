package io.github.withcdp.internal.recording;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.json.JsonText;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.RecordedMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes the messages of a recording as {@code traffic.jsonl}: a header, then one message a line, UTF-8.
 *
 * <pre>{@code
 * {"withcdp":"traffic","version":1,"browser":"Chrome/156.0","started":"2026-11-20T13:00:00.123Z","complete":true,"incompleteBecause":"","messages":1,"report":{…}}
 * {"sequence":12,"elapsed":0.031245000,"direction":"sent","session":"9F86","method":"Page.navigate","id":4,"message":{"id":4,"method":"Page.navigate"}}
 * }</pre>
 *
 * <p>The raw message comes last and as it is, only line breaks between its values become spaces. What is not JSON, or has broken bytes
 * in it, comes as a string: {@code "text"} instead of {@code "message"}. There is no {@code id} if there is none.
 *
 * <p>{@code "report"} is there if the file is part of a report, and holds what that knows besides the messages.
 *
 * <p>The file is written from front to end, so that what a killed JVM leaves can be read up to its last line.
 */
public final class TrafficFile {

    static final String FORMAT = "traffic";
    static final int VERSION = 1;

    private static final int BUFFER = 64 * 1024;

    private TrafficFile() {}

    /**
     * Write messages to a file; an existing regular file is replaced.
     *
     * @param incompleteBecause says why messages are missing, by now; empty if none are
     * @throws IOException if the file cannot be written, or is a symbolic link or something else than a regular file
     */
    static void write(List<RecordedMessage> messages, Supplier<String> incompleteBecause, RecordingInfo info, Path file)
            throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(
                    "Could not write a recording to %s: it exists and is not a regular file. Remove it, or name another"
                            .formatted(file));
        }
        var before = incompleteBecause.get();
        writeOnce(messages, before, info, file);
        var after = incompleteBecause.get();
        if (!before.equals(after)) {
            writeOnce(messages, after, info, file); // messages got lost meanwhile; the header must say so
        }
    }

    private static void writeOnce(
            List<RecordedMessage> messages, String incompleteBecause, RecordingInfo info, Path file)
            throws IOException {
        // A stream of this kind is not closed by an interrupt, a channel would be.
        try (var out = new BufferedOutputStream(
                Files.newOutputStream(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                BUFFER)) {
            write(messages, incompleteBecause, info, RecordedMessage::json, out);
        }
    }

    /**
     * Write messages to a stream.
     *
     * @param text makes the raw text of a message in the file
     * @throws IOException if the stream does not take them
     */
    public static void write(
            List<RecordedMessage> messages,
            String incompleteBecause,
            RecordingInfo info,
            Function<RecordedMessage, String> text,
            OutputStream out)
            throws IOException {
        out.write(header(incompleteBecause, info, messages.size()));
        out.write('\n');
        for (var message : messages) {
            write(out, message, text.apply(message));
        }
    }

    private static byte[] header(String incompleteBecause, RecordingInfo info, int messages) {
        var header = Json.object()
                .put("withcdp", FORMAT)
                .put("version", VERSION)
                .put("browser", info.browser())
                .put("started", info.started().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("complete", incompleteBecause.isEmpty())
                .put("incompleteBecause", incompleteBecause)
                .put("messages", messages);
        if (!info.report().isEmpty()) {
            header.set("report", info.report());
        }
        return Json.write(header);
    }

    private static void write(OutputStream out, RecordedMessage message, String text) throws IOException {
        var head = new StringBuilder(200)
                .append("{\"sequence\":")
                .append(message.sequence())
                .append(",\"elapsed\":");
        appendSeconds(head, message.elapsed());
        head.append(",\"direction\":\"")
                .append(message.direction() == Direction.SENT ? "sent" : "received")
                .append("\",\"session\":");
        appendName(head, message.session().value());
        appendName(head.append(",\"method\":"), message.method());
        if (message.id().isPresent()) {
            head.append(",\"id\":").append(message.id().getAsInt());
        }
        out.write(head.toString().getBytes(StandardCharsets.UTF_8));
        writeText(out, text);
        ascii(out, "}\n");
    }

    /** Names are nearly always plain, and a generator takes longer than all the rest of the line. */
    private static void appendName(StringBuilder head, String name) {
        if (isPlain(name)) {
            head.append('"').append(name).append('"');
        } else {
            head.append(new String(Json.write(name), StandardCharsets.UTF_8));
        }
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            if (character < ' ' || character >= 0x7f || character == '"' || character == '\\') {
                return false;
            }
        }
        return true;
    }

    private static void writeText(OutputStream out, String text) throws IOException {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        // Broken bytes have become U+FFFD by now; Chrome itself writes ASCII.
        if (text.indexOf('\uFFFD') < 0 && JsonText.isJson(utf8, 0, utf8.length)) {
            ascii(out, TrafficLine.MESSAGE);
            out.write(JsonText.onOneLine(utf8));
        } else {
            ascii(out, TrafficLine.TEXT);
            out.write(Json.write(text));
        }
    }

    /** With nine decimals; done by hand because a formatter takes longer than all the rest of the line. */
    private static void appendSeconds(StringBuilder out, Duration elapsed) {
        out.append(elapsed.toSeconds())
                .append('.')
                .append(String.valueOf(1_000_000_000 + elapsed.toNanosPart()), 1, 10);
    }

    private static void ascii(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
