package io.github.withcdp;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * How a launched browser shows itself.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public enum Headless {
    /** Chrome's own headless mode: the whole browser without a window ({@code --headless=new}). */
    NEW,
    /** The program {@code chrome-headless-shell}: starts and isolates about twice as fast, and is not quite the browser that people use. */
    SHELL,
    /** With a window; needs a display. */
    OFF
}
