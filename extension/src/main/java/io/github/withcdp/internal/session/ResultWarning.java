package io.github.withcdp.internal.session;

import io.github.withcdp.internal.util.Loggers;
import tools.jackson.databind.JsonNode;

/** Warns of a result that will make somebody wonder later, though Chrome has refused nothing. */
final class ResultWarning {

    private ResultWarning() {}

    static JsonNode on(SessionState session, String method, JsonNode result) {
        if (method.equals("Performance.getMetrics")
                && result.path("metrics").isEmpty()
                && !session.enabled("Performance")) {
            Loggers.of(ResultWarning.class)
                    .log(
                            System.Logger.Level.WARNING,
                            "Performance.getMetrics gave no metrics, because Performance.enable has not been sent in this session");
        }
        return result;
    }
}
