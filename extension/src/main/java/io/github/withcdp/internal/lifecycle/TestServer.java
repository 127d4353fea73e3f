package io.github.withcdp.internal.lifecycle;

import io.github.withcdp.internal.config.BrowserSource;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.publish.ReportPublisher;
import io.github.withcdp.internal.serve.LoopbackServer;
import io.github.withcdp.internal.serve.ServedRecordings;
import io.github.withcdp.internal.serve.ServedRecordings.TestIdentity;
import io.github.withcdp.internal.serve.ServedRecordings.UnusableException;
import io.github.withcdp.internal.serve.Serving;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Serves the tests of a class from their recordings ({@code withcdp.serve}). */
final class TestServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TestServer.class.getName());

    private final ServedRecordings recordings;
    private final Settings settings;
    private final Optional<LoopbackServer> loopback;

    private TestServer(ServedRecordings recordings, Settings settings) {
        this.recordings = recordings;
        this.settings = settings;
        this.loopback = settings.source() instanceof BrowserSource.Launch
                ? Optional.of(LoopbackServer.start())
                : Optional.empty();
    }

    /**
     * Return what serves the tests of a class, if that is wanted.
     *
     * @throws ExtensionConfigurationException if there are no recordings where they should be
     */
    static Optional<TestServer> of(Settings settings) {
        return settings.get(Option.SERVE)
                .map(place -> new TestServer(usable(() -> ServedRecordings.at(place)), settings));
    }

    /** Return why a test is skipped: it has no recording. A class is not, for its tests may have one. */
    Optional<String> whySkipped(ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            return Optional.empty();
        }
        var test = identity(context);
        boolean isTemplate = context.getUniqueId().matches(".*/\\[test-(template|factory):[^/]*]");
        return usable(() -> recordings.has(test, isTemplate))
                ? Optional.empty()
                : Optional.of("There is no recording of %s in %s, from which withcdp.serve would serve it"
                        .formatted(test, recordings.place()));
    }

    /**
     * Return what serves one test, having told what it cannot serve. What is asked for where there is no recording, as by the page of a class
     * of which there is none, is missed.
     *
     * @throws ExtensionConfigurationException if its recording cannot be read
     */
    Serving serve(ExtensionContext context) {
        var test = identity(context);
        var served = usable(() -> recordings.of(test));
        var serving = served.map(recording -> new Serving(
                        recording.recording(),
                        recording.file(),
                        settings.get(Option.SERVE_REPEAT_LAST),
                        settings.get(Option.SERVE_AT_ONCE),
                        loopback))
                .orElseGet(() -> Serving.nothing(test.toString()));
        serving.warnings(loopback.isPresent())
                .ifPresent(
                        text -> LOG.log(System.Logger.Level.WARNING, test + " is served from a recording.\n" + text));
        return serving;
    }

    /** Return the switches of a browser that reaches no other server. */
    List<String> switches() {
        return loopback.map(LoopbackServer::switches).orElse(List.of());
    }

    @Override
    public void close() {
        loopback.ifPresent(LoopbackServer::close);
    }

    private static TestIdentity identity(ExtensionContext context) {
        var name = ReportPublisher.name(context);
        return new TestIdentity(
                ReportPublisher.className(context),
                ReportPublisher.methodName(context),
                Path.of(name.classFolder(), name.testFolder()));
    }

    private static <T> T usable(Supplier<T> read) {
        try {
            return read.get();
        } catch (UnusableException unusable) {
            throw new ExtensionConfigurationException("withcdp.serve: " + unusable.getMessage(), unusable);
        }
    }
}
