package io.github.withcdp.internal.serve;

import io.github.withcdp.internal.likeness.ContentForm;
import io.github.withcdp.internal.likeness.Explanation;
import io.github.withcdp.internal.likeness.RequestKey;
import io.github.withcdp.internal.likeness.VolatileText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The answers of a recording, each of which is given once: the nth to the nth request of its kind. Safe for use by many threads, but for the ports. */
final class AnswerPool {

    private final List<RecordedAnswer> all;
    private final Set<RecordedAnswer> left; // guarded by this
    private final boolean repeatsLast;
    private final Ports ports = new Ports();

    /**
     * Create the pool of one test.
     *
     * @param repeatsLast whether who asks again gets the last answer again
     */
    AnswerPool(List<RecordedAnswer> all, boolean repeatsLast) {
        this.all = all;
        this.left = new LinkedHashSet<>(all);
        this.repeatsLast = repeatsLast;
    }

    Ports ports() {
        return ports;
    }

    List<RecordedAnswer> all() {
        return all;
    }

    /** Return what nobody has asked for, in the order of the recording. */
    synchronized List<RecordedAnswer> left() {
        return List.copyOf(left);
    }

    /** Take the answer to a request out; empty if there is none. */
    synchronized Optional<RecordedAnswer> take(AskedRequest request) {
        var taken = best(left, request);
        if (taken.isPresent()) {
            left.remove(taken.get());
            ports.learn(taken.get().exchange().url(), request.url());
            return taken;
        }
        return repeatsLast ? last(request) : Optional.empty();
    }

    private Optional<RecordedAnswer> last(AskedRequest request) {
        var reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        return best(reversed, request);
    }

    private Optional<RecordedAnswer> best(Iterable<RecordedAnswer> answers, AskedRequest request) {
        var fitting = new ArrayList<RecordedAnswer>();
        for (var answer : answers) {
            if (isSame(answer, request)) {
                fitting.add(answer);
            }
        }
        // The first of those that are equally near: sorting keeps their order.
        return fitting.stream().min(Comparator.comparingInt(answer -> distance(answer, request)));
    }

    /** Whether a request is the one that got the answer, but for what changes from run to run. */
    private static boolean isSame(RecordedAnswer answer, AskedRequest request) {
        return hasSameUrl(answer, request) && hasSameBody(answer, request);
    }

    static boolean hasSameUrl(RecordedAnswer answer, AskedRequest request) {
        return answer.key().method().equals(request.key().method())
                && (answer.key().url().equals(request.key().url())
                        || (StandIns.areIn(answer.exchange().url())
                                && VolatileText.explain(answer.exchange().url(), request.url())
                                        .filter(why -> why != Explanation.NONE)
                                        .isPresent()));
    }

    /** A body that was not captured may have been any. */
    private static boolean hasSameBody(RecordedAnswer answer, AskedRequest request) {
        var recorded = answer.exchange().request().body();
        if (recorded.isEmpty() && answer.exchange().request().hasBody()) {
            return true;
        }
        return answer.key().body().equals(request.key().body())
                || recorded.filter(body -> ContentForm.compare(body.text(), request.body()).stream()
                                .allMatch(difference -> difference.explanation() != Explanation.NONE))
                        .isPresent();
    }

    private int distance(RecordedAnswer answer, AskedRequest request) {
        int distance = answer.key().equals(request.key()) ? 0 : 4;
        distance += ports.fit(answer.exchange().url(), request.url()) ? 0 : 2;
        return distance + (answer.exchange().resourceType().equals(request.type()) ? 0 : 1);
    }

    /** Return the recorded request that is most like one that has no answer: the same URL, the same path, or nothing. */
    synchronized Optional<RecordedAnswer> nearest(AskedRequest request) {
        return all.stream()
                .filter(answer -> nearness(answer, request) > 0)
                .max(Comparator.comparingInt(answer -> nearness(answer, request)));
    }

    private int nearness(RecordedAnswer answer, AskedRequest request) {
        var key = answer.key();
        int nearness = hasSameUrl(answer, request)
                ? 8
                : key.url().equals(request.key().url()) ? 6 : path(key).equals(path(request.key())) ? 4 : 0;
        return nearness == 0
                ? 0
                : nearness + (key.method().equals(request.key().method()) ? 2 : 0) + (left.contains(answer) ? 1 : 0);
    }

    private static String path(RequestKey key) {
        return key.url().split("[?]", 2)[0];
    }
}
