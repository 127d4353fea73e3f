package io.github.withcdp.internal.session;

import io.github.withcdp.session.Target;
import tools.jackson.databind.JsonNode;

/** Reads {@code Target.TargetInfo}. */
final class TargetInfo {

    private TargetInfo() {}

    static Target target(JsonNode info) {
        return new Target(
                info.path("targetId").asString(""),
                info.path("type").asString(""),
                info.path("url").asString(""));
    }
}
