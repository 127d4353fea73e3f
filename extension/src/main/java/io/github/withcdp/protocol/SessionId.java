package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

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

    // Written out, because those of a record take tens of milliseconds when the first of a JVM is asked for them.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return isBrowser() ? "browser" : value;
    }
}
