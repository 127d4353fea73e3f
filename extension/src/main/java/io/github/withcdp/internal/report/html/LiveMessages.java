package io.github.withcdp.internal.report.html;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.transcript.Payload;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Messages as they come, of any number of conversations, for a page that shows them as that of a report does. They go in portions: a line of JSON
 * with the columns of the portion and what is new of methods and sessions, and then each message on a line of its own.
 * Knows no more of what it has written than their sessions, methods and unanswered commands. For one thread.
 */
public final class LiveMessages {

    private static final int MOST = 2_000;
    private static final int BYTES = 1 << 20;

    private final NameIndex methods = new NameIndex();
    private int methodsWritten;
    private int sessions;
    private int count;
    private int first;
    private final List<Conversation> conversations = new ArrayList<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(64 * 1024);
    private Columns columns = new Columns();

    /** The columns of one portion, as the index of a report has them. */
    private static final class Columns {

        final List<Long> at = new ArrayList<>();
        final List<Long> sequence = new ArrayList<>();
        final StringBuilder kind = new StringBuilder();
        final List<Integer> method = new ArrayList<>();
        final List<Integer> session = new ArrayList<>();
        final List<Integer> id = new ArrayList<>();
        final List<Integer> partner = new ArrayList<>();
        final List<Integer> failed = new ArrayList<>();
        final List<Integer> size = new ArrayList<>();
        final List<Integer> test = new ArrayList<>();
        final List<Integer> byHand = new ArrayList<>();

        Map<String, Object> json() {
            var index = new LinkedHashMap<String, Object>();
            index.put("count", at.size());
            index.put("at", steps(at));
            index.put("sequence", steps(sequence));
            index.put("kind", kind.toString());
            index.put("method", method);
            index.put("session", session);
            index.put("id", id);
            index.put("partner", partner);
            index.put("failed", failed);
            index.put("size", size);
            index.put("test", test);
            index.put("byHand", byHand);
            return index;
        }

        private static List<Long> steps(List<Long> values) {
            var steps = new ArrayList<Long>(values.size());
            long before = 0;
            for (long value : values) {
                steps.add(value - before);
                before = value;
            }
            return steps;
        }
    }

    /** One conversation: the messages of one browser. */
    public final class Conversation {

        private final Microseconds clock;
        private final Partners partners = new Partners();
        private final SessionList sessionList = new SessionList();
        private final List<Integer> numbers = new ArrayList<>();
        private final int number;

        private Conversation(int number, Microseconds clock) {
            this.number = number;
            this.clock = clock;
        }

        /**
         * Add its next message.
         *
         * @param message without its secrets
         * @param test the number of the test that it belongs to, -1 for none
         * @param byHand whether it is a command that somebody has sent who watches
         */
        public void add(RecordedMessage message, int test, boolean byHand) {
            int index = count++;
            var json = message.json();
            var utf8 = json.getBytes(StandardCharsets.UTF_8);
            lines.writeBytes(MessageBlocks.line(json, utf8));
            lines.write('\n');
            long at = clock.micros(message.elapsed());
            columns.at.add(at);
            columns.sequence.add(message.sequence());
            columns.kind.append(MessageData.kind(message));
            columns.method.add(methods.of(message.method()));
            columns.session.add(numberOf(message.session()));
            columns.id.add(message.id().orElse(0));
            columns.partner.add(partners.of(message, index));
            columns.size.add(utf8.length);
            columns.test.add(test);
            if (byHand) {
                columns.byHand.add(index);
            }
            if (message.isAnswer() && Payload.of(json, "error").isPresent()) {
                columns.failed.add(index);
            }
            sessionList.look(message, at);
        }

        private int numberOf(SessionId session) {
            return number(sessionList.numberOf(session));
        }

        /** Return the number of a session among those of all conversations. */
        private int number(int own) {
            while (numbers.size() <= own) {
                numbers.add(sessions++);
            }
            return numbers.get(own);
        }

        private void addChanges(Map<String, Object> rows) {
            sessionList.changes().forEach((own, row) -> {
                row.put("browser", number);
                row.computeIfPresent("parent", (name, parent) -> parent.equals(-1) ? -1 : number((int) parent));
                rows.put(Integer.toString(number(own)), row);
            });
        }
    }

    /**
     * Begin with a conversation.
     *
     * @param number by which the page knows its browser
     * @param origin when the page's second 0 is, in the time of the conversation
     */
    public Conversation conversation(int number, Duration origin) {
        var conversation = new Conversation(number, new Microseconds(origin));
        conversations.add(conversation);
        return conversation;
    }

    /** Return whether there is enough to be written. */
    public boolean isFull() {
        return columns.at.size() >= MOST || lines.size() >= BYTES;
    }

    /** Return whether there is nothing to be written. */
    public boolean isEmpty() {
        return columns.at.isEmpty();
    }

    /**
     * Write what has been added since the last time.
     *
     * @param further what goes with it
     */
    public void writeTo(OutputStream out, Map<String, ?> further) throws IOException {
        var head = new LinkedHashMap<String, Object>(further);
        head.put("first", first);
        head.put(
                "methods",
                methods.names().subList(methodsWritten, methods.names().size()));
        var rows = new LinkedHashMap<String, Object>();
        conversations.forEach(conversation -> conversation.addChanges(rows));
        head.put("sessions", rows);
        head.put("index", columns.json());
        out.write(Json.write(head));
        out.write('\n');
        lines.writeTo(out);
        methodsWritten = methods.names().size();
        first = count;
        columns = new Columns();
        lines.reset();
    }
}
