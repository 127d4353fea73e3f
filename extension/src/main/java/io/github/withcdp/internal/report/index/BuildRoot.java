package io.github.withcdp.internal.report.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The root of a build of several parts. With Maven it is the topmost project that names the one below it as a module; a project
 * that merely lies in the folder of another is a build of its own. With Gradle it is the nearest folder with a settings file, as Gradle has it.
 */
public final class BuildRoot {

    private static final int STEPS = 20;
    private static final int SIZE = 1024 * 1024;
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern MODULE = Pattern.compile("<(?:module|subproject)>([^<]*)</");
    private static final List<String> SETTINGS = List.of("settings.gradle", "settings.gradle.kts");

    private BuildRoot() {}

    /** Return the root of the build that a project belongs to; the project itself if it stands alone. */
    public static Path of(Path project) {
        var here = project.toAbsolutePath().normalize();
        return Files.exists(here.resolve("pom.xml")) ? maven(here) : gradle(here);
    }

    private static Path maven(Path project) {
        var top = project;
        var above = top.getParent();
        for (int step = 0; above != null && step < STEPS; step++) {
            if (names(above, top)) {
                top = above;
            }
            above = above.getParent();
        }
        return top;
    }

    private static Path gradle(Path project) {
        var at = project;
        for (int step = 0; at != null && step < STEPS; step++) {
            var folder = at;
            if (SETTINGS.stream().anyMatch(name -> Files.exists(folder.resolve(name)))) {
                return at;
            }
            at = at.getParent();
        }
        return project;
    }

    private static boolean names(Path parent, Path module) {
        return read(parent.resolve("pom.xml"))
                .map(text -> MODULE.matcher(COMMENT.matcher(text).replaceAll(""))
                        .results()
                        .anyMatch(found -> leadsTo(parent, found.group(1).strip(), module)))
                .orElse(false);
    }

    /** A module is named by its folder or by its build file. */
    private static boolean leadsTo(Path parent, String name, Path module) {
        try {
            var path = parent.resolve(name).normalize();
            return path.equals(module) || (name.endsWith(".xml") && module.equals(path.getParent()));
        } catch (InvalidPathException notOfThisSystem) {
            return false;
        }
    }

    private static Optional<String> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > SIZE) {
                return Optional.empty();
            }
            // In whatever encoding: names that are not ASCII are not found then, and the part stands alone.
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
