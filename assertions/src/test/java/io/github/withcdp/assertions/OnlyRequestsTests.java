package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatIllegalArgumentException;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.CDPAssertions.post;
import static io.github.withcdp.assertions.CDPAssertions.request;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;

import io.github.withcdp.protocol.CommandTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnlyRequestsTests {

    private final ScriptedSession page = ScriptedSession.page();
    private final Traffic traffic =
            Traffic.of(page).loaded("1", "GET", "/shop", 200, "OK").loaded("2", "POST", "/api/pay", 201, "Created");

    @Test
    void pass_if_each_is_like_one() {
        assertThat(page)
                .hasOnlyRequests(request("http://localhost/**"))
                .hasOnlyRequests(get("**"), post("**/pay"))
                .hasNoFailedRequests();
        assertThat(page.recording())
                .hasOnlyRequests(request("http://localhost/**"))
                .hasOnlyRequests(get("**"), post("**/pay"))
                .isComplete();
    }

    @Test
    void leave_out_what_is_in_the_browser_and_its_own_request() {
        traffic.at("").asked("3", "GET", "data:text/css,").asked("4", "GET", "blob:http://localhost/1");
        traffic.at("").asked("5", "GET", "chrome-extension://a/b.js").asked("6", "GET", "DevTools://a/b");
        traffic.at("").asked("9", "GET", "chrome://theme/a.css").asked("10", "GET", "chrome-error://chromewebdata/");
        traffic.at("").asked("11", "GET", "chrome-untrusted://a/b").asked("12", "GET", "filesystem:http://localhost/a");
        traffic.at("").asked("7", "GET", "about:blank").asked("8", "GET", "http://ads.example/favicon.ico");

        assertThat(page).hasOnlyRequests(request("http://localhost/**"));
        assertThat(page.recording()).hasOnlyRequests(request("http://localhost/**"));
    }

    @Test
    void count_what_has_been_caused() {
        page.whenSent(command -> traffic.at("http://ads.example").asked("3", "GET", "/count"));

        assertFails(
                "only-requests.txt",
                () -> assertThat(page)
                        .hasOnlyRequests(
                                get("http://localhost/**"), post("**/pay").withStatus(201)));
    }

    @Test
    void count_each_hop() {
        traffic.asked("3", "GET", "/out").redirected("3", "/out", "/home");

        assertFails(
                "recording-only-requests.txt",
                () -> assertThat(page.recording()).hasOnlyRequests(request("**/shop"), request("**/home")));
    }

    @Test
    void fail_if_it_cannot_be_known() {
        page.whenSent(command -> {
            throw new CommandTimeoutException(command, Duration.ofMillis(1), List.of());
        });

        assertThatThrownBy(() -> assertThat(page).hasOnlyRequests(request("http://localhost/**")))
                .hasMessageContaining("to make only requests like http://localhost/**")
                .hasMessageContaining("but that does not mean much");
    }

    @Test
    void keep_what_was_said_of_them_and_stay_soft() {
        var softly = new CDPSoftAssertions();

        softly.assertThat(page).as("the shop").hasOnlyRequests(get("**")).hasOnlyRequests(post("**"));
        softly.assertThat(page.recording()).hasOnlyRequests(get("**"));

        assertThat(softly.assertionErrorsCollected()).hasSize(3);
        assertThat(softly.assertionErrorsCollected().get(0)).hasMessageStartingWith("[the shop] ");
    }

    @Test
    void want_to_know_which() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(page).hasOnlyRequests())
                .withMessage("Say which requests there may be; requests().isEmpty() says that there are none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(page.recording()).hasOnlyRequests());
    }
}
