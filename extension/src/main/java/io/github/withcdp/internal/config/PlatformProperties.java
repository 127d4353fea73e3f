package io.github.withcdp.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file {@code junit-platform.properties} at the root of the class path, read as JUnit reads it: the first one found counts. */
final class PlatformProperties {

    private static final String FILE = "junit-platform.properties";

    private PlatformProperties() {}

    /**
     * Return the names that the file sets; none if there is no such file.
     *
     * @throws ConfigurationException if it cannot be read
     */
    static Set<String> names() {
        var ofThread = Thread.currentThread().getContextClassLoader();
        return names((ofThread == null ? ClassLoader.getSystemClassLoader() : ofThread).getResource(FILE));
    }

    /** Return the names that the file at an address sets. */
    static Set<String> names(@Nullable URL address) {
        if (address == null) {
            return Set.of();
        }
        var properties = new Properties();
        try {
            URLConnection connection = address.openConnection();
            connection.setUseCaches(false); // a cached jar would stay open after this
            try (InputStream in = connection.getInputStream()) {
                properties.load(in);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException("Cannot read " + address + ": " + e.getMessage(), e);
        }
        return properties.stringPropertyNames();
    }
}
