package io.github.withcdp.samples;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.WithCDP;
import io.github.withcdp.protocol.EventTimeoutException;
import io.github.withcdp.session.CDPSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Wait for an event instead of sleeping, or have a handler called. */
@WithCDP
class WaitingForEventsTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void waits_for_the_event_that_an_action_causes(CDPSession page) {
        page.navigate(site.url("/index.html"));

        var hello =
                page.await("Runtime.consoleAPICalled", () -> page.evaluate("document.querySelector('#greet').click()"));

        assertThat(hello.param("/args/0/value").asString()).isEqualTo("Hello");
    }

    @Test
    void waits_for_the_event_that_meets_a_condition(CDPSession page) {
        page.navigate(site.url("/checkout.html"));

        var response = page.await(
                "Network.responseReceived",
                event -> event.param("/response/url").asString().endsWith("/pay"),
                () -> page.evaluate("document.querySelector('#pay').click()"));

        assertThat(response.param("/response/status").asInt()).isEqualTo(503);
    }

    @Test
    void tells_what_came_instead(CDPSession page) {
        assertThatThrownBy(() -> page.await(
                        "Network.responseReceived",
                        event -> event.param("/response/url").asString().endsWith("/orders"),
                        ofMillis(500),
                        () -> page.navigate(site.url("/index.html"))))
                .isInstanceOf(EventTimeoutException.class)
                .hasMessageStartingWith("No Network.responseReceived that meets the condition within 500 ms")
                .hasMessageContaining("1 came that did not meet the condition")
                .hasMessageContaining("Page.loadEventFired");
    }

    @Test
    void tells_at_once_what_cannot_come(CDPSession page) {
        assertThatThrownBy(() -> page.await("Animation.animationStarted"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Send Animation.enable before");
    }

    @Test
    void handlers_have_run_when_send_returns(CDPSession page) {
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        page.on(
                "Runtime.consoleAPICalled",
                event -> said.add(event.param("/args/0/value").asString()));

        page.evaluate("console.log('one'); console.log('two'); console.log('three')");

        assertThat(said).containsExactly("one", "two", "three");
    }

    @Test
    void a_handler_may_send_commands(CDPSession page) {
        List<String> titles = Collections.synchronizedList(new ArrayList<>());
        page.on(
                "Page.loadEventFired",
                event -> titles.add(page.evaluate("document.title").asString()));

        page.navigate(site.url("/index.html"));
        page.navigate(site.url("/orders.html"));

        assertThat(titles).containsExactly("A small shop", "Orders");
    }

    @Test
    void a_handler_is_called_until_its_subscription_is_closed(CDPSession page) {
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        var subscription = page.on(
                "Runtime.consoleAPICalled",
                event -> said.add(event.param("/args/0/value").asString()));

        page.evaluate("console.log('heard')");
        subscription.close();
        page.evaluate("console.log('not heard')");

        assertThat(said).containsExactly("heard");
    }
}
