package io.github.withcdp.redaction;

import java.util.regex.Pattern;

/**
 * Judges what a test types. In its own place it is always taken out, because nothing says which field it goes to. Whether it is a secret elsewhere
 * too is told by its looks: a password that is one is no word, and a word that is typed into a search occurs all over the page.
 * A password that is a plain word is known as soon as it is sent or stored under its name, see also {@link PasswordFocus}.
 */
final class Typed {

    /** {@code mug-2026} is more likely a password than {@code 12 Main Street} is. */
    private static final Pattern WORD_WITH_DIGITS = Pattern.compile("\\p{L}\\S*[0-9]|[0-9]\\S*\\p{L}");

    private Typed() {}

    /** Return how sure it is that a text that was typed is a secret. */
    static Strength strength(String text) {
        boolean plain =
                Harmless.isPlain(text) && !WORD_WITH_DIGITS.matcher(text).find();
        return plain || Harmless.isMail(text) ? Strength.HERE : Strength.STRONG;
    }
}
