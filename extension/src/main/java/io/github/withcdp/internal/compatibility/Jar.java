package io.github.withcdp.internal.compatibility;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A jar that a class was loaded from.
 *
 * @param version what it says of itself; empty if nothing says it
 * @param place its path, or the URL of what is no file
 */
public record Jar(Optional<String> version, String place) {

    private static final Pattern FILE_NAME = Pattern.compile("-(\\d[^/\\\\]*)\\.jar$");

    /** Return the jar of a class, with its version from the manifest, the module, the properties that Maven writes, or the name of the file. */
    public static Jar of(Class<?> type, Library library) {
        var manifest = type.getPackage().getImplementationVersion();
        var source = type.getProtectionDomain().getCodeSource();
        var location = source == null || source.getLocation() == null
                ? ""
                : source.getLocation().toString();
        var place = place(location);
        return new Jar(manifest == null ? elsewhere(type, library, location) : Optional.of(manifest), place);
    }

    /** Return version and place, for a sentence. */
    @Override
    public String toString() {
        return version.orElse("an unknown version") + " in " + place;
    }

    private static Optional<String> elsewhere(Class<?> type, Library library, String location) {
        return ofModule(type).or(() -> ofMaven(type, library, location)).or(() -> ofFileName(location));
    }

    private static Optional<String> ofModule(Class<?> type) {
        return Optional.ofNullable(type.getModule().getDescriptor()).flatMap(ModuleDescriptor::rawVersion);
    }

    /** Return the version that Maven wrote. A class path may have a second jar of the library, which is not the one that the class is from. */
    private static Optional<String> ofMaven(Class<?> type, Library library, String location) {
        var pomProperties =
                type.getResource("/META-INF/maven/" + library.group() + "/" + library.artifact() + "/pom.properties");
        if (pomProperties == null || !pomProperties.toString().contains(location)) {
            return Optional.empty();
        }
        try (var text = pomProperties.openStream()) {
            var properties = new Properties();
            properties.load(text);
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<String> ofFileName(String location) {
        var matcher = FILE_NAME.matcher(location);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String place(String location) {
        try {
            return location.isEmpty()
                    ? "an unknown place"
                    : Path.of(URI.create(location)).toString();
        } catch (IllegalArgumentException | FileSystemNotFoundException noFile) {
            return location;
        }
    }
}
