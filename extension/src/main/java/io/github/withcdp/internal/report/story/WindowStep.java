package io.github.withcdp.internal.report.story;

import io.github.withcdp.internal.report.story.StoryStep.Actor;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.List;

/** A call of {@code window.open()}: Chrome tells of it whether it opens a window or not. */
final class WindowStep implements Step {

    private final RecordedMessage event;
    private final String url;
    private boolean opened;

    WindowStep(RecordedMessage event, String url) {
        this.event = event;
        this.url = url;
    }

    void opened() {
        opened = true;
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
        return new StoryStep(at(), Actor.PAGE, session(), "", what(), "", false, event.sequence());
    }

    private String what() {
        return (opened ? "The page opened a window: " : "The page wanted to open a window: ") + url;
    }
}
