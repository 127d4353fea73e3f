package io.github.withcdp.internal.session;

import io.github.withcdp.internal.chrome.ChromeLauncher;
import io.github.withcdp.internal.chrome.LaunchOptions;
import io.github.withcdp.internal.chrome.LaunchedChrome;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.transport.WebSocketTransport;
import java.time.Duration;
import java.util.Map;

/** A browser with a port, to which several clients connect, each with a conversation of its own. */
final class SharedChromium implements AutoCloseable {

    /** Records our messages. */
    final MessageRecorder recorder = MessageRecorder.create();

    /** Records the messages of the other client. */
    final MessageRecorder theirRecorder = MessageRecorder.create();

    private final LaunchedChrome chrome = ChromeLauncher.ofThisMachine()
            .launch(LaunchOptions.DEFAULTS.withWebSocket(true).withLimit(Duration.ofSeconds(90)));

    static SharedChromium start() {
        return new SharedChromium();
    }

    /** Connect another client. */
    Conversation converse(MessageRecorder recorderOfIt, boolean ours, String name) {
        return converse(recorderOfIt, ours, name, Pausing.NONE);
    }

    Conversation converse(MessageRecorder recorderOfIt, boolean ours, String name, Pausing pausing) {
        return ChromiumFixture.converse(
                WebSocketTransport.connect(chrome.webSocketUrl().orElseThrow(), Map.of(), ChromiumFixture.LIMIT),
                recorderOfIt,
                ours,
                name,
                pausing);
    }

    int port() {
        return chrome.webSocketUrl().orElseThrow().getPort();
    }

    @Override
    public void close() {
        chrome.close();
        recorder.close();
        theirRecorder.close();
    }
}
