package io.github.withcdp.internal.lifecycle;

import io.github.withcdp.ReportMode;
import io.github.withcdp.internal.browser.ProtocolDescriptions;
import io.github.withcdp.internal.browser.RunningBrowser;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.config.UnusedCommands;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.monitor.WatchedTest;
import io.github.withcdp.internal.publish.ReportPublisher;
import io.github.withcdp.internal.recording.TestIdentity;
import io.github.withcdp.internal.replay.Script;
import io.github.withcdp.internal.report.ProtocolDescription;
import io.github.withcdp.internal.serve.ServedTally;
import io.github.withcdp.internal.serve.Serving;
import io.github.withcdp.internal.session.BodyCapture;
import io.github.withcdp.internal.session.Capture;
import io.github.withcdp.internal.session.PreparedPage;
import io.github.withcdp.internal.session.Scope;
import io.github.withcdp.internal.util.Loggers;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The part of a browser that one test uses, or one class in its {@code @BeforeAll}; in the store of its context. Begins with the first parameter. */
final class TestFixture implements AutoCloseable {

    private final Owner owner;
    private final RunningBrowser browser;
    private final Settings settings;
    private final ProtocolDescriptions protocols;
    private final ReportPublisher publisher;
    private final Duration origin;
    private final Scope scope;
    private final FaultJudge judge;
    private final WatchedTest watched;
    private @Nullable Throwable handlerFailure; // guarded by this
    private @Nullable Throwable faults; // guarded by this
    private FailureState failure = FailureState.NONE; // guarded by this
    private @Nullable String context; // guarded by this
    private @Nullable CDPSession page; // guarded by this
    private @Nullable Capture capture; // guarded by this
    private Duration capturedAt = Duration.ZERO; // guarded by this

    private TestFixture(Owner owner, RunningBrowser browser, BrowserFixture browsers, @Nullable PreparedPage prepared) {
        this.owner = owner;
        this.browser = browser;
        this.settings = browsers.settings();
        this.protocols = browsers.protocols();
        this.publisher = browsers.publisher();
        this.origin = browser.recorder().elapsed();
        if (prepared == null) {
            scope = browser.conversation().newScope();
        } else {
            scope = prepared.scope();
            context = prepared.context();
            page = prepared.page();
        }
        this.judge = new FaultJudge(settings, scope);
        this.watched = browser.watched().begin(owner.name(), scope);
        owner.serving().ifPresent(scope::intercept);
    }

    /**
     * The test or class that a fixture belongs to.
     *
     * @param uniqueId of the test or class, as JUnit has it
     * @param name of it for people
     * @param isClass whether it is a class
     * @param serving answers its requests from a recording; empty as a rule
     * @param beforeEnd what is done with the fixture before it ends
     * @param identity how recordings know it
     */
    record Owner(
            String uniqueId,
            String name,
            boolean isClass,
            Optional<Serving> serving,
            Consumer<TestFixture> beforeEnd,
            Supplier<TestIdentity> identity) {}

    /** Return a fixture with the page that was prepared, if any; it is the one that most tests ask for. */
    static TestFixture withPage(Owner owner, BrowserFixture browsers) {
        if (browsers.settings().get(Option.JOIN_PAGE) || owner.serving().isPresent()) {
            return withoutPage(owner, browsers);
        }
        var browser = browsers.browser(owner.identity());
        try {
            return withPage(owner, browsers, browser);
        } catch (CDPException refused) {
            if (refused instanceof CommandTimeoutException
                    && browser.isOurs()) { // frozen, and would be so for each test that comes
                Loggers.of(TestFixture.class)
                        .log(
                                System.Logger.Level.WARNING,
                                "The browser is ended, and another one started: {0}",
                                refused.getMessage());
                browser.end();
            }
            if (browser.conversation().isOpen()) {
                throw refused;
            }
            return withPage(
                    owner, browsers, browsers.browser(owner.identity())); // it died of what the test before has done
        }
    }

    private static TestFixture withPage(Owner owner, BrowserFixture browsers, RunningBrowser browser) {
        if (browser.isOfOneTest()) { // its page, if it has one, is there already
            return new TestFixture(owner, browser, browsers, null);
        }
        var fixture = new TestFixture(owner, browser, browsers, browser.takePage());
        if (browsers.tests().begin()) {
            browser.prepareNextPage();
        }
        return fixture;
    }

