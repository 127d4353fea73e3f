package io.github.withcdp.internal.session;

import io.github.withcdp.internal.text.DisplayedUrl;
import io.github.withcdp.session.Target;

/** How targets and long texts are shown in the messages of sessions. */
final class MessageText {

    private static final int CUT = 200;

    private MessageText() {}

    /** A target as people know it: "page about:blank", "browser". */
    static String named(Target target) {
        return target.url().isEmpty() ? target.type() : target.type() + " " + target.url();
    }

    /** A target for a console, without what may be secret in its URL. */
    static String shown(Target target) {
        return target.url().isEmpty() ? target.type() : target.type() + " " + cut(DisplayedUrl.of(target.url()));
    }

    /** The beginning of a text that may be long. */
    static String cut(String text) {
        return text.length() <= CUT ? text : "%s… (%d more)".formatted(text.substring(0, CUT), text.length() - CUT);
    }
}
