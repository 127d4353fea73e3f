package io.github.withcdp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A process of Node.js with an inspector on a port that it chose. Gone with its script when it is closed. */
final class RunningNode implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Debugger listening on (ws://\\S+)");
    private static final int LIMIT = 60;

    private final Path script;
    private final Process process;
    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> url = new CompletableFuture<>();

    private RunningNode(Path script, Process process) {
        this.script = script;
        this.process = process;
        var reader = new Thread(this::read, "test-node");
        reader.setDaemon(true);
        reader.start();
    }

    /** Start it. */
    static RunningNode start(String script, String option) throws IOException {
        var file = Files.createTempFile("node-", ".js");
        Files.writeString(file, script);
        var node = new RunningNode(
                file,
                new ProcessBuilder("node", option + "=127.0.0.1:0", file.toString())
                        .redirectErrorStream(true)
                        .start());
        try {
            node.url();
            return node;
        } catch (RuntimeException silent) {
            node.close();
            throw silent;
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.add(line);
                var listening = LISTENING.matcher(line);
                if (listening.find()) {
                    url.complete(listening.group(1));
                }
            }
        } catch (IOException end) {
            printed.add(end.toString());
        } finally {
            url.completeExceptionally(new IllegalStateException("Node.js did not listen: " + printed));
        }
    }

    String url() {
        return url.orTimeout(LIMIT, TimeUnit.SECONDS).join();
    }

    String address() {
        return url().replaceFirst("^ws://", "").replaceFirst("/.*$", "");
    }

    Path script() {
        return script;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Wait for it to end by itself, and return its exit status. */
    int exitStatus() {
        return process.onExit().orTimeout(LIMIT, TimeUnit.SECONDS).join().exitValue();
    }

    /** Return what it printed until its end. */
    List<String> printed() {
        return List.copyOf(printed);
    }

    void kill() {
        process.destroyForcibly();
        exitStatus();
    }

    @Override
    public void close() throws IOException {
        kill();
        Files.deleteIfExists(script);
    }
}
