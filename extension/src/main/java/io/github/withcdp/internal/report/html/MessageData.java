package io.github.withcdp.internal.report.html;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The messages of a recording, as a page has them: raw in blocks, and what is known of each in columns. */
public final class MessageData {

    private final List<RecordedMessage> messages;
    private final Microseconds clock;
    private final MessageBlocks blocks;

    private final NumberColumn sequences;
    private final NumberColumn at;
    private final NumberColumn method;
    private final NumberColumn session;
    private final NumberColumn id;
    private final NumberColumn partner;
    private final NumberColumn size;
    private final StringBuilder kinds;
    private final TreeSet<Integer> failed = new TreeSet<>();

    private final Partners partners = new Partners();
    private final NameIndex methods = new NameIndex();
    private final SessionList sessions = new SessionList();
    private final FilmStrip film = new FilmStrip();

    /** Create the data of messages, which are read one by one. */
    public MessageData(List<RecordedMessage> messages, Microseconds clock, HtmlPage page) {
        this.messages = messages;
        this.clock = clock;
        blocks = new MessageBlocks(page);
        int count = messages.size();
        sequences = new NumberColumn(count);
        at = new NumberColumn(count);
        method = new NumberColumn(count);
        session = new NumberColumn(count);
        id = new NumberColumn(count);
        partner = new NumberColumn(count);
        size = new NumberColumn(count);
        kinds = new StringBuilder(count);
    }

    /** Take note of a session's target, as last reported. */
    public void target(SessionId session, String targetId, String type, String url) {
        sessions.target(session, targetId, type, url);
    }

    /** Write a message to the page, and take note of it. */
    public void add(RecordedMessage message) throws IOException {
        int index = kinds.length();
        size.add(blocks.add(message.json()));
        long time = clock.micros(message.elapsed());
        sequences.add(message.sequence());
        at.add(time);
        method.add(methods.of(message.method()));
        session.add(sessions.numberOf(message.session()));
        id.add(message.id().orElse(0));
        int command = partners.of(message, index);
        partner.add(command);
        if (command >= 0) {
            partner.set(command, index);
        }
        kinds.append(kind(message));
        sessions.look(message, time);
        film.look(message, index, sessions.numberOf(message.session()), time);
    }

    /** Take note that the message with this sequence tells of something that went wrong. */
    public void failed(long sequence) {
        int index = indexOf(sequence);
        if (index >= 0) {
            failed.add(index);
        }
    }

    /** Return the letter by which a page knows a kind of message: command, answer, event, other. */
    static char kind(RecordedMessage message) {
        if (message.isCommand()) {
            return 'c';
        }
        if (message.isAnswer()) {
            return 'a';
        }
        return message.isEvent() ? 'e' : 'o';
    }

    /** Write the last block of messages. */
    public void end() throws IOException {
        blocks.end();
    }

    /** Write the columns. */
    public void writeIndex(OutputStream out) throws IOException {
        ascii(out, "{\"count\":" + count() + ",\"at\":");
        at.writeStepsTo(out);
        ascii(out, ",\"sequence\":");
        sequences.writeStepsTo(out);
        ascii(out, ",\"kind\":\"" + kinds + "\",\"method\":");
        method.writeTo(out);
        ascii(out, ",\"session\":");
        session.writeTo(out);
        ascii(out, ",\"id\":");
        id.writeTo(out);
        ascii(out, ",\"partner\":");
        partner.writeTo(out);
        ascii(out, ",\"failed\":" + failed.toString().replace(" ", "") + ",\"size\":");
        size.writeTo(out);
        ascii(out, "}");
    }

    private static void ascii(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Return how many messages were added. */
    public int count() {
        return kinds.length();
    }

    /** Return the index of the message with this sequence, -1 if it is not among them. */
    public int indexOf(long sequence) {
        return sequences.indexOf(sequence);
    }

    /** Return the index of the first message after a moment, -1 if there is none. */
    public int firstAfter(Duration elapsed) {
        return at.firstAbove(clock.micros(elapsed));
    }

    /** Return when the last message came, in microseconds since the begin of the test; 0 if there is none. */
    public long last() {
        return count() == 0 ? 0 : at.get(count() - 1);
    }

    /** Return the number by which the data call a session. */
    public int numberOf(SessionId id) {
        return sessions.numberOf(id);
    }

    /** Return the methods in the order of their numbers. */
    public List<String> methods() {
        return methods.names();
    }

    /** Return the sessions in the order of their numbers. */
    public List<Map<String, Object>> sessions() {
        return sessions.list();
    }

    /** Return some of the pictures that were taken while the test ran. */
    public List<Map<String, Object>> film() {
        return film.list(messages);
    }

    /** Return how many messages there are of each kind. */
    public Map<String, Object> numbers() {
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put("messages", count());
        numbers.put("commands", count('c'));
        numbers.put("answers", count('a'));
        numbers.put("events", count('e'));
        numbers.put("others", count('o'));
        return numbers;
    }

    private int count(char kind) {
        return (int) kinds.chars().filter(one -> one == kind).count();
    }
}
