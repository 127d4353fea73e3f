package io.github.withcdp.internal.report;

import io.github.withcdp.internal.finding.Suspicion;
import io.github.withcdp.internal.recording.StoredRecording;
import io.github.withcdp.internal.report.html.MessageData;
import io.github.withcdp.internal.report.html.Microseconds;
import io.github.withcdp.internal.text.SafeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a report's page says first: all but the messages themselves. */
final class HtmlOverview {

    private static final int FORMAT = 1;
    private static final int MESSAGE = 64 * 1024;
    private static final int STACK = 256 * 1024;
    private static final int LOG = 1024 * 1024;

    /** How many bytes of pictures a page has; those beyond are files beside it. */
    private static final int PICTURES = 8 << 20;

    private final ReportContent content;
    private final FailureReport report;
    private final MessageData messages;
    private final Microseconds clock;

    HtmlOverview(ReportContent content, MessageData messages, Microseconds clock) {
        this.content = content;
        report = content.report();
        this.messages = messages;
        this.clock = clock;
    }

    Map<String, @Nullable Object> of(Map<String, Object> numbers, List<ReportFile> files, List<String> problems) {
        var suspicions = content.suspicions();
        var test = report.test();
        var failedAt = report.failedAt();
        var overview = new LinkedHashMap<String, @Nullable Object>();
        overview.put("format", FORMAT);
        overview.put("title", test.title());
        overview.put("test", test(test));
        overview.put("failure", report.failure().map(HtmlOverview::failure).orElse(null));
        overview.put("failedAt", failedAt.map(clock::micros).orElse(null));
        overview.put("endedAt", report.endedAt().map(clock::micros).orElse(null));
        overview.put("endMessage", report.endedAt().map(messages::firstAfter).orElse(-1));
        overview.put("started", started());
        overview.put("duration", report.endedAt().map(clock::micros).orElseGet(messages::last));
        overview.put("browser", browser(report.browser()));
        overview.put("redaction", redaction());
        overview.put("incompleteBecause", SafeText.line(report.recording().incompleteBecause(), 400));
        overview.put(
                "problems",
                problems.stream().map(problem -> SafeText.line(problem, 400)).toList());
        overview.put(
                "remarks",
                report.remarks().stream()
                        .map(remark -> SafeText.line(remark, 400))
                        .toList());
        overview.put(
                "suspicions", suspicions.top().stream().map(this::suspicion).toList());
        overview.put("moreSuspicions", suspicions.more());
        overview.put("nothingUnusual", suspicions.nothing());
        overview.put("screenshots", screenshots());
        overview.put("film", film());
        overview.put(
                "sentByHand", report.get(ReportField.SENT_BY_HAND).sentence().orElse(""));
        overview.put(
                "handMessages",
                report.get(ReportField.SENT_BY_HAND).sequences().stream()
                        .map(messages::indexOf)
                        .filter(index -> index >= 0)
                        .toList());
        overview.put("sessions", messages.sessions());
        overview.put("methods", messages.methods());
        overview.put("protocol", protocol());
        overview.put("numbers", numbers);
        overview.put("chromeLog", SafeText.lines(cut(report.chromeLog(), LOG)));
        overview.put("files", files.stream().map(HtmlOverview::file).toList());
        return overview;
    }

    /** Return the begin of the test; empty if nobody knows when the recording began. */
    private String started() {
        var began = StoredRecording.infoOf(report.recording()).started();
        return began.equals(Instant.EPOCH) ? "" : began.plus(report.origin()).toString();
    }

    private static Map<String, Object> test(TestDescription test) {
        var row = new LinkedHashMap<String, Object>();
        row.put("name", test.name());
        row.put("displayName", SafeText.line(test.displayName(), 1_000));
        row.put("className", SafeText.line(test.className(), 1_000));
        row.put("methodName", SafeText.line(test.methodName(), 1_000));
        row.put("phase", SafeText.line(test.phase(), 100));
        return row;
    }

    private static Map<String, Object> failure(Failure failure) {
        var row = new LinkedHashMap<String, Object>();
        row.put("type", SafeText.line(failure.type(), 1_000));
        row.put("message", SafeText.lines(cut(failure.message(), MESSAGE)));
        row.put("stack", SafeText.lines(cut(failure.stack(), STACK)));
        return row;
    }

