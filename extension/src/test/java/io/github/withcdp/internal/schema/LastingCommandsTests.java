package io.github.withcdp.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No code and no test of ours sends what is going to be removed, but where that is the point. */
class LastingCommandsTests {

    private static final Pattern LITERAL = Pattern.compile("\"([A-Z]\\w+\\.\\w+)\"");

    /** Each file with the commands in it that nobody has to tell of: nothing replaces them, or they are examples of what is deprecated. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "LiveCookies.java", Set.of("Network.getAllCookies"),
            "CookieTests.java", Set.of("Network.getAllCookies"),
            "FluencyTests.java", Set.of("Network.getAllCookies"),
            "StrictNames.java", Set.of("Network.getAllCookies"),
            "StrictTests.java", Set.of("Console.enable", "Network.getAllCookies", "Page.clearGeolocationOverride"),
            "StandingTests.java", Set.of("Target.sendMessageToTarget"),
            "LiveLogTests.java", Set.of("Schema.getDomains"),
            "ProtocolSchemaTests.java", Set.of("Schema.getDomains"));

    @Test
    void are_all_that_is_sent() throws IOException {
        var deprecated = ProtocolSchema.pinned().methods().stream()
                .filter(method -> method.deprecated() && !method.isEvent())
                .map(SchemaMethod::name)
                .collect(Collectors.toSet());
        assertThat(deprecated).contains("Network.getAllCookies").hasSizeGreaterThan(20);

        var found = new TreeMap<String, Set<String>>();
        for (var folder : List.of("src", "../assertions/src")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(path -> path.toString().endsWith(".java"))
                        .filter(path -> !path.endsWith("LastingCommandsTests.java"))
                        .toList()) {
                    var commands = named(file);
                    commands.retainAll(deprecated);
                    if (!commands.isEmpty()) {
                        found.put(file.getFileName().toString(), commands);
                    }
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrderEntriesOf(KNOWN);
    }

    private static Set<String> named(Path file) throws IOException {
        return LITERAL.matcher(Files.readString(file))
                .results()
                .map((MatchResult literal) -> literal.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
