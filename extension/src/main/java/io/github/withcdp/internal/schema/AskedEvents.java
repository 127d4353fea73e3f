package io.github.withcdp.internal.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of events that a test has waited for, subscribed to, or made an assertion about; no message tells of that. Safe for use by many threads. */
public final class AskedEvents {

    /** There are fewer in the whole protocol. */
    private static final int MOST = 1_000;

    private final Set<String> names = new LinkedHashSet<>(); // guarded by this

    synchronized void add(String name) {
        if (names.size() < MOST) {
            names.add(name);
        }
    }

    synchronized List<String> names() {
        return List.copyOf(names);
    }
}
