package io.github.withcdp.internal.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which domains targets have, as far as it is known. */
final class TargetDomains {

    private static final String FILE = "targets.txt";

    /** Types of targets that have what those of another type have. */
    private static final Map<String, String> ALIKE = Map.of("iframe", "page");

    private TargetDomains() {}

    private static final class Loaded {
        static final Map<String, Set<String>> DOMAINS = read();
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> domains = new HashMap<>();
        try (var in = TargetDomains.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The jar of WithCDP has no %s. It was built without its resources.".formatted(FILE));
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ", -1)))
                    .forEach(words -> domains.put(words.get(0), Set.copyOf(words.subList(1, words.size()))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Map.copyOf(domains);
    }

    /** Return whether a target of this type certainly has not a domain that others have. */
    static boolean areWithout(String type, String domain) {
        var has = Loaded.DOMAINS.get(ALIKE.getOrDefault(type, type));
        return has != null
                && !has.contains(domain)
                && Loaded.DOMAINS.values().stream().anyMatch(others -> others.contains(domain));
    }
}
