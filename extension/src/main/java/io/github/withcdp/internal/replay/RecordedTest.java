package io.github.withcdp.internal.replay;

import io.github.withcdp.internal.recording.RecordingInfo;
import io.github.withcdp.internal.recording.StoredRecording;
import io.github.withcdp.internal.recording.UnusableRecordingException;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The recording of one test, whole, with what its report knew of the test. */
public final class RecordedTest {

    private final Path file;
    private final RecordingInfo info;
    private final List<RecordedMessage> messages;
    private final Optional<Page> pageBeforeTest;
    private final OptionalLong endedAt;
    private final String browserContext;

    private RecordedTest(Path file, RecordingInfo info, List<RecordedMessage> messages) {
        this.file = file;
        this.info = info;
        this.messages = messages;
        this.pageBeforeTest = pageBeforeTest(info.report(), messages);
        this.endedAt = endedAt(info.report(), messages);
        this.browserContext = pageBeforeTest.isPresent() ? anyContext(messages) : "";
    }

    /**
     * The page of a test.
     *
     * @param waited whether it waited to be told to run
     */
    record Page(String session, String targetId, boolean waited) {}

    /**
     * Read a recording.
     *
     * @throws UnusableRecordingException if it cannot be replayed
     */
    public static RecordedTest read(Path file) {
        Recording recording;
        try {
            recording = Recording.read(file);
        } catch (IOException unreadable) {
            throw refused(file, "cannot be read: " + unreadable.getMessage());
        }
        if (!recording.isComplete()) {
            throw refused(
                    file,
                    "is not complete: %s Nobody knows what the browser said then: take the recording of another run"
                            .formatted(sentence(recording.incompleteBecause())));
        }
        var info = StoredRecording.infoOf(recording);
        var sessions = info.report().path("sessions");
        if (!sessions.isArray()) {
            throw refused(
                    file,
                    "was written by Recording.writeTo, and does not say of which test and which pages it is: take the traffic.jsonl of a report");
        }
        if (sessions.isEmpty() || recording.messages().isEmpty()) {
            throw refused(
                    file,
                    "has no %s: there is nothing to be replayed. Take the recording of a run in which the test talked to its page"
                            .formatted(sessions.isEmpty() ? "page" : "messages"));
        }
        for (var session : sessions) {
            if (session.path("session").asString("").isEmpty()) {
                throw refused(
                        file,
                        "is of a connection to one target alone, of Node.js for example, of which only browsers can be replayed");
            }
        }
        return new RecordedTest(file, info, recording.messages());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static UnusableRecordingException refused(Path file, String why) {
        return new UnusableRecordingException(
                "The recording %s cannot be replayed, because it %s".formatted(file, why));
    }

    /** Return the page for which the recording does not say how it was made: it was there before the test. */
    private static Optional<Page> pageBeforeTest(JsonNode report, List<RecordedMessage> messages) {
        var attached = messages.stream()
                .filter(message -> message.method().equals("Target.attachedToTarget") && message.isEvent())
                .map(message -> message.tree().path("params").path("sessionId").asString(""))
                .toList();
        return StreamSupport.stream(report.path("sessions").spliterator(), false)
                .filter(session -> session.path("type").asString("").equals("page"))
                .filter(session -> !attached.contains(session.path("session").asString("")))
                .findFirst()
                .map(session -> page(session, messages));
    }

    private static Page page(JsonNode session, List<RecordedMessage> messages) {
        var id = session.path("session").asString("");
        boolean waited = messages.stream()
                .takeWhile(message -> !message.method().equals("Page.navigate"))
                .anyMatch(message -> message.direction() == Direction.SENT
                        && message.session().value().equals(id)
                        && message.method().equals("Runtime.runIfWaitingForDebugger"));
        return new Page(id, session.path("targetId").asString(""), waited);
    }

    /** Return the browser context that the recording names, as that of popups; if it names none, nobody minds what it is called. */
    private static String anyContext(List<RecordedMessage> messages) {
        for (var message : messages) {
            if (message.method().startsWith("Target.") || message.method().startsWith("Browser.")) {
                var found = message.tree().findValuesAsString("browserContextId");
                if (!found.isEmpty()) {
                    return found.get(0);
                }
            }
        }
        return Asides.madeUpId("context");
    }

    /** Return where it was read from. */
    public Path file() {
        return file;
    }

    /** Return what the browser called itself. */
    public String browser() {
        return info.browser();
    }

    List<RecordedMessage> messages() {
        return messages;
    }

    /** Return the class and the method, for people. */
    public String name() {
        var test = info.report().path("test");
        var method = test.path("methodName").asString("");
        return test.path("className").asString("") + (method.isEmpty() ? "" : "." + method);
    }

    /** Return whether the recording does not say how the page of the test was made. */
    boolean lacksItsPage() {
        return pageBeforeTest.isPresent();
    }

    Page page() {
        return pageBeforeTest.orElseThrow();
    }

    String browserContext() {
        return browserContext;
    }

    /** Return when the test failed, or its pages were looked at after it had passed, in nanoseconds of the recording; empty if neither was. */
    OptionalLong endedAt() {
        return endedAt;
    }

    private static OptionalLong endedAt(JsonNode report, List<RecordedMessage> messages) {
        var failedAt = report.path("failedAt");
        if (failedAt.isIntegralNumber() && failedAt.canConvertToLong()) {
            return OptionalLong.of(failedAt.longValue());
        }
        int screenshot = report.path("screenshots").path(0).path("command").asInt(0);
        return messages.stream()
                .filter(message -> message.isCommand() && message.id().orElse(0) == screenshot)
                .mapToLong(message -> message.elapsed().toNanos())
                .findFirst();
    }

    /** Return what counted as second 0 of the test, in the time of the recording. */
    Duration origin() {
        return Duration.ofNanos(info.report().path("origin").asLong(0));
    }

    @Override
    public String toString() {
        return name() + " in " + file;
    }
}
