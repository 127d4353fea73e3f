package io.github.withcdp.assertions.internal.text;

import io.github.withcdp.session.CDPSession;

/** Shows sessions in a failure message: what they are of, and which. */
public final class ShownSession {

    private ShownSession() {}

    /** Return {@code page http://shop.test/ (session 9F86D081)}. */
    public static String line(CDPSession session) {
        return "%s %s (session %s)"
                .formatted(
                        session.target().type(),
                        ShownText.text(session.target().url(), ShownText.VALUE),
                        session.id().shortened());
    }
}
