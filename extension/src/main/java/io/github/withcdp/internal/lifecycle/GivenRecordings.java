package io.github.withcdp.internal.lifecycle;

import io.github.withcdp.internal.config.BrowserSource;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.publish.ReportPublisher;
import io.github.withcdp.internal.recording.TestIdentity;
import io.github.withcdp.internal.recording.TestRecordings;
import io.github.withcdp.internal.recording.UnusableRecordingException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The recordings that the tests of a run are replayed or served from, and which tests have one. */
final class GivenRecordings {

    /** The last part of the id of what has invocations, and is none itself. */
    private static final Pattern CONTAINER = Pattern.compile("/\\[test-(?:template|factory):[^/]*]$");

    private final Place place;
    private final TestRecordings recordings;

    private GivenRecordings(Place place, TestRecordings recordings) {
        this.place = place;
        this.recordings = recordings;
    }

    /** Where the recordings are, and which option says so. */
    record Place(String option, Path path) {}

    /** Return where tests shall run from; empty if they run with a browser and its servers. */
    static Optional<Place> place(Settings settings) {
        return settings.source() instanceof BrowserSource.Replay replay
                ? Optional.of(new Place("withcdp.replay", replay.recordings()))
                : settings.get(Option.SERVE).map(path -> new Place("withcdp.serve", path));
    }

    /**
     * Find the recordings.
     *
     * @throws ExtensionConfigurationException if there are none
     */
    static GivenRecordings at(Place place) {
        return usable(place, () -> new GivenRecordings(place, TestRecordings.in(place.path())));
    }

    /** Return why a test or class is skipped; empty if there is a recording of it, or of one of its invocations. */
    Optional<String> whySkipped(ExtensionContext context) {
        var test = ReportPublisher.identity(context);
        return isRecorded(test, context)
                ? Optional.empty()
                : Optional.of("there is no recording of %s in %s (%s)"
                        .formatted(test.name(), recordings.place(), place.option()));
    }

    private boolean isRecorded(TestIdentity test, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            return recordings.hasAnyOfClass(test);
        }
        return CONTAINER.matcher(context.getUniqueId()).find()
                ? recordings.hasAnyInvocation(test)
                : find(test).isPresent();
    }

    private Optional<Path> find(TestIdentity test) {
        return usable(place, () -> recordings.of(test));
    }

    /**
     * Return what is made of the recording of a test or class; empty if there is none.
     *
     * @throws ExtensionConfigurationException if it is of no use, or of another test
     */
    <T> Optional<T> of(TestIdentity test, Function<Path, T> reader) {
        return find(test).map(file -> usable(place, () -> reader.apply(file)));
    }

    /** Return what a test or class that has no recording is told. */
    String missing(TestIdentity test) {
        return "There is no recording of %s in %s (%s). %s"
                .formatted(
                        test.name(),
                        recordings.place(),
                        place.option(),
                        test.methodName().isEmpty()
                                ? "With withcdp.report=always a class whose page is used in @BeforeAll or by its tests has a report of its own, which has it"
                                : "Run it with a browser first");
    }

    private static <T> T usable(Place place, Supplier<T> read) {
        try {
            return read.get();
        } catch (UnusableRecordingException unusable) {
            throw new ExtensionConfigurationException(place.option() + ": " + unusable.getMessage(), unusable);
        }
    }
}
