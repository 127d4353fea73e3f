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

    String text() {
        return body.map(Body::text).orElse("");
    }
}
