package io.github.withcdp.internal.download;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where each system keeps what can be fetched again. */
final class DefaultDirectory {

    private static final String NAME = "withcdp";

    private DefaultDirectory() {}

    static Path ofThisMachine() {
        return of(System.getProperty("os.name", ""), System.getProperty("user.home", ""), System.getenv());
    }

    static Path of(String osName, String home, Map<String, String> environment) {
        var system = osName.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return absolute(environment.get("LOCALAPPDATA"))
                    .orElse(Path.of(home, "AppData", "Local"))
                    .resolve(NAME)
                    .resolve("Cache");
        }
        if (system.startsWith("mac")) {
            return Path.of(home, "Library", "Caches", NAME);
        }
        return absolute(environment.get("XDG_CACHE_HOME"))
                .orElse(Path.of(home, ".cache"))
                .resolve(NAME);
    }

    /** A relative one would be another directory for each module of a build; the XDG specification says to ignore it. */
    private static Optional<Path> absolute(@Nullable String value) {
        try {
            return Optional.ofNullable(value)
                    .filter(text -> !text.isBlank())
                    .map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
