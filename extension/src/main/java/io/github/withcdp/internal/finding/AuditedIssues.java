package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.recording.RecordedMessage;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What {@code Audits} told of cookies, CORS and policies, if a test enabled that. What is told of a request that failed, or of a cookie on the
 * wire, is not told again; warnings, and issues of the markup, are not told at all.
 */
final class AuditedIssues implements Detector {

    private static final int URL = 120;
    private static final int NAME = 40;

    private static final Set<String> EVALUATIONS = Set.of("kEvalViolation", "kWasmEvalViolation");

    /** Whom else it is told by, if it is. */
    private enum Elsewhere {
        /** A request that failed, by its id. */
        REQUEST,
        /** A cookie on the wire, by its name. */
        COOKIE,
        /** An entry of the log. */
        LOG,
        /** An exception that nobody caught. */
        EXCEPTION
    }

    private record Issue(
            RecordedMessage message, Suspicion.Kind kind, String sentence, Elsewhere elsewhere, String name) {}

    private final Map<Long, Issue> issues = new BoundedMap<>(1_000);

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (!message.isEvent() || !message.method().equals("Audits.issueAdded")) {
            return;
        }
        var issue = Detector.read(message, "params").path("issue");
        var details = issue.path("details");
        switch (text(issue, "code")) {
            case "CookieIssue" -> cookie(message, details.path("cookieIssueDetails"));
            case "CorsIssue" -> cors(message, details.path("corsIssueDetails"));
            case "MixedContentIssue" -> mixedContent(message, details.path("mixedContentIssueDetails"));
            case "BlockedByResponseIssue" -> blocked(message, details.path("blockedByResponseIssueDetails"));
            case "ContentSecurityPolicyIssue" -> policy(message, details.path("contentSecurityPolicyIssueDetails"));
            default -> {
                // changes nothing
            }
        }
    }

    private void cookie(RecordedMessage message, JsonNode details) {
        var reasons = StreamSupport.stream(
                        details.path("cookieExclusionReasons").spliterator(), false)
                .map(reason -> reason.asString("").replaceFirst("^Exclude", ""))
                .toList();
        var name = text(details.path("cookie"), "name");
        if (BlockedReasons.areAsMeant(reasons) || name.isEmpty()) {
            return;
        }
        boolean set = text(details, "operation").equals("SetCookie");
        var url = url(details, "cookieUrl");
        add(
                message,
                Suspicion.Kind.COOKIE,
                Elsewhere.COOKIE,
                name,
                "Chrome %s the cookie \"%s\"%s: %s"
                        .formatted(
                                set ? "refused" : "did not send",
                                SafeText.line(name, NAME),
                                url.isEmpty() ? "" : (set ? " of " : " to ") + url,
                                BlockedReasons.words(reasons, name)));
    }

    private void cors(RecordedMessage message, JsonNode details) {
        if (details.path("isWarning").asBoolean(false)) {
            return;
        }
        var status = details.path("corsErrorStatus");
        var error = text(status, "corsError");
        var origin = Origins.of(text(details, "initiatorOrigin"));
        add(
                message,
                Suspicion.Kind.REQUEST_FAILED,
                Elsewhere.REQUEST,
                request(details),
                "CORS keeps %s from the page%s: %s (%s)"
                        .formatted(
                                url(details.path("request"), "url"),
                                origin.isEmpty() ? "" : " " + origin,
                                CorsErrors.words(error, text(status, "failedParameter"), origin, 0),
                                SafeText.line(error, NAME)));
    }

    private void mixedContent(RecordedMessage message, JsonNode details) {
        if (text(details, "resolutionStatus").equals("MixedContentBlocked")) {
            var page = Origins.of(text(details, "mainResourceURL"));
            add(
                    message,
                    Suspicion.Kind.BLOCKED,
                    Elsewhere.REQUEST,
                    request(details),
                    url(details, "insecureURL") + " was blocked " + RequestBlockedReasons.words("mixed-content", page));
        }
    }

    private void blocked(RecordedMessage message, JsonNode details) {
        var reason = text(details, "reason").replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        add(
                message,
                Suspicion.Kind.BLOCKED,
                Elsewhere.REQUEST,
                request(details),
                url(details.path("request"), "url") + " was blocked " + RequestBlockedReasons.words(reason, ""));
    }

    private void policy(RecordedMessage message, JsonNode details) {
        if (details.path("isReportOnly").asBoolean(false)) {
            return;
        }
        var type = text(details, "contentSecurityPolicyViolationType");
        var blocked = url(details, "blockedURL");
        var place = details.path("sourceCodeLocation");
        int line = place.path("lineNumber").asInt(-1) + 1;
        var where = url(place, "url") + (line > 0 ? ":" + line : "");
        add(
                message,
                Suspicion.Kind.BLOCKED,
                EVALUATIONS.contains(type) ? Elsewhere.EXCEPTION : Elsewhere.LOG,
                "",
                "The Content-Security-Policy of the page blocked %s: %s%s"
                        .formatted(
                                blocked.isEmpty() ? whatHasNoUrl(type) : blocked,
                                SafeText.line(text(details, "violatedDirective"), NAME),
                                where.isEmpty() ? "" : " (" + where + ")"));
    }

    private static String whatHasNoUrl(String type) {
        return switch (type) {
            case "kInlineViolation" -> "an inline script or style";
            case "kEvalViolation" -> "a text that was to run as a script";
            case "kWasmEvalViolation" -> "WebAssembly";
            case "kTrustedTypesSinkViolation", "kTrustedTypesPolicyViolation" -> "a text where it wants a trusted type";
            default -> "something";
        };
    }

    private void add(RecordedMessage message, Suspicion.Kind kind, Elsewhere elsewhere, String name, String sentence) {
        issues.put(message.sequence(), new Issue(message, kind, sentence, elsewhere, name));
    }

    /**
     * Add what was not told.
     *
     * @param failed the requests that have been told
     * @param cookies who tells of cookies on the wire
     * @param logged what is known of policies from the log
     */
    void add(FailedRequests failed, CookieDetector cookies, PolicyViolations logged, Findings findings) {
        for (var issue : issues.values()) {
            var session = issue.message().session();
            boolean isTold =
                    switch (issue.elsewhere()) {
                        case REQUEST -> failed.haveTold(issue.name());
                        case COOKIE -> cookies.hasTold(issue.name());
                        case LOG -> logged.areLoggedIn(session);
                        case EXCEPTION -> logged.haveThrownIn(session);
                    };
            if (!isTold) {
                findings.add(issue.kind(), issue.message(), issue.sentence());
            }
        }
    }

    private static String request(JsonNode details) {
        return text(details.path("request"), "requestId");
    }

    private static String url(JsonNode node, String name) {
        return SafeText.line(text(node, name), URL);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
