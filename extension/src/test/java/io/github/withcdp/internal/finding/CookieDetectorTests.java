package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieDetectorTests {

    private final Conversation conversation = new Conversation();

    private List<String> lines() {
        return SuspiciousMessages.in(conversation.messages(), Duration.ZERO).top().stream()
                .map(Suspicion::line)
                .toList();
    }

    private void request(String id, String type, String url) {
        request(id, type, url, "{\"type\":\"other\"}", "");
    }

    private void request(String id, String type, String url, String initiator, String more) {
        conversation.event(
                1,
                PAGE,
                "Network.requestWillBeSent",
                "{\"requestId\":\"%s\",\"type\":\"%s\",\"documentURL\":\"http://a.test/\",\"request\":{\"method\":\"GET\",\"url\":\"%s\"},\"initiator\":%s%s}"
                        .formatted(id, type, url, initiator, more));
    }

    private void sent(String id, String name, String reasons) {
        conversation.event(
                2,
                PAGE,
                "Network.requestWillBeSentExtraInfo",
                "{\"requestId\":\"%s\",\"associatedCookies\":[{\"cookie\":{\"name\":\"%s\",\"value\":\"s3cret\",\"domain\":\".a.test\"},\"blockedReasons\":[%s]}]}"
                        .formatted(id, name, reasons));
    }

    private void received(String id, String blocked, String setCookie) {
        conversation.event(
                3,
                PAGE,
                "Network.responseReceivedExtraInfo",
                "{\"requestId\":\"%s\",\"statusCode\":200,\"blockedCookies\":[%s],\"headers\":{\"set-cookie\":\"%s\"}}"
                        .formatted(id, blocked, setCookie));
    }

    private static String blocked(String reason, String cookieLine) {
        return "{\"blockedReasons\":[\"%s\"],\"cookieLine\":\"%s\"}".formatted(reason, cookieLine);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SameSiteNoneInsecure | the cookie \"sid\" of GET http://a.test/login: SameSite=None needs Secure",
                "SecureOnly | the cookie \"sid\" of GET http://a.test/login: Secure needs https",
                "InvalidDomain | the cookie \"sid\" of GET http://a.test/login: its Domain is not one that the server may set",
                "OverwriteSecure | the cookie \"sid\" of GET http://a.test/login: only https may replace the cookie of that name, which has Secure",
                "NameValuePairExceedsMaxSize | the cookie \"sid\" of GET http://a.test/login: name and value have more than 4096 bytes",
                "DisallowedCharacter | the cookie \"sid\" of GET http://a.test/login: it contains a control character",
                "SyntaxError | the cookie \"sid\" of GET http://a.test/login: Chrome cannot read it",
                "UnknownError | the cookie \"sid\" of GET http://a.test/login: Chrome gave no reason",
                "NewReason | the cookie \"sid\" of GET http://a.test/login: Chrome says NewReason"
            })
    void tells_a_cookie_that_was_refused(String reason, String expected) {
        request("R1", "Document", "http://a.test/login");
        received("R1", blocked(reason, "sid=s3cret; Path=/"), "sid=s3cret; Path=/");

        assertThat(lines()).containsExactly("0.003 s @9F86D081 Chrome refused " + expected + " (message 1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "__Host-sid | __Host- needs Secure, Path=/ and no Domain",
                "__Secure-sid | __Secure- needs Secure",
                "__Http-sid | it lacks an attribute that the prefix of its name needs"
            })
    void tells_what_the_prefix_of_a_name_needs(String name, String needs) {
        request("R1", "Document", "http://a.test/login");
        received("R1", blocked("InvalidPrefix", name + "=s3cret"), "");

        assertThat(lines())
                .containsExactly(
                        "0.003 s @9F86D081 Chrome refused the cookie \"%s\" of GET http://a.test/login: %s (message 1)"
                                .formatted(name, needs));
    }

    @Test
    void never_takes_a_value_for_a_name() {
        request("R1", "Document", "http://a.test/login");
        received("R1", blocked("SyntaxError", "s3cret; a=b"), "");

        assertThat(lines())
                .containsExactly(
                        "0.003 s @9F86D081 Chrome refused a cookie without a name of GET http://a.test/login: Chrome cannot read it (message 1)");
    }

    @Test
    void tells_a_cookie_that_was_not_sent_and_who_had_set_it() {
        request("R1", "Document", "http://a.test/login");
        received("R1", "", "lang=de\\nsid=s3cret; Domain=a.test; SameSite=Strict");
        request("R2", "Document", "http://www.a.test/cart");
        sent("R2", "sid", "\"SchemefulSameSiteStrict\"");

        assertThat(lines())
                .containsExactly(
                        "0.002 s @9F86D081 Chrome did not send the cookie \"sid\" with GET http://www.a.test/cart: SameSite=Strict, but another site began the request (SameSite=Lax allows links); set by GET http://a.test/login (message 1) (message 3)");
    }

    @Test
    void tells_the_command_that_had_set_a_cookie() {
        conversation.command(
                0, PAGE, 1, "Network.setCookie", "{\"name\":\"sid\",\"value\":\"s3cret\",\"url\":\"http://a.test/\"}");
        conversation.result(1, PAGE, 1, "{\"success\":true}");
        request("R1", "XHR", "http://a.test/api");
        sent("R1", "sid", "\"SameSiteLax\",\"UserPreferences\"");

        assertThat(lines())
                .containsExactly(
                        "0.002 s @9F86D081 Chrome did not send the cookie \"sid\" with GET http://a.test/api: SameSite=Lax, but another site began the request, and the browser is set to block it, as a cookie of a third party for example; set by Network.setCookie (message 0) (message 3)");
    }

    @Test
    void names_the_sites_of_the_page_and_of_the_request() {
        conversation.event(
                0, PAGE, "Page.frameNavigated", "{\"frame\":{\"id\":\"F\",\"url\":\"http://a.test:81/help\"}}");
        request("R1", "Fetch", "http://desk.test:81/desk");
        sent("R1", "sid", "\"SameSiteLax\"");

        assertThat(lines())
                .containsExactly(
                        "0.002 s @9F86D081 Chrome did not send the cookie \"sid\" with GET http://desk.test:81/desk: SameSite=Lax, but another site began the request (SameSite=None with Secure allows it); the page is of a.test, the request goes to desk.test (message 2)");
    }

    @Test
    void names_the_sites_of_no_cookie_that_was_refused_for_something_else() {
        conversation.event(
                0, PAGE, "Page.frameNavigated", "{\"frame\":{\"id\":\"F\",\"url\":\"http://a.test:81/help\"}}");
        request("R1", "Fetch", "http://desk.test:81/desk");
        received("R1", blocked("SameSiteNoneInsecure", "sid=s3cret"), "");

        assertThat(lines()).singleElement().asString().contains("SameSite=None needs Secure (message 2)");
    }

    @Test
    void folds_what_is_said_again_of_the_same_cookie() {
        for (int i = 1; i <= 3; i++) {
            request("R" + i, "Fetch", "http://a.test/api/" + i);
            sent("R" + i, "sid", "\"SameSiteUnspecifiedTreatedAsLax\"");
        }

        assertThat(lines())
                .containsExactly(
                        "0.002 s @9F86D081 Chrome did not send the cookie \"sid\" with GET http://a.test/api/1: no SameSite counts as Lax, but another site began the request (SameSite=None with Secure allows it) (3 times, first message 1)");
    }

    @Test
    void names_the_hop_of_a_redirect() {
        sent("R1", "early", "\"SecureOnly\"");
        request("R1", "Document", "http://a.test/go");
        received("R1", blocked("SameSiteNoneInsecure", "first=s3cret"), "");
        request(
                "R1",
                "Document",
                "http://a.test/login",
                "{}",
                ",\"redirectHasExtraInfo\":true,\"redirectResponse\":{\"status\":302}");
        received("R1", blocked("SameSiteNoneInsecure", "second=s3cret"), "");

        assertThat(lines())
                .containsExactly(
                        "0.002 s @9F86D081 Chrome did not send the cookie \"early\" with GET http://a.test/go: Secure needs https (message 0)",
                        "0.003 s @9F86D081 Chrome refused the cookie \"first\" of GET http://a.test/go: SameSite=None needs Secure (message 2)",
                        "0.003 s @9F86D081 Chrome refused the cookie \"second\" of GET http://a.test/login: SameSite=None needs Secure (message 4)");
    }

    @Test
    void its_evidence_is_the_message_that_told_the_reason() {
        request("R1", "Document", "http://a.test/login");
        received("R1", blocked("InvalidDomain", "sid=s3cret"), "");

        var found = SuspiciousMessages.in(conversation.messages(), Duration.ZERO, Optional.empty());

        assertThat(found.top()).singleElement().satisfies(suspicion -> {
            assertThat(suspicion.kind()).isEqualTo(Suspicion.Kind.COOKIE);
            assertThat(suspicion.sequence()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"NotOnPath\"",
                "\"DomainMismatch\"",
                "\"NotOnPath\",\"SchemefulSameSiteStrict\"",
                "\"PortMismatch\"",
                "\"AnonymousContext\""
            })
    void does_not_tell_a_cookie_that_had_no_business_there(String reasons) {
        request("R1", "Document", "http://a.test/");
        sent("R1", "sid", reasons);

        assertThat(lines()).isEmpty();
    }

    @Test
    void does_not_tell_what_was_refused_of_the_icon() {
        request("R1", "Other", "http://a.test/favicon.ico");
        received("R1", blocked("SameSiteNoneInsecure", "sid=s3cret"), "");

        assertThat(lines()).isEmpty();
    }

    @Test
    void does_not_tell_third_parties_that_their_cookies_were_refused() {
        request("R1", "Image", "http://pixel.test/1.gif");
        received("R1", blocked("SameSiteUnspecifiedTreatedAsLax", "uid=s3cret"), "");
        request(
                "R2",
                "Fetch",
                "http://count.test/visit",
                "{\"type\":\"script\",\"stack\":{\"callFrames\":[{\"url\":\"http://count.test/count.js\"}]}}",
                "");
        received("R2", blocked("UserPreferences", "uid=s3cret"), "");

        assertThat(lines()).isEmpty();
    }

    @Test
    void tells_what_was_refused_of_another_site_that_the_page_itself_asked() {
        request(
                "R1",
                "Fetch",
                "http://api.test/login",
                "{\"type\":\"script\",\"stack\":{\"callFrames\":[{\"url\":\"http://a.test/app.js\"}]}}",
                "");
        received("R1", blocked("ThirdPartyPhaseout", "sid=s3cret"), "");

        assertThat(lines())
                .containsExactly(
                        "0.003 s @9F86D081 Chrome refused the cookie \"sid\" of GET http://api.test/login: the browser blocks cookies of third parties (message 1)");
    }

    @ParameterizedTest
    @CsvSource({"Runtime.enable, 0", "Runtime.evaluate, 1"})
    void tells_what_was_not_sent_for_a_frame_of_which_the_test_asks_something(String command, int told) {
        request(
                "R1",
                "Document",
                "http://desk.test/",
                "{\"type\":\"parser\",\"url\":\"http://shop.test/\"}",
                ",\"frameId\":\"F1\"");
        sent("R1", "sid", "\"SchemefulSameSiteLax\",\"UserPreferences\"");
        conversation.event(
                3,
                PAGE,
                "Target.attachedToTarget",
                "{\"sessionId\":\"CHILD\",\"targetInfo\":{\"targetId\":\"F1\",\"type\":\"iframe\",\"url\":\"\"}}");
        conversation.command(4, "CHILD", 1, command, "{}");
        conversation.result(5, "CHILD", 1, "{}");

        assertThat(lines())
                .hasSize(told)
                .allMatch(line -> line.contains("Chrome did not send the cookie \"sid\" with GET http://desk.test/: "));
    }
}
