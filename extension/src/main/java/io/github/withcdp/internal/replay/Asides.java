package io.github.withcdp.internal.replay;

import io.github.withcdp.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is answered though it is in no recording: all of it is said by WithCDP itself, before a recording begins, beside it, or after it ends. A recorded
 * command that matches goes before, but for the handshake.
 *
 * <table>
 *   <caption>Answered besides</caption>
 *   <tr><th>when</th><th>what</th></tr>
 *   <tr><td>at the beginning</td><td>{@code Target.getTargetInfo}, {@code Target.setAutoAttach} and {@code Browser.getVersion} of the browser</td></tr>
 *   <tr><td>for a page that was made before its test began</td><td>{@code Target.createBrowserContext}, {@code Browser.setDownloadBehavior}, {@code Target.createTarget}</td></tr>
 *   <tr><td>at any time, because it is never recorded</td><td>the question whether all has arrived ({@code Runtime.evaluate} of {@code 0}), what is known of objects
 *       that were thrown, films, traces of busy pages</td></tr>
 *   <tr><td>after the test has failed</td><td>everything: it is refused, as the capture of a report and {@code @AfterEach} may ask for what was not recorded</td></tr>
 *   <tr><td>when the test is over</td><td>everything: {@code Target.disposeBrowserContext}, for example</td></tr>
 * </table>
 */
final class Asides {

    private static final Set<String> WITHOUT_RESULT =
            Set.of("Page.startScreencast", "Page.screencastFrameAck", "Page.stopScreencast", "Runtime.releaseObject");

    private static final Set<String> REFUSED =
            Set.of("Runtime.getProperties", "Tracing.getCategories", "Tracing.start", "Tracing.end");

    private static final int REFUSAL = -32000;
    private static final String NOT_RECORDED = "this is a replay, and the recording does not say it";

    private final RecordedTest test;
    private boolean autoAttached;
    private boolean met;
    private boolean contextMade;
    private boolean pageMade;

    Asides(RecordedTest test) {
        this.test = test;
    }

    /**
     * What is said for a command.
     *
     * @param before events that come before the answer
     * @param result of the command; null if it is refused
     */
    record Aside(List<ObjectNode> before, @Nullable JsonNode result) {

        static final Aside DONE = new Aside(List.of(), Json.object());
        static final Aside REFUSED = new Aside(List.of(), null);

        static Aside result(JsonNode result) {
            return new Aside(List.of(), result);
        }

        /** Return the answer to a command. */
        byte[] answer(int id, String session) {
            var answer = Json.object().put("id", id);
            if (result != null) {
                answer.set("result", result);
            } else {
                answer.set("error", Json.object().put("code", REFUSAL).put("message", NOT_RECORDED));
            }
            return Json.write(session.isEmpty() ? answer : answer.put("sessionId", session));
        }
    }

    /** Return the answer to what is said before a recording begins; empty if this is something else. */
    Optional<Aside> handshake(String session, String method) {
        if (met || !session.isEmpty()) {
            return Optional.empty();
        }
        switch (method) {
            case "Target.getTargetInfo" -> {
                var info = Json.object()
                        .put("targetId", "browser")
                        .put("type", "browser")
                        .put("title", "")
                        .put("url", "");
                return Optional.of(Aside.result(Json.object().set("targetInfo", info)));
            }
            case "Target.setAutoAttach" -> {
                boolean first = !autoAttached;
                autoAttached = true;
                return first ? Optional.of(Aside.DONE) : Optional.empty();
            }
            case "Browser.getVersion" -> {
                met = true;
                return Optional.of(Aside.result(Json.object()
                        .put("protocolVersion", "1.3")
                        .put("product", test.browser())
                        .put("revision", "")
                        .put("userAgent", "")
                        .put("jsVersion", "")));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /** Return the answer to a command that matches none of the recording; empty if there is none. */
    Optional<Aside> answer(String session, String method, JsonNode params) {
        if (WITHOUT_RESULT.contains(method)) {
            return Optional.of(Aside.DONE);
        }
        if (REFUSED.contains(method)) {
            return Optional.of(Aside.REFUSED);
        }
        if (method.equals("Runtime.evaluate") && Looks.isBarrier(params)) {
            var zero = Json.object().put("type", "number").put("value", 0);
            return Optional.of(Aside.result(Json.object().set("result", zero)));
        }
        return session.isEmpty() && test.lacksItsPage() ? ofPage(method, params) : Optional.empty();
    }

    /** What is said for the first page of a test, which was there before the test. */
    private Optional<Aside> ofPage(String method, JsonNode params) {
        var context = params.path("browserContextId").asString("");
        switch (method) {
            case "Target.createBrowserContext" -> {
                boolean first = !contextMade;
                contextMade = true;
                return first
                        ? Optional.of(Aside.result(Json.object().put("browserContextId", test.browserContext())))
                        : Optional.empty();
            }
            case "Browser.setDownloadBehavior" -> {
                return context.equals(test.browserContext()) ? Optional.of(Aside.DONE) : Optional.empty();
            }
            case "Target.createTarget" -> {
                if (pageMade || !context.equals(test.browserContext())) {
                    return Optional.empty();
                }
                pageMade = true;
                var page = test.page();
                return Optional.of(new Aside(
                        List.of(attached(page, context)), Json.object().put("targetId", page.targetId())));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private static ObjectNode attached(RecordedTest.Page page, String context) {
        var info = Json.object()
                .put("targetId", page.targetId())
                .put("type", "page")
                .put("title", "")
                .put("url", "about:blank")
                .put("attached", true)
                .put("canAccessOpener", false)
                .put("browserContextId", context);
        var params = Json.object().put("sessionId", page.session());
        params.set("targetInfo", info);
        params.put("waitingForDebugger", page.waited());
        var event = Json.object().put("method", "Target.attachedToTarget");
        event.set("params", params);
        return event;
    }

    /** Return an id like those of Chrome that names what a recording does not name. */
    static String madeUpId(String what) {
        var hex = HexFormat.of().withUpperCase().formatHex(what.getBytes(StandardCharsets.UTF_8));
        return (hex + "0".repeat(32)).substring(0, 32);
    }
}
