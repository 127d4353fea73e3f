package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.script.BusyPage;
import io.github.withcdp.internal.script.RunningFunction;
import io.github.withcdp.protocol.SessionId;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Busy pages as they stand in a report. */
final class BusyPageJson {

    private BusyPageJson() {}

    static BusyPage redacted(BusyPage page, UnaryOperator<String> redactor) {
        return new BusyPage(
                page.session(),
                redactor.apply(page.url()),
                page.stack().stream()
                        .map(function -> new RunningFunction(
                                redactor.apply(function.name()),
                                redactor.apply(function.url()),
                                function.line(),
                                function.column()))
                        .toList());
    }

    static JsonNode json(BusyPage page) {
        var json = Json.object().put("session", page.session().value()).put("url", HeaderJson.url(page.url()));
        return json.set("stack", HeaderJson.list(page.stack(), BusyPageJson::json));
    }

    private static JsonNode json(RunningFunction function) {
        return Json.object()
                .put("name", HeaderJson.head(function.name()))
                .put("url", HeaderJson.url(function.url()))
                .put("line", function.line())
                .put("column", function.column());
    }

    static BusyPage read(JsonNode page) {
        return new BusyPage(
                new SessionId(HeaderJson.text(page, "session")),
                HeaderJson.text(page, "url"),
                HeaderJson.readList(page.path("stack"), BusyPageJson::function));
    }

    private static RunningFunction function(JsonNode call) {
        return new RunningFunction(
                HeaderJson.text(call, "name"),
                HeaderJson.text(call, "url"),
                Math.max(0, call.path("line").asInt(0)),
                Math.max(0, call.path("column").asInt(0)));
    }
}
