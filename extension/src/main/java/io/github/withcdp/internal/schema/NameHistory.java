package io.github.withcdp.internal.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Which commands and events came to the protocol, and went, with which Chrome. The file says how it was made, and how exact it is. */
final class NameHistory {

    private static final String FILE = "history.txt";

    private final Map<String, Integer> added = new HashMap<>();
    private final Map<String, Integer> last = new HashMap<>();

    private NameHistory() {}

    private static final class Loaded {
        static final NameHistory HISTORY = read();
    }

    /** Return the history, which is read when somebody asks for it first. */
    static NameHistory get() {
        return Loaded.HISTORY;
    }

    private static NameHistory read() {
        var history = new NameHistory();
        try (var in = NameHistory.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The jar of WithCDP has no %s. It was built without its resources.".formatted(FILE));
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                history.add(line);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return history;
    }

    private void add(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        var words = line.split(" ", -1);
        var to = words[1].equals("+") ? added : last;
        for (int i = 2; i < words.length; i++) {
            to.put(words[i], Integer.valueOf(words[0]));
        }
    }

    /** Return the first Chrome that was found to have a name; empty if all had it that were looked at, or none. */
    OptionalInt since(String method) {
        var chrome = added.get(method);
        return chrome == null ? OptionalInt.empty() : OptionalInt.of(chrome);
    }

    /** Return the last Chrome that was found to have a name, if one had it and a later one has not. */
    OptionalInt until(String method) {
        var chrome = last.get(method);
        return chrome == null ? OptionalInt.empty() : OptionalInt.of(chrome);
    }
}
