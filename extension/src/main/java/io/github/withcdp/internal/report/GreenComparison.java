package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.recording.RecordingDiff;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * What is different from the last times that a test passed.
 *
 * @param with what the failed run was compared with, or why with nothing; a sentence
 * @param diff the differences; empty if there was nothing to compare with
 */
public record GreenComparison(String with, Optional<RecordingDiff> diff) {

    /** Keep no more than a header can hold. */
    public GreenComparison {
        diff = diff.map(DifferenceJson::bounded);
    }

    GreenComparison redacted(UnaryOperator<String> redactor) {
        return new GreenComparison(
                redactor.apply(with), diff.map(differences -> DifferenceJson.redacted(differences, redactor)));
    }

    JsonNode json() {
        var json = Json.object().put("with", HeaderJson.head(with));
        diff.ifPresent(differences -> json.set("diff", DifferenceJson.json(differences)));
        return json;
    }

    static GreenComparison read(JsonNode json) {
        return new GreenComparison(
                HeaderJson.text(json, "with"),
                Optional.of(json.path("diff")).filter(JsonNode::isObject).map(DifferenceJson::read));
    }
}
