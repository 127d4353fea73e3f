package io.github.withcdp.internal.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the threads of a page executed for a moment, as V8 has sampled it into a trace ({@code disabled-by-default-v8.cpu_profiler}). */
public final class CPUSamples {

    /** The share of the samples that have to agree: some are of the moment before. */
    private static final double NEARLY_ALL = 0.9;

    /** What V8 does on behalf of a script, whose function it does not name then. */
    private static final Set<String> OF_V8 = Set.of("(garbage collector)", "(program)");

    /** Fewer tell nothing. */
    private static final int FEWEST = 5;

    private static final int DEEPEST = 100;
    private static final int MOST_THREADS = 100;

    private record Call(int parent, RunningFunction function, boolean isScript) {

        static final Call UNKNOWN = new Call(0, new RunningFunction("", "", 0, 0), false);

        boolean isOfV8() {
            return !isScript && OF_V8.contains(function.name());
        }
    }

    private record Place(int line, int column) {}

    private record Sample(int call, Place place) {}

    /** What has been sampled of one thread. */
    private static final class SampledThread {

        private final Map<Integer, Call> calls = new HashMap<>();
        private final List<Sample> samples = new ArrayList<>();

        Call call(int id) {
            return calls.getOrDefault(id, Call.UNKNOWN);
        }
    }

    private final Map<String, SampledThread> threads = new LinkedHashMap<>();

    /** Add events of the trace. */
    public void add(JsonNode events) {
        for (var event : events) {
            var thread = event.path("pid").asString("") + " " + event.path("id").asString("");
            if (event.path("name").asString("").equals("ProfileChunk")
                    && (threads.containsKey(thread) || threads.size() < MOST_THREADS)) {
                add(
                        threads.computeIfAbsent(thread, key -> new SampledThread()),
                        event.path("args").path("data"));
            }
        }
    }

    private static void add(SampledThread thread, JsonNode data) {
        var profile = data.path("cpuProfile");
        for (var node : profile.path("nodes")) {
            var frame = node.path("callFrame");
            thread.calls.put(
                    node.path("id").asInt(0),
                    new Call(
                            node.path("parent").asInt(0),
                            new RunningFunction(
                                    frame.path("functionName").asString(""),
                                    frame.path("url").asString(""),
                                    CallStack.fromOne(frame.path("lineNumber")),
                                    CallStack.fromOne(frame.path("columnNumber"))),
                            frame.path("codeType").asString("").equals("JS")));
        }
        int at = 0;
        for (var sample : profile.path("samples")) {
            var place = new Place(
                    data.path("lines").path(at).asInt(0),
                    data.path("columns").path(at).asInt(0));
            thread.samples.add(new Sample(sample.asInt(0), place));
            at++;
        }
    }

    /** Return whether anything has been sampled. */
    public boolean isEmpty() {
        return threads.values().stream().allMatch(thread -> thread.samples.size() < FEWEST);
    }

    /**
     * Return whether a thread was at work all the time without a word of V8 about its functions, which is so in one that V8 has optimized while it ran
     * and that no other has called. A thread that waits for something to do is not sampled.
     */
    public boolean isNameless() {
        return loop().isEmpty()
                && threads.values().stream()
                        .anyMatch(thread -> thread.samples.size() >= FEWEST
                                && thread.samples.stream()
                                        .allMatch(sample ->
                                                thread.call(sample.call()).isOfV8()));
    }

    /** Return the functions that a thread has not left, the innermost first; of the thread with the most of them. */
    public List<RunningFunction> loop() {
        return threads.values().stream()
                .filter(thread -> thread.samples.size() >= FEWEST)
                .map(CPUSamples::loop)
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private static List<RunningFunction> loop(SampledThread thread) {
        // How many samples were taken in a call, or in what it called.
        var passed = new LinkedHashMap<Integer, Integer>();
        int count = 0;
        for (var sample : thread.samples) {
            if (!thread.call(sample.call()).isOfV8()) {
                path(thread, sample.call()).forEach(passedCall -> passed.merge(passedCall, 1, Integer::sum));
                count++;
            }
        }
        int enough = Math.max(FEWEST, (int) Math.ceil(NEARLY_ALL * count));
        var path = passed.entrySet().stream()
                .filter(call -> call.getValue() >= enough)
                .map(call -> path(thread, call.getKey()))
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
        var functions = new ArrayList<RunningFunction>();
        path.forEach(call -> functions.add(thread.call(call).function()));
        if (!path.isEmpty()) {
            functions.set(0, located(thread, path.get(0)));
        }
        return Collections.unmodifiableList(functions);
    }

    /** Return a call of a script and those that it came from, the innermost first; nothing if it is of none. */
    private static List<Integer> path(SampledThread thread, int innermost) {
        var path = new ArrayList<Integer>();
        int id = innermost;
        for (int depth = 0; depth < DEEPEST; depth++) {
            var call = thread.call(id);
            if (call.isScript()) {
                path.add(id);
            }
            id = call.parent();
        }
        return path;
    }

    /** Return the function of a call, with the place in it where it was found most often. */
    private static RunningFunction located(SampledThread thread, int call) {
        var places = new LinkedHashMap<Place, Integer>();
        for (var sample : thread.samples) {
            if (sample.call() == call && sample.place().line() > 0) {
                places.merge(sample.place(), 1, Integer::sum);
            }
        }
        var function = thread.call(call).function();
        return places.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .map(place -> new RunningFunction(function.name(), function.url(), place.line(), place.column()))
                .orElse(function);
    }
}
