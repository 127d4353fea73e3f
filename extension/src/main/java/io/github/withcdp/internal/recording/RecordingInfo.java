package io.github.withcdp.internal.recording;

import io.github.withcdp.internal.json.Json;
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

    /** Return the same with what a report knew. */
    public RecordingInfo with(JsonNode newReport) {
        return new RecordingInfo(browser, started, newReport);
    }

    @Override
    public String toString() {
        return "RecordingInfo[browser=%s, started=%s]".formatted(browser, started);
    }
}
