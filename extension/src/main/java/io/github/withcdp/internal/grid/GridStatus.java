package io.github.withcdp.internal.grid;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * How a Grid says it is.
 *
 * @param nodes that are up
 * @param absent nodes that are not, or take nothing new
 * @param slots of the nodes that are up
 * @param busy how many of the slots have a session
 * @param browsers the number of slots for each browser
 * @param queue how many requests wait; empty if the Grid does not tell
 */
record GridStatus(int nodes, int absent, int slots, int busy, Map<String, Integer> browsers, OptionalInt queue) {

    private static final int MOST_NAMES = 10;

    static GridStatus of(JsonNode status, OptionalInt queue) {
        int nodes = 0;
        int absent = 0;
        int slots = 0;
        int busy = 0;
        var browsers = new TreeMap<String, Integer>();
        for (var node : status.path("value").path("nodes")) {
            if (!node.path("availability").asString("UP").equals("UP")) {
                absent++;
                continue;
            }
            nodes++;
            for (var slot : node.path("slots")) {
                slots++;
                busy += slot.path("session").isObject() ? 1 : 0;
                browsers.merge(slot.path("stereotype").path("browserName").asString("?"), 1, Integer::sum);
            }
        }
        return new GridStatus(nodes, absent, slots, busy, browsers, queue);
    }

    /** Return whether nodes are there, and none of them has the browser. */
    boolean lacks(String browser) {
        return nodes > 0
                && browsers.keySet().stream()
                        .noneMatch(name -> name.toLowerCase(Locale.ROOT).equals(browser.toLowerCase(Locale.ROOT)));
    }

    /** Return whether each slot has a session. */
    boolean isFull() {
        return slots > 0 && busy >= slots;
    }

    /** Return all of it: "2 nodes with 4 slots (chrome), 4 of them busy, 3 requests in the queue". */
    String sentence() {
        if (nodes == 0) {
            return (absent == 0 ? "no node has registered" : "all " + count(absent, "node") + " are down or draining")
                    + waiting();
        }
        var names = new TreeSet<>(browsers.keySet()).stream().limit(MOST_NAMES).toList();
        return count(nodes, "node") + " with " + count(slots, "slot") + " (" + String.join(", ", names) + "), " + busy
                + " of them busy" + (absent == 0 ? "" : ", " + count(absent, "node") + " down or draining") + waiting();
    }

    private String waiting() {
        return queue.isPresent() ? ", " + count(queue.getAsInt(), "request") + " in the queue" : "";
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
