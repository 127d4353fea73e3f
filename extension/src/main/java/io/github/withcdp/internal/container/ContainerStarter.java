package io.github.withcdp.internal.container;

import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.util.BoundedCall;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.testcontainers.containers.GenericContainer;

/** Starts a container within a limit; one that comes too late is stopped as soon as it has come. */
final class ContainerStarter {

    private ContainerStarter() {}

    /**
     * Start it.
     *
     * @param place what it is, for people
     * @throws ChromeUnavailableException if it does not start; it has been removed then
     */
    static void run(GenericContainer<?> container, String place, Duration limit) {
        try {
            BoundedCall.run(
                    "container-start",
                    limit,
                    () -> {
                        container.start();
                        return true;
                    },
                    container::stop);
        } catch (TimeoutException late) {
            throw new ChromeUnavailableException(
                    "The container of %s was not created and started within %s: the Docker daemon is busy. Give it more time with withcdp.launch.timeout."
                            .formatted(place, Durations.format(limit)),
                    late);
        } catch (ExecutionException failure) {
            throw new ChromeUnavailableException(
                    "The container of %s could not be started: %s".formatted(place, CleanedOutput.of(failure)),
                    failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new ChromeUnavailableException(
                    "The wait for the container of " + place + " was interrupted", interrupt);
        }
    }
}
