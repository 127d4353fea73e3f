package io.github.withcdp.internal.browser;

import io.github.withcdp.Strict;
import io.github.withcdp.internal.config.BrowserSource;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.console.ContinuousIntegration;
import io.github.withcdp.internal.console.DeveloperConsole;
import io.github.withcdp.internal.monitor.LiveMonitor;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.replay.RecordedTest;
import io.github.withcdp.internal.replay.Script;
import io.github.withcdp.internal.report.ReportRemaker;
import io.github.withcdp.internal.schema.Strictness;
import io.github.withcdp.internal.session.Conversation;
import io.github.withcdp.internal.session.ConversationOptions;
import io.github.withcdp.internal.session.Downloads;
import io.github.withcdp.internal.session.PauseConsole;
import io.github.withcdp.internal.session.Pausing;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Gets a browser, from wherever it comes, and begins the conversation with it. */
public final class BrowserStarter {

    /** More than a line for people has. */
    private static final int MOST_SHOWN = 2000;

    private static final AtomicInteger NUMBER = new AtomicInteger(); // for the names of threads

    private static final PauseConsole CONSOLE = DeveloperConsole.ofThisProcess(line -> SafeText.line(line, MOST_SHOWN));

    private final Settings settings;
    private final List<String> switches;
    private final LiveMonitor monitor;

    /**
     * Create one.
     *
     * @param switches further ones of a browser that is launched, before which those of the settings do not count
     * @param monitor shows what is said, if anybody wants to see it
     */
    public BrowserStarter(Settings settings, List<String> switches, LiveMonitor monitor) {
        this.settings = settings;
        this.switches = switches;
        this.monitor = monitor;
    }

    /** Return where whoever runs the tests can be asked to look. */
    static PauseConsole console() {
        return CONSOLE;
    }

    /**
     * Return a browser, with the conversation begun.
     *
     * @throws ChromeUnavailableException if there is none to be had; nothing is left running then
     */
    public RunningBrowser start() {
        if (strictness().commands()) {
            SchemaPreload.begin();
        }
        var redaction = new AtomicReference<Redaction>(settings.redaction());
        var recorder = MessageRecorder.create(
                new ReportRemaker(() -> Objects.requireNonNull(redaction.get())), settings.get(Option.RECORDING_LIMIT));
        try {
            var browser = handle(recorder);
            var withSecretsOfEndpoint = settings.redaction().withValues(browser.secrets());
            redaction.set(withSecretsOfEndpoint);
            return converse(browser, recorder, withSecretsOfEndpoint);
        } catch (RuntimeException failure) {
            recorder.close();
            throw failure;
        }
    }

    /** Return what plays a recording in place of a browser, with the conversation begun. */
    public RunningBrowser replay(RecordedTest test) {
        var script = new Script(test, settings.get(Option.REPLAY_SPEED));
        var redaction = settings.redaction();
        var recorder = MessageRecorder.create(
                new ReportRemaker(() -> redaction), settings.get(Option.RECORDING_LIMIT), script);
        try {
            return converse(new ReplayedBrowser(script), recorder, redaction);
        } catch (RuntimeException failure) {
            recorder.close();
            throw failure;
        }
    }

    private BrowserHandle handle(MessageRecorder recorder) {
        var source = settings.source();
        if (source instanceof BrowserSource.Launch launch) {
            return LaunchedBrowser.launch(launch, settings, switches, line -> watchForLoss(line, recorder));
        }
        if (source instanceof BrowserSource.Attach attach) {
            return AttachedBrowser.find(attach, settings);
        }
        if (source instanceof BrowserSource.Image image) {
            return ContainerBrowser.start(image, settings);
        }
        if (source instanceof BrowserSource.Container container) {
            return ContainerBrowser.start(container, settings);
        }
        if (source instanceof BrowserSource.Grid grid) {
            return GridBrowser.start(grid, settings);
        }
        throw new IllegalStateException("nobody gets a browser from " + source);
    }

    private RunningBrowser converse(BrowserHandle browser, MessageRecorder recorder, Redaction redaction) {
        try {
            return converse(browser, recorder, browser.connect(), redaction);
        } catch (RuntimeException failure) {
            browser.close();
            throw failure;
        }
    }

    private RunningBrowser converse(
            BrowserHandle browser, MessageRecorder recorder, Transport transport, Redaction redaction) {
        var log = LiveLog.follow(recorder, redaction, settings);
        MonitorStart.of(settings, ContinuousIntegration.isHere(), CONSOLE::remark)
                .open(monitor);
        var watched = monitor.watch(recorder, redaction);
        recorder.describedBy(new OwnProtocol(browser::protocol));
        try {
            var conversation = Conversation.open(
                    transport,
                    recorder,
                    new ConversationOptions(
                            settings.get(Option.TIMEOUT),
                            settings.get(Option.ASSERTION_TIMEOUT),
                            settings.get(Option.DOMAINS),
                            settings.get(Option.AUTO_ATTACH),
                            browser.isOurs(),
                            new Downloads(settings.get(Option.DOWNLOADS)),
                            new Pausing(CONSOLE, new DevToolsFrontEnd(browser.endpoint()), this::monitorForPause),
                            settings.get(Option.FILM),
                            strictness()),
                    browser.patience(),
                    browser::exitReason,
                    Integer.toString(NUMBER.incrementAndGet()),
                    browser::inspector);
            return new RunningBrowser(conversation, recorder, browser, log, redaction, watched);
        } catch (CDPException failure) {
            log.ifPresent(LiveLog::close);
            watched.end();
            throw browser.unavailable(failure);
        }
    }

    private Strictness strictness() {
        var strict = settings.get(Option.STRICT);
        return Strictness.of(strict != Strict.OFF, strict == Strict.FAIL, settings.get(Option.STRICT_ALLOW));
    }

    /** Open the monitor, if it is not open: where somebody can press Enter, somebody can look. */
    private Optional<String> monitorForPause() {
        monitor.open(settings.get(Option.MONITOR_PORT), line -> {}); // the pause shows where it is
        return monitor.address();
    }

    /** Mark the recording as incomplete if Chrome prints that it drops messages, as it does when a client is too slow to read; it tells nowhere else. */
    private static void watchForLoss(String line, MessageRecorder recorder) {
        if (line.contains("Too large write data is pending")) {
            recorder.markIncomplete(
                    "Chrome dropped messages, because more than the 256 MiB that it keeps were waiting to be read: "
                            + line);
        }
    }
}
