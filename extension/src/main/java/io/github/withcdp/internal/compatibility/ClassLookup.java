package io.github.withcdp.internal.compatibility;

import java.util.Optional;

/** Looks for classes by their names, without running anything in them. */
public final class ClassLookup {

    private ClassLookup() {}

    /** Return a class, or nothing if it cannot be loaded. */
    public static Optional<Class<?>> type(ClassLoader loader, String name) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError missing) {
            return Optional.empty();
        }
    }
}
