package io.github.withcdp.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.MissingNode;

class SchemaCheckTests {

    private final SchemaCheck check = checkOf("Chrome/156.0.8078.79");

    private static SchemaCheck checkOf(String product, String... heard) {
        return new SchemaCheck(ProtocolSchema.pinned(), RemoteVersion.of(product), Set.of(heard)::contains);
    }

    private List<String> sentences(String method, String params) {
        return check.command(method, Json.read(params)).stream()
                .map(Mistake::sentence)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Page.navigate                     | {"url":"about:blank"}
            Page.captureScreenshot            | {"format":"jpeg","quality":80,"clip":{"x":0,"y":0.5,"width":1,"height":1,"scale":2}}
            Network.setExtraHTTPHeaders       | {"headers":{"Any":"thing"}}
            Runtime.callFunctionOn            | {"functionDeclaration":"f","arguments":[{"value":{"any":[1]}},{"objectId":"1"}]}
            Emulation.setGeolocationOverride  | {"latitude":1,"longitude":2.0,"accuracy":3}
            Input.dispatchKeyEvent            | {"type":"keyDown","modifiers":2.0,"text":null}
            Target.setAutoAttach              | {"autoAttach":true,"waitForDebuggerOnStart":true,"filter":[{"type":"tab","exclude":true},{}]}
            Acme.frobnicate                   | {"any":"thing"}""")
    void lets_through_what_is_right_or_not_known(String method, String params) {
        assertThat(sentences(method, params)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Page.navigat           | {}                             | Page.navigat does not exist. Did you mean Page.navigate?
            Page.loadEventFired    | {}                             | Page.loadEventFired is an event, which the browser sends: wait for it with await, or hear of it with on.
            Page.frobnicate        | {}                             | Page.frobnicate does not exist.
            Page.navigate          | {}                             | Page.navigate needs the param "url" (string).
            Page.navigate          | {"ur":"x","url":"y"}           | Page.navigate has no param "ur". Did you mean "url"? There are url, referrer, transitionType, frameId, referrerPolicy.
            Page.navigate          | {"url":7}                      | The param "url" of Page.navigate is of type string, but here is 7.
            Page.captureScreenshot | {"quality":"80"}               | The param "quality" of Page.captureScreenshot is of type integer, but here is "80".
            Page.captureScreenshot | {"quality":0.8}                | The param "quality" of Page.captureScreenshot is of type integer, but here is 0.8.
            Page.captureScreenshot | {"format":"jpg"}               | The param "format" of Page.captureScreenshot is one of jpeg, png, webp, but here is "jpg". Did you mean "jpeg"?
            Page.captureScreenshot | {"clip":{"x":1,"y":1,"width":1,"hight":1,"height":1,"scale":1}} | Page.captureScreenshot has no param "clip.hight". Did you mean "height"? There are x, y, width, height, scale.
            Page.captureScreenshot | {"clip":{"x":1,"y":1,"width":1,"height":1}} | Page.captureScreenshot needs the param "clip.scale" (number).
            Runtime.callFunctionOn | {"functionDeclaration":"f","arguments":[{"valeu":1}]} | Runtime.callFunctionOn has no param "arguments[0].valeu". Did you mean "value"? There are value, unserializableValue, objectId.
            Runtime.callFunctionOn | {"functionDeclaration":"f","arguments":{}} | The param "arguments" of Runtime.callFunctionOn is of type array of Runtime.CallArgument, but here is {}.
            Page.enable            | {"on":true}                    | Page.enable has no param "on". There is enableFileChooserOpenedEvent.
            Page.reload            | {"ignoreCache":"true"}         | The param "ignoreCache" of Page.reload is of type boolean, but here is "true".""")
    void says_what_is_wrong_with_a_command(String method, String params, String sentence) {
        assertThat(check.command(method, Json.read(params))).singleElement().satisfies(mistake -> {
            assertThat(mistake.sentence()).isEqualTo(sentence);
            assertThat(mistake.certain()).isTrue();
        });
    }

