package io.github.withcdp.internal.failure;

import java.util.Optional;

/**
 * The texts that a class puts around the one that it is given, to make its message.
 *
 * @param before what it puts before the text
 * @param after what it puts after it
 */
record Affixes(String before, String after) {

    /** Return what stands around a text in a message; none if the text is not in it. */
    static Optional<Affixes> around(String text, String message) {
        int place = message.indexOf(text);
        return place < 0
                ? Optional.empty()
                : Optional.of(new Affixes(message.substring(0, place), message.substring(place + text.length())));
    }

    /** Return the text of which a message was made; none if the message was not made so. */
    Optional<String> strip(String message) {
        int end = message.length() - after.length();
        return message.startsWith(before) && message.endsWith(after) && before.length() <= end
                ? Optional.of(message.substring(before.length(), end))
                : Optional.empty();
    }
}
