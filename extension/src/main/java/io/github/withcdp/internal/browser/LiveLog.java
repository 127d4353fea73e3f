package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.config.LogSelection;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.redaction.RedactedMessage;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.redaction.Redactor;
import io.github.withcdp.internal.schema.ProtocolSchema;
import io.github.withcdp.internal.schema.Standing;
import io.github.withcdp.internal.transcript.MessageLine;
import io.github.withcdp.internal.util.Loggers;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.MissingNode;

/**
 * Prints the conversation as it happens ({@code withcdp.log}), or writes it to a file ({@code withcdp.log.file}). Follows the recording on a thread of
 * its own, so that nobody waits for a terminal or a disk.
 * Secrets are taken out as far as they are known by then: one that turns up first where nothing gives it away is printed.
 */
final class LiveLog implements AutoCloseable {

    /** How often the thread looks whether the browser has been closed. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    /** How long the output may be stuck before what is left is given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** More than a message has. */
    private static final int UNLIMITED = 1 << 30;

    /** Larger commands hold a body or a file, and are not read for what their params are. */
    private static final int READ = 1 << 20;

    /** The width of the column of ids, as nobody knows yet how long they get. */
    private static final int ID_WIDTH = 4;

    private final MessageRecorder recorder;
    private final LogSelection selection;
    private final Output output;
    private final Redactor redactor;
    private final Map<SessionId, String> types = new HashMap<>(); // of the thread
    private final Thread thread = new Thread(this::run, "withcdp-log");
    private volatile boolean closed;
    private volatile long printed;

    /**
     * Where lines go.
     *
     * @param payload how many characters of what a message says there is room for
     * @param println takes a line
     * @param closing is closed after the last line
     */
    record Output(int payload, Consumer<String> println, Closeable closing) {}

    private LiveLog(MessageRecorder recorder, LogSelection selection, Output output, Redactor redactor) {
        this.recorder = recorder;
        this.selection = selection;
        this.output = output;
        this.redactor = redactor;
    }

    /** Return a log of what a recorder records from now on, to where the settings say; empty if they want none. */
    static Optional<LiveLog> follow(MessageRecorder recorder, Redaction redaction, Settings settings) {
        var file = settings.get(Option.LOG_FILE);
        var selection = settings.get(Option.LOG).orElse(file.isPresent() ? LogSelection.ALL : LogSelection.NOTHING);
        return selection.isOn()
                ? Optional.of(follow(
                        recorder,
                        redaction,
                        selection,
                        file.map(LogFile::append).map(LiveLog::output).orElseGet(LiveLog::standardOutput)))
                : Optional.empty();
    }

    static LiveLog follow(MessageRecorder recorder, Redaction redaction, LogSelection selection, Output output) {
        var log = new LiveLog(recorder, selection, output, redaction.liveRedactor());
        log.thread.setDaemon(true);
        log.thread.start();
        return log;
    }

    // System.out is what is asked for: a log framework would need configuration before it shows anything.
    private static Output standardOutput() {
        var out = System.out;
        return new Output(MessageLine.PAYLOAD, out::println, () -> {});
    }

    /** Lines of a file are as long as they are. */
    private static Output output(LogFile file) {
        return new Output(UNLIMITED, file::println, file);
    }

    private void run() {
        var line = new MessageLine(Duration.ZERO, output.payload(), ID_WIDTH);
        var closing = output.closing();
        try (closing) {
            while (!closed || recorder.position() > printed) {
                if (recorder.awaitBeyond(printed, POLL_INTERVAL)) {
                    long position = recorder.position();
                    for (var messages =
                                    recorder.stream(printed, MessageFilter.ALL).iterator();
                            messages.hasNext(); ) {
                        var message = messages.next();
                        print(message, line);
                        printed = message.sequence() + 1;
                    }
                    printed = Math.max(printed, position); // some may have been given up
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException full) {
            Loggers.of(LiveLog.class)
                    .log(
                            System.Logger.Level.WARNING,
                            "The log (withcdp.log.file) ends here, because it cannot be written",
                            full);
        }
    }

    private void print(RecordedMessage message, MessageLine line) {
        noteType(message);
        var redacted = new RedactedMessage(
                message, redactor.message(message)); // also if it is not shown: it may tell a secret of others
        var type = types.getOrDefault(message.session(), message.session().isBrowser() ? "browser" : "");
        if (selection.includes(message.method(), message.session().value(), type)) {
            output.println().accept(line.line(redacted) + standing(message));
        }
    }

    /** A mark behind what may change without notice or is going to be removed, also if it is a param that is sent; an answer is as its command. */
    private static String standing(RecordedMessage message) {
        if (!message.isCommand() && !message.isEvent()) {
            return "";
        }
        boolean isRead = message.isCommand() && message.json().length() <= READ;
        var standing = Standing.words(
                ProtocolSchema.pinned(),
                message.method(),
                isRead ? message.tree().path("params") : MissingNode.getInstance());
        return standing.isEmpty() ? "" : " (" + standing + ")";
    }

    private void noteType(RecordedMessage message) {
        if (message.isEvent() && message.method().equals("Target.attachedToTarget")) {
            var params = message.tree().path("params");
            types.put(
                    new SessionId(params.path("sessionId").asString("")),
                    params.path("targetInfo").path("type").asString(""));
        } else if (message.isEvent() && message.method().equals("Target.detachedFromTarget")) {
            types.remove(new SessionId(
                    message.tree().path("params").path("sessionId").asString("")));
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
