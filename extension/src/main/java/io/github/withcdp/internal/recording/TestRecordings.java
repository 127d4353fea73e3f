package io.github.withcdp.internal.recording;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.text.SafeText;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private static final int SHOWN = 300;

    private static final String ADVICE =
            "Give the folder of a report, the traffic.jsonl in it, or a directory of reports, as withcdp-reports is one.";

    /** Below the root of a build with parts: {@code part/target/withcdp-reports/class/test/traffic.jsonl}, and some more. */
    private static final int DEPTH = 10;

    private final Path root;
    private final boolean single;
    private final List<Path> files;
    private final Map<Path, JsonNode> headers = new ConcurrentHashMap<>();

    private TestRecordings(Path root, boolean single, List<Path> files) {
        this.root = root;
        this.single = single;
        this.files = files;
    }

    /**
     * Return the recordings in a file or folder.
     *
     * @throws UnusableRecordingException if there are none, or they would be replaced
     */
    public static TestRecordings in(Path place) {
        var root = place.toAbsolutePath().normalize();
        if (ReplayedFolder.holds(root)) {
            throw unusable(
                    root,
                    "was written by a run that was itself made from a recording, and would be replaced by another. Give the report that it was made from.");
        }
        if (Files.isRegularFile(root)) {
            return new TestRecordings(root, true, List.of(root));
        }
        if (Files.isRegularFile(root.resolve(FILE))) {
            return new TestRecordings(root, true, List.of(root.resolve(FILE)));
        }
        if (!Files.isDirectory(root)) {
            throw unusable(root, "does not exist. " + ADVICE);
        }
        var files = below(root);
        if (files.isEmpty()) {
            throw unusable(root, "has no recording in it, nor are there reports below it. " + ADVICE);
        }
        return new TestRecordings(root, false, files);
    }

    private static List<Path> below(Path root) {
        try (var paths =
                Files.find(root, DEPTH, (path, attributes) -> attributes.isRegularFile() && isRecording(root, path))) {
            return paths.sorted().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw unusable(root, "cannot be read: " + unreadable);
        }
    }

    private static boolean isRecording(Path root, Path path) {
        return path.getFileName().toString().equals(FILE)
                && Stream.iterate(root.relativize(path), parent -> parent != null, Path::getParent)
                        .noneMatch(parent -> parent.endsWith(ReplayedFolder.NAME));
    }

    private static UnusableRecordingException unusable(Path place, String why) {
        return new UnusableRecordingException(SafeText.line(place.toString(), SHOWN) + " " + why);
    }

    /** Return where they were looked for, and if that is one recording, of which test it is. */
    public String place() {
        var place = SafeText.line(root.toString(), SHOWN);
        return single && !header(files.get(0)).isEmpty() ? place + ", which is of " + described(files.get(0)) : place;
    }

    /**
     * Return the recording of a test.
     *
     * @throws UnusableRecordingException if what lies where it should be is of another test
     */
    public Optional<Path> of(TestIdentity test) {
        var inClass = candidates(test.classFolder()).toList();
        var candidates = inClass.stream()
                .filter(file -> isOf(header(file), test.className(), test.methodName()) || isBroken(file, test))
                .toList();
        var inFolder = candidates.stream()
                .filter(file -> folderOf(file).equals(test.folder()))
                .findFirst();
        var found = inFolder.or(() -> candidates.stream()
                .filter(file -> header(file).isEmpty() || displayName(file).equals(test.displayName()))
                .findFirst());
        if (found.isEmpty()) {
            inClass.stream()
                    .filter(file -> !single && folderOf(file).equals(test.folder()))
                    .findFirst()
                    .ifPresent(stranger -> {
                        throw unusable(
                                stranger,
                                "is a recording of %s, and not of %s. Put reports back into the folders in which they were written, or give the folder of one."
                                        .formatted(described(stranger), SafeText.line(test.name(), SHOWN)));
                    });
        }
        return found;
    }

    private String displayName(Path file) {
        return header(file).path("report").path("test").path("displayName").asString("");
    }

    private String described(Path file) {
        var test = header(file).path("report").path("test");
        var method = test.path("methodName").asString("");
        return SafeText.line(test.path("className").asString("") + (method.isEmpty() ? "" : "." + method), SHOWN);
    }

    /** Return whether there is a recording of any invocation of a test. */
    public boolean hasAnyInvocation(TestIdentity test) {
        return candidates(test.classFolder())
                .map(this::header)
                .anyMatch(header -> header.isEmpty() || isOf(header, test.className(), test.methodName()));
    }

    /** Return whether there is a recording of the class of a test, or of a test in it or in a class within it. */
    public boolean hasAnyOfClass(TestIdentity test) {
        return files.stream()
                .filter(file -> single || classFolderOf(file).startsWith(test.classFolder()))
                .map(this::header)
                .anyMatch(header -> header.isEmpty() || isOfClass(header, test.className()));
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
        return file.getNameCount() < place
                ? ""
                : file.getName(file.getNameCount() - place).toString();
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
