package io.github.withcdp.internal.lifecycle;

import io.github.withcdp.internal.config.BrowserSource;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.publish.ReportPublisher;
import io.github.withcdp.internal.recording.StoredRecording;
import io.github.withcdp.internal.recording.UnusableRecordingException;
import io.github.withcdp.internal.serve.LoopbackServer;
import io.github.withcdp.internal.serve.Serving;
import io.github.withcdp.internal.util.Loggers;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Serves the tests of a class from their recordings ({@code withcdp.serve}). */
final class TestServer implements AutoCloseable {

    private final GivenRecordings recordings;
    private final Settings settings;
    private final Optional<LoopbackServer> loopback;

    TestServer(GivenRecordings recordings, Settings settings) {
        this.recordings = recordings;
        this.settings = settings;
        this.loopback = settings.source() instanceof BrowserSource.Launch
                ? Optional.of(LoopbackServer.start())
                : Optional.empty();
    }

    /**
     * Return what serves one test, having told what it cannot serve. What is asked for where there is no recording, as by the page of a class
     * of which there is none, is missed.
     *
     * @throws ExtensionConfigurationException if its recording cannot be read
     */
    Serving serve(ExtensionContext context) {
        var test = ReportPublisher.identity(context);
        var serving = recordings.of(test, this::serve).orElseGet(() -> Serving.nothing(recordings.missing(test)));
        serving.warnings(loopback.isPresent())
                .ifPresent(text -> Loggers.of(TestServer.class)
                        .log(System.Logger.Level.WARNING, test.name() + " is served from a recording.\n" + text));
        return serving;
    }

    private Serving serve(Path file) {
        Recording recording;
        try {
            recording = Recording.read(file);
        } catch (IOException unreadable) {
            throw new UnusableRecordingException(String.valueOf(unreadable.getMessage()));
        }
        if (StoredRecording.infoOf(recording).report().path("test").isMissingNode()) {
            throw new UnusableRecordingException(
                    "%s was written by Recording.writeTo, and does not say of which test it is. Give the traffic.jsonl of a report."
                            .formatted(file));
        }
        if (recording.messages().isEmpty()) {
            throw new UnusableRecordingException(
                    "%s has no messages: there is nothing to be served from it. Give the recording of a run in which the test talked to its page."
                            .formatted(file));
        }
        return new Serving(
                recording,
                file.toString(),
                settings.get(Option.SERVE_REPEAT_LAST),
                settings.get(Option.SERVE_AT_ONCE),
                loopback);
    }

    /** Return the switches of a browser that reaches no other server. */
    List<String> switches() {
        return loopback.map(LoopbackServer::switches).orElse(List.of());
    }

    @Override
    public void close() {
        loopback.ifPresent(LoopbackServer::close);
    }
}
