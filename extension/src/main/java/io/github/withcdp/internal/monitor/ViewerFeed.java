package io.github.withcdp.internal.monitor;

import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.redaction.RedactedMessage;
import io.github.withcdp.internal.redaction.Redactor;
import io.github.withcdp.internal.report.html.LiveMessages;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one viewer is sent, from the first message on. It reads on where it was whenever the viewer has taken what it was sent, so a viewer that is slow
 * costs nothing but its own time; of what the recording has given up meanwhile it is told how much it missed.
 */
final class ViewerFeed {

    /** How often it is looked whether there is more. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    /** After how many of these in which there was nothing a line without content finds out whether somebody is still there. */
    private static final int IDLE_POLLS = 100;

    private final WatchedRun run;
    private final LiveMessages messages = new LiveMessages();
    private final Map<WatchedBrowser, Reading> readings = new LinkedHashMap<>();
    private final Map<Integer, Map<String, Object>> knownTests = new HashMap<>();
    private long knownChanges = -1;
    private long missed;

    ViewerFeed(WatchedRun run) {
        this.run = run;
    }

    /** How far the messages of one browser have been read. */
    private final class Reading {

        private final WatchedBrowser browser;
        private final Redactor redactor;
        private final LiveMessages.Conversation conversation;
        private long next;

        Reading(WatchedBrowser browser) {
            this.browser = browser;
            redactor = browser.redaction().liveRedactor();
            conversation = messages.conversation(browser.number(), run.origin(browser.recorder()));
        }

        /** Read on until there is enough for a portion, or nothing more. */
        void read() {
            long position = browser.recorder().position();
            if (position <= next) {
                return;
            }
            var found = browser.recorder().stream(next, MessageFilter.ALL).iterator();
            while (!messages.isFull()) {
                if (!found.hasNext()) {
                    skipTo(position);
                    return;
                }
                var message = found.next();
                skipTo(message.sequence());
                var test = browser.testOf(message);
                boolean byHand = message.isCommand()
                        && test.filter(each -> each.hasSentByHand(message)).isPresent();
                conversation.add(
                        new RedactedMessage(message, redactor.message(message)),
                        test.map(WatchedTest::number).orElse(-1),
                        byHand);
                next = message.sequence() + 1;
            }
        }

        /** Those in between are not there any more. */
        private void skipTo(long sequence) {
            missed += Math.max(0, sequence - next);
            next = Math.max(next, sequence);
        }

        boolean isOver() {
            return browser.isOver() && browser.recorder().position() <= next;
        }
    }

    /**
     * Send what there is and what comes, until the run is over.
     *
     * @throws IOException if the viewer has gone
     */
    void writeTo(OutputStream out) throws IOException, InterruptedException {
        int idle = 0;
        boolean over = false;
        while (true) {
            boolean sent = sendPortion(out);
            if (!sent && over) {
                break;
            }
            idle = sent ? 0 : idle + 1;
            if (idle == IDLE_POLLS) {
                out.write('\n');
                out.flush();
                idle = 0;
            }
            over = sent ? over : run.awaitEnd(POLL_INTERVAL);
        }
        messages.writeTo(out, Map.of("over", true));
        out.flush();
    }

    private boolean sendPortion(OutputStream out) throws IOException {
        long changes = run.changes();
        run.browsers().forEach(browser -> readings.computeIfAbsent(browser, Reading::new));
        readings.values().forEach(Reading::read);
        if (messages.isEmpty() && changes == knownChanges) {
            return false;
        }
        messages.writeTo(out, Map.of("tests", testChanges(), "missed", missed));
        out.flush();
        knownChanges = changes;
        if (readings.keySet().size() > run.browsers().size()) {
            readings.values()
                    .removeIf(reading -> reading.isOver() && !run.browsers().contains(reading.browser));
        }
        return true;
    }

    private List<Map<String, Object>> testChanges() {
        var rows = new ArrayList<Map<String, Object>>();
        readings.values()
                .forEach(reading -> reading.browser.tests().forEach(test -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("number", test.number());
                    row.put("name", reading.redactor.text(test.name()));
                    row.put("browser", reading.browser.number());
                    row.put("over", test.isOver());
                    if (!row.equals(knownTests.put(test.number(), row))) {
                        rows.add(row);
                    }
                }));
        return rows;
    }
}
