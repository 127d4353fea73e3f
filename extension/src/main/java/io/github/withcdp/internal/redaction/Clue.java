package io.github.withcdp.internal.redaction;

/** What gives away that a rule may find something in a text. */
@FunctionalInterface
interface Clue {

    /** Return where the next one is, or the length of the text. */
    int next(String text, int from);

    /** Return the clue that is a string. */
    static Clue of(String string) {
        return (text, from) -> {
            int place = text.indexOf(string, from);
            return place < 0 ? text.length() : place;
        };
    }
}
