package io.github.withcdp.internal.publish;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the source of a test class where builds keep it: {@code src/test/java}, {@code src/test/kotlin}, {@code src/integrationTest/java}
 * and their like, in the module from which the class was loaded, or else where the tests run.
 */
final class TestSource {

    private static final int STEPS = 6;
    private static final int MOST = 50;
    private static final Pattern PLAIN = Pattern.compile("[^/\\\\:\\p{Cntrl}]+\\.(java|kt|groovy|scala)");
    private static final String KOTLIN = ".kt";

    private TestSource() {}

    /** Return the source of a class if it is called after it. */
    static Optional<Path> of(Class<?> owner) {
        var outermost = owner;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        var name = outermost.getSimpleName();
        return Stream.of(".java", KOTLIN, ".groovy", ".scala")
                .flatMap(ending -> of(owner, name + ending).stream())
                .findFirst();
    }

    /** Return the source of a class; empty if it is not found, or its name is none. */
    static Optional<Path> of(Class<?> owner, String file) {
        if (!PLAIN.matcher(file).matches()) {
            return Optional.empty();
        }
        try {
            return modules(owner)
                    .flatMap(module -> roots(module).stream())
                    .flatMap(root ->
                            places(owner.getPackageName(), file).stream().map(root::resolve))
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (InvalidPathException notOfThisSystem) {
            return Optional.empty();
        }
    }

    private static Stream<Path> modules(Class<?> owner) {
        var above = Stream.iterate(location(owner), Optional::isPresent, at -> at.map(Path::getParent))
                .limit(STEPS)
                .flatMap(Optional::stream);
        return Stream.concat(above, Stream.of(Path.of("").toAbsolutePath()));
    }

    /** Return the folder of class files, or the archive, from which a class was loaded. */
    private static Optional<Path> location(Class<?> owner) {
        try {
            var source = owner.getProtectionDomain().getCodeSource();
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException notOnThisDisk) {
            return Optional.empty();
        }
    }

    private static List<Path> roots(Path module) {
        return folders(module.resolve("src")).stream()
                .flatMap(set -> folders(set).stream())
                .toList();
    }

    private static List<Path> folders(Path parent) {
        var folders = new ArrayList<Path>();
        if (Files.isDirectory(parent)) {
            try (var children = Files.newDirectoryStream(parent, Files::isDirectory)) {
                for (var folder : children) {
                    if (folders.size() < MOST) {
                        folders.add(folder);
                    }
                }
            } catch (IOException | DirectoryIteratorException unreadable) {
                return folders;
            }
        }
        folders.sort(null);
        return folders;
    }

    /** Return where below a root a source may lie: in the folders of its package; in Kotlin the first ones, which all sources have in common, may be left out. */
    private static List<String> places(String packageName, String file) {
        var whole = packageName.isEmpty() ? file : packageName.replace('.', '/') + "/" + file;
        var places = new ArrayList<>(List.of(whole));
        for (int slash = whole.indexOf('/');
                slash >= 0 && file.endsWith(KOTLIN);
                slash = whole.indexOf('/', slash + 1)) {
            places.add(whole.substring(slash + 1));
        }
        return places;
    }
}
