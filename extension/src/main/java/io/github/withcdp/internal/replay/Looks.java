package io.github.withcdp.internal.replay;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The questions that are asked of a page again and again until the answer is as it should be: by assertions, and by loops of tests. How often depends on
 * the speed of a machine, so that a test that is replayed may ask more often than was recorded, or less; each time it is told what the page answered last.
 */
final class Looks {

    private static final Set<String> PARAMS = Set.of("expression", "returnByValue", "awaitPromise", "silent");

    private final Map<String, ScriptEntry> last = new HashMap<>(); // by session and params
    private final Map<ScriptEntry, Integer> repetitions = new LinkedHashMap<>();

    /** Return whether the params are those of an assertion that looks. */
    static boolean isLook(JsonNode params) {
        return params.path("silent").asBoolean(false)
                && (isBarrier(params) || Set.copyOf(params.propertyNames()).equals(PARAMS));
    }

    /** Return whether this asks nothing but whether all has arrived that was caused before. */
    static boolean isBarrier(JsonNode params) {
        return params.size() == 2
                && params.path("expression").asString("").equals("0")
                && params.path("silent").asBoolean(false);
    }

    /** Return whether a command is such a question: by its looks, or because it was asked more than once. */
    boolean concerns(String session, String method, JsonNode params) {
        return method.equals("Runtime.evaluate") && (isLook(params) || last.containsKey(key(session, params)));
    }

    /** Note that a recorded command is over, if it is such a question. */
    void pass(ScriptEntry entry) {
        if (entry.isLook()) {
            last.put(key(entry.session(), entry.params()), entry);
        }
    }

    /** Return the last answer to a question, if it was answered. */
    Optional<ScriptEntry> answerAgain(String session, JsonNode params) {
        var entry = last.get(key(session, params));
        var answer = entry == null ? null : entry.other();
        if (entry == null || answer == null || !answer.isSaid()) {
            return Optional.empty();
        }
        if (!isLook(params)) { // who asks is no assertion of ours, but the test
            repetitions.merge(entry, 1, Integer::sum);
        }
        return Optional.of(answer);
    }

    /** Return how often tests have asked more than was recorded. */
    Map<ScriptEntry, Integer> repetitions() {
        return repetitions;
    }

    private static String key(String session, JsonNode params) {
        return session
                + params.properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }
}