    /** Return a fixture for a test that may never ask for a page. */
    static TestFixture withoutPage(Owner owner, BrowserFixture browsers) {
        return new TestFixture(owner, browsers.browser(owner.identity()), browsers, null);
    }

    /** Return whether this is the fixture of the very test or class that a context is about. */
    boolean isOf(ExtensionContext context) {
        return owner.uniqueId().equals(context.getUniqueId());
    }

    /** Return whether this is the fixture of a class. */
    boolean isOfClass() {
        return owner.isClass();
    }

    RunningBrowser browser() {
        return browser;
    }

    Settings settings() {
        return settings;
    }

    ReportPublisher publisher() {
        return publisher;
    }

    Scope scope() {
        return scope;
    }

    /** Return what counts as second 0 of this test. */
    Duration origin() {
        return origin;
    }

    Recording recording() {
        return scope.recording();
    }

    /** Return the page of this test, always the same one. */
    synchronized CDPSession page() {
        var existing = page;
        if (existing != null) {
            return existing;
        }
        var opened = settings.get(Option.JOIN_PAGE)
                ? scope.joinPage()
                : scope.singleTarget().orElseGet(() -> scope.newPage(ownContext()));
        page = opened;
        return opened;
    }

    /** Return a further page in the same context. */
    synchronized CDPSession newPage() {
        return scope.newPage(ownContext());
    }

    /** Return a page in a context of its own. */
    CDPSession newPageInNewContext() {
        return scope.newPage(scope.newContext());
    }

    private String ownContext() {
        var existing = context;
        if (existing != null) {
            return existing;
        }
        var created = scope.newContext();
        context = created;
        return created;
    }

    /** Return what a report needs from the browser, fetched now unless that has been done. */
    Capture capture() {
        return capture(false);
    }

    /** Have all bodies on record that are to be kept though nothing has failed. */
    void captureBodies() {
        if (bodies() == BodyCapture.EVERYTHING) {
            Capture.bodies(scope, BodyCapture.EVERYTHING)
                    .forEach(problem -> Loggers.of(TestFixture.class)
                            .log(System.Logger.Level.WARNING, "withcdp.capture=everything: " + problem));
        }
    }

    private BodyCapture bodies() {
        return switch (settings.get(Option.CAPTURE)) {
            case TEXT -> BodyCapture.TEXT;
            case EVERYTHING -> BodyCapture.EVERYTHING;
        };
    }

    /** Return when the capture has begun, in the time of the recording. */
    synchronized Duration capturedAt() {
        return capturedAt;
    }

    private synchronized Capture capture(boolean isOver) {
        var existing = capture;
        if (existing != null) {
            return existing;
        }
        capturedAt = browser.recorder().elapsed();
        protocols.open(browser);
        var taken = Capture.of(scope, settings.get(Option.REPORT_TIMEOUT), isOver, bodies());
        capture = taken;
        return taken;
    }

    /** Return what the browser says about its commands and events, as far as they occur in the recording. */
    ProtocolDescription protocol() {
        return protocols.describe(
                browser,
                recording().messages().stream().map(RecordedMessage::method).collect(Collectors.toSet()));
    }

    /** Return how the browser ended; empty if it did not, or if we have asked for that. */
    String browserEnd() {
        return scope.endOfBrowser().map(ConnectionEnd::sentence).orElse("");
    }

    /**
     * Note in which phase something failed, unless something failed before, and look at the pages while they are as they were then.
     *
     * @param isOver whether the test or class that the fixture belongs to has failed, so that nobody else uses its pages
     */
    void onFailure(String phase, boolean isOver) {
        synchronized (this) {
            failure = failure.failed(phase, browser.recorder().elapsed());
        }
        browser.script().ifPresent(Script::failed);
        if (settings.get(Option.REPORT) != ReportMode.NEVER) {
            capture(isOver);
        }
    }

    /**
     * Let somebody look at the pages of a failed test, once for each failure, if that is wanted and there is somebody.
     *
     * @param what has failed, and how, for people
     */
    void pause(String what) {
        synchronized (this) {
            if (failure.isPaused() || !settings.get(Option.PAUSE_ON_FAILURE)) {
                return;
            }
            failure = failure.paused();
        }
        try {
            scope.pause(what + ", and is paused");
        } catch (CDPException interrupted) {
            // The failure that it paused for goes on instead.
        }
    }

    /** Take back that something failed: somebody has dealt with it. */
    synchronized void onDismissed() {
        failure = failure.dismissed();
        capture = null;
    }

