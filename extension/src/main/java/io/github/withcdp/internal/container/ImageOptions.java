package io.github.withcdp.internal.container;

import java.util.List;
import java.util.Optional;

/**
 * A container that is to be started from an image.
 *
 * @param image its name, as {@code docker pull} takes it
 * @param port of the container on which the browser answers; if empty, the image tells, 9222 if it does not
 * @param args switches for the browser, handed to the entry point of the image as its command; an image that speaks WebDriver gets none this way
 */
public record ImageOptions(String image, Optional<Integer> port, List<String> args) {

    /** The image for those who do not mind: Chrome's headless shell with a forwarder, in a version that is known to work. */
    public static final String DEFAULT_IMAGE = "chromedp/headless-shell:151.0.7922.109";

    /** Copy the switches. */
    public ImageOptions {
        args = List.copyOf(args);
    }
}
