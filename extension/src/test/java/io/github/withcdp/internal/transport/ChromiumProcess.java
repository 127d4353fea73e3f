package io.github.withcdp.internal.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The process of a real browser that is not under test, with a profile of its own; both are gone when it is closed. */
public final class ChromiumProcess implements AutoCloseable {

    private final Process process;
    private final Path profile;

    private ChromiumProcess(Process process, Path profile) {
        this.process = process;
        this.profile = profile;
    }

    /**
     * Start it.
     *
     * @param settings makes the builder, given the program and the switches that every such browser gets
     */
    public static ChromiumProcess start(BiFunction<String, List<String>, ProcessBuilder> settings) throws IOException {
        var profile = Files.createTempDirectory("withcdp-tests-chromium-");
        var builder = settings.apply(
                executable(),
                List.of("--headless=new", "--no-sandbox", "--no-first-run", "--user-data-dir=" + profile));
        // A killed Chromium leaves a directory in the temporary one: this way it goes with the profile.
        builder.environment().put("TMPDIR", profile.toString());
        return new ChromiumProcess(builder.start(), profile);
    }

    /** Return the process. */
    public Process process() {
        return process;
    }

    /** Return the folder of its profile. */
    public Path profile() {
        return profile;
    }

    @Override
    public void close() throws IOException {
        var helpers = process.descendants().toList();
        process.destroyForcibly();
        helpers.forEach(ProcessHandle::destroyForcibly);
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        for (var helper : helpers) { // they write to the profile until they are gone too
            helper.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!deleted(profile)) { // the helpers of one that was killed before may still be writing
            if (System.nanoTime() - end > 0) {
                throw new IOException("Could not delete " + profile);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static boolean deleted(Path profile) {
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException | UncheckedIOException stillWritten) {
            return !Files.exists(profile);
        }
    }

    /** Return the program file. */
    public static String executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .or(() -> Optional.ofNullable(System.getenv("WITHCDP_EXECUTABLE")))
                .orElseThrow(() -> new IllegalStateException("These tests need Chromium: set WITHCDP_EXECUTABLE"));
    }
}
