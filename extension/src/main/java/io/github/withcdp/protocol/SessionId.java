package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * The id under which Chrome knows one conversation with one target ({@code sessionId} in flat mode).
 *
 * @param value what Chrome calls it, empty for the {@linkplain #BROWSER browser session}
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record SessionId(String value) {

    /** The session without an id: the conversation with the browser itself. */
    public static final SessionId BROWSER = new SessionId("");

    /** Return whether this is the session of the browser itself. */
    public boolean isBrowser() {
        return value.isEmpty();
    }

    /** Return the first eight characters, as transcripts show them, or {@code browser}. */
    public String shortened() {
        if (isBrowser()) {
            return "browser";
        }
        return value.length() <= 8 ? value : value.substring(0, 8);
    }

    @Override
    public String toString() {
        return isBrowser() ? "browser" : value;
    }
}
