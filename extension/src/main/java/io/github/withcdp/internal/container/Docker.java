package io.github.withcdp.internal.container;

import io.github.withcdp.protocol.ChromeUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The way into this package. Names nothing of Testcontainers, and so can say that it is missing. */
public final class Docker {

    private static final String LIBRARY = "org.testcontainers.containers.GenericContainer";

    private Docker() {}

    /**
     * Return why there is no Docker daemon to be had, or nothing to talk to one with; empty if there is. The answer is found once in the life of the JVM,
     * as Testcontainers does.
     */
    public static Optional<String> whyUnavailable() {
        return isLibraryPresent() ? Daemon.whyUnavailable() : Optional.of(missing("A browser in a container"));
    }

    /**
     * Start a container from an image and wait until its browser answers. The image is pulled before if it is not there, for which there are ten minutes.
     *
     * @param limit for the rest: to create the container, to start it, and for the browser's first answer
     * @throws ChromeUnavailableException if there is no such browser; nothing is left running then
     */
    public static ChromeContainer run(ImageOptions options, Duration limit) {
        requireLibrary("The image " + options.image());
        return ImageContainer.start(options, limit);
    }

    /**
     * Take a container that somebody else configures, as it is, and start it unless it runs; then wait until its browser answers.
     * How long it may take to start is for its own configuration to say, and one minute by default.
     *
     * @param supplier makes a {@code GenericContainer}, or returns one that runs already
     * @param limit for the browser's first answer
     * @throws ChromeUnavailableException if there is no such browser; nothing is left running that was not before
     */
    public static ChromeContainer take(Supplier<?> supplier, Duration limit) {
        requireLibrary("A container");
        return UserContainer.start(supplier, limit);
    }

    private static void requireLibrary(String who) {
        if (!isLibraryPresent()) {
            throw new ChromeUnavailableException(missing(who));
        }
    }

    private static String missing(String who) {
        return who
                + " needs Testcontainers, which is not on the class path: add org.testcontainers:testcontainers 2.x to the dependencies of the tests."
                + " On a module path it takes --add-modules ALL-MODULE-PATH besides, because Testcontainers does not say which modules it needs.";
    }

    private static boolean isLibraryPresent() {
        try {
            Class.forName(LIBRARY, false, Docker.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }
}
