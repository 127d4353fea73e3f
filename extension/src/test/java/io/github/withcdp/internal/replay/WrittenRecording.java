package io.github.withcdp.internal.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A recording as a report has it, written by hand. Each message comes a millisecond after the one before. */
final class WrittenRecording {

    static final String PAGE = "52958323ABCDEF0152958323ABCDEF01";

    private final List<String> lines = new ArrayList<>();
    private String more = "";
    private double seconds;
    private int lastId;

    /** Begin with the commands that make a page, and what comes of them. */
    static WrittenRecording withPage() {
        return new WrittenRecording()
                .asked(
                        "",
                        "Target.createBrowserContext",
                        "{\"disposeOnDetach\":false}",
                        "{\"browserContextId\":\"C1\"}")
                .sent("", "Target.createTarget", "{\"url\":\"about:blank\",\"browserContextId\":\"C1\"}")
                .event(
                        "",
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"%s\",\"targetInfo\":{\"targetId\":\"T1\",\"type\":\"page\",\"title\":\"\",\"url\":\"about:blank\",\"browserContextId\":\"C1\"},\"waitingForDebugger\":false}"
                                .formatted(PAGE))
                .answer("", 2, "Target.createTarget", "{\"targetId\":\"T1\"}");
    }

    /** Have the next message come so much later. */
    WrittenRecording after(double milliseconds) {
        seconds += milliseconds / 1000;
        return this;
    }

    WrittenRecording sent(String session, String method, String params) {
        int id = ++lastId;
        return line(
                "sent",
                session,
                method,
                id,
                "{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, params));
    }

    WrittenRecording answer(String session, int id, String method, String result) {
        return line("received", session, method, id, "{\"id\":%d,\"result\":%s}".formatted(id, result));
    }

    /** Add a command with its answer. */
    WrittenRecording asked(String session, String method, String params, String result) {
        sent(session, method, params);
        return answer(session, lastId, method, result);
    }

    WrittenRecording event(String session, String method, String params) {
        return line("received", session, method, 0, "{\"method\":\"%s\",\"params\":%s}".formatted(method, params));
    }

    private WrittenRecording line(String direction, String session, String method, int id, String message) {
        seconds += 0.001;
        lines.add(String.format(
                Locale.ROOT,
                "{\"sequence\":%d,\"elapsed\":%.9f,\"direction\":\"%s\",\"session\":\"%s\",\"method\":\"%s\"%s,\"message\":%s}",
                lines.size(),
                seconds,
                direction,
                session,
                method,
                id == 0 ? "" : ",\"id\":" + id,
                message));
        return this;
    }

    /** Note that the test fails now. */
    WrittenRecording failed() {
        more = ",\"failedAt\":%d".formatted((long) (seconds * 1e9) + 500_000);
        return this;
    }

    /** Note that the report has a picture of the page, which was the answer to a command. */
    WrittenRecording looked(int command) {
        more = ",\"screenshots\":[{\"page\":\"\",\"command\":%d}]".formatted(command);
        return this;
    }

    List<String> lines() {
        return lines;
    }

    static String header(int messages, String more) {
        return "{\"withcdp\":\"traffic\",\"version\":1,\"browser\":\"Chrome/156.0\",\"started\":\"2026-11-29T22:00:00.000Z\",\"complete\":true,\"incompleteBecause\":\"\",\"messages\":%d,\"report\":{\"test\":{\"displayName\":\"pays_once()\",\"className\":\"com.acme.CheckoutTests\",\"methodName\":\"pays_once\",\"phase\":\"\"},\"origin\":0,\"sessions\":[{\"session\":\"%s\",\"targetId\":\"T1\",\"type\":\"page\",\"url\":\"about:blank\"}]%s}}"
                .formatted(messages, PAGE, more);
    }

    /** Write it into a folder, and return the file. */
    Path in(Path folder) {
        return write(folder, header(lines.size(), more) + "\n" + String.join("\n", lines) + "\n");
    }

    static Path write(Path folder, String text) {
        try {
            return Files.writeString(Files.createDirectories(folder).resolve("traffic.jsonl"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
