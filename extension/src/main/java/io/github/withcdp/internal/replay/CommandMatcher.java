package io.github.withcdp.internal.replay;

import io.github.withcdp.internal.replay.ParamsComparison.Difference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the recorded command that a test says again. Guarded by the script. */
final class CommandMatcher {

    /** Those that have not come, by session and method, in the order of the recording. */
    private final Map<String, List<ScriptEntry>> missing = new HashMap<>();

    private final List<Approximation> approximations = new ArrayList<>();
    private LocalPorts ports = new LocalPorts();

    /** A command that was taken for a recorded one which is not quite the same. */
    record Approximation(ScriptEntry entry, List<Difference> differences) {}

    void add(ScriptEntry command) {
        missing.computeIfAbsent(kind(command.session(), command.method()), any -> new ArrayList<>())
                .add(command);
    }

    /**
     * Return the first that is equal, which then is no longer missing; null if there is none.
     *
     * @param end only those before this place
     */
    @Nullable
    ScriptEntry equal(String session, String method, JsonNode params, int end) {
        for (var candidate : candidates(session, method)) {
            if (candidate.index() >= end) {
                return null;
            }
            var learnt = ports.copy();
            if (new ParamsComparison(learnt)
                    .differences(candidate.params(), params)
                    .isEmpty()) {
                return taken(candidate, learnt);
            }
        }
        return null;
    }

    /** Return the only one before a place, if it is equal but for what varies from run to run; null if it is not, or there are several. */
    @Nullable
    ScriptEntry onlyOneAlike(String session, String method, JsonNode params, int end) {
        var inTurn = candidates(session, method).stream()
                .filter(candidate -> candidate.index() < end)
                .toList();
        if (inTurn.size() != 1) {
            return null;
        }
        var learnt = ports.copy();
        var differences = new ParamsComparison(learnt).differences(inTurn.get(0).params(), params);
        if (!differences.stream().allMatch(Difference::varies)) {
            return null;
        }
        approximations.add(new Approximation(inTurn.get(0), differences));
        return taken(inTurn.get(0), learnt);
    }

    private List<ScriptEntry> candidates(String session, String method) {
        return missing.getOrDefault(kind(session, method), List.of());
    }

    private ScriptEntry taken(ScriptEntry entry, LocalPorts learnt) {
        candidates(entry.session(), entry.method()).remove(entry);
        ports = learnt;
        return entry;
    }

    private static String kind(String session, String method) {
        return session + " " + method;
    }

    /** Return the ports that are known by now. */
    LocalPorts ports() {
        return ports;
    }

    /** Return the commands that were taken for others. */
    List<Approximation> approximations() {
        return approximations;
    }
}
