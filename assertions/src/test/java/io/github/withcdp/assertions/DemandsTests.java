package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.event;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.CDPAssertions.message;
import static io.github.withcdp.assertions.CDPAssertions.param;
import static io.github.withcdp.assertions.CDPAssertions.request;

import io.github.withcdp.internal.spi.Demands;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which messages an assertion has demanded: what is wrong with them fails no test. */
class DemandsTests {

    private final ScriptedSession scripted = ScriptedSession.page();
    private final List<String> noted = new ArrayList<>();

    private final Demands demands = new Demands() {

        @Override
        public void event(CDPEvent event) {
            noted.add(
                    "%s %s".formatted(event.method(), event.param("/requestId").asString("")));
        }

        @Override
        public void request(String id) {
            noted.add(id);
        }

        @Override
        public void message(long sequence) {
            noted.add(scripted.recording().console().stream()
                    .filter(message -> message.sequence() == sequence)
                    .findFirst()
                    .orElseThrow()
                    .text());
        }
    };

    private final CDPSession page = ProxySession.of(
            scripted,
            Map.of(
                    "demands", arguments -> demands,
                    "untilQuiet", arguments -> Optional.of(Duration.ZERO),
                    "pending", arguments -> List.of()));

    @BeforeEach
    void something_has_come() {
        Traffic.of(scripted)
                .loaded("1", "GET", "/users/7", 404, "Not Found")
                .loaded("2", "GET", "/users/8", 200, "OK")
                .loaded("3", "GET", "/users/8", 500, "Internal Server Error")
                .said("error", "one")
                .said("error", "two");
    }

    private CDPSessionAssert page() {
        return assertThat(page).within(Duration.ofMillis(1));
    }

    @Test
    void are_the_events_that_had_to_come() {
        page().receives("Network.responseReceived", param("/response/status", 500));
        page().receives("Network.loadingFinished");
        page().receives(2, "Runtime.consoleAPICalled");
        page().receivesAtLeast(2, "Network.responseReceived");
        page().receivesInOrder(
                        event("Network.responseReceived", param("/response/status", 200)),
                        event("Network.loadingFinished"));

        assertThat(noted)
                .containsExactly(
                        "Network.responseReceived 3",
                        "Network.loadingFinished 1",
                        "Runtime.consoleAPICalled ",
                        "Runtime.consoleAPICalled ",
                        "Network.responseReceived 1",
                        "Network.responseReceived 2",
                        "Network.responseReceived 2",
                        "Network.loadingFinished 2");
    }

    @Test
    void are_the_requests_that_had_to_be_made() {
        page().requests(get("**/users/8")).hasSize(2);
        page().requests(get("**/users/*")).isNotEmpty();
        page().requests(get("**/users/*")).hasSizeGreaterThanOrEqualTo(2);

        assertThat(noted).containsExactly("2", "3", "1", "1", "2");
    }

    @Test
    void are_those_that_an_assertion_goes_on_with() {
        page().requests(get("**/users/7")).single().hasStatus(404);
        page().requests().first().hasStatus(404);
        page().requests(get("**/users/8")).last().hasStatus(500);
        page().requests(get("**/users/*")).element(1).hasStatus(200);
        page().requests().anySatisfy(it -> assertThat(it).hasStatus(500));

        assertThat(noted).containsExactly("1", "1", "1", "3", "2", "3");
    }

    @Test
    void are_the_messages_that_had_to_be_written() {
        page().console(message("t*")).hasSize(1);
        page().console().last().hasText("two");
        page().console(message("one")).first().isError();

        assertThat(noted).containsExactly("two", "two", "one");
    }

    @Test
    void are_none_of_those_that_must_not_come_or_are_merely_counted() {
        page().doesNotReceive("Runtime.exceptionThrown");
        page().requests(get("**/missing")).isEmpty();
        page().requests(get("**/missing")).hasSize(0);
        page().requests().hasSize(3);
        page().requests(request("**")).isNotEmpty();
        page().console().hasSize(2);
        page().console(message("*")).isNotEmpty();
        page().requests(get("**/users/*")).now().hasSize(3).first().hasStatus(404);
        page().hasOnlyRequests(get("**"));
        page().hasNoFailedRequestsExcept("**");
        page().hasNoConsoleErrorsExcept("*");
        page().eventuallySatisfies(session -> assertThat(session.events()).containsEvent("Network.loadingFinished"));
        assertThat(page.recording()).requests(get("**/users/7")).single().hasStatus(404);

        assertThat(noted).isEmpty();
    }

    @Test
    void are_none_of_those_of_which_there_were_too_few() {
        assertThatThrownBy(() -> page().receives(3, "Runtime.consoleAPICalled")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> page().requests(get("**/users/8")).hasSize(3)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> page().requests(get("**/users/8")).single()).isInstanceOf(AssertionError.class);

        assertThat(noted).isEmpty();
    }
}
