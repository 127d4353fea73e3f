package io.github.withcdp.documentation;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * The samples once more, with static fields of their own: they run beside these in the same JVM, and a server that the ones close
 * would be gone for the others.
 */
final class SampleClasses extends URLClassLoader {

    private static final String PACKAGE = "io.github.withcdp.samples.";

    SampleClasses() {
        super(
                new URL[] {
                    SampleClasses.class.getProtectionDomain().getCodeSource().getLocation()
                },
                SampleClasses.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PACKAGE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    /** Return a sample by its simple name. */
    Class<?> sample(String name) {
        try {
            return loadClass(PACKAGE + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("no sample is called " + name, e);
        }
    }
}
