package io.github.withcdp.internal.replay;

import io.github.withcdp.internal.likeness.LocalAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ports of servers on this machine: those of the recording, and the ones that the servers have now. They are learnt from texts that
 * are equal otherwise.
 */
final class LocalPorts {

    private static final Pattern PLACE = LocalAddress.PATTERN;

    private final Map<String, String> now; // by what was recorded

    LocalPorts() {
        this(new HashMap<>());
    }

    private LocalPorts(Map<String, String> now) {
        this.now = now;
    }

    /** Return a copy, which may learn what turns out to be wrong. */
    LocalPorts copy() {
        return new LocalPorts(new HashMap<>(now));
    }

    /** Return whether two texts are equal but for such ports, which are learnt then. */
    boolean equal(String recorded, String actual) {
        if (recorded.equals(actual)) {
            return true;
        }
        if (!masked(recorded).equals(masked(actual))) {
            return false;
        }
        var before = ports(recorded);
        var after = ports(actual);
        for (int i = 0; i < before.size(); i++) {
            var mapped = now.get(before.get(i));
            if (mapped != null ? !mapped.equals(after.get(i)) : now.containsValue(after.get(i))) {
                return false;
            }
        }
        for (int i = 0; i < before.size(); i++) {
            now.put(before.get(i), after.get(i));
        }
        return true;
    }

    private static String masked(String text) {
        return PLACE.matcher(text).replaceAll("$1");
    }

    private static List<String> ports(String text) {
        var ports = new ArrayList<String>();
        var matcher = PLACE.matcher(text);
        while (matcher.find()) {
            ports.add(matcher.group(2));
        }
        return ports;
    }

    /** Return a text with the ports of now. */
    String translate(String recorded) {
        if (now.entrySet().stream().allMatch(port -> port.getKey().equals(port.getValue()))) {
            return recorded;
        }
        return PLACE.matcher(recorded)
                .replaceAll(place ->
                        Matcher.quoteReplacement(place.group(1) + now.getOrDefault(place.group(2), place.group(2))));
    }
}
