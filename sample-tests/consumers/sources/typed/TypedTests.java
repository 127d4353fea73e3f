package shop;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.protocol.typed.Page.CaptureScreenshotFormat.JPEG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.withcdp.WithCDP;
import io.github.withcdp.protocol.typed.Emulation;
import io.github.withcdp.protocol.typed.Network;
import io.github.withcdp.protocol.typed.Page;
import io.github.withcdp.protocol.typed.Runtime;
import io.github.withcdp.protocol.typed.Target;
import io.github.withcdp.protocol.typed.experimental.CSS;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the protocol as classes does: commands, waits and assertions, with names that others have as well. */
@WithCDP
class TypedTests {

    @RegisterExtension
    static final Shop shop = new Shop();

    @Test
    void sends_commands_and_reads_results(CDPSession page) {
        page.send(Emulation.setDeviceMetricsOverride(390, 844, 3, true));

        assertEquals(390, page.evaluate("screen.width").asInt());
        assertEquals(
                2,
                page.send(Runtime.evaluate("1 + 1").returnByValue(true))
                        .result()
                        .value()
                        .orElseThrow()
                        .asInt());
        assertTrue(page.send(Page.captureScreenshot().format(JPEG)).data().length > 100);
        assertEquals(
                page.target().id(),
                page.send(Target.getTargetInfo()).targetInfo().targetId());
    }

    @Test
    void uses_an_experimental_domain(CDPSession page) {
        page.send("DOM.enable");

        assertTrue(page.send(CSS.enable()).isObject());
    }

    @Test
    void waits_and_asserts(CDPSession page) {
        page.navigate(shop.url());

        var refused =
                page.await(Network.RESPONSE_RECEIVED, e -> e.response().status() == 503, () -> page.evaluate("pay()"));

        assertTrue(refused.response().url().endsWith("/api/pay"));
        assertThat(page)
                .receives(Runtime.CONSOLE_API_CALLED, e -> e.type().text().equals("error"));
        assertThat(page.recording()).doesNotContainEvent(Network.LOADING_FAILED);
    }
}
