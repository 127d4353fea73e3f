package io.github.withcdp.documentation;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * The classes of a package once more, with static fields of their own: they run beside these in the same JVM, and a server that the ones
 * close would be gone for the others.
 */
public final class SampleClasses extends URLClassLoader {

    private final String prefix;

    /** Create a loader of the classes of a package. */
    public SampleClasses(String packageName) {
        super(
                new URL[] {
                    SampleClasses.class.getProtectionDomain().getCodeSource().getLocation()
                },
                SampleClasses.class.getClassLoader());
        prefix = packageName + ".";
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(prefix)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    /** Return whether the package has a class of a name. */
    public boolean has(String name) {
        return findResource((prefix + name).replace('.', '/') + ".class") != null;
    }

    /** Return a class by its name in the package. */
    public Class<?> sample(String name) {
        try {
            return loadClass(prefix + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("no class is called " + prefix + name, e);
        }
    }
}
