package io.github.withcdp.internal.green;

import io.github.withcdp.internal.report.ReportName;
import io.github.withcdp.internal.report.TrafficSnapshot;
import io.github.withcdp.internal.util.Loggers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Keeps recordings of tests that passed, so that one that fails can be compared with them: the last {@value #KEPT} of each test.
 * There is no lock: each file has a name of its own and is put in place whole, so several JVMs may write, read and remove at once.
 */
public final class GreenStore {

    static final int KEPT = 3;

    /** What is larger would take seconds to read, just when somebody waits for a report. */
    static final int LARGEST = 4 * 1024 * 1024;

    /** A test that passes again and again has nothing new to say: three are enough to know what varies. */
    static final Duration FRESH = Duration.ofMinutes(10);

    /** A branch in which nothing has passed for so long is taken for merged. */
    static final Duration OLD = Duration.ofDays(30);

    private static final int MOST_MESSAGES = 50_000;
    private static final String ENDING = ".jsonl.gz";
    private static final Pattern NAME = Pattern.compile("\\d{15}-[0-9a-f]{8}\\.jsonl\\.gz");

    private final GreenFolders folders;
    private final BranchLabels labels;
    private final LongSupplier clock;
    private final AtomicBoolean hasLookedForOld = new AtomicBoolean();

    /**
     * Create a store.
     *
     * @param clock milliseconds since 1970
     */
    GreenStore(GreenFolders folders, BranchLabels labels, LongSupplier clock) {
        this.folders = folders;
        this.labels = labels;
        this.clock = clock;
    }

    /**
     * Return the store of a build.
     *
     * @param directory the value of {@code withcdp.green.dir}, if given
     * @param label the value of {@code withcdp.green.label}, if given
     * @param environment of the build, in which its server says which branch it builds
     * @param workingDirectory where the tests run
     */
    public static GreenStore of(
            Optional<Path> directory, Optional<String> label, Map<String, String> environment, Path workingDirectory) {
        return new GreenStore(
                GreenFolders.of(directory, workingDirectory),
                BranchLabels.of(label, environment, workingDirectory),
                System::currentTimeMillis);
    }

    /**
     * Keep what was said in a test that passed, and no more than the last {@value #KEPT}; nothing if there are as many and the last is fresh. What cannot be compared is not kept: a recording that
     * is not whole, or whose secrets could not be looked for everywhere.
     *
     * @return why it is not kept, a sentence; empty if it is
     * @throws IOException if it cannot be written
     */
    public String keep(ReportName test, BrowserMajor browser, TrafficSnapshot passed) throws IOException {
        var folder = folders.of(labels.own(), browser, test);
        long now = clock.getAsLong();
        if (isFresh(folder, now)) {
            return "there are " + KEPT + ", and the last is of the last " + FRESH.toMinutes() + " minutes";
        }
        if (passed.size() > MOST_MESSAGES) {
            return "it has more than " + MOST_MESSAGES + " messages";
        }
        folders.create(folder);
        var name = "%015d-%s%s".formatted(now, UUID.randomUUID().toString().substring(0, 8), ENDING);
        try {
            Drafts.write(folder.resolve(name), out -> write(passed, out));
        } catch (NotWholeException notWhole) {
            return String.valueOf(notWhole.getMessage());
        } catch (BoundedOutput.FullException large) {
            return "it has more than " + LARGEST + " bytes";
        }
        prune(folder);
        removeOld(now);
        return "";
    }

    private static boolean isFresh(Path folder, long now) throws IOException {
        var kept = newestFirst(folder);
        long age = kept.isEmpty() ? Long.MAX_VALUE : now - time(kept.get(0));
        return kept.size() >= KEPT && age >= 0 && age < FRESH.toMillis();
    }

    /** Return when a run was kept, in milliseconds since 1970. */
    private static long time(Path run) {
        return Long.parseLong(run.getFileName().toString().substring(0, 15));
    }

    /** Remove what was kept long ago under labels that nobody looks at from here. */
    private void removeOld(long now) {
        if (!hasLookedForOld.compareAndSet(false, true)) {
            return;
        }
        try {
            for (var browser : folders.besides(labels())) {
                OldGreens.remove(browser, file -> isRun(file) && now - time(file) > OLD.toMillis());
            }
        } catch (IOException e) {
            Loggers.of(GreenStore.class)
                    .log(System.Logger.Level.DEBUG, "Green runs of old branches are not removed", e);
        }
    }

    private List<String> labels() {
        return Stream.concat(Stream.of(labels.own()), labels.others().stream()).toList();
    }

    private static void write(TrafficSnapshot passed, OutputStream file) throws IOException {
        try (var out = new GZIPOutputStream(new BoundedOutput(file, LARGEST))) {
            var whyNotWhole = passed.writeTo(out);
            if (!whyNotWhole.isEmpty()) {
                throw new NotWholeException(whyNotWhole);
            }
        }
    }

    private static void prune(Path folder) throws IOException {
        for (var old : newestFirst(folder).stream().skip(KEPT).toList()) {
            Files.deleteIfExists(old);
        }
        for (var file : list(folder)) {
            try {
                if (Drafts.isAbandoned(file)) {
                    Files.deleteIfExists(file);
                }
            } catch (NoSuchFileException finished) {
                // By another JVM, a moment ago.
            }
        }
    }

    /** Return the newest runs to compare with: of this label and browser, or else of the nearest; empty if the test never passed. */
    public Optional<GreenFiles> newest(ReportName test, BrowserMajor browser) throws IOException {
        var candidates = labels();
        for (var label : candidates) {
            var files = newestFirst(folders.of(label, browser, test));
            if (!files.isEmpty()) {
                return Optional.of(new GreenFiles(files, label, labels.own(), browser, browser));
            }
        }
        for (var label : candidates) {
            for (var other : folders.others(label, browser)) {
                var files = newestFirst(folders.of(label, other, test));
                if (!files.isEmpty()) {
                    return Optional.of(new GreenFiles(files, label, labels.own(), other, browser));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> newestFirst(Path folder) throws IOException {
        return list(folder).stream()
                .filter(GreenStore::isRun)
                .sorted(Comparator.comparing((Path file) -> file.getFileName().toString())
                        .reversed())
                .toList();
    }

    private static boolean isRun(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        }
    }

    @Override
    public String toString() {
        return "GreenStore[%s, label=%s]".formatted(folders.directory(), labels.own());
    }

    private static final class NotWholeException extends IOException {

        private static final long serialVersionUID = 1;

        NotWholeException(String message) {
            super(message);
        }
    }
}
