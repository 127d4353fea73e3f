package io.github.withcdp.internal.report.index;

import io.github.withcdp.internal.text.SafeText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the reports of a build belong. */
public final class ReportFolder {

    static final String NAME = "withcdp-reports";

    private ReportFolder() {}

    /**
     * Return the folder of all reports, absolute; it need not exist yet.
     *
     * @param configured the value of {@code withcdp.reports.dir}, if given
     * @param workingDirectory where the tests run; a relative path counts from here
     * @throws IllegalArgumentException if what is configured is no path
     */
    public static Path find(Optional<String> configured, Path workingDirectory) {
        var here = workingDirectory.toAbsolutePath().normalize();
        return configured
                .map(value -> configured(value, here))
                .orElseGet(() -> here.resolve(buildFolder(here)).resolve(NAME));
    }

    private static Path configured(String value, Path here) {
        var advice = "withcdp.reports.dir is \"%s\", which is no folder name: write a path, absolute or relative to %s"
                .formatted(SafeText.line(value, 200), here);
        if (value.isBlank()) {
            throw new IllegalArgumentException(advice);
        }
        try {
            return here.resolve(value.strip()).normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(advice, e);
        }
    }

    /** The build file decides; without one the folder that a build has left; without either it is as with Maven. */
    private static String buildFolder(Path here) {
        if (Files.exists(here.resolve("pom.xml"))) {
            return "target";
        }
        boolean gradle = List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts").stream()
                .anyMatch(name -> Files.exists(here.resolve(name)));
        if (gradle) {
            return "build";
        }
        return !Files.isDirectory(here.resolve("target")) && Files.isDirectory(here.resolve("build"))
                ? "build"
                : "target";
    }
}
