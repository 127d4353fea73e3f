package io.github.withcdp.internal.compatibility;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says that the annotations are too old, which Jackson 3 shares with any Jackson 2 of the project: each of its minor versions needs more of them.
 * What they have is looked up and not tried, which takes 3 ms: a mapper takes 200 to come up, and many tests need none.
 */
public final class OldJackson {

    private static final String PACKAGE = "com.fasterxml.jackson.annotation.";
    private static final Library ANNOTATIONS = new Library("com.fasterxml.jackson.core", "jackson-annotations");
    private static final Library DATABIND = new Library("tools.jackson.core", "jackson-databind");
    private static final Pattern MINOR = Pattern.compile("^3\\.(\\d{1,4})\\b");

    /** The needs that 3.0, 3.1 and 3.2 are the first to have, each in addition to what is before it. */
    private static final List<Need> NEEDS = List.of(
            new Need("2.19.2", "JsonFormat$Shape", "POJO"),
            new Need("2.21", "JsonSerializeAs", ""),
            new Need("2.22", "JsonApplyView", ""));

    /**
     * A type or constant of the annotations that Jackson 3 needs.
     *
     * @param version the first that has it
     * @param constant the name of a field; empty if the type itself is new
     */
    private record Need(String version, String type, String constant) {

        boolean isMet(ClassLoader loader) {
            var loaded = ClassLookup.type(loader, PACKAGE + type);
            return loaded.isPresent() && (constant.isEmpty() || has(loaded.get()));
        }

        private boolean has(Class<?> type) {
            try {
                return type.getField(constant).getName().equals(constant);
            } catch (NoSuchFieldException old) {
                return false;
            }
        }
    }

    private OldJackson() {}

    /** Return what to tell, nothing if the annotations are new enough for the Jackson 3 beside them. */
    public static Optional<String> why(ClassLoader loader) {
        int metNeeds = metNeeds(loader);
        var databind = ClassLookup.type(loader, "tools.jackson.databind.JsonNode");
        if (metNeeds == NEEDS.size() || databind.isEmpty()) {
            return Optional.empty();
        }
        return why(loader, metNeeds, Jar.of(databind.get(), DATABIND));
    }

    static Optional<String> why(ClassLoader loader, int metNeeds, Jar databind) {
        int needed = Math.min(minor(databind), NEEDS.size() - 1);
        var annotations = ClassLookup.type(loader, PACKAGE + "JsonFormat");
        return needed < metNeeds || annotations.isEmpty()
                ? Optional.empty()
                : Optional.of(message(NEEDS.get(needed).version, databind, Jar.of(annotations.get(), ANNOTATIONS)));
    }

    /** Return how many needs are met before the first that is not. */
    static int metNeeds(ClassLoader loader) {
        int metNeeds = 0;
        while (metNeeds < NEEDS.size() && NEEDS.get(metNeeds).isMet(loader)) {
            metNeeds++;
        }
        return metNeeds;
    }

    static String message(String oldest, Jar databind, Jar annotations) {
        return "WithCDP reads and writes JSON with jackson-databind %s, which needs jackson-annotations %s or later, and found %s. A Jackson 2 works with later ones as well.%s"
                .formatted(databind, oldest, annotations, ANNOTATIONS.lines(oldest));
    }

    private static int minor(Jar databind) {
        var matcher = MINOR.matcher(databind.version().orElse(""));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
