package io.github.withcdp;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.transport.ChromiumProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A browser that somebody else has started, with a port that it chose. Gone with its profile when it is closed. */
final class RunningChromium implements AutoCloseable {

    private final ChromiumProcess browser;
    private final List<String> activePort;

    private RunningChromium(ChromiumProcess browser) throws IOException {
        this.browser = browser;
        this.activePort = awaitActivePort();
    }

    /** Start it, with a page. */
    static RunningChromium start(String page) {
        try {
            var browser = ChromiumProcess.start((executable, switches) -> {
                var command = new ArrayList<>(List.of(executable));
                command.addAll(switches);
                command.addAll(List.of("--remote-debugging-port=0", page));
                return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            });
            var chromium = new RunningChromium(browser);
            chromium.awaitShown(page);
            return chromium;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        var file = browser.profile().resolve("DevToolsActivePort");
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (browser.process().isAlive() && System.nanoTime() - end < 0) {
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

    /** Return the WebSocket URL of its page. */
    String pageUrl() throws IOException {
        return targets()
                .filter(target -> target.path("type").asString("").equals("page"))
                .map(target -> target.path("webSocketDebuggerUrl").asString(""))
                .findFirst()
                .orElseThrow();
    }

    boolean isAlive() {
        return browser.process().isAlive();
    }

    /** End it and start nothing new. */
    void kill() {
        browser.process().destroyForcibly();
        browser.process().onExit().orTimeout(20, TimeUnit.SECONDS).join();
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
        browser.close();
    }
}
