package io.github.withcdp.internal.lifecycle;

import static io.github.withcdp.internal.lifecycle.ConfigurationErrors.translated;

import io.github.withcdp.internal.browser.BrowserStarter;
import io.github.withcdp.internal.browser.ProtocolDescriptions;
import io.github.withcdp.internal.browser.RunningBrowser;
import io.github.withcdp.internal.config.BrowserSource;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.monitor.LiveMonitor;
import io.github.withcdp.internal.publish.ReportPublisher;
import io.github.withcdp.internal.recording.TestIdentity;
import io.github.withcdp.internal.replay.RecordedTest;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The browser of one class, in the store of that class. Started when first needed, closed with the class;
 * after one has died the next test that needs one gets another.
 */
final class BrowserFixture implements AutoCloseable {

    private final Settings settings;
    private final Optional<TestServer> server;
    private final TestCount tests;
    private final ProtocolDescriptions protocols;
    private final ReportPublisher publisher;
    private final Optional<GivenRecordings> recordings;
    private final LiveMonitor monitor;
    private @Nullable RunningBrowser browser; // guarded by this
    private @Nullable ChromeUnavailableException refusal; // guarded by this

    /** Those that have died; tests that were running then have yet to report what was said to them. Guarded by this. */
    private final List<RunningBrowser> former = new ArrayList<>();

    BrowserFixture(
            Settings settings,
            TestCount tests,
            ProtocolDescriptions protocols,
            Optional<GivenRecordings> recordings,
            LiveMonitor monitor) {
        this.monitor = monitor;
        this.settings = settings;
        this.recordings = recordings;
        this.server = settings.isReplay()
                ? Optional.empty()
                : recordings.map(testRecordings -> new TestServer(testRecordings, settings));
        this.tests = tests;
        this.protocols = protocols;
        this.publisher = new ReportPublisher(settings);
    }

    Settings settings() {
        return settings;
    }

    /** Return what serves tests from their recordings; empty as a rule. */
    Optional<TestServer> server() {
        return server;
    }

    /** Return what tests are replayed or served from; empty as a rule. */
    Optional<GivenRecordings> recordings() {
        return recordings;
    }

    /** Return what browsers say about their protocol. */
    ProtocolDescriptions protocols() {
        return protocols;
    }

    /** Return what writes the reports of the class. */
    ReportPublisher publisher() {
        return publisher;
    }

    /** Return how many tests may still come. */
    TestCount tests() {
        return tests;
    }

    /**
     * Return a browser that can be talked to by a test. If it {@linkplain RunningBrowser#isOfOneTest() is of one test}, it is the caller's to close.
     *
     * @throws ChromeUnavailableException if there is none to be had; a launch that failed once is not tried for every test again
     * @throws ExtensionConfigurationException if what is asked for no earlier than now cannot be, such as the endpoint of a supplier
     */
    synchronized RunningBrowser browser(Supplier<TestIdentity> test) {
        if (settings.isReplay()) {
            return new BrowserStarter(settings, List.of(), monitor).replay(recorded(test.get()));
        }
        if (refusal != null && !(settings.source() instanceof BrowserSource.Attach)) {
            throw new ChromeUnavailableException(String.valueOf(refusal.getMessage()), refusal);
        }
        var current = browser;
        if (current != null && current.conversation().isOpen()) {
            return current;
        }
        if (current != null) {
            current.end();
            former.add(current);
            browser = null;
        }
        try {
            var started = translated(() -> new BrowserStarter(settings, switches(), monitor).start());
            browser = started.isOfOneTest() ? null : started; // else the fixture of the test closes it
            return started;
        } catch (ChromeUnavailableException failure) {
            refusal = failure;
            throw failure;
        }
    }

    private RecordedTest recorded(TestIdentity test) {
        var testRecordings = recordings.orElseThrow();
        return testRecordings
                .of(test, RecordedTest::read)
                .orElseThrow(() -> new ChromeUnavailableException(testRecordings.missing(test)));
    }

    private List<String> switches() {
        return server.map(TestServer::switches).orElse(List.of());
    }

    @Override
    public synchronized void close() {
        former.forEach(RunningBrowser::close);
        if (browser != null) {
            browser.close();
            browser = null;
        }
        server.ifPresent(TestServer::close);
    }
}
