package io.github.withcdp.internal.chrome;

/** The way in which a launched browser shows itself. */
public enum HeadlessMode {
    /** The whole browser without a window. */
    NEW,
    /** The program {@code chrome-headless-shell}. */
    SHELL,
    /** With a window; needs a display. */
    OFF
}
