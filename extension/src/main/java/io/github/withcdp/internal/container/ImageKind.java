package io.github.withcdp.internal.container;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the browser of an image is spoken to, from what the image says of itself.
 *
 * @param port of the container on which it answers
 * @param webDriver whether that is a Selenium Grid, and not DevTools
 * @param switches that the image needs besides the user's
 */
record ImageKind(int port, boolean webDriver, List<String> switches) {

    static final int DEVTOOLS_PORT = 9222;
    static final int GRID_PORT = 4444;

    private static final Pattern SELENIUM = Pattern.compile("(?:.*/)?seleni(?:um|arm)/(?:standalone|node)-.*");
    private static final Pattern BROWSER =
            Pattern.compile("(?:.*/)?(?:google-)?(?:chrome|chromium|chromium-browser|headless[-_]shell)(?:-\\w+)*");

    /**
     * Find out.
     *
     * @param image its name
     * @param requestedPort the port that the user wants
     * @param exposed the ports that the image exposes
     * @param entryPoint what it runs; may be empty
     */
    static ImageKind of(String image, Optional<Integer> requestedPort, Set<Integer> exposed, List<String> entryPoint) {
        int port = requestedPort.orElseGet(() -> speaksWebDriver(image, exposed) ? GRID_PORT : DEVTOOLS_PORT);
        return new ImageKind(port, port == GRID_PORT, port == GRID_PORT ? List.of() : switches(entryPoint, port));
    }

    private static boolean speaksWebDriver(String image, Set<Integer> exposed) {
        return !exposed.contains(DEVTOOLS_PORT)
                && (exposed.contains(GRID_PORT) || SELENIUM.matcher(image).matches());
    }

    /** An image that runs the bare browser, as zenika/alpine-chrome does, wants to be told everything; a script knows by itself. */
    private static List<String> switches(List<String> entryPoint, int port) {
        return !entryPoint.isEmpty() && BROWSER.matcher(entryPoint.get(0)).matches()
                ? List.of("--no-sandbox", "--remote-debugging-address=0.0.0.0", "--remote-debugging-port=" + port)
                : List.of();
    }
}
