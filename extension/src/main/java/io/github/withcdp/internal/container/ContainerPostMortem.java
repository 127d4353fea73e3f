package io.github.withcdp.internal.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the daemon knows of a container, also of one that has ended, until it is removed.
 *
 * @param id of the container
 */
record ContainerPostMortem(String id) {

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final long LOG_LIMIT_SECONDS = 5;

    /** Return how the container has ended; empty if it runs. */
    Optional<String> end() {
        try {
            return end(Daemon.client().inspectContainerCmd(id).exec().getState());
        } catch (NotFoundException gone) {
            return Optional.of("somebody has removed it");
        } catch (RuntimeException unknown) {
            return Optional.of("the Docker daemon cannot be asked for it any more: " + CleanedOutput.of(unknown));
        }
    }

    /** Do the same, but wait for the end for a moment: a connection breaks before the daemon knows why. */
    Optional<String> end(Duration limit) {
        try (var exit = Daemon.client().waitContainerCmd(id).exec(new WaitContainerResultCallback())) {
            exit.awaitStatusCode(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (DockerClientException | DockerException runs) {
            // still, or not at all: the look at it tells
        } catch (java.io.IOException | RuntimeException unknown) {
            // the look at it tells
        }
        return end();
    }

    /** Return the last lines that the container printed; empty if nobody knows. */
    String printed(int lines) {
        var printed = new Tail();
        try (var log = Daemon.client()
                .logContainerCmd(id)
                .withStdOut(true)
                .withStdErr(true)
                .withTail(lines)
                .exec(printed)) {
            log.awaitCompletion(LOG_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        } catch (java.io.IOException | RuntimeException unknown) {
            // the container has been removed, its logs go elsewhere, or the daemon is gone: there is nothing to tell
        }
        return printed.text();
    }

    private static Optional<String> end(InspectContainerResponse.ContainerState state) {
        if (Boolean.TRUE.equals(state.getRunning())) {
            return Optional.empty();
        }
        var code = state.getExitCodeLong() == null
                ? "unknown"
                : state.getExitCodeLong().toString();
        var error = state.getError() == null || state.getError().isBlank()
                ? ""
                : ": " + CleanedOutput.clean(state.getError());
        return Optional.of("its container exited with code " + code
                + why(code, Boolean.TRUE.equals(state.getOOMKilled())) + error);
    }

    private static String why(String code, boolean outOfMemory) {
        if (outOfMemory) {
            return " (killed, because it used more memory than the container may have)";
        }
        return switch (code) {
            case "137" -> " (killed: with docker kill or docker rm, or by the system for want of memory)";
            case "143" -> " (told to end: with docker stop)";
            case "125", "126", "127" -> " (what the image runs could not be started)";
            default -> "";
        };
    }

    /** Keeps the beginning of what comes, which is the tail of the log already. */
    private static final class Tail extends ResultCallback.Adapter<Frame> {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public synchronized void onNext(Frame frame) {
            var payload = frame.getPayload();
            if (payload != null && bytes.size() + payload.length <= MOST_BYTES) {
                bytes.writeBytes(payload);
            }
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
        }
    }
}
