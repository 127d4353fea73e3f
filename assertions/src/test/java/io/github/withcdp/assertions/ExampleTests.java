package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.matching;
import static io.github.withcdp.assertions.CDPAssertions.param;

import io.github.withcdp.Headless;
import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The example that people see first. */
@WithCDP(headless = Headless.SHELL)
class ExampleTests {

    @Test
    void greets(CDPSession page) {
        page.navigate(
                "data:text/html,<title>Shop</title><script>setTimeout(() => console.log('hello, Ada'), 100)</script>");

        assertThat(page)
                .receives("Runtime.consoleAPICalled", param("/args/0/value", matching("hello, *")))
                .doesNotReceive("Runtime.exceptionThrown", Duration.ofMillis(100));

        assertThat(page.recording())
                .sentInOrder("Network.enable", "Page.navigate")
                .allCommandsAnswered();
        assertThat(page.events()).containsEvent("Page.loadEventFired");
    }
}
