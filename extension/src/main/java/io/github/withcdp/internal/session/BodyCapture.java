package io.github.withcdp.internal.session;

import java.time.Duration;

/** Which bodies are fetched when a test is over, and how many of them at most. */
public enum BodyCapture {

    /** Text, and what has failed: what may explain a failure. */
    TEXT(300, 1_000_000, 10_000_000, Duration.ofSeconds(2)),

    /** Whatever has a body, pictures and fonts too: what it takes to load the pages again. As much of it as Chrome keeps. */
    EVERYTHING(2000, 10_000_000, 64_000_000, Duration.ofSeconds(10));

    private static final int MEGABYTE = 1_000_000;

    private final int most;
    private final long largest;
    private final long together;
    private final Duration limit;

    BodyCapture(int most, long largest, long together, Duration limit) {
        this.most = most;
        this.largest = largest;
        this.together = together;
        this.limit = limit;
    }

    /** Return how many bodies are fetched at most. */
    int most() {
        return most;
    }

    /** Return how many bytes a body may have. */
    long largest() {
        return largest;
    }

    /** Return how many bytes all of them may have. */
    long together() {
        return together;
    }

    /** Return how long it may take. */
    Duration limit() {
        return limit;
    }

    String tooLarge() {
        return "larger than %d MB".formatted(largest / MEGABYTE);
    }

    String tooMuch() {
        return "beyond %d MB in all".formatted(together / MEGABYTE);
    }
}
