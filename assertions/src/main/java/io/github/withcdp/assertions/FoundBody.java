package io.github.withcdp.assertions;

import io.github.withcdp.recording.Exchange.Body;
import java.util.Optional;

/**
 * The body of a request or response, as far as it can be had.
 *
 * @param why there is none, for "but …"; empty if there is one
 */
record FoundBody(Optional<Body> body, String why) {

    static FoundBody of(Body body) {
        return new FoundBody(Optional.of(body), "");
    }

    static FoundBody none(String why) {
        return new FoundBody(Optional.empty(), why);
    }

    /** Return what is said with each failure about a body that is only a part; empty if it is all there. */
    String note(String incomplete) {
        return body.filter(part -> !part.isComplete()).map(part -> incomplete).orElse("");
    }

    String text() {
        return body.map(Body::text).orElse("");
    }
}