    private static Map<String, Object> browser(BrowserDescription browser) {
        var row = new LinkedHashMap<String, Object>();
        row.put("version", SafeText.line(browser.version(), 200));
        row.put("executable", SafeText.line(browser.executable(), 300));
        row.put("sandboxOff", browser.sandboxOff());
        row.put("note", SafeText.line(browser.note(), 300));
        return row;
    }

    private String redaction() {
        return report.redaction().on()
                ? "Secrets are redacted: what authorisation and cookie headers, cookies, password fields, tokens in URLs and bodies and withcdp.redact.* name. Pictures are as they were."
                : "Nothing is redacted, because withcdp.redact=false.";
    }

    private Map<String, Object> suspicion(Suspicion suspicion) {
        var row = new LinkedHashMap<String, Object>();
        row.put("kind", suspicion.kind().name());
        row.put("at", Microseconds.length(suspicion.at()));
        row.put("session", messages.numberOf(suspicion.session()));
        row.put("sentence", suspicion.sentence());
        row.put("evidence", suspicion.evidence());
        row.put("source", suspicion.source());
        row.put("message", messages.indexOf(suspicion.sequence()));
        return row;
    }

    private List<Map<String, Object>> screenshots() {
        var rows = new ArrayList<Map<String, Object>>();
        int left = PICTURES;
        for (var screenshot : report.screenshots()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("page", SafeText.line(screenshot.page(), 1_000));
            row.put("name", name(screenshot));
            row.put("last", content.isOfLastCommand(screenshot));
            var png = screenshot.png();
            if (png.isPresent() && png.get().length <= left) {
                left -= png.get().length;
                row.put("src", "data:image/png;base64," + Base64.getEncoder().encodeToString(png.get()));
            } else {
                row.put(
                        "missingBecause",
                        png.isPresent()
                                ? "it is too large for this page, and lies beside it"
                                : SafeText.line(screenshot.missingBecause(), 400));
            }
            rows.add(row);
        }
        return rows;
    }

    private String name(Screenshot screenshot) {
        return content.names().areSeveral()
                ? content.sessionOf(screenshot).map(content.names()::of).orElse("")
                : "";
    }

    /** Return the pictures that were taken while the test ran; those that it has taken itself are among its messages. */
    private List<Map<String, Object>> film() {
        var rows = new ArrayList<Map<String, Object>>();
        for (var frame : report.film()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("at", clock.micros(frame.elapsed()));
            row.put("session", messages.numberOf(frame.session()));
            row.put("src", "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(frame.jpeg()));
            rows.add(row);
        }
        rows.addAll(messages.film());
        return rows;
    }

    private Map<String, Object> protocol() {
        var descriptions = new LinkedHashMap<String, Object>();
        for (var method : messages.methods()) {
            var described = report.protocol().methods().get(method);
            if (described != null) {
                var row = new LinkedHashMap<String, Object>();
                row.put("description", text(described, "description"));
                row.put("parameters", parameters(described.path("parameters")));
                row.put("returns", parameters(described.path("returns")));
                row.put("experimental", described.path("experimental").asBoolean(false));
                row.put("deprecated", described.path("deprecated").asBoolean(false));
                descriptions.put(method, row);
            }
        }
        return descriptions;
    }

    private static List<Map<String, Object>> parameters(JsonNode parameters) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var parameter : parameters) {
            var row = new LinkedHashMap<String, Object>();
            row.put("name", text(parameter, "name"));
            row.put("type", type(parameter));
            row.put("description", text(parameter, "description"));
            row.put("optional", parameter.path("optional").asBoolean(false));
            row.put("experimental", parameter.path("experimental").asBoolean(false));
            row.put("deprecated", parameter.path("deprecated").asBoolean(false));
            rows.add(row);
        }
        return rows;
    }

    private static String type(JsonNode parameter) {
        var type = parameter.path("type").asString(text(parameter, "$ref"));
        return type.equals("array") ? "array of " + type(parameter.path("items")) : type;
    }

    private static Map<String, Object> file(ReportFile file) {
        var row = new LinkedHashMap<String, Object>();
        row.put("name", file.name());
        row.put("description", Markdown.text(file.description()));
        return row;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    /** The cut is far beyond what anyone reads, so it needs no more than a mark. */
    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit) + "\n…";
    }
}
