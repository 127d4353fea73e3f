package io.github.withcdp;

import io.github.withcdp.chrome.ChromeLauncher;
import io.github.withcdp.chrome.HeadlessMode;
import io.github.withcdp.chrome.LaunchOptions;
import io.github.withcdp.chrome.LaunchedChrome;
import io.github.withcdp.connection.ConnectionEnd;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.recording.internal.MessageRecorder;
import io.github.withcdp.report.ReportRemaker;
import io.github.withcdp.session.internal.Conversation;
import io.github.withcdp.session.internal.ConversationOptions;
import io.github.withcdp.session.internal.Downloads;
import io.github.withcdp.transport.DevToolsEndpoint;
import io.github.withcdp.transport.PipeTransport;
import io.github.withcdp.transport.Transport;
import io.github.withcdp.transport.WebSocketTransport;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Gets a browser, by launching one or by attaching to one, and begins the conversation with it. */
final class BrowserStarter {

    private static final AtomicInteger NUMBER = new AtomicInteger(); // for the names of threads

    private static final Duration OBITUARY_LIMIT = Duration.ofSeconds(1);
    private static final int LAST_WORDS = 10;

    private final Settings settings;

    BrowserStarter(Settings settings) {
        this.settings = settings;
    }

    /**
     * Get a browser.
     *
     * @throws ChromeUnavailableException if there is none to be had; nothing is left running then
     */
    RunningBrowser start() {
        var endpoint = settings.endpoint();
        return endpoint.isPresent() ? attach(endpoint.get()) : launch();
    }

    private RunningBrowser launch() {
        var recorder = MessageRecorder.create(new ReportRemaker(settings.redaction()));
        var chrome = ChromeLauncher.ofThisMachine().launch(launchOptions(), line -> watchForLoss(line, recorder));
        try {
            var transport = chrome.webSocketUrl().isPresent()
                    ? WebSocketTransport.connect(chrome.webSocketUrl().get(), Map.of(), settings.connectTimeout())
                    : new PipeTransport(chrome.fromChrome(), chrome.toChrome(), "chrome-" + chrome.pid());
            return converse(
                    transport,
                    recorder,
                    Optional.of(chrome),
                    chrome.webSocketUrl(),
                    chrome.executable().toString(),
                    why -> obituary(chrome, why),
                    () -> ProtocolQuestion.ask(chrome, launchOptions()));
        } catch (RuntimeException failure) {
            chrome.close();
            recorder.close();
            throw failure;
        }
    }

    private LaunchOptions launchOptions() {
        return new LaunchOptions(
                settings.executable(),
                switch (settings.headless()) {
                    case NEW -> HeadlessMode.NEW;
                    case SHELL -> HeadlessMode.SHELL;
                    case OFF -> HeadlessMode.OFF;
                },
                settings.args(),
                settings.transport()
                        .filter(kind -> kind == TransportKind.WEBSOCKET)
                        .isPresent(),
                settings.launchTimeout());
    }

    private RunningBrowser attach(Supplier<String> where) {
        var endpoint = DevToolsEndpoint.parse(where.get());
        var url = endpoint.webSocketUrl(settings.connectTimeout());
        var recorder = MessageRecorder.create(new ReportRemaker(settings.redaction()));
        try {
            var transport = WebSocketTransport.connect(url, Map.of(), settings.connectTimeout());
            return converse(
                    transport,
                    recorder,
                    Optional.empty(),
                    Optional.of(url),
                    endpoint.display(),
                    why -> new ConnectionEnd(DetachReason.CONNECTION_LOST, why),
                    () -> ProtocolQuestion.ask(url));
        } catch (RuntimeException failure) {
            recorder.close();
            throw failure;
        }
    }

    private RunningBrowser converse(
            Transport transport,
            MessageRecorder recorder,
            Optional<LaunchedChrome> process,
            Optional<URI> endpoint,
            String place,
            Function<String, ConnectionEnd> obituary,
            Supplier<JsonNode> protocol) {
        var log = settings.log()
                ? Optional.of(LiveLog.follow(recorder, settings.redaction()))
                : Optional.<LiveLog>empty();
        try {
            var conversation = Conversation.open(
                    transport,
                    recorder,
                    new ConversationOptions(
                            settings.timeout(),
                            settings.domains(),
                            settings.autoAttach(),
                            process.isPresent(),
                            new Downloads(settings.downloads())),
                    process.isPresent() ? settings.launchTimeout() : settings.connectTimeout(),
                    obituary,
                    Integer.toString(NUMBER.incrementAndGet()));
            return new RunningBrowser(conversation, recorder, process, endpoint, place, log, protocol);
        } catch (CDPException failure) {
            log.ifPresent(LiveLog::close);
            if (process.isPresent()) {
                throw process.get()
                        .unavailable(failure instanceof CommandTimeoutException, settings.launchTimeout(), failure);
            }
            throw new ChromeUnavailableException(
                    "Cannot talk to the browser at %s: %s".formatted(place, failure.getMessage()), failure);
        }
    }

    private static ConnectionEnd obituary(LaunchedChrome chrome, String why) {
        var words = chrome.lastWords(LAST_WORDS);
        var said = words.isEmpty() ? "" : "; the last it printed:\n  " + String.join("\n  ", words);
        return chrome.exitStatus(OBITUARY_LIMIT)
                .map(status -> new ConnectionEnd(DetachReason.BROWSER_GONE, "its process ended: " + status + said))
                .orElseGet(() -> new ConnectionEnd(DetachReason.CONNECTION_LOST, why + said));
    }

    /** Chrome drops messages that a client is too slow to read, and only tells it here. */
    private static void watchForLoss(String line, MessageRecorder recorder) {
        if (line.contains("Too large write data is pending")) {
            recorder.markIncomplete(
                    "Chrome dropped messages, because more than the 256 MiB that it keeps were waiting to be read: "
                            + line);
        }
    }
}
