package io.github.withcdp.internal.report.har;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an archive needs besides the exchanges: which documents the pages showed, and when it was.
 *
 * @param begin when the recording began, by the clock of the browser; the epoch, if it never told the time
 * @param documents those that pages showed, in wire order
 * @param parents which session a session was attached through
 */
record PageTimeline(Instant begin, List<Document> documents, Map<SessionId, SessionId> parents) {

    /**
     * A document that a page showed.
     *
     * @param loader the id of its load, which is that of the request for it too
     * @param shown when the page went there, in the time of the recording
     * @param contentLoaded when its content was there
     * @param loaded when all of it was there
     */
    record Document(
            SessionId session,
            String loader,
            String url,
            Duration shown,
            Optional<Duration> contentLoaded,
            Optional<Duration> loaded) {

        private Document withContentLoaded(Duration at) {
            return new Document(session, loader, url, shown, Optional.of(at), loaded);
        }

        private Document withLoaded(Duration at) {
            return new Document(session, loader, url, shown, contentLoaded, Optional.of(at));
        }
    }

    /** Read only the few messages that tell of documents, sessions and the time. */
    static PageTimeline at(Iterable<RecordedMessage> messages) {
        var documents = new ArrayList<Document>();
        var latest = new HashMap<SessionId, Integer>();
        var parents = new HashMap<SessionId, SessionId>();
        Instant begin = null;
        for (var message : messages) {
            if (!message.isEvent()) {
                continue;
            }
            switch (message.method()) {
                case "Network.requestWillBeSent" -> {
                    if (begin == null) {
                        begin = begin(message).orElse(null);
                    }
                }
                case "Target.attachedToTarget" ->
                    parents.put(
                            new SessionId(message.tree()
                                    .path("params")
                                    .path("sessionId")
                                    .asString("")),
                            message.session());
                case "Page.frameNavigated" -> {
                    var frame = message.tree().path("params").path("frame");
                    if (frame.path("parentId").isMissingNode()) {
                        latest.put(message.session(), documents.size());
                        documents.add(new Document(
                                message.session(),
                                frame.path("loaderId").asString(""),
                                frame.path("url").asString(""),
                                message.elapsed(),
                                Optional.empty(),
                                Optional.empty()));
                    }
                }
                case "Page.domContentEventFired" -> {
                    var index = latest.get(message.session());
                    if (index != null) {
                        documents.set(index, documents.get(index).withContentLoaded(message.elapsed()));
                    }
                }
                case "Page.loadEventFired" -> {
                    var index = latest.get(message.session());
                    if (index != null) {
                        documents.set(index, documents.get(index).withLoaded(message.elapsed()));
                    }
                }
                default -> {
                    // tells nothing of these
                }
            }
        }
        return new PageTimeline(begin == null ? Instant.EPOCH : begin, documents, parents);
    }

    private static Optional<Instant> begin(RecordedMessage message) {
        double seconds = message.tree().path("params").path("wallTime").asDouble(0);
        return seconds > 0 && seconds < 1e11
                ? Optional.of(Instant.EPOCH
                        .plusNanos(Math.round(seconds * 1e6) * 1_000)
                        .minus(message.elapsed()))
                : Optional.empty();
    }
}