    /** Note that the callbacks after the test have come. */
    synchronized void onCallbacksOver() {
        failure = failure.callbacksOver();
    }

    /** Note which failure has been reported; what fails from now on is another one. */
    synchronized void onReported(Throwable reported) {
        failure = failure.reported(reported);
        handlerFailure = null;
        faults = null;
        capture = null;
    }

    /** Return what is known of the failure. */
    synchronized FailureState failure() {
        return failure;
    }

    /** Return the phase that has failed, {@code @BeforeEach}; empty for the test itself. */
    String phase() {
        return failure().point().map(FailureState.Point::phase).orElse("");
    }

    /** Return when the failure was noticed, in the time of the recording; now, if nobody has noticed it before. */
    Duration failedAt() {
        return failure()
                .point()
                .map(FailureState.Point::at)
                .orElseGet(() -> browser.recorder().elapsed());
    }

    /** Return what handlers have thrown, the others suppressed in the first. What has arrived by now is handled first. */
    synchronized Optional<Throwable> handlerFailure() {
        try {
            scope.awaitHandlers(settings.get(Option.TIMEOUT));
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        for (var next : scope.takeHandlerFailures()) {
            var first = handlerFailure;
            if (first == null) {
                handlerFailure = next;
            } else if (first != next) {
                first.addSuppressed(next);
            }
        }
        return Optional.ofNullable(handlerFailure);
    }

    /** Judge what the pages did wrong, now that the test or class has passed, and return what nobody dealt with; see {@link FaultJudge}. */
    Optional<Throwable> judgeFaults() {
        var found =
                served().flatMap(ServedTally::failure).or(() -> judge.judge(isOfClass() ? "The class" : "The test"));
        synchronized (this) {
            faults = found.orElse(faults);
            return Optional.ofNullable(faults);
        }
    }

    /** Return what has been served to the test; empty as a rule. */
    Optional<ServedTally> served() {
        return owner.serving().map(Serving::tally);
    }

    /** Let pass what the pages did wrong so far: the test, one of several that share them, has failed otherwise. */
    void dismissFaults() {
        judge.dismiss();
    }

    /** Return what the pages did wrong and nobody dealt with, if that has been judged, and not been reported. */
    synchronized Optional<Throwable> faults() {
        return Optional.ofNullable(faults);
    }

    /**
     * Return why the browser cannot be talked to any more, if it died while this test ran. A page that was closed is no death, even if it is all there
     * was, nor is a script that has run to its end.
     */
    Optional<Throwable> death() {
        return browser.conversation()
                .end()
                .filter(end -> end.reason() != DetachReason.TARGET_CLOSED && end.reason() != DetachReason.DETACHED)
                .map(end -> new SessionDetachedException("the browser, during this test", end.reason(), end.detail()));
    }

    /** Return what the test said that is not in the recording from which it is replayed, if it did. */
    Optional<Throwable> divergence() {
        return browser.script().flatMap(Script::divergence).map(divergence -> divergence);
    }

    /** Return the failure for what the test has not said of its recording, if it is replayed and that is one. */
    Optional<Throwable> unusedCommands() {
        if (settings.get(Option.REPLAY_UNUSED) != UnusedCommands.FAIL) {
            return Optional.empty();
        }
        var unused = browser.script().flatMap(Script::unusedFailure);
        if (unused.isPresent()) {
            browser.script().ifPresent(Script::failed); // so that what its report asks for is answered
        }
        return unused.map(failure -> failure);
    }

    /** Return what is to be told of how the test was replayed, a sentence each. */
    List<String> replayRemarks() {
        return browser.script().map(Script::remarks).orElse(List.of());
    }

    /** Return what is to be told of how the test was run, replayed or served, a sentence each. */
    List<String> remarks() {
        return served().map(ServedTally::remarks).orElseGet(this::replayRemarks);
    }

    /** End what belongs to the test. A failure that came after all callbacks is reported now. */
    @Override
    public void close() {
        Uninterrupted.run(() -> {
            try {
                owner.beforeEnd().accept(this);
            } finally {
                try {
                    watched.end();
                    browser.script().ifPresent(Script::over);
                    scope.close();
                } finally {
                    owner.serving().ifPresent(Serving::close);
                    if (browser.isOfOneTest()) {
                        browser.close();
                    }
                }
            }
        });
    }
}
