package io.github.withcdp.internal.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.internal.util.Loggers;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.time.Duration;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** A container that is configured here, from nothing but an image. */
final class ImageContainer {

    /** Docker gives a container 64 MB, in which Chrome's tabs crash. It is a limit: what is not used takes no memory. */
    private static final long SHARED_MEMORY = 2L * 1024 * 1024 * 1024;

    private ImageContainer() {}

    /**
     * Start it, and wait for its browser.
     *
     * @throws ChromeUnavailableException if that fails; it has been removed then
     */
    static ChromeContainer start(ImageOptions options, Duration limit) {
        var place = "image " + options.image();
        Daemon.require("The " + place);
        var image = LocalImage.obtain(options.image());
        var deadline = Deadline.in(limit); // a pull takes as long as it takes
        var kind = ImageKind.of(options.image(), options.port(), image.exposed(), image.entryPoint());
        var container = configured(options, kind);
        ContainerStarter.run(container, place, limit);
        try {
            int mapped = mappedPort(container, kind.port());
            var chrome = new ChromeContainer(container, options.image(), kind.port(), mapped, kind.webDriver(), true);
            new Readiness(chrome, deadline.left()).await();
            return chrome;
        } catch (RuntimeException failure) {
            ChromeContainer.stop(container, place);
            throw failure;
        }
    }

    private static GenericContainer<?> configured(ImageOptions options, ImageKind kind) {
        var container = new GenericContainer<>(options.image())
                .withSharedMemorySize(SHARED_MEMORY)
                .withExtraHost(ChromeContainer.HOST_NAME, "host-gateway")
                .withCreateContainerCmdModifier(command -> publish(command, kind.port()))
                // Whether it is ready we find out ourselves, because Testcontainers forgets the log of a container that
                // ends too soon.
                .withStartupCheckStrategy(new Unchecked())
                .waitingFor(new NoWait());
        var command = Stream.concat(kind.switches().stream(), kind.webDriver() ? Stream.of() : options.args().stream())
                .toArray(String[]::new);
        if (command.length > 0) {
            container.withCommand(command);
        }
        return container;
    }

    /**
     * Publish a port for this machine only: whoever reaches DevTools controls the browser. A port that Testcontainers
     * knows of would be open to all, and a container that ends at once would be waited for, until it has that port.
     */
    private static void publish(CreateContainerCmd command, int port) {
        var inside = ExposedPort.tcp(port);
        var host = command.getHostConfig() == null ? HostConfig.newHostConfig() : command.getHostConfig();
        if (Daemon.isLocal()) {
            host.withPortBindings(new PortBinding(Ports.Binding.bindIp("127.0.0.1"), inside));
        } else {
            host.withPortBindings(new PortBinding(Ports.Binding.empty(), inside));
            Loggers.of(ImageContainer.class)
                    .log(
                            System.Logger.Level.WARNING,
                            "The Docker daemon is on another machine, {0}: port {1} of the container is published on all of its addresses, and whoever reaches it controls the browser",
                            Daemon.host(),
                            Integer.toString(port));
        }
        command.withHostConfig(host).withExposedPorts(inside);
    }

    /** Return the port outside; zero if there is none, because the container has ended already. */
    private static int mappedPort(GenericContainer<?> container, int port) {
        var bindings = container
                .getContainerInfo()
                .getNetworkSettings()
                .getPorts()
                .getBindings()
                .get(ExposedPort.tcp(port));
        return bindings == null || bindings.length == 0 ? 0 : Integer.parseInt(bindings[0].getHostPortSpec());
    }

    private static final class Unchecked extends StartupCheckStrategy {

        @Override
        public boolean waitUntilStartupSuccessful(DockerClient client, String id) {
            return true;
        }

        @Override
        public StartupStatus checkStartupState(DockerClient client, String id) {
            return StartupStatus.SUCCESSFUL;
        }
    }

    private static final class NoWait extends AbstractWaitStrategy {

        @Override
        protected void waitUntilReady() {}
    }
}
