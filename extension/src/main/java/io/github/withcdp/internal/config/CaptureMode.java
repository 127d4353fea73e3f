package io.github.withcdp.internal.config;

/** Which bodies of requests and responses are kept with a recording. */
public enum CaptureMode {
    /** When a test has failed, text and what has failed. */
    TEXT,
    /** All of them, pictures and fonts too, also of a test that has passed. */
    EVERYTHING
}
