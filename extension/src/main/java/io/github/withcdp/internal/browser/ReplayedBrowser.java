package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.replay.ReplayTransport;
import io.github.withcdp.internal.replay.Script;
import io.github.withcdp.internal.report.BrowserDescription;
import io.github.withcdp.internal.transport.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** No browser, but what one has said to a test before. */
final class ReplayedBrowser implements BrowserHandle {

    /** What a report says of it. */
    private static final String PROOF =
            "replayed, without a browser: what is shown is the test and WithCDP, with what a browser said before, and"
                    + " never a changed application";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Script script;

    ReplayedBrowser(Script script) {
        this.script = script;
    }

    @Override
    public Transport connect() {
        return new ReplayTransport(script);
    }

    @Override
    public String place() {
        return "the recording " + script.test().file();
    }

    @Override
    public Optional<URI> endpoint() {
        return Optional.empty();
    }

    /** It need not be tidied up. */
    @Override
    public boolean isOurs() {
        return true;
    }

    @Override
    public boolean isOfOneTest() {
        return true;
    }

    @Override
    public Optional<Script> script() {
        return Optional.of(script);
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public BrowserDescription description(String version) {
        return new BrowserDescription(version, place(), false, PROOF);
    }

    @Override
    public void close(Runnable goodbye) {
        script.over();
        goodbye.run();
    }

    @Override
    public void close() {
        script.over();
    }
}
