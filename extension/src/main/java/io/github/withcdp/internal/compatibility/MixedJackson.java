package io.github.withcdp.internal.compatibility;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says that the jars of Jackson do not go together, where one of them misses something in another that nobody has looked up before. */
public final class MixedJackson {

    private static final Library BOM = new Library("tools.jackson", "jackson-bom", true);
    private static final String OLDEST = "3.0.4";

    private static final Part DATABIND =
            new Part("tools.jackson.core", "jackson-databind", "tools.jackson.databind.JsonNode");
    private static final List<Part> PARTS = List.of(
            DATABIND,
            new Part("tools.jackson.core", "jackson-core", "tools.jackson.core.JsonParser"),
            new Part(
                    "com.fasterxml.jackson.core",
                    "jackson-annotations",
                    "com.fasterxml.jackson.annotation.JsonFormat"));

    /** A jar, and a class in it. */
    private record Part(String group, String artifact, String type) {

        Optional<Jar> jar(ClassLoader loader) {
            return ClassLookup.type(loader, type).map(loaded -> Jar.of(loaded, new Library(group, artifact)));
        }

        String text(ClassLoader loader) {
            return artifact + " " + jar(loader).map(Jar::toString).orElse("nowhere");
        }
    }

    private MixedJackson() {}

    /** Return what to tell, nothing if what is missing has nothing to do with Jackson. */
    public static Optional<String> why(LinkageError error, ClassLoader loader) {
        if (!error.toString().contains("jackson")) {
            return Optional.empty();
        }
        var jars = PARTS.stream().map(part -> part.text(loader)).collect(Collectors.joining("; "));
        return Optional.of(
                message(jars, error, DATABIND.jar(loader).flatMap(Jar::version).orElse(OLDEST)));
    }

    static String message(String jars, LinkageError error, String version) {
        return "WithCDP cannot read and write JSON, because the jars of Jackson do not go together: %s. What is missing is told by %s.%s"
                .formatted(jars, error, BOM.lines(version));
    }
}
