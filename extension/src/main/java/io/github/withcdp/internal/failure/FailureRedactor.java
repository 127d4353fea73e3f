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
        var words = new FailureTexts(redactor);
        var telling = telling(belonging(failure), words);
        return telling.isEmpty() ? failure : new FailureCopier(words, telling).copy(failure);
    }

    /** Return a failure and all that belong to it, each with those that belong to it directly. They may go in circles. */
    private static Map<Throwable, List<Throwable>> belonging(Throwable failure) {
        var found = new IdentityHashMap<Throwable, List<Throwable>>();
        var open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            var next = open.remove();
            if (!found.containsKey(next)) {
                var direct = directly(next);
                found.put(next, direct);
                open.addAll(direct);
            }
        }
        return found;
    }

    private static List<Throwable> directly(Throwable failure) {
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
    private static Set<Throwable> telling(Map<Throwable, List<Throwable>> failures, FailureTexts words) {
        Set<Throwable> telling = Collections.newSetFromMap(new IdentityHashMap<>());
        failures.keySet().stream().filter(words::tell).forEach(telling::add);
        boolean more = !telling.isEmpty();
        while (more) {
            more = false;
            for (var each : failures.entrySet()) {
                if (each.getValue().stream().anyMatch(telling::contains)) {
                    more |= telling.add(each.getKey());
                }
            }
        }
        return telling;
    }
}
