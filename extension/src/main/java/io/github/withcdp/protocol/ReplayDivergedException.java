package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A test that is replayed without a browser has said something else than in its recording, so that nobody knows what a browser would answer;
 * the message shows the command, the recorded one that is most like it, and how far the recording had come.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ReplayDivergedException extends CDPException {

    private static final long serialVersionUID = 1L;

    /** Create the exception with the whole text. */
    public ReplayDivergedException(String message) {
        super(message);
    }
}
