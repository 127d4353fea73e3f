package io.github.withcdp.internal.transport;

import io.github.withcdp.internal.chrome.PipeFromChrome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A real browser with a profile of its own, both gone when it is closed. */
final class Chromium implements AutoCloseable {

    final Process process;
    private final ChromiumProcess browser;

    private Chromium(ChromiumProcess browser) {
        this.browser = browser;
        process = browser.process();
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
        return new Chromium(ChromiumProcess.start((executable, switches) -> {
            var command = new ArrayList<>(before);
            command.add(executable);
            command.addAll(switches);
            command.add(debugging);
            var builder = new ProcessBuilder(command);
            return debugging.contains("pipe") ? builder.redirectError(ProcessBuilder.Redirect.DISCARD) : builder;
        }));
    }

    /** Return what it says over the pipe, as the transport of a launched browser gets it. */
    InputStream fromChrome() {
        return new PipeFromChrome(process.getInputStream());
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
        browser.close();
    }
}
