package io.github.withcdp.internal.compatibility;

import java.util.Set;

/** Knows all classes but a few, as if they had not been written yet. */
final class HidingLoader extends ClassLoader {

    private final Set<String> hidden;

    HidingLoader(String... hidden) {
        super(HidingLoader.class.getClassLoader());
        this.hidden = Set.of(hidden);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (hidden.contains(name)) {
            throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
    }
}
