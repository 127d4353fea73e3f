package io.github.withcdp.internal.report.html;

import io.github.withcdp.recording.ConsoleMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was said on consoles, as a page has it. */
public final class ConsoleData {

    private ConsoleData() {}

    /** Write the messages of consoles as a list. */
    public static void write(OutputStream out, List<ConsoleMessage> console, MessageData messages, Microseconds clock)
            throws IOException {
        try (var list = new JsonArrayWriter(out)) {
            for (var message : console) {
                list.add(row(message, messages, clock));
            }
        }
    }

    private static Map<String, Object> row(ConsoleMessage message, MessageData messages, Microseconds clock) {
        var row = new LinkedHashMap<String, Object>();
        row.put("message", messages.indexOf(message.sequence()));
        row.put("at", clock.micros(message.elapsed()));
        row.put("session", messages.numberOf(message.session()));
        row.put("source", message.source().name());
        row.put("level", message.level().name());
        row.put("type", message.type());
        row.put("text", LongTexts.cut(message.text(), LongStrings.LIMIT));
        row.put("url", LongTexts.cut(message.url(), LongStrings.LIMIT));
        row.put("line", message.line());
        row.put("column", message.column());
        row.put("stack", LongTexts.cut(message.stack(), LongStrings.LIMIT));
        row.put("handledLater", message.handledLater());
        return row;
    }
}
