package io.github.withcdp.internal.session;

import java.util.Optional;

/** Something that a session does for one user at a time: for the test, or for WithCDP itself. */
enum SharedFeature {

    /** Pictures of a page, one whenever it looks different. */
    SCREENCAST("Page.startScreencast", "Page.stopScreencast", "Page.screencast", "", ""),

    /** What the processes of a page do in some time. */
    TRACE("Tracing.start", "Tracing.end", "Tracing.", "Tracing.tracingComplete", ""),

    /** The requests of a page or worker, each paused until somebody says how it goes on. The one feature that is not left to the test. */
    FETCH(
            "Fetch.enable",
            "Fetch.disable",
            "Fetch.",
            "",
            "the requests of this test are answered from a recording (withcdp.serve), by way of Fetch, which has room for one at a time."
                    + " A test that uses Fetch itself can be run against its recording with withcdp.replay");

    private final String start;
    private final String stop;
    private final String events;
    private final String lastEvent;
    private final String refusal;

    SharedFeature(String start, String stop, String events, String lastEvent, String refusal) {
        this.start = start;
        this.stop = stop;
        this.events = events;
        this.lastEvent = lastEvent;
        this.refusal = refusal;
    }

    /** Return the command with which it begins. */
    String start() {
        return start;
    }

    /** Return the command with which it ends. */
    String stop() {
        return stop;
    }

    /** Return the feature that a command starts or stops. */
    static Optional<SharedFeature> ofCommand(String method) {
        return switch (method) {
            case "Page.startScreencast", "Page.stopScreencast" -> Optional.of(SCREENCAST);
            case "Tracing.start", "Tracing.end" -> Optional.of(TRACE);
            case "Fetch.enable", "Fetch.disable" -> Optional.of(FETCH);
            default -> Optional.empty();
        };
    }

    /** Return whether the test gets it when it wants the same; otherwise it is refused. */
    boolean isLeftToTest() {
        return refusal.isEmpty();
    }

    /** Return what a test is told that wants the same and does not get it. */
    String refusal() {
        return refusal;
    }

    /** Return whether an event comes because the feature is on. */
    boolean tells(String event) {
        return event.startsWith(events);
    }

    /** Return the event that comes last, after the answer to the command that stops it; empty if none comes after that. */
    String lastEvent() {
        return lastEvent;
    }
}
