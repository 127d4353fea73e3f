package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.get;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answer a server that asks for user and password ({@code 401}, {@code WWW-Authenticate}). */
@WithCDP
class HttpLoginTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @BeforeEach
    void asksBeforeTheBrowserGivesUp(CDPSession page) {
        page.send("Fetch.enable", Map.of("handleAuthRequests", true));
        page.on(
                "Fetch.requestPaused",
                request -> page.send("Fetch.continueRequest", Map.of("requestId", request.param("/requestId"))));
    }

    @Test
    void logs_in_with_user_and_password(CDPSession page) {
        page.on(
                "Fetch.authRequired",
                challenge -> page.send(
                        "Fetch.continueWithAuth",
                        Map.of(
                                "requestId", challenge.param("/requestId"),
                                "authChallengeResponse",
                                        Map.of(
                                                "response", "ProvideCredentials",
                                                "username", "ada",
                                                "password", "lovelace"))));

        page.navigate(site.url("/account"));

        assertThat(page.evaluate("document.body.innerText").asString()).isEqualTo("Hello, Ada!");
        assertThat(page).requests(get("**/account")).single().hasStatus(200);
    }

    @Test
    void sees_what_somebody_without_a_password_sees(CDPSession page) {
        page.on(
                "Fetch.authRequired",
                challenge -> page.send(
                        "Fetch.continueWithAuth",
                        Map.of(
                                "requestId", challenge.param("/requestId"),
                                "authChallengeResponse", Map.of("response", "CancelAuth"))));

        page.navigate(site.url("/account"));

        assertThat(page.evaluate("document.body.innerText").asString()).isEqualTo("Who are you?");
        assertThat(page)
                .requests(get("**/account"))
                .single()
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Basic realm=\"shop\"");
    }
}
