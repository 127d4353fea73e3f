package io.github.withcdp.internal.container;

import com.github.dockerjava.api.DockerClient;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.util.BoundedCall;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.TestcontainersConfiguration;

/** The Docker daemon, as Testcontainers finds it. */
final class Daemon {

    /** Testcontainers asks each place where a daemon may be, for some seconds each, and then starts Ryuk, which may have to be pulled. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Daemon() {}

    /** Return why there is none, in sentences; empty if there is one. */
    static Optional<String> whyUnavailable() {
        try {
            BoundedCall.run(
                    "docker", LIMIT, () -> DockerClientFactory.instance().client(), () -> {});
            return Optional.empty();
        } catch (TimeoutException late) {
            return Optional.of(sentence("it did not answer within " + Durations.format(LIMIT)));
        } catch (ExecutionException failure) {
            return Optional.of(sentence(CleanedOutput.of(failure)));
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return Optional.of(sentence("the wait for it was interrupted"));
        }
    }

    /**
     * Make sure that there is one.
     *
     * @throws ChromeUnavailableException if there is none
     */
    static void require(String who) {
        whyUnavailable().ifPresent(why -> {
            throw new ChromeUnavailableException(who + " needs Docker. " + why
                    + " Or have the tests skipped: disabledWithoutDocker = true, withcdp.disabledWithoutDocker=true.");
        });
    }

    static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    /** Return the host on which containers publish their ports, as seen from here. */
    static String host() {
        return DockerClientFactory.instance().dockerHostIpAddress();
    }

    /** Return whether what is published on the loopback address of the daemon's machine can be reached from here. */
    static boolean isLocal() {
        var host = host();
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1") || host.equals("[::1]");
    }

    private static String sentence(String why) {
        return "There is no Docker daemon: %s. Tried: %s. Start one (Docker Desktop, or systemctl start docker), or say where one is with DOCKER_HOST."
                .formatted(why.replaceFirst("\\.$", ""), tried());
    }

    private static String tried() {
        var configured = TestcontainersConfiguration.getInstance().getEnvVarOrProperty("docker.host", "");
        var host = Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse(configured);
        // A user name and a password may stand in a URL.
        return host.isBlank()
                ? "the socket of this machine and those of Docker Desktop and rootless Docker; DOCKER_HOST is not set"
                : "DOCKER_HOST, which is " + host.strip().replaceFirst("//[^/]*@", "//…@");
    }
}
