package io.github.withcdp.internal.report.har;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of an object, in the order in which they are added, which is that of the specification. */
final class HarObject {

    private final Map<String, Object> all = new LinkedHashMap<>();

    /** Return what headers, parameters and cookies have in common. */
    static HarObject pair(String name, String value) {
        return new HarObject().add("name", name).add("value", value);
    }

    HarObject add(String name, Object value) {
        all.put(name, value);
        return this;
    }

    HarObject addIfPresent(String name, Optional<?> value) {
        value.ifPresent(present -> all.put(name, present));
        return this;
    }

    HarObject addUnlessEmpty(String name, String value) {
        return value.isEmpty() ? this : add(name, value);
    }

    /** Return them as an object that can be written. */
    Map<String, Object> map() {
        return all;
    }
}
