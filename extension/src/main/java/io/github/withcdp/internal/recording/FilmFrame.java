package io.github.withcdp.internal.recording;

import io.github.withcdp.protocol.SessionId;
import java.time.Duration;

/** A picture of a page that was taken while a test ran; it is kept beside the messages, not among them. */
public final class FilmFrame {

    private final SessionId session;
    private final Duration elapsed;
    private final byte[] jpeg;

    /**
     * Create a picture.
     *
     * @param session with the page
     * @param elapsed when it came, in the time of the recording
     * @param jpeg its bytes, not copied
     */
    public FilmFrame(SessionId session, Duration elapsed, byte[] jpeg) {
        this.session = session;
        this.elapsed = elapsed;
        this.jpeg = jpeg;
    }

    /** Return the session with the page. */
    public SessionId session() {
        return session;
    }

    /** Return when it came, in the time of the recording. */
    public Duration elapsed() {
        return elapsed;
    }

    /** Return the picture. */
    public byte[] jpeg() {
        return jpeg;
    }
}
