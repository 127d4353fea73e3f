package io.github.withcdp.internal.redaction;

/**
 * Judges what a test types. In its own place it is always taken out, because nothing says which field it goes to. Whether it is a secret elsewhere
 * too is told by its looks: a password that is one is no word, and a word that is typed into a search occurs all over the page.
 * A password that is a plain word is known as soon as it is sent or stored under its name, see also {@link PasswordFocus}.
 */
final class TypedText {

    private TypedText() {}

    /** Return how sure it is that a text that was typed is a secret. */
    static Confidence confidence(String text) {
        boolean plain = HarmlessText.isPlain(text) && !hasWordWithDigits(text);
        return plain || HarmlessText.isMail(text) ? Confidence.ONLY_HERE : Confidence.CERTAIN;
    }

    /** Return whether a text has a word with digits: {@code mug-2026} is more likely a password than {@code 12 Main Street} is. */
    private static boolean hasWordWithDigits(String text) {
        boolean letter = false;
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = CharacterKind.isSpace(c);
            letter = !space && (letter || Character.isLetter(c));
            digit = !space && (digit || CharacterKind.isDigit(c));
            if (letter && digit) {
                return true;
            }
        }
        return false;
    }
}
