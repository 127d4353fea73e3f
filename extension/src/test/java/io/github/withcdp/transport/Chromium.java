package io.github.withcdp.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A real browser with a profile of its own, both gone when it is closed. */
final class Chromium implements AutoCloseable {

    final Process process;
    private final Path profile;

    private Chromium(Process process, Path profile) {
        this.process = process;
        this.profile = profile;
    }

    /** Start it with a pipe on the standard streams of the process. */
    static Chromium withPipe() throws IOException {
        return start(
                List.of("/bin/sh", "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>&2"), "--remote-debugging-pipe");
    }

    /** Start it with a port that it chooses. */
    static Chromium withPort() throws IOException {
        return start(List.of(), "--remote-debugging-port=0");
    }

    private static Chromium start(List<String> before, String debugging) throws IOException {
        var profile = Files.createTempDirectory("withcdp-transport-tests-");
        var command = new ArrayList<>(before);
        command.addAll(
                List.of(executable(), "--headless=new", "--no-sandbox", debugging, "--user-data-dir=" + profile));
        var builder = new ProcessBuilder(command);
        // A killed Chromium leaves a directory in the temporary one: this way it goes with the profile.
        builder.environment().put("TMPDIR", profile.toString());
        if (debugging.contains("pipe")) {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        return new Chromium(builder.start(), profile);
    }

    /** Return the URL that it prints when it listens. */
    String webSocketUrl() throws Exception {
        var url = new CompletableFuture<String>();
        var drain = new Thread(() -> drain(url), "chromium-stderr");
        drain.setDaemon(true);
        drain.start();
        return url.get(60, TimeUnit.SECONDS);
    }

    private void drain(CompletableFuture<String> url) {
        try (var lines = process.errorReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> {
                if (line.startsWith("DevTools listening on ")) {
                    url.complete(line.substring("DevTools listening on ".length()));
                }
            });
        } catch (IOException | UncheckedIOException e) {
            url.completeExceptionally(e);
        }
        url.completeExceptionally(new IOException("Chromium ended"));
    }

    @Override
    public void close() throws IOException {
        var helpers = process.descendants().toList();
        process.destroyForcibly();
        helpers.forEach(ProcessHandle::destroyForcibly);
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        // Helpers write to the profile until they are gone too.
        for (ProcessHandle helper : helpers) {
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

    private static String executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .or(() -> Optional.ofNullable(System.getenv("WITHCDP_EXECUTABLE")))
                .orElseThrow(() -> new IllegalStateException("These tests need Chromium: set WITHCDP_EXECUTABLE"));
    }
}
