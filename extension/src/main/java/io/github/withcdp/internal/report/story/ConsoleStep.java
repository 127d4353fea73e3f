package io.github.withcdp.internal.report.story;

import io.github.withcdp.internal.report.story.StoryStep.Actor;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.ConsoleMessage.Level;
import io.github.withcdp.recording.ConsoleMessage.Source;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** An error or warning on a console. */
record ConsoleStep(ConsoleMessage message) implements Step {

    /**
     * Return whether it is a step.
     *
     * @param requested the URLs of requests: what the log says of one of them, its step says too
     */
    static boolean isOne(ConsoleMessage message, Set<String> requested) {
        boolean isGrave = message.level() == Level.ERROR || message.level() == Level.WARNING;
        boolean isOfRequest =
                message.source() == Source.LOG && message.type().equals("network") && requested.contains(message.url());
        return isGrave && !isOfRequest && !message.isAboutFavicon();
    }

    @Override
    public Duration at() {
        return message.elapsed();
    }

    @Override
    public SessionId session() {
        return message.session();
    }

    @Override
    public Object likeness() {
        return List.of(message.session(), message.level(), message.text());
    }

    @Override
    public StoryStep told() {
        var text = message.text();
        int end = text.indexOf('\n');
        return new StoryStep(
                message.elapsed(),
                Actor.CONSOLE,
                message.session(),
                "",
                end < 0 ? text : text.substring(0, end),
                "",
                message.level() == Level.ERROR,
                message.sequence());
    }
}
