package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.redaction.RedactedMessage;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.redaction.Redactor;
import io.github.withcdp.internal.transcript.MessageLine;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Prints the conversation as it happens ({@code withcdp.log}). Follows the recording on a thread of its own, so that nobody waits for a terminal.
 * Secrets are taken out as far as they are known by then: one that turns up first where nothing gives it away is printed.
 */
final class LiveLog implements AutoCloseable {

    /** How often the thread looks whether the browser has been closed. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    /** How long the output may be stuck before what is left is given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MessageRecorder recorder;
    private final PrintStream out;
    private final Redactor redactor;
    private final Thread thread = new Thread(this::run, "withcdp-log");
    private volatile boolean closed;
    private volatile long printed;

    private LiveLog(MessageRecorder recorder, PrintStream out, Redactor redactor) {
        this.recorder = recorder;
        this.out = out;
        this.redactor = redactor;
    }

    /** Return a log that prints what a recorder records from now on, to the standard output. */
    // System.out is what is asked for: a log framework would need configuration before it shows anything.
    static LiveLog follow(MessageRecorder recorder, Redaction redaction) {
        return follow(recorder, redaction, System.out);
    }

    static LiveLog follow(MessageRecorder recorder, Redaction redaction, PrintStream out) {
        var log = new LiveLog(recorder, out, redaction.liveRedactor());
        log.thread.setDaemon(true);
        log.thread.start();
        return log;
    }

    private void run() {
        var line = new MessageLine(Duration.ZERO);
        try {
            while (!closed || recorder.position() > printed) {
                if (recorder.awaitBeyond(printed, POLL_INTERVAL)) {
                    long position = recorder.position();
                    for (var messages =
                                    recorder.stream(printed, MessageFilter.ALL).iterator();
                            messages.hasNext(); ) {
                        var message = messages.next();
                        out.println(line.line(new RedactedMessage(message, redactor.message(message))));
                        printed = message.sequence() + 1;
                    }
                    printed = Math.max(printed, position); // some may have been given up
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Print what is left, however long that takes, unless the output takes nothing any more; and end. */
    @Override
    public void close() {
        closed = true;
        try {
            long printedBefore;
            do {
                printedBefore = printed;
                thread.join(PATIENCE.toMillis());
            } while (thread.isAlive() && printed > printedBefore);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
