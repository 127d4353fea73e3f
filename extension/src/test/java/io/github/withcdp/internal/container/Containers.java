package io.github.withcdp.internal.container;

import com.github.dockerjava.api.model.Container;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/** The containers of this JVM, as the daemon sees them. */
public final class Containers {

    private Containers() {}

    /** Return those that are there, also when they have ended. */
    public static List<Container> list() {
        return DockerClientFactory.instance()
                .client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(
                        Map.of(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID))
                .exec();
    }

    /** Return what is published, {@code 127.0.0.1:9222}. */
    public static List<String> published() {
        return list().stream()
                .flatMap(container -> List.of(container.getPorts()).stream())
                .filter(port -> port.getPublicPort() != null)
                .map(port -> port.getIp() + ":" + port.getPrivatePort())
                .toList();
    }

    /** End the only one, from outside. */
    public static void kill() {
        DockerClientFactory.instance()
                .client()
                .killContainerCmd(list().get(0).getId())
                .exec();
    }
}
