package io.github.withcdp.internal.replay;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.recording.ReplayedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Finds the recordings of tests in what was given: one file, the folder of one report, or a folder with many below it. */
public final class TestRecordings {

    private static final String FILE = "traffic.jsonl";

    /** Below the root of a build with parts: {@code part/target/withcdp-reports/class/test/traffic.jsonl}, and some more. */
    private static final int DEPTH = 10;

    private final Path given;
    private final boolean single;
    private final List<Path> files;
    private final Map<Path, JsonNode> headers = new ConcurrentHashMap<>();

    private TestRecordings(Path given, boolean single, List<Path> files) {
        this.given = given;
        this.single = single;
        this.files = files;
    }

    /**
     * Return the recordings in a file or folder.
     *
     * @throws ReplayRefusedException if there are none
     */
    public static TestRecordings in(Path given) {
        if (ReplayedFolder.holds(given)) {
            throw new ReplayRefusedException(
                    "What is at %s was written by a replay, and would be replaced by another: replay the report that it was made from"
                            .formatted(given));
        }
        if (Files.isRegularFile(given)) {
            return new TestRecordings(given, true, List.of(given));
        }
        if (Files.isRegularFile(given.resolve(FILE))) {
            return new TestRecordings(given, true, List.of(given.resolve(FILE)));
        }
        if (!Files.isDirectory(given)) {
            throw new ReplayRefusedException(
                    "There is nothing to be replayed at %s: it does not exist. Give the folder of a report, its %s, or a folder with reports below it"
                            .formatted(given, FILE));
        }
        try (var paths = Files.find(
                given, DEPTH, (path, attributes) -> attributes.isRegularFile() && isRecording(given, path))) {
            var files = paths.sorted().toList();
            if (files.isEmpty()) {
                throw new ReplayRefusedException(
                        "There is nothing to be replayed in %s: no report with a %s is in it or below it. Reports of failed tests have one"
                                .formatted(given, FILE));
            }
            return new TestRecordings(given, false, files);
        } catch (IOException unreadable) {
            throw new ReplayRefusedException("The reports in %s cannot be read: %s".formatted(given, unreadable));
        }
    }

    private static boolean isRecording(Path given, Path path) {
        return path.getFileName().toString().equals(FILE)
                && Stream.iterate(given.relativize(path), parent -> parent != null, Path::getParent)
                        .noneMatch(parent -> parent.endsWith(ReplayedFolder.NAME));
    }

    /** Return where they were looked for. */
    public Path given() {
        return given;
    }

    /** Return the recording of a test. */
    public Optional<Path> of(TestIdentity test) {
        var candidates = candidates(test.classFolder())
                .filter(file -> isOf(header(file), test.className(), test.methodName()) || isBroken(file, test))
                .toList();
        return candidates.stream()
                .filter(file -> folderOf(file).equals(test.folder()))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(file ->
                                header(file).isEmpty() || displayName(file).equals(test.displayName()))
                        .findFirst());
    }

    private String displayName(Path file) {
        return header(file).path("report").path("test").path("displayName").asString("");
    }

    /** Return whether there is a recording of any invocation of a test. */
    public boolean hasAny(String className, String methodName, String classFolder) {
        return candidates(classFolder)
                .anyMatch(file -> header(file).isEmpty() || isOf(header(file), className, methodName));
    }

    /** Return whether there is a recording of a class, or of one within it. */
    public boolean hasAny(String className, String classFolder) {
        return files.stream()
                .filter(file -> single || classFolderOf(file).startsWith(classFolder))
                .map(this::header)
                .anyMatch(header -> header.isEmpty() || isOfClass(header, className));
    }

    private Stream<Path> candidates(String classFolder) {
        return files.stream().filter(file -> single || classFolderOf(file).equals(classFolder));
    }

    private static String folderOf(Path file) {
        return nameFromEnd(file, 2);
    }

    private static String classFolderOf(Path file) {
        return nameFromEnd(file, 3);
    }

    /** Return a part of a path, counted from its end; empty if it has not as many. */
    private static String nameFromEnd(Path file, int place) {
        var path = file.toAbsolutePath();
        return path.getNameCount() < place
                ? ""
                : path.getName(path.getNameCount() - place).toString();
    }

    private static boolean isOfClass(JsonNode header, String className) {
        var name = header.path("report").path("test").path("className").asString("");
        return name.equals(className) || name.startsWith(className + "$");
    }

    private static boolean isOf(JsonNode header, String className, String methodName) {
        var test = header.path("report").path("test");
        return test.path("className").asString("").equals(className)
                && test.path("methodName").asString("").equals(methodName);
    }

    /** What has no header is told so when it is read; that it is of this test says its folder. */
    private boolean isBroken(Path file, TestIdentity test) {
        return header(file).isEmpty() && (single || folderOf(file).equals(test.folder()));
    }

    private JsonNode header(Path file) {
        return headers.computeIfAbsent(file, TestRecordings::readHeader);
    }

    /** Return the first line, or an empty object if that does not name a test. */
    private static JsonNode readHeader(Path file) {
        try (var lines = Files.newBufferedReader(file)) {
            var line = lines.readLine();
            var header = line == null ? Json.object() : Json.read(line);
            return isOfClass(header, "") ? Json.object() : header;
        } catch (IOException | JacksonException unreadable) {
            return Json.object();
        }
    }
}
