package io.github.withcdp.internal.session;

import tools.jackson.databind.JsonNode;

/** Warns of a result that will make somebody wonder later, though Chrome has refused nothing. */
final class ResultWarning {

    private static final System.Logger LOG = System.getLogger(ResultWarning.class.getName());

    private ResultWarning() {}

    static JsonNode on(SessionState session, String method, JsonNode result) {
        if (method.equals("Performance.getMetrics")
                && result.path("metrics").isEmpty()
                && !session.enabled("Performance")) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Performance.getMetrics gave no metrics, because Performance.enable has not been sent in this session");
        }
        return result;
    }
}
