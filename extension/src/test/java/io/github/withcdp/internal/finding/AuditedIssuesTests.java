package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditedIssuesTests {

    private static final String COOKIE =
            "\"cookie\":{\"name\":\"sid\"},\"cookieExclusionReasons\":[\"ExcludeSameSiteNoneInsecure\"],\"operation\":\"SetCookie\",\"cookieUrl\":\"http://a.test/cart\"";
    private static final String CORS =
            "\"corsErrorStatus\":{\"corsError\":\"MissingAllowOriginHeader\"},\"initiatorOrigin\":\"http://a.test/\",\"request\":{\"requestId\":\"R1\",\"url\":\"http://api.test/\"}";
    private static final String MIXED =
            "\"resolutionStatus\":\"MixedContentBlocked\",\"insecureURL\":\"http://cdn.test/x.js\",\"mainResourceURL\":\"https://a.test/\",\"request\":{\"requestId\":\"R1\"}";
    private static final String BLOCKED =
            "\"reason\":\"CorpNotSameOrigin\",\"request\":{\"requestId\":\"R1\",\"url\":\"http://cdn.test/x.js\"}";
    private static final String INLINE =
            "\"violatedDirective\":\"script-src-elem\",\"contentSecurityPolicyViolationType\":\"kInlineViolation\",\"sourceCodeLocation\":{\"url\":\"http://a.test/cart\",\"lineNumber\":6}";
    private static final String EVAL =
            "\"violatedDirective\":\"script-src\",\"contentSecurityPolicyViolationType\":\"kEvalViolation\",\"sourceCodeLocation\":{\"url\":\"http://a.test/cart\",\"lineNumber\":-1}";

    private static Conversation issue(Conversation conversation, String code, String details) {
        return conversation.event(
                2,
                PAGE,
                "Audits.issueAdded",
                "{\"issue\":{\"code\":\"%sIssue\",\"details\":{\"%s%sIssueDetails\":{%s}}}}"
                        .formatted(
                                code,
                                code.substring(0, 1).toLowerCase(java.util.Locale.ROOT),
                                code.substring(1),
                                details));
    }

    private static Conversation failedRequest() {
        return new Conversation()
                .event(
                        1,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"R1\",\"request\":{\"method\":\"GET\",\"url\":\"http://api.test/\"}}")
                .event(1, PAGE, "Network.loadingFailed", "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_FAILED\"}");
    }

    @Test
    void tells_a_cookie_that_no_response_set() {
        assertThat(lines(issue(new Conversation(), "Cookie", COOKIE)))
                .containsExactly(
                        "0.002 s @9F86D081 Chrome refused the cookie \"sid\" of http://a.test/cart: SameSite=None needs Secure (message 0)");
    }

    @Test
    void tells_a_cookie_of_a_response_once() {
        var told = new Conversation()
                .event(
                        1,
                        PAGE,
                        "Network.responseReceivedExtraInfo",
                        "{\"requestId\":\"R1\",\"headers\":{},\"blockedCookies\":[{\"blockedReasons\":[\"SameSiteNoneInsecure\"],\"cookieLine\":\"sid=1; SameSite=None\"}]}");

        assertThat(lines(issue(told, "Cookie", COOKIE))).hasSize(1);
    }

    @Test
    void tells_a_request_of_which_nothing_else_tells() {
        assertThat(lines(issue(new Conversation(), "Cors", CORS)))
                .containsExactly(
                        "0.002 s @9F86D081 CORS keeps http://api.test/ from the page http://a.test: the answer has no Access-Control-Allow-Origin (MissingAllowOriginHeader) (message 0)");
        assertThat(lines(issue(new Conversation(), "MixedContent", MIXED)))
                .containsExactly(
                        "0.002 s @9F86D081 http://cdn.test/x.js was blocked because the page https://a.test is secure, and may not load what is not https (message 0)");
        assertThat(lines(issue(new Conversation(), "BlockedByResponse", BLOCKED)))
                .containsExactly(
                        "0.002 s @9F86D081 http://cdn.test/x.js was blocked by its Cross-Origin-Resource-Policy: same-origin, as the page is another origin (message 0)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Cors | " + CORS, "MixedContent | " + MIXED, "BlockedByResponse | " + BLOCKED})
    void tells_a_request_that_failed_once(String code, String details) {
        assertThat(lines(issue(failedRequest(), code, details)))
                .singleElement()
                .asString()
                .contains("failed: net::ERR_FAILED");
    }

    @Test
    void tells_what_a_policy_forbade() {
        assertThat(lines(issue(new Conversation(), "ContentSecurityPolicy", INLINE)))
                .containsExactly(
                        "0.002 s @9F86D081 The Content-Security-Policy of the page blocked an inline script or style: script-src-elem (http://a.test/cart:7) (message 0)");
        assertThat(lines(issue(new Conversation(), "ContentSecurityPolicy", EVAL)))
                .containsExactly(
                        "0.002 s @9F86D081 The Content-Security-Policy of the page blocked a text that was to run as a script: script-src (http://a.test/cart) (message 0)");
    }

    @Test
    void tells_what_is_logged_or_thrown_once() {
        var logged = new Conversation()
                .event(
                        1,
                        PAGE,
                        "Log.entryAdded",
                        "{\"entry\":{\"source\":\"security\",\"level\":\"error\",\"text\":\"Executing inline script violates the following Content Security Policy directive 'script-src 'self''.\"}}");
        var thrown = new Conversation()
                .event(
                        1,
                        PAGE,
                        "Runtime.exceptionThrown",
                        "{\"exceptionDetails\":{\"text\":\"Uncaught\",\"exception\":{\"description\":\"EvalError: Evaluating a string as JavaScript violates the following Content Security Policy directive because 'unsafe-eval' is not allowed\"}}}");

        assertThat(lines(issue(logged, "ContentSecurityPolicy", INLINE))).hasSize(1);
        assertThat(lines(issue(thrown, "ContentSecurityPolicy", EVAL))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quirks | ",
                "Generic | \"errorType\":\"FormLabelForNameError\"",
                "Cors | \"isWarning\":true",
                "MixedContent | \"resolutionStatus\":\"MixedContentAutomaticallyUpgraded\"",
                "Cookie | \"cookie\":{\"name\":\"sid\"},\"cookieExclusionReasons\":[]",
                "ContentSecurityPolicy | \"isReportOnly\":true"
            })
    void what_changes_nothing_is_not_told(String issue) {
        var parts = issue.split(" \\| ", 2);

        assertThat(lines(issue(new Conversation(), parts[0], parts[1]))).isEmpty();
    }

    @Test
    void survives_issues_of_unexpected_shape() {
        for (var params :
                new String[] {"[]", "7", "{\"issue\":7}", "{\"issue\":{\"code\":\"CorsIssue\",\"details\":[]}}"}) {
            assertThat(lines(new Conversation().event(1, PAGE, "Audits.issueAdded", params)))
                    .hasSizeLessThan(2);
        }
    }
}
