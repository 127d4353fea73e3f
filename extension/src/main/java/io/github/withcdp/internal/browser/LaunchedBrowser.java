package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.chrome.ChromeLauncher;
import io.github.withcdp.internal.chrome.HeadlessMode;
import io.github.withcdp.internal.chrome.LaunchFailure;
import io.github.withcdp.internal.chrome.LaunchOptions;
import io.github.withcdp.internal.chrome.LaunchedChrome;
import io.github.withcdp.internal.config.BrowserSource;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.config.TransportKind;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.download.BrowserDownload;
import io.github.withcdp.internal.report.BrowserDescription;
import io.github.withcdp.internal.transport.PipeTransport;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.internal.transport.WebSocketTransport;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.DetachReason;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A browser that is a process of ours. */
final class LaunchedBrowser implements BrowserHandle {

    private static final Duration EXIT_REASON_LIMIT = Duration.ofSeconds(1);
    private static final int LAST_LINES = 10;
    private static final int LOG_LINES = 1000;

    private final LaunchedChrome chrome;
    private final LaunchOptions options;
    private final Duration connectTimeout;

    private LaunchedBrowser(LaunchedChrome chrome, LaunchOptions options, Duration connectTimeout) {
        this.chrome = chrome;
        this.options = options;
        this.connectTimeout = connectTimeout;
    }

    /**
     * Return a browser that is launched now.
     *
     * @param switches go after those of the settings
     * @param lines is told what it prints
     * @throws ChromeUnavailableException if it does not start; nothing is left running then
     */
    static LaunchedBrowser launch(
            BrowserSource.Launch source, Settings settings, List<String> switches, Consumer<String> lines) {
        var options = options(source, settings, switches);
        return new LaunchedBrowser(
                ChromeLauncher.ofThisMachine().launch(options, lines), options, settings.connectTimeout());
    }

    private static LaunchOptions options(BrowserSource.Launch source, Settings settings, List<String> switches) {
        var options = new LaunchOptions(
                source.executable(),
                switch (source.headless()) {
                    case NEW -> HeadlessMode.NEW;
                    case SHELL -> HeadlessMode.SHELL;
                    case OFF -> HeadlessMode.OFF;
                },
                Stream.concat(source.args().stream(), switches.stream()).toList(),
                source.transport()
                        .map(kind -> kind == TransportKind.WEBSOCKET)
                        .orElseGet(() -> isToBeLookedAt(settings)),
                settings.get(Option.LAUNCH_TIMEOUT));
        return source.executable().isPresent()
                ? options
                : source.download()
                        .map(download -> new DownloadIfMissing(
                                        ChromeLauncher.ofThisMachine()::installed, BrowserDownload::fetch)
                                .complete(options, download))
                        .orElse(options);
    }

    /** Return whether somebody may want its DevTools, which takes a port. Without a console nobody does. */
    private static boolean isToBeLookedAt(Settings settings) {
        return settings.get(Option.PAUSE_ON_FAILURE)
                && BrowserStarter.console().absence().isEmpty();
    }

    @Override
    public Transport connect() {
        return chrome.webSocketUrl().isPresent()
                ? WebSocketTransport.connect(chrome.webSocketUrl().get(), Map.of(), connectTimeout)
                : new PipeTransport(chrome.fromChrome(), chrome.toChrome(), "chrome-" + chrome.pid());
    }

    @Override
    public String place() {
        return chrome.executable().toString();
    }

    @Override
    public Optional<URI> endpoint() {
        return chrome.webSocketUrl();
    }

    @Override
    public boolean isOurs() {
        return true;
    }

    @Override
    public Duration patience() {
        return options.limit();
    }

    @Override
    public ConnectionEnd exitReason(String why) {
        var lastOutput = chrome.lastOutput(LAST_LINES);
        return chrome.exitStatus(EXIT_REASON_LIMIT)
                .map(status -> new ConnectionEnd(DetachReason.BROWSER_GONE, "its process ended: " + status, lastOutput))
                .orElseGet(() -> new ConnectionEnd(DetachReason.CONNECTION_LOST, why, lastOutput));
    }

    @Override
    public String printed() {
        return String.join("\n", chrome.lastOutput(LOG_LINES));
    }

    @Override
    public BrowserDescription description(String version) {
        return new BrowserDescription(
                version,
                place(),
                chrome.sandboxOff().isPresent(),
                chrome.sandboxOff().orElse(""));
    }

    @Override
    public ChromeUnavailableException unavailable(CDPException failure) {
        return LaunchFailure.of(chrome, failure instanceof CommandTimeoutException, options.limit(), failure);
    }

    @Override
    public void close(Runnable goodbye) {
        chrome.close(goodbye::run);
    }

    @Override
    public void close() {
        chrome.close();
    }
}
