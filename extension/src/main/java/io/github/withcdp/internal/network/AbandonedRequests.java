package io.github.withcdp.internal.network;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ends of documents, workers and pages. Chrome says nothing any more of a request whose document was left, or whose target has gone,
 * so that its end is not on record. After a crash the requests have no end either, but the crash is what there is to tell of them.
 */
final class AbandonedRequests {

    private static final String NAVIGATED = "Page.frameNavigated";
    private static final String DETACHED = "Target.detachedFromTarget";

    /** The events that tell of them. */
    static final Set<String> EVENTS = Set.of(NAVIGATED, DETACHED);

    private AbandonedRequests() {}

    /** Take note of which requests are over, if a message tells of any. */
    static void read(RecordedMessage message, Collection<RequestEvents> pending) {
        if (pending.isEmpty()) {
            return;
        }
        var params = message.tree().path("params");
        for (var request : List.copyOf(pending)) {
            boolean isLeft = message.method().equals(NAVIGATED)
                    ? request.isOfDocumentBefore(
                            params.at("/frame/loaderId").asString(""),
                            params.at("/frame/id").asString(""),
                            params.at("/frame/parentId").isMissingNode()
                                    ? Optional.of(message.session())
                                    : Optional.empty())
                    : request.isOfTarget(
                            new SessionId(params.path("sessionId").asString("none")),
                            params.path("targetId").asString(""));
            if (isLeft && request.left(message)) {
                pending.remove(request);
            }
        }
    }
}
