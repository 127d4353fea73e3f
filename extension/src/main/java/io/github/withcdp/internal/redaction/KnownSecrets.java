package io.github.withcdp.internal.redaction;

import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Collects the secrets that are worth looking for elsewhere. Bounded: of too many, the first ones are kept. What a test says, what browser
 * and page say, and what is a secret only perhaps have each their own room: however many secrets a page makes up, it cannot make
 * the password forgotten that the test has typed.
 */
final class KnownSecrets implements Taker {

    private static final int SHORTEST_GIVEN = 3;
    private static final int SHORTEST_STRONG = 6;
    private static final int SHORTEST_WEAK = 8;
    private static final int LONGEST = 8_192;

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

    private static final SensitiveNames NAMES = new SensitiveNames(Set.of());

    private final Map<String, String> marks = new LinkedHashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Room ofTest = new Room();
    private final Room ofPage = new Room();
    private final Room perhaps = new Room();
    private boolean saidByTest;

    /** Where as many secrets are kept as there is room for. */
    private static final class Room {

        static final int MOST = 10_000;
        static final int MOST_CHARACTERS = 1 << 20;

        private int count;
        private int characters;
        private int refused;

        boolean take(String text) {
            boolean fits = count < MOST && characters + text.length() <= MOST_CHARACTERS;
            count += fits ? 1 : 0;
            characters += fits ? text.length() : 0;
            refused += fits ? 0 : 1;
            return fits;
        }
    }

    /** Say which message the following secrets are from. */
    void from(RecordedMessage message) {
        saidByTest = message.isCommand();
    }

    @Override
    public String take(String secret, String what, Strength strength) {
        add(secret, what, strength);
        return Mark.of(secret, what);
    }

    /** Take note of a secret, unless it is one that occurs anywhere. */
    void add(String secret, String what, Strength strength) {
        var text = secret.strip();
        if (isWorthLookingFor(text, strength)
                && !isOfPeople(text, what, strength)
                && !marks.containsKey(text)
                && hasRoom(text, strength)) {
            marks.put(text, Mark.of(text, what));
            if (strength == Strength.GIVEN) {
                given.add(text);
            }
        }
    }

    /**
     * People choose words as passwords, but nobody is given one as a session or a token: {@code "session": "expired"} tells of a state,
     * and a word like that occurs all over a report. So do sentences, and the names of fields, as in the texts of a page in some language:
     * {@code "password": "Enter your password"}. And a URL is a place; what is secret in it is known by itself.
     */
    private boolean isOfPeople(String text, String what, Strength strength) {
        if (strength == Strength.GIVEN) {
            return false;
        }
        boolean place = text.indexOf("://") >= 0 && text.indexOf(' ') < 0;
        boolean state = STATES.contains(what) && Harmless.isPlain(text);
        boolean sentence = !saidByTest && Harmless.isSentence(text);
        return place
                || state
                || sentence
                || (!saidByTest && Harmless.isPlain(text) && NAMES.what(text).isPresent());
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

    private boolean hasRoom(String text, Strength strength) {
        if (strength == Strength.GIVEN) {
            return true;
        }
        var room = strength == Strength.WEAK ? perhaps : saidByTest ? ofTest : ofPage;
        return room.take(text);
    }

    int size() {
        return marks.size();
    }

    /** Return what was left out, in sentences for people. */
    List<String> problems() {
        int refused = ofTest.refused + ofPage.refused + perhaps.refused;
        return refused == 0
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "more secrets were found than are looked for everywhere: %,d are taken out only where they were found",
                        refused));
    }

    /** Return what finds all of them. */
    ByValue byValue() {
        return byValue(0);
    }

    /** Return what finds them, but for the first ones. */
    ByValue byValue(int from) {
        List<Map.Entry<String, String>> secrets = new ArrayList<>(marks.entrySet());
        return ByValue.of(secrets.subList(from, secrets.size()), given);
    }
}
