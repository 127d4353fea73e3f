package io.github.withcdp.internal.report.har;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of an object, in the order in which they are added, which is that of the specification. */
final class Fields {

    private final Map<String, Object> all = new LinkedHashMap<>();

    /** Return what headers, parameters and cookies have in common. */
    static Fields pair(String name, String value) {
        return new Fields().add("name", name).add("value", value);
    }

    Fields add(String name, Object value) {
        all.put(name, value);
        return this;
    }

    Fields addIfPresent(String name, Optional<?> value) {
        value.ifPresent(present -> all.put(name, present));
        return this;
    }

    Fields addUnlessEmpty(String name, String value) {
        return value.isEmpty() ? this : add(name, value);
    }

    /** Return them as an object that can be written. */
    Map<String, Object> map() {
        return all;
    }
}
