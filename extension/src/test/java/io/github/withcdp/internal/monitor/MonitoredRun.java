package io.github.withcdp.internal.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.session.CDPSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run with a monitor, and with a browser that says what it is told to. */
final class MonitoredRun implements AutoCloseable {

    final LiveMonitor monitor = new LiveMonitor();
    final MessageRecorder recorder = MessageRecorder.create();
    final WatchedBrowser browser = monitor.watch(recorder, Redaction.DEFAULT);
    final List<String> announced = new ArrayList<>();

    MonitoredRun() {
        monitor.open(Optional.empty(), announced::add);
    }

    String address() {
        return monitor.address().orElseThrow();
    }

    /** Have a page attached. */
    void attach(String session, String url) {
        event(
                "",
                "Target.attachedToTarget",
                "{\"sessionId\":\"%s\",\"targetInfo\":{\"targetId\":\"T-%1$s\",\"type\":\"page\",\"url\":\"%s\"}}"
                        .formatted(session, url));
    }

    void command(int id, String session, String method, String params) {
        record(
                Direction.SENT,
                session,
                method,
                id,
                "{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, params));
    }

    void answer(int id, String session, String method, String result) {
        record(Direction.RECEIVED, session, method, id, "{\"id\":%d,\"result\":%s}".formatted(id, result));
    }

    void refusal(int id, String session, String method, String message) {
        record(
                Direction.RECEIVED,
                session,
                method,
                id,
                "{\"id\":%d,\"error\":{\"code\":-32000,\"message\":\"%s\"}}".formatted(id, message));
    }

    void event(String session, String method, String params) {
        record(Direction.RECEIVED, session, method, 0, "{\"method\":\"%s\",\"params\":%s}".formatted(method, params));
    }

    private void record(Direction direction, String session, String method, int id, String json) {
        var bytes = json.getBytes(UTF_8);
        recorder.record(direction, new SessionId(session), method, id, bytes, 0, bytes.length);
    }

    /** Wait until something is so in a page. */
    static void await(CDPSession page, String expression) {
        page.evaluate("new Promise(done => { const look = () => (%s) ? done() : setTimeout(look, 20); look(); })"
                .formatted(expression));
    }

    /** Wait until the viewer has taken in so many messages. */
    static void awaitMessages(CDPSession viewer, int count) {
        await(
                viewer,
                "document.body.dataset.messages === \"" + count
                        + "\" && document.querySelector('.messages-view')?.dataset.state === 'done'");
    }

    /** Return the rows that are in sight: method, and what the message says. */
    static List<String> rows(CDPSession viewer) {
        var rows = new ArrayList<String>();
        viewer.evaluate(
                        "[...document.querySelectorAll('.messages-view .rows .row')].sort((a, b) => a.dataset.index - b.dataset.index).map(row => row.querySelector('.method').textContent + ' ' + row.querySelector('.payload').textContent)")
                .forEach(row -> rows.add(row.asString("")));
        return rows;
    }

    @Override
    public void close() {
        monitor.close();
        recorder.close();
    }
}
