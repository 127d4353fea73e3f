package io.github.withcdp.internal.serve;

import io.github.withcdp.internal.likeness.LocalAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ports of servers on this machine, which are other ones in each run: those of the recording, and those that the test asks for now.
 * Learned from each request that is recognized. Used by one thread.
 */
final class Ports {

    private static final Pattern ADDRESS = LocalAddress.PATTERN;

    private final Map<String, String> current = new HashMap<>();

    /** Take note that a URL of the recording stands for one of now. */
    void learn(String recorded, String now) {
        var from = port(recorded);
        var to = port(now);
        if (from.isPresent() && to.isPresent()) {
            current.putIfAbsent(Integer.toString(from.getAsInt()), Integer.toString(to.getAsInt()));
        }
    }

    /** Return whether a URL of the recording may stand for one of now, as far as that is known. */
    boolean fit(String recorded, String now) {
        var from = port(recorded);
        var to = port(now);
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return true; // a page that has the port of the recording in a text of its own goes there
        }
        var mapped = current.get(Integer.toString(from.getAsInt()));
        return mapped == null
                ? !current.containsValue(Integer.toString(to.getAsInt()))
                : mapped.equals(Integer.toString(to.getAsInt()));
    }

    /** Return a text of the recording with the ports of now. */
    String in(String text) {
        return current.isEmpty() || (text.indexOf(':') < 0 && text.indexOf('%') < 0)
                ? text
                : ADDRESS.matcher(text)
                        .replaceAll(address -> Matcher.quoteReplacement(
                                address.group(1) + current.getOrDefault(address.group(2), address.group(2))));
    }

    private static OptionalInt port(String url) {
        int authority = url.indexOf("://");
        var address = ADDRESS.matcher(url);
        return authority >= 0 && address.find(authority + 3) && address.start() == authority + 3
                ? OptionalInt.of(Integer.parseInt(address.group(2)))
                : OptionalInt.empty();
    }
}
