package io.github.withcdp.internal.serve;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The request with which a page begins a WebSocket.
 *
 * @param url {@code ws://…}
 * @param headers by their names in lower case
 */
record UpgradeRequest(String url, Map<String, String> headers) {

    /** Read the head of a request; empty if it is no such one. */
    static Optional<UpgradeRequest> parse(String head) {
        var lines = head.split("\r\n", -1);
        var first = lines[0].split(" ", -1);
        var headers = new TreeMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        return first.length == 3
                        && first[0].equals("GET")
                        && headers.getOrDefault("upgrade", "").equalsIgnoreCase("websocket")
                        && headers.containsKey("sec-websocket-key")
                ? Optional.of(new UpgradeRequest("ws://" + headers.getOrDefault("host", "") + first[1], headers))
                : Optional.empty();
    }

    String key() {
        return headers.getOrDefault("sec-websocket-key", "");
    }
}
