package io.github.withcdp.redaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the secrets that are worth looking for elsewhere. Bounded: of too many, the first ones are kept. */
final class KnownSecrets implements Taker {

    private static final int SHORTEST_GIVEN = 3;
    private static final int SHORTEST_STRONG = 6;
    private static final int SHORTEST_WEAK = 8;
    private static final int LONGEST = 8_192;
    private static final int MOST = 20_000;
    private static final int MOST_CHARACTERS = 2 << 20;

    private static final Set<String> STATES = Set.of(
            "auth",
            "authentication",
            "authorization",
            "bearer",
            "cookie",
            "cookies",
            "credential",
            "credentials",
            "csrf",
            "session",
            "sig",
            "signature",
            "token",
            "tokens",
            "xsrf");

    private final Map<String, String> marks = new LinkedHashMap<>();
    private int weak;
    private int characters;

    @Override
    public String take(String secret, String what, Strength strength) {
        add(secret, what, strength);
        return Mark.of(secret, what);
    }

    /** Take note of a secret, unless it is one that occurs anywhere. */
    void add(String secret, String what, Strength strength) {
        var text = secret.strip();
        if (isWorthLookingFor(text, strength)
                && !isWordOfState(text, what, strength)
                && !marks.containsKey(text)
                && hasRoom(text, strength)) {
            marks.put(text, Mark.of(text, what));
            characters += text.length();
            weak += strength == Strength.WEAK ? 1 : 0;
        }
    }

    /**
     * People choose words as passwords, but nobody is given one as a session or a token: {@code "session": "expired"} tells of a state,
     * and a word like that occurs all over a report.
     */
    private static boolean isWordOfState(String text, String what, Strength strength) {
        return strength == Strength.STRONG && STATES.contains(what) && Harmless.isPlain(text);
    }

    private static boolean isWorthLookingFor(String text, Strength strength) {
        if (text.length() > LONGEST || Mark.isIn(text)) {
            return false;
        }
        return switch (strength) {
            case HERE -> false;
            case WEAK ->
                text.length() >= SHORTEST_WEAK
                        && !Harmless.isWordOrNumber(text)
                        && !Harmless.isPlain(text)
                        && !Harmless.isCommon(text);
            case STRONG -> text.length() >= SHORTEST_STRONG && !Harmless.isCommon(text);
            case GIVEN -> text.length() >= SHORTEST_GIVEN;
        };
    }

    /** The weak ones must not take the room of the strong ones. */
    private boolean hasRoom(String text, Strength strength) {
        return strength == Strength.GIVEN
                || (marks.size() < MOST
                        && characters + text.length() <= MOST_CHARACTERS
                        && (strength != Strength.WEAK || weak < MOST / 2));
    }

    int size() {
        return marks.size();
    }

    /** Return what finds all of them. */
    ByValue byValue() {
        return byValue(0);
    }

    /** Return what finds them, but for the first ones. */
    ByValue byValue(int from) {
        List<Map.Entry<String, String>> secrets = new ArrayList<>(marks.entrySet());
        return ByValue.of(secrets.subList(from, secrets.size()));
    }
}
