package io.github.withcdp.internal.container;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.util.BoundedCall;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * An image that is on the daemon's machine.
 *
 * @param exposed the ports that it exposes
 * @param entryPoint what it runs; may be empty
 */
record LocalImage(Set<Integer> exposed, List<String> entryPoint) {

    private static final Duration PULL_LIMIT = Duration.ofMinutes(10);

    /**
     * Look at an image; pull it before if it is not there. Testcontainers would do so too, but tries for two minutes
     * what the daemon has refused at once, and does not pass its words on.
     *
     * @throws ChromeUnavailableException if there is no such image
     */
    static LocalImage obtain(String image) {
        try {
            return BoundedCall.run("image", PULL_LIMIT, () -> inspectOrPull(image), () -> {});
        } catch (TimeoutException late) {
            throw new ChromeUnavailableException(
                    "The image %s could not be pulled within %s. Pull it beforehand: docker pull %s"
                            .formatted(image, Durations.format(PULL_LIMIT), image),
                    late);
        } catch (ExecutionException failure) {
            throw new ChromeUnavailableException(
                    "The image %s is not on the machine of the Docker daemon and cannot be pulled: %s%nCheck its name and tag; \"docker pull %s\" must work, and needs a \"docker login\" for a private one."
                            .formatted(image, CleanedOutput.of(failure), image),
                    failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new ChromeUnavailableException("The wait for the image " + image + " was interrupted", interrupt);
        }
    }

    private static LocalImage inspectOrPull(String image) throws InterruptedException {
        var name = ImageNameSubstitutor.instance().apply(DockerImageName.parse(image));
        try {
            return inspect(name);
        } catch (NotFoundException absent) {
            var client = Daemon.client();
            client.pullImageCmd(name.getUnversionedPart())
                    .withTag(name.getVersionPart())
                    .exec(new PullImageResultCallback())
                    .awaitCompletion(PULL_LIMIT.toSeconds(), TimeUnit.SECONDS);
            return inspect(name);
        }
    }

    private static LocalImage inspect(DockerImageName name) {
        return of(Daemon.client().inspectImageCmd(name.asCanonicalNameString()).exec());
    }

    private static LocalImage of(InspectImageResponse image) {
        var config = image.getConfig();
        var ports = config == null ? null : config.getExposedPorts();
        var entryPoint = config == null ? null : config.getEntrypoint();
        return new LocalImage(
                ports == null
                        ? Set.of()
                        : Stream.of(ports).map(ExposedPort::getPort).collect(Collectors.toUnmodifiableSet()),
                entryPoint == null ? List.of() : List.copyOf(Arrays.asList(entryPoint)));
    }
}
