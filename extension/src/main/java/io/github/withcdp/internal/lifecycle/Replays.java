package io.github.withcdp.internal.lifecycle;

import io.github.withcdp.internal.config.ConfigurationException;
import io.github.withcdp.internal.publish.ReportPublisher;
import io.github.withcdp.internal.replay.RecordedTest;
import io.github.withcdp.internal.replay.ReplayRefusedException;
import io.github.withcdp.internal.replay.TestIdentity;
import io.github.withcdp.internal.replay.TestRecordings;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Which tests can be replayed, and with which recording. */
final class Replays {

    /** The last part of the id of what has invocations, and is none itself. */
    private static final Pattern CONTAINER = Pattern.compile("/\\[test-(?:template|factory):[^/]*]$");

    private final TestRecordings recordings;

    Replays(TestRecordings recordings) {
        this.recordings = recordings;
    }

    /**
     * Return the recordings in a file or folder.
     *
     * @throws ConfigurationException if there are none
     */
    static TestRecordings find(Path given) {
        try {
            return TestRecordings.in(given);
        } catch (ReplayRefusedException refused) {
            throw new ConfigurationException("withcdp.replay: " + refused.getMessage());
        }
    }

    /** Return why a test or class is skipped; empty if there is a recording of it, or of one of its invocations. */
    Optional<String> whySkipped(ExtensionContext context) {
        var test = ReportPublisher.identity(context);
        boolean recorded = context.getTestMethod().isEmpty()
                ? recordings.hasAny(test.className(), test.classFolder())
                : isContainer(context)
                        ? recordings.hasAny(test.className(), test.methodName(), test.classFolder())
                        : recordings.of(test).isPresent();
        return recorded
                ? Optional.empty()
                : Optional.of("there is no recording of %s in %s, from which tests are replayed (withcdp.replay)"
                        .formatted(
                                test.className() + (test.methodName().isEmpty() ? "" : "." + test.methodName()),
                                recordings.given()));
    }

    private static boolean isContainer(ExtensionContext context) {
        return CONTAINER.matcher(context.getUniqueId()).find();
    }

    /**
     * Return the recording of a test or class.
     *
     * @throws ChromeUnavailableException if there is none, or it cannot be replayed
     */
    RecordedTest recording(TestIdentity test) {
        try {
            var file = recordings
                    .of(test)
                    .orElseThrow(() -> new ChromeUnavailableException("There is no recording of %s in %s. %s"
                            .formatted(test.name(), recordings.given(), advice(test))));
            return RecordedTest.read(file);
        } catch (ReplayRefusedException refused) {
            throw new ChromeUnavailableException(String.valueOf(refused.getMessage()), refused);
        }
    }

    private static String advice(TestIdentity test) {
        return test.methodName().isEmpty()
                ? "With withcdp.report=always a class whose page is used in @BeforeAll or by its tests has a report of its own, which can be replayed"
                : "Run it with a browser first";
    }
}
