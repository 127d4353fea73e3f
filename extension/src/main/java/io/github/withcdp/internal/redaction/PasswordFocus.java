package io.github.withcdp.internal.redaction;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Guesses that a test types into a field for passwords: what it last ran in the page or looked for there names one. Then even a plain word is
 * a secret. Not thread-safe.
 */
final class PasswordFocus {

    private static final Set<String> AIMS = Set.of(
            "Runtime.evaluate",
            "Runtime.callFunctionOn",
            "DOM.querySelector",
            "DOM.querySelectorAll",
            "DOM.performSearch");
    private static final MultiStringMatcher BEGINNINGS =
            new MultiStringMatcher(List.of("passw", "passphrase", "passcode", "pwd", "secret", "otp", "pin"), true);

    private static final Pattern NAME = Pattern.compile("(?i)passw|passphrase|passcode|pwd|secret|\\botp\\b|\\bpin\\b");

    /** How many characters of a text are searched: nobody names a field after so many. */
    private static final int SEARCHED_LENGTH = 10_000;

    private final Set<SessionId> focused = new HashSet<>();

    /** Look at a message, and take what it types if it is typed into such a field. */
    void see(RecordedMessage message, KnownSecrets secrets) {
        var method = message.method();
        if (AIMS.contains(method) && message.isCommand()) {
            var json = message.json();
            if (namesPassword(json, Math.min(json.length(), SEARCHED_LENGTH))) {
                focused.add(message.session());
            } else {
                focused.remove(message.session());
            }
        } else if (method.equals("Input.insertText") && message.isCommand() && focused.contains(message.session())) {
            secrets.add(message.tree().at("/params/text").asString(""), "typed", Confidence.CERTAIN);
        }
    }

    /** Return whether a text names a field for passwords: most texts have none of the words, which a pattern takes long to find out. */
    private static boolean namesPassword(String json, int to) {
        long match = BEGINNINGS.find(json, 0, to);
        return match != MultiStringMatcher.NOTHING
                && NAME.matcher(json)
                        .region(MultiStringMatcher.place(match), to)
                        .useTransparentBounds(true)
                        .find();
    }
}
