package io.github.withcdp.internal.chrome;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The first words on a pipe, which show that a browser listens at the other end. */
final class PipeGreeting {

    private static final byte[] COMMAND =
            "{\"id\":1,\"method\":\"Browser.getVersion\"}\0".getBytes(StandardCharsets.US_ASCII);

    private static final int LONGEST_ANSWER = 64 * 1024;

    private PipeGreeting() {}

    /**
     * Say it, and read the answer and not a byte more, on a thread that ends with the pipe at the latest.
     *
     * @return completed with the answer, or with the exception that came instead
     */
    static CompletableFuture<String> exchange(OutputStream toChrome, InputStream fromChrome) {
        var answer = new CompletableFuture<String>();
        var thread = new Thread(
                () -> {
                    try {
                        toChrome.write(COMMAND);
                        toChrome.flush();
                        answer.complete(read(fromChrome));
                    } catch (IOException e) {
                        answer.completeExceptionally(e);
                    }
                },
                "withcdp-chrome-greeting");
        thread.setDaemon(true);
        thread.start();
        return answer;
    }

    /**
     * Wait until a browser that is spoken to over the pipe has answered.
     *
     * @return the browser
     * @throws io.github.withcdp.protocol.ChromeUnavailableException if it does not; it is closed then
     */
    static LaunchedChrome answered(LaunchedChrome chrome, Duration limit) {
        boolean silent = false;
        Throwable failure;
        try {
            exchange(chrome.toChrome(), chrome.fromChrome()).get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return chrome;
        } catch (TimeoutException late) {
            silent = true;
            failure = late;
        } catch (ExecutionException closed) {
            failure = Objects.requireNonNull(closed.getCause());
        } catch (InterruptedException interrupt) {
            throw new AssertionError(interrupt);
        }
        var unavailable = LaunchFailure.of(chrome, silent, limit, failure);
        chrome.close();
        throw unavailable;
    }

    private static String read(InputStream stream) throws IOException {
        var text = new StringBuilder();
        for (int b = stream.read(); b != 0; b = stream.read()) {
            if (b < 0) {
                throw new IOException("The pipe was closed");
            }
            if (text.length() == LONGEST_ANSWER) {
                throw new IOException("No answer to Browser.getVersion, but: " + text.substring(0, 200) + "…");
            }
            text.append((char) b);
        }
        return text.toString();
    }
}
