package io.github.withcdp.internal.transcript;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Finds in the data of a message what says why something went wrong: a line that is cut has it nevertheless. */
final class Reasons {

    /** What is longer is not parsed. */
    private static final int LONGEST = 1 << 20;

    private static final int SHOWN = 400;
    private static final int MOST = 8;

    /**
     * Where in the data of a method reasons are.
     *
     * @param within the member that has them; empty for the data itself
     * @param names of the members, however deep
     */
    private record Place(String within, Set<String> names) {}

    private static final Place THROWN = new Place("exceptionDetails", Set.of("text", "description"));
    private static final Place COOKIES = new Place("", Set.of("blockedReasons"));

    private static final Map<String, Place> PLACES = Map.ofEntries(
            Map.entry("Network.loadingFailed", new Place("", Set.of("errorText", "blockedReason", "corsErrorStatus"))),
            Map.entry("Network.requestWillBeSentExtraInfo", COOKIES),
            Map.entry("Network.responseReceivedExtraInfo", COOKIES),
            Map.entry("Network.webSocketFrameError", new Place("", Set.of("errorMessage"))),
            Map.entry("Fetch.requestPaused", new Place("", Set.of("responseErrorReason"))),
            Map.entry("Page.navigate", new Place("", Set.of("errorText"))),
            Map.entry("Page.javascriptDialogOpening", new Place("", Set.of("message"))),
            Map.entry("Runtime.exceptionThrown", THROWN),
            Map.entry("Runtime.evaluate", THROWN),
            Map.entry("Runtime.callFunctionOn", THROWN),
            Map.entry("Runtime.awaitPromise", THROWN),
            Map.entry("Runtime.runScript", THROWN),
            Map.entry(
                    "Audits.issueAdded",
                    new Place(
                            "",
                            Set.of("cookieExclusionReasons", "corsErrorStatus", "blockedReason", "resolutionStatus"))));

    private Reasons() {}

    /**
     * Append the reasons that a line does not show yet.
     *
     * @param payload the data, of which the line shows the beginning
     * @param from where in the line it begins
     */
    static void append(StringBuilder line, String method, Payload payload, int from) {
        var place = PLACES.get(method);
        if (place == null || payload.length() > LONGEST) {
            return;
        }
        var reasons = new ArrayList<String>();
        try {
            var tree = Json.read(payload.text());
            collect(place.within().isEmpty() ? tree : tree.path(place.within()), place.names(), reasons);
        } catch (JacksonException noJson) {
            return;
        }
        var shown = line.substring(from);
        reasons.stream()
                .filter(reason -> !shown.contains(reason))
                .distinct()
                .limit(MOST)
                .forEach(reason -> line.append(' ').append(reason));
    }

    private static void collect(JsonNode node, Set<String> names, List<String> reasons) {
        if (reasons.size() > 10 * MOST) {
            return;
        }
        for (var member : node.properties()) {
            var value = member.getValue();
            if (!names.contains(member.getKey())) {
                collect(value, names, reasons);
            } else if (!value.isNull()
                    && !(value.isString() ? value.asString("").isEmpty() : value.isEmpty())) {
                reasons.add(of(node) + '"' + member.getKey() + "\":" + SafeText.line(Json.text(value), SHOWN));
            }
        }
        if (node.isArray()) {
            node.forEach(element -> collect(element, names, reasons));
        }
    }

    /** Return whose reason it is, if that is a cookie. */
    private static String of(JsonNode object) {
        var cookie = object.path("cookie").path("name");
        return cookie.isString() ? "\"name\":" + SafeText.line(cookie.toString(), SHOWN) + "," : "";
    }
}
