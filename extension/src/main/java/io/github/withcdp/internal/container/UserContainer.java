package io.github.withcdp.internal.container;

import io.github.withcdp.protocol.ChromeUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.TestcontainersConfiguration;

/** A container that somebody else configures. */
final class UserContainer {

    /** To pull its image and to start it; its own configuration has shorter limits. */
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private UserContainer() {}

    /**
     * Start it unless it runs, and wait for its browser.
     *
     * @throws ChromeUnavailableException if that fails; it has been removed then if it was not running before
     */
    static ChromeContainer start(Supplier<?> supplier, Duration limit) {
        Daemon.require("A container");
        var container = ask(supplier);
        boolean running = container.isRunning();
        var image = running ? container.getDockerImageName() : "the container that was given";
        if (!running) {
            ContainerStarter.run(container, image, START_LIMIT);
            image = container.getDockerImageName();
        }
        boolean ours = !running && !isReusable(container);
        try {
            int port = port(container.getExposedPorts());
            var chrome = new ChromeContainer(
                    container, image, port, container.getMappedPort(port), port == ImageKind.GRID_PORT, ours);
            new Readiness(chrome, limit).await();
            return chrome;
        } catch (RuntimeException failure) {
            if (ours) {
                ChromeContainer.stop(container, image);
            }
            throw failure;
        }
    }

    private static GenericContainer<?> ask(Supplier<?> supplier) {
        if (supplier.get() instanceof GenericContainer<?> container) {
            return container;
        }
        throw new ChromeUnavailableException(
                "WithCDPExtension.builder().container(…): the supplier returned no GenericContainer");
    }

    /** Who has asked for reuse, and allowed it on this machine, finds the container again in the next run. */
    private static boolean isReusable(GenericContainer<?> container) {
        return container.isShouldBeReused()
                && TestcontainersConfiguration.getInstance().environmentSupportsReuse();
    }

    /** Return the port of the browser. */
    static int port(List<Integer> exposed) {
        if (exposed.contains(ImageKind.DEVTOOLS_PORT)) {
            return ImageKind.DEVTOOLS_PORT;
        }
        if (exposed.contains(ImageKind.GRID_PORT)) {
            return ImageKind.GRID_PORT;
        }
        if (exposed.size() == 1) {
            return exposed.get(0);
        }
        throw new ChromeUnavailableException(
                "The container that was given exposes %s, so nobody knows where its browser answers: expose 9222 for DevTools or 4444 for a Selenium Grid, withExposedPorts(9222), or one port only"
                        .formatted(exposed.isEmpty() ? "no port" : "the ports " + exposed));
    }
}
