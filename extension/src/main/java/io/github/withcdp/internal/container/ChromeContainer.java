package io.github.withcdp.internal.container;

import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.util.BoundedCall;
import io.github.withcdp.internal.util.Loggers;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.testcontainers.containers.GenericContainer;

/** A container that runs, with a browser that answers. */
public final class ChromeContainer implements AutoCloseable {

    /** The name under which a page in a container reaches servers on the machine of the Docker daemon. */
    public static final String HOST_NAME = "host.docker.internal";

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final int LAST_LINES = 10;
    private static final int LOG_LINES = 1000;

    private final GenericContainer<?> container;
    private final ContainerPostMortem postMortem;
    private final String image;
    private final URI httpEndpoint;
    private final int port;
    private final boolean webDriver;
    private final boolean ours;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Hold a container.
     *
     * @param port on which its browser answers, inside
     * @param mapped the same port, outside
     * @param ours whether it is for us to stop
     */
    ChromeContainer(
            GenericContainer<?> container, String image, int port, int mapped, boolean webDriver, boolean ours) {
        this.container = container;
        this.postMortem = new ContainerPostMortem(container.getContainerId());
        this.image = image;
        this.httpEndpoint = URI.create("http://" + Daemon.host() + ":" + mapped);
        this.port = port;
        this.webDriver = webDriver;
        this.ours = ours;
    }

    /** Return where its browser answers, as seen from here: the host of the Docker daemon and the port that the container publishes. */
    public URI httpEndpoint() {
        return httpEndpoint;
    }

    /** Return whether that is a Selenium Grid; otherwise it is DevTools. */
    public boolean speaksWebDriver() {
        return webDriver;
    }

    /** Return whether the container ends when it is closed; one that was running before, or is kept for reuse, does not. */
    public boolean isOurs() {
        return ours;
    }

    /** Return what it is, for people: {@code image chromedp/headless-shell:stable (container 0123456789ab)}. */
    public String place() {
        return "image %s (container %s)"
                .formatted(
                        image,
                        postMortem
                                .id()
                                .substring(0, Math.min(12, postMortem.id().length())));
    }

    /** Return what the container printed, its last part; empty when it has been removed. */
    public String printed() {
        return printed(LOG_LINES);
    }

    /**
     * Return how the container has ended, with its last words; empty if it runs.
     *
     * @param limit how long to wait for its end
     */
    public Optional<String> ended(Duration limit) {
        return postMortem.end(limit).map(end -> {
            var words = CleanedOutput.lines(printed(LAST_LINES));
            return words.isEmpty() ? end : end + "; the last it printed:\n  " + words.replace("\n", "\n  ");
        });
    }

    /** Stop and remove the container if it is ours. Does not wait for ever for the daemon; what does not end is logged. */
    @Override
    public void close() {
        if (ours && closed.compareAndSet(false, true)) {
            stop(container, place());
        }
    }

    Optional<String> end() {
        return postMortem.end();
    }

    int port() {
        return port;
    }

    String printed(int lines) {
        return postMortem.printed(lines);
    }

    /** Stop a container within a limit, also if the thread has been interrupted. */
    static void stop(GenericContainer<?> container, String place) {
        boolean interrupted = Thread.interrupted();
        try {
            BoundedCall.run(
                    "container-stop",
                    STOP_LIMIT,
                    () -> {
                        container.stop();
                        return true;
                    },
                    () -> {});
        } catch (TimeoutException late) {
            log(place, "within " + Durations.format(STOP_LIMIT));
        } catch (ExecutionException failure) {
            log(place, "because of: " + CleanedOutput.of(failure));
        } catch (InterruptedException interrupt) {
            interrupted = true; // the other thread goes on with it
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void log(String place, String why) {
        Loggers.of(ChromeContainer.class)
                .log(System.Logger.Level.WARNING, "The container of " + place + " could not be stopped " + why);
    }
}
