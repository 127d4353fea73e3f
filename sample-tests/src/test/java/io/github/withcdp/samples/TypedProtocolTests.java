package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.param;
import static io.github.withcdp.assertions.CDPAssertions.where;
import static io.github.withcdp.protocol.typed.Page.CaptureScreenshotFormat.JPEG;

import io.github.withcdp.WithCDP;
import io.github.withcdp.protocol.typed.Emulation;
import io.github.withcdp.protocol.typed.Network;
import io.github.withcdp.protocol.typed.Page;
import io.github.withcdp.protocol.typed.Runtime;
import io.github.withcdp.session.CDPSession;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Let the compiler check names and values of the protocol, with {@code withcdp-protocol}; beside each, the same with names as texts. */
@WithCDP
class TypedProtocolTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void a_command_has_its_required_params_and_methods_for_the_others(CDPSession page) {
        page.send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 3, "mobile", true, "screenWidth", 390));

        page.send(Emulation.setDeviceMetricsOverride(390, 844, 3, true).screenWidth(390));

        assertThat(page.evaluate("[screen.width, devicePixelRatio]")).isEqualTo("[390, 3]");
    }

    @Test
    void a_result_has_what_the_protocol_says(CDPSession page) {
        page.navigate(site.url("/index.html"));

        var result = page.send("Page.captureScreenshot", Map.of("format", "jpeg", "quality", 80));
        byte[] raw = Base64.getDecoder().decode(result.path("data").asString());

        byte[] jpeg =
                page.send(Page.captureScreenshot().format(JPEG).quality(80)).data();

        assertThat(jpeg).startsWith(0xFF, 0xD8).hasSameSizeAs(raw);
    }

    @Test
    void a_wait_has_a_condition_of_params_with_types(CDPSession page) {
        page.navigate(site.url("/checkout.html"));

        var event = page.await(
                "Network.responseReceived",
                e -> e.param("/response/status").asInt() == 503,
                () -> page.evaluate("pay()"));

        var failed =
                page.await(Network.RESPONSE_RECEIVED, e -> e.response().status() == 503, () -> page.evaluate("pay()"));

        assertThat(failed.response().url())
                .isEqualTo(event.param("/response/url").asString());
    }

    @Test
    void an_assertion_has_it_too(CDPSession page) {
        page.navigate(site.url("/checkout.html"));

        page.evaluate("pay()");

        assertThat(page)
                .receives("Network.responseReceived", param("/response/status", 503))
                .doesNotReceive("Network.loadingFailed");

        assertThat(page)
                .receives(Network.RESPONSE_RECEIVED, e -> e.response().status() == 503)
                .receives(
                        Network.RESPONSE_RECEIVED,
                        where(
                                "the bank does not answer",
                                Network.RESPONSE_RECEIVED,
                                e -> e.response().url().endsWith("/api/pay")))
                .doesNotReceive(Network.LOADING_FAILED, e -> e.canceled().isEmpty());
    }

    @Test
    void so_has_an_assertion_about_one_event_or_about_commands(CDPSession page) {
        page.send("Network.enable");
        page.navigate("about:blank");

        assertThat(page.recording())
                .sent("Page.navigate", param("/url", "about:blank"))
                .doesNotSend("Page.reload")
                .sentInOrder("Network.enable", "Page.navigate");

        assertThat(page.recording())
                .sent(Page.navigate("about:blank"))
                .doesNotSend(Page.reload())
                .sentInOrder(Network.enable(), Page.navigate("about:blank"));
        assertThat(page.recording()).command(Page.navigate("about:blank")).succeeded();

        var event = page.await("Network.responseReceived", () -> page.navigate(site.url("/index.html")));
        assertThat(event)
                .hasMethod(Network.RESPONSE_RECEIVED)
                .hasParamsSatisfying(
                        Network.RESPONSE_RECEIVED,
                        e -> assertThat(e.response().statusText()).isNotEmpty());
    }

    @Test
    void a_handler_gets_the_params(CDPSession page) {
        List<String> said = Collections.synchronizedList(new ArrayList<>());

        page.on(
                Runtime.CONSOLE_API_CALLED,
                e -> said.add(
                        e.type() + ": " + e.args().get(0).value().orElseThrow().asString()));
        page.evaluate("console.warn('careful')");

        assertThat(said).containsExactly("warning: careful");
    }

    @Test
    void what_the_classes_do_not_know_is_in_the_JSON(CDPSession page) {
        var result = page.send(Runtime.evaluate("({tea: 2})").returnByValue(true));

        var tea = result.result().value().orElseThrow().path("tea").asInt();
        var newer = result.json().path("aFieldOfNextYear");

        assertThat(tea).isEqualTo(2);
        assertThat(newer.isMissingNode()).isTrue();
    }

    @Test
    void both_forms_say_the_same_to_the_browser(CDPSession page) {
        page.send("Emulation.setDeviceMetricsOverride", screen());
        page.send(Emulation.setDeviceMetricsOverride(390, 844, 3, true));

        assertThat(page.recording().commands())
                .filteredOn(command -> command.method().equals("Emulation.setDeviceMetricsOverride"))
                .hasSize(2)
                .extracting(command -> command.json().replaceFirst("\"id\":\\d+", "\"id\":0"))
                .containsOnly(
                        "{\"id\":0,\"method\":\"Emulation.setDeviceMetricsOverride\",\"params\":{\"width\":390,\"height\":844,\"deviceScaleFactor\":3,\"mobile\":true},\"sessionId\":\"%s\"}"
                                .formatted(page.id()));
    }

    private static Map<String, Object> screen() {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("width", 390);
        params.put("height", 844);
        params.put("deviceScaleFactor", 3);
        params.put("mobile", true);
        return params;
    }
}
