package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.get;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.WithCDPExtension;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A process of Node.js has a session as a page has, and no pages. */
@Tag("node")
@ExtendWith(RunningNode.Required.class)
class NodeTests {

    static RunningNode node;

    @RegisterExtension
    static final WithCDPExtension cdp =
            WithCDPExtension.builder().endpoint(() -> node.inspector()).build();

    @BeforeAll
    static void startNode() {
        node = RunningNode.start("globalThis.add = (a, b) => a + b; setInterval(() => {}, 1000)");
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @Test
    void calls_a_function_and_counts_the_calls(CDPSession process) {
        process.send("Profiler.enable");
        process.send("Profiler.startPreciseCoverage", Map.of("callCount", true, "detailed", true));

        assertThat(process.evaluate("add(1, 2) + add(3, 4)").asInt()).isEqualTo(10);

        var scripts =
                process.send("Profiler.takePreciseCoverage").path("result").valueStream();
        var functions = scripts.flatMap(script -> script.path("functions").valueStream());
        assertThat(functions)
                .anyMatch(function -> function.path("functionName").asString().equals("globalThis.add")
                        && function.at("/ranges/0/count").asInt() == 2);
        assertThat(process).hasNoConsoleErrors();
    }

    @Test
    void says_what_a_process_does_not_have(CDPSession process, CDPBrowser browser) {
        assertThat(browser.version().product()).startsWith("node.js/v");
        assertThatThrownBy(() -> process.navigate("https://example.org"))
                .hasMessageStartingWith("navigate needs a page, but this is node.js/v");
    }

    @Test
    void sees_an_error_on_the_console(CDPSession process) {
        process.evaluate("console.error('no such user')");

        assertThatThrownBy(() -> assertThat(process).hasNoConsoleErrors()).hasMessageContaining("no such user");
    }

    @Test
    void has_no_requests_to_show(CDPSession process) {
        assertThatThrownBy(() -> assertThat(process)
                        .within(Duration.ofMillis(100))
                        .requests(get("**/users"))
                        .hasSize(1))
                .hasMessageContaining("--experimental-network-inspection");
    }
}
