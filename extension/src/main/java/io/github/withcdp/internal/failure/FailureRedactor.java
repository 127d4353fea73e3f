package io.github.withcdp.internal.failure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.opentest4j.MultipleFailuresError;

/** Decides which failures tell a secret, by themselves or by those that belong to them. Those are copied; all others remain the same objects. */
public final class FailureRedactor {

    private FailureRedactor() {}

    /**
     * Return a failure that says the same without secrets; the very same failure if it has none.
     *
     * @param redactor takes secrets out of a text, and returns one without any as it is
     */
    public static Throwable redact(Throwable failure, UnaryOperator<String> redactor) {
        var texts = new FailureTexts(redactor);
        var tellingFailures = telling(belonging(failure), texts);
        return tellingFailures.isEmpty() ? failure : new FailureCopier(texts, tellingFailures).copy(failure);
    }

    /** Return a failure and all that belong to it, each with those that belong to it directly. They may go in circles. */
    private static Map<Throwable, List<Throwable>> belonging(Throwable failure) {
        var failures = new IdentityHashMap<Throwable, List<Throwable>>();
        var queue = new ArrayDeque<>(List.of(failure));
        while (!queue.isEmpty()) {
            var next = queue.remove();
            if (!failures.containsKey(next)) {
                var direct = directlyBelonging(next);
                failures.put(next, direct);
                queue.addAll(direct);
            }
        }
        return failures;
    }

    private static List<Throwable> directlyBelonging(Throwable failure) {
        var direct = new ArrayList<>(List.of(failure.getSuppressed()));
        var cause = failure.getCause();
        if (cause != null) {
            direct.add(cause);
        }
        if (failure instanceof MultipleFailuresError several) {
            direct.addAll(several.getFailures());
        }
        return direct;
    }

    /** Return those that tell a secret, and then whoever leads to one of those, until there are no more. */
    private static Set<Throwable> telling(Map<Throwable, List<Throwable>> failures, FailureTexts texts) {
        Set<Throwable> telling = Collections.newSetFromMap(new IdentityHashMap<>());
        failures.keySet().stream().filter(texts::tell).forEach(telling::add);
        boolean changed = !telling.isEmpty();
        while (changed) {
            changed = false;
            for (var failure : failures.entrySet()) {
                if (failure.getValue().stream().anyMatch(telling::contains)) {
                    changed |= telling.add(failure.getKey());
                }
            }
        }
        return telling;
    }
}
