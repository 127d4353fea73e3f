package io.github.withcdp.internal.recording;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.recording.Recording;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * What a recording knows about the conversation as a whole.
 *
 * @param browser the version of the browser, empty while it is not known
 * @param started when the recording began
 * @param report what the report knew that the recording belongs to, for whoever makes that report again; an empty object if there is none
 */
public record RecordingInfo(String browser, Instant started, JsonNode report) {

    /** Create one without a report. */
    public RecordingInfo(String browser, Instant started) {
        this(browser, started, Json.object());
    }

    /** Return what a recording knows. */
    public static RecordingInfo of(Recording recording) {
        return recording instanceof StoredRecording stored
                ? stored.about().get()
                : new RecordingInfo("", Instant.EPOCH); // one that was made by hand, for a test
    }

    /** Return a recording that writes down what its report knows, too; one that was made by hand writes what it likes. */
    public static Recording with(JsonNode report, Recording recording) {
        return recording instanceof StoredRecording stored
                ? new StoredRecording(
                        stored.store(),
                        stored.cut(),
                        () -> {
                            var about = stored.about().get();
                            return new RecordingInfo(about.browser(), about.started(), report);
                        },
                        stored.reports())
                : recording;
    }

    @Override
    public String toString() {
        return "About[browser=%s, started=%s]".formatted(browser, started);
    }
}
