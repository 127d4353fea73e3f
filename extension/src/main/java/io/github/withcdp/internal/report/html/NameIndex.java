package io.github.withcdp.internal.report.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each of many equal names the number of its first one. */
final class NameIndex {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int of(String name) {
        var existing = numbers.putIfAbsent(name, names.size());
        if (existing != null) {
            return existing;
        }
        names.add(name);
        return names.size() - 1;
    }

    List<String> names() {
        return names;
    }
}
