package io.github.withcdp.internal.session;

import io.github.withcdp.protocol.SessionId;

/** Answers the requests of the pages, frames and workers of a scope, which are paused for it; see {@link Scope#intercept}. */
public interface RequestInterceptor {

    /** Take on a request that is paused. Called by the reader thread, so it must not wait. */
    void paused(PausedRequest request);

    /**
     * Take note that Chrome has told of the end of a request, well or badly. Called by the reader thread.
     *
     * @param requestId as {@code Network} has it
     */
    void ended(String requestId);

    /**
     * Take note that the requests of a target cannot be paused. Called by the reader thread.
     *
     * @param target what it is, for people
     * @param why in Chrome's words
     */
    void refused(SessionId session, String target, String why);
}
