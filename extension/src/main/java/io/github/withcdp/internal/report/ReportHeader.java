package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.text.SafeText;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts what a report knows besides its messages into the header of {@code traffic.jsonl}, so that {@link RemadeReport} can make the report
 * again from that file alone. Pictures and documents are not in it: they are among the messages.
 */
final class ReportHeader {

    /** Characters that are kept of a text that somebody else wrote. */
    static final int LONGEST = 256 * 1024;

    private static final int LONGEST_URL = 2000;
    private static final int MOST = 10_000;

    private ReportHeader() {}

    /** Return the header's part about a report, times in nanoseconds of the recording. */
    static ObjectNode of(FailureReport report) {
        var header = Json.object();
        var test = report.test();
        header.set(
                "test",
                Json.object()
                        .put("displayName", head(test.displayName()))
                        .put("className", test.className())
                        .put("methodName", test.methodName())
                        .put("phase", test.phase()));
        report.failure()
                .ifPresent(failure -> header.set(
                        "failure",
                        Json.object()
                                .put("type", head(failure.type()))
                                .put("message", head(failure.message()))
                                .put("causes", head(failure.causes()))
                                .put("stack", head(failure.stack()))));
        report.failedAt().ifPresent(moment -> header.put("failedAt", moment.toNanos()));
        header.put("origin", report.origin().toNanos());
        var browser = report.browser();
        header.set(
                "browser",
                Json.object()
                        .put("version", browser.version())
                        .put("executable", browser.executable())
                        .put("sandboxOff", browser.sandboxOff())
                        .put("note", browser.note()));
        list(
                header,
                "sessions",
                report.sessions(),
                session -> Json.object()
                        .put("session", session.session().value())
                        .put("targetId", session.targetId())
                        .put("type", session.type())
                        .put("url", url(session.url())));
        list(
                header,
                "screenshots",
                report.screenshots(),
                shot -> Json.object()
                        .put("page", url(shot.page()))
                        .put("command", shot.command())
                        .put("missingBecause", head(shot.missingBecause())));
        list(
                header,
                "doms",
                report.doms(),
                dom -> Json.object()
                        .put("page", url(dom.page()))
                        .put("command", dom.command())
                        .put("missingBecause", head(dom.missingBecause())));
        var problems = header.putArray("problems");
        report.problems().forEach(problem -> problems.add(head(problem)));
        header.put("chromeLog", tail(report.chromeLog()));
        header.put("redacted", report.redaction().on());
        var protocol = header.putObject("protocol");
        report.protocol().methods().forEach(protocol::set);
        return header;
    }

    private static <T> void list(ObjectNode header, String name, List<T> values, Function<T, ObjectNode> form) {
        var array = header.putArray(name);
        values.stream().limit(MOST).forEach(value -> array.add(form.apply(value)));
    }

    private static String url(String url) {
        return head(url, LONGEST_URL);
    }

    private static String head(String text) {
        return head(text, LONGEST);
    }

    private static String head(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var out = new StringBuilder(text.substring(0, longest));
        SafeText.appendLeftOut(out, text.length() - longest);
        return out.toString();
    }

    private static String tail(String text) {
        return text.length() <= LONGEST ? text : "…" + text.substring(text.length() - LONGEST);
    }
}
