package io.github.withcdp.assertions.internal.evidence;

import io.github.withcdp.recording.Exchange.Body;
import java.util.Optional;

/**
 * The body of a request or response, as far as it can be had.
 *
 * @param why there is none, for "but …"; empty if there is one
 */
public record FoundBody(Optional<Body> body, String why) {

    public static FoundBody of(Body body) {
        return new FoundBody(Optional.of(body), "");
    }

    public static FoundBody none(String why) {
        return new FoundBody(Optional.empty(), why);
    }

    /** Return what is said with each failure about a body that is only a part; empty if it is all there. */
    public String note(String incomplete) {
        return body.filter(part -> !part.isComplete()).map(part -> incomplete).orElse("");
    }

    public String text() {
        return body.map(Body::text).orElse("");
    }
}
