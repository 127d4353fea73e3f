package io.github.withcdp.samples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A browser that somebody else has started; here with nothing but the JDK, elsewhere by Selenium, by Docker, by hand. */
final class RunningChrome implements AutoCloseable {

    private static final String LISTENING = "DevTools listening on ";
    private static final List<String> NAMES = List.of("chromium", "google-chrome", "google-chrome-stable", "chrome");
    private static final long LIMIT_SECONDS = 30;

    private final Process process;
    private final CompletableFuture<String> endpoint = new CompletableFuture<>();

    private RunningChrome(Path profile) throws IOException {
        var command = new ArrayList<>(List.of(
                executable(),
                "--headless=new",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--no-first-run",
                "--disable-extensions",
                "--disable-background-networking",
                "--disable-dev-shm-usage"));
        if (System.getProperty("user.name", "").equals("root")) {
            command.add("--no-sandbox"); // as root Chrome refuses to run with it
        }
        command.add("about:blank");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TMPDIR", profile.toString()); // what it leaves there goes with the profile
        process = builder.start();
        var reader = new Thread(this::read, "running-chrome");
        reader.setDaemon(true);
        reader.start();
    }

    /** Start a browser on a port that it chooses itself. */
    static RunningChrome start(Path profile) {
        try {
            return new RunningChrome(profile);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start a browser", e);
        }
    }

    /** Return where it can be attached to, {@code ws://127.0.0.1:40123/devtools/browser/…}. */
    String endpoint() {
        try {
            return endpoint.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the browser started", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The browser did not start", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        var family = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
    }

    /** Read all that the browser prints, because otherwise it would stop when the pipe is full. */
    private void read() {
        var said = new StringBuilder();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(LISTENING)) {
                    endpoint.complete(line.substring(LISTENING.length()).strip());
                } else if (!endpoint.isDone()) {
                    said.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            said.append(e);
        }
        endpoint.completeExceptionally(new IOException("It ended and said:\n" + said));
    }

    /** Return the program of the browser that is on the {@code PATH}. */
    static String executable() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("None of " + NAMES + " is on the PATH"))
                .toString();
    }
}
