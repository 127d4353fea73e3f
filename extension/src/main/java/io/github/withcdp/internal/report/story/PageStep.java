package io.github.withcdp.internal.report.story;

import io.github.withcdp.internal.report.story.StoryStep.Actor;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Something that befell a page. */
record PageStep(RecordedMessage event) implements Step {

    private static final Set<String> METHODS = Set.of(
            "Page.loadEventFired",
            "Page.javascriptDialogOpening",
            "Page.downloadWillBegin",
            "Inspector.targetCrashed",
            "Target.targetCrashed");

    /** What is longer is not parsed. */
    private static final int LONGEST = 1 << 20;

    /** Return whether an event is a step of a page. */
    static boolean isOne(RecordedMessage message) {
        return message.isEvent() && METHODS.contains(message.method());
    }

    @Override
    public Duration at() {
        return event.elapsed();
    }

    @Override
    public SessionId session() {
        return event.session();
    }

    @Override
    public Object likeness() {
        return List.of(event.method(), event.session(), what());
    }

    @Override
    public StoryStep told() {
        return new StoryStep(
                event.elapsed(),
                Actor.PAGE,
                event.session(),
                "",
                what(),
                "",
                event.method().endsWith(".targetCrashed"),
                event.sequence());
    }

    private String what() {
        return switch (event.method()) {
            case "Page.loadEventFired" -> "The page has loaded";
            case "Page.javascriptDialogOpening" ->
                "A dialog opened: %s \"%s\"".formatted(param("type"), param("message"));
            case "Page.downloadWillBegin" -> "A download began: " + param("url");
            default -> "A page crashed";
        };
    }

    private String param(String name) {
        return event.json().length() > LONGEST
                ? "(too long)"
                : event.tree().path("params").path(name).asString("");
    }
}
