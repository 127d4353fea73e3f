package io.github.withcdp.internal.compatibility;

import java.util.Optional;

/** Says that JUnit is too old: the extension of a test class sees an instance before its constructor runs only since 5.12. */
public final class OldJUnit {

    private static final String OLDEST = "5.12.2";
    private static final String OF_ANY = "org.junit.jupiter.api.extension.Extension";
    private static final String SINCE_OLDEST = "org.junit.jupiter.api.extension.TestInstantiationAwareExtension";
    private static final Library API = new Library("org.junit.jupiter", "junit-jupiter-api");
    private static final Library BOM = new Library("org.junit", "junit-bom", true);

    private OldJUnit() {}

    /** Return what to tell, nothing if JUnit is new enough. */
    public static Optional<String> why(ClassLoader loader) {
        return ClassLookup.type(loader, SINCE_OLDEST).isPresent()
                ? Optional.empty()
                : ClassLookup.type(loader, OF_ANY).map(type -> message(Jar.of(type, API)));
    }

    static String message(Jar jar) {
        return "WithCDP needs JUnit 5.12 or later, and found JUnit %s.%s".formatted(jar, BOM.lines(OLDEST));
    }
}
