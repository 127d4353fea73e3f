package io.github.withcdp;

import io.github.withcdp.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A browser that somebody else has started, with a port that it chose. Gone with its profile when it is closed. */
final class RunningChromium implements AutoCloseable {

    private final Process process;
    private final Path profile;
    private final List<String> activePort;

    private RunningChromium(Process process, Path profile) throws IOException {
        this.process = process;
        this.profile = profile;
        this.activePort = awaitActivePort();
    }

    /** Start it, with a page. */
    static RunningChromium start(String page) throws IOException {
        var profile = Files.createTempDirectory("running-chromium-");
        var process = new ProcessBuilder(
                        executable(),
                        "--headless=new",
                        "--no-sandbox",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        page)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var chromium = new RunningChromium(process, profile);
        chromium.awaitShown(page);
        return chromium;
    }

    /** Wait until a page has been read as far as its title: tests that join it look at that. */
    private void awaitShown(String page) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() - end < 0) {
            boolean shown = targets()
                    .anyMatch(target -> target.path("url").asString("").equals(page)
                            && page.contains("<title>" + target.path("title").asString("") + "</title>"));
            if (shown) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        close();
        throw new IOException("Chromium did not show " + page);
    }

    private List<String> awaitActivePort() throws IOException {
        var file = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (process.isAlive() && System.nanoTime() - end < 0) {
            if (Files.exists(file) && Files.readAllLines(file).size() == 2) {
                return Files.readAllLines(file);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        close();
        throw new IOException("Chromium did not begin to listen");
    }

    String port() {
        return activePort.get(0);
    }

    String webSocketUrl() {
        return "ws://127.0.0.1:" + port() + activePort.get(1);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** End it and start nothing new. */
    void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Return the URLs of its pages, asked without us. */
    List<String> pages() throws IOException {
        return targets()
                .filter(target -> target.path("type").asString("").equals("page"))
                .map(target -> target.path("url").asString(""))
                .toList();
    }

    private Stream<JsonNode> targets() throws IOException {
        var connection =
                URI.create("http://127.0.0.1:" + port() + "/json/list").toURL().openConnection();
        connection.setConnectTimeout(20_000);
        connection.setReadTimeout(20_000);
        byte[] answer;
        try (var in = connection.getInputStream()) {
            answer = in.readAllBytes();
        }
        return Json.read(answer, 0, answer.length).valueStream();
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

    static String executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("These tests need a Chromium in /usr/bin"));
    }
}
