package io.github.withcdp.internal.report;

import io.github.withcdp.internal.report.html.MessageData;
import io.github.withcdp.internal.report.html.Microseconds;
import io.github.withcdp.internal.report.story.StoryLine;
import io.github.withcdp.internal.report.story.StoryStep;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What happened, as a page has it. */
final class StoryData {

    private final ReportContent content;
    private final MessageData messages;
    private final Microseconds clock;

    /** The rows of requests, by the messages that began them. */
    private final Map<Long, Integer> requests = new HashMap<>();

    private StoryData(ReportContent content, MessageData messages, Microseconds clock) {
        this.content = content;
        this.messages = messages;
        this.clock = clock;
        content.trips().forEach(trip -> requests.put(trip.exchange().sequence(), requests.size()));
    }

    static Map<String, Object> of(ReportContent content, MessageData messages, Microseconds clock) {
        var data = new StoryData(content, messages, clock);
        var story = new LinkedHashMap<String, Object>();
        story.put("lines", content.story().lines().stream().map(data::row).toList());
        story.put("left", content.story().left());
        return story;
    }

    private Map<String, Object> row(StoryLine line) {
        var step = line.step();
        var row = new LinkedHashMap<String, Object>();
        row.put("at", clock.micros(step.at()));
        row.put("until", clock.micros(line.until()));
        row.put("times", line.times());
        row.put("who", step.who().title());
        row.put("session", messages.numberOf(step.session()));
        row.put("page", content.pageOf(step));
        row.put("name", step.name());
        row.put("what", step.what());
        row.put("outcome", step.outcome());
        row.put("bad", step.bad());
        row.put("message", messages.indexOf(step.sequence()));
        row.put("request", step.who() == StoryStep.Actor.NETWORK ? requests.getOrDefault(step.sequence(), -1) : -1);
        return row;
    }
}
