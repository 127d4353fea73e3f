package io.github.withcdp.internal.report.story;

import io.github.withcdp.internal.report.story.StoryStep.Actor;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.List;

/**
 * A page that went away.
 *
 * @param event what tells it
 * @param session the one in which the page was spoken to
 * @param isPopup whether another page had opened it
 */
record GonePageStep(RecordedMessage event, SessionId session, boolean isPopup) implements Step {

    @Override
    public Duration at() {
        return event.elapsed();
    }

    @Override
    public Object likeness() {
        return List.of(event.method(), session);
    }

    @Override
    public StoryStep told() {
        return new StoryStep(
                at(),
                Actor.PAGE,
                session,
                "",
                isPopup ? "The popup went away" : "The page went away",
                "",
                false,
                event.sequence());
    }
}