    @Test
    void says_what_is_wrong_with_an_event() {
        assertThat(check.event("Network.responseReceived")).isEmpty();
        assertThat(check.event("Acme.happened")).isEmpty();
        assertThat(check.event("Network.responseRecieved"))
                .contains(new Mistake(
                        "Network.responseRecieved",
                        "Network.responseRecieved does not exist. Did you mean Network.responseReceived?",
                        true));
        assertThat(check.event("Netwrok.responseReceived"))
                .contains(new Mistake(
                        "Netwrok.responseReceived",
                        "Netwrok.responseReceived does not exist. Did you mean Network.responseReceived?",
                        true));
        assertThat(check.event("Page.navigate"))
                .contains(new Mistake("Page.navigate", "Page.navigate is a command, and no event.", true));
    }

    @Test
    void an_event_that_has_come_is_still_no_command() {
        var heard = checkOf("Chrome/150.0.1.2", "Page.loadEventFired");

        assertThat(heard.command("Page.loadEventFired").orElseThrow().certain()).isTrue();
        assertThat(heard.command("Page.loadEventFired", Json.object())).hasSize(1);
    }

    @Test
    void remarks_only_where_the_schema_may_be_wrong() {
        assertThat(checkOf("Chrome/999.0.1.2")
                        .event("Page.brandNew")
                        .orElseThrow()
                        .certain())
                .isFalse();
        assertThat(checkOf("node.js/v24.1.0")
                        .event("Runtime.ownEvent")
                        .orElseThrow()
                        .certain())
                .isFalse();
        assertThat(checkOf("node.js/v24.1.0").event("NodeWorker.attachedToWorker"))
                .isEmpty();
        assertThat(checkOf("Chrome/156.0.1.2", "Page.hidden").event("Page.hidden"))
                .isEmpty();
        assertThat(checkOf("Edg/156.0.1.2").command("Page.navigate", Json.read("{\"url\":\"x\",\"own\":1}")))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.certain()).isFalse());
    }

    @Test
    void remarks_what_was_there_once() {
        assertThat(check.command("Network.setRequestInterception", Json.object()))
                .containsExactly(new Mistake(
                        "Network.setRequestInterception",
                        "Network.setRequestInterception was in the protocol up to Chrome 150, and is no longer.",
                        false));
        assertThat(checkOf("Chrome/140.0.1.2").command("Network.setRequestInterception", Json.object()))
                .isEmpty();
    }

    @Test
    void follows_a_path_as_far_as_its_type_is_closed() {
        for (var right : List.of("", "/response", "/response/status", "/response/headers/Any-Thing", "/type")) {
            assertThat(check.path("Network.responseReceived", right)).as(right).isEmpty();
        }
        assertThat(check.path("Runtime.consoleAPICalled", "/args/0/value/any/thing"))
                .isEmpty();
        assertThat(check.path("Acme.happened", "/any")).isEmpty();
        assertThat(check.path("Network.responseReceived", "/response/staus")
                        .orElseThrow()
                        .sentence())
                .startsWith(
                        "Network.responseReceived has no \"/response/staus\". Did you mean \"/response/status\"? There are url, status,");
        assertThat(check.path("Network.responseReceived", "/type/x")
                        .orElseThrow()
                        .sentence())
                .isEqualTo("Network.responseReceived has no \"/type/x\": \"/type\" is of type string.");
        assertThat(check.path("Runtime.consoleAPICalled", "/args/first")
                        .orElseThrow()
                        .sentence())
                .isEqualTo("Runtime.consoleAPICalled has no \"/args/first\": \"/args\" is of type array.");
        assertThat(check.path("Page.interstitialShown", "/any").orElseThrow().sentence())
                .isEqualTo("Page.interstitialShown has no \"/any\". It has no params.");
    }

    @Test
    void takes_no_params_for_an_empty_object() {
        assertThat(check.command("Page.enable", MissingNode.getInstance())).isEmpty();
        assertThat(check.command("Page.navigate", MissingNode.getInstance())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "worker,         true",
        "shared_worker,  false",
        "service_worker, true",
        "browser,        false",
        "worklet,        false"
    })
    void knows_of_each_kind_of_worker_what_it_has(String type, boolean lacks) {
        // All have a domain Fetch but a dedicated worker, and SystemInfo but a service worker.
        assertThat(TargetDomains.areWithout(type, type.equals("worker") ? "Fetch" : "SystemInfo"))
                .isEqualTo(lacks);
        assertThat(check.eventOf(type, "Page.loadEventFired").isPresent()).isEqualTo(!type.equals("worklet"));
    }
}
