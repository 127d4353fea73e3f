package io.github.withcdp;

/** How a launched browser shows itself. */
public enum Headless {
    /** Chrome's own headless mode: the whole browser without a window ({@code --headless=new}). */
    NEW,
    /** The program {@code chrome-headless-shell}: starts and isolates about twice as fast, and is not quite the browser that people use. */
    SHELL,
    /** With a window; needs a display. */
    OFF
}
