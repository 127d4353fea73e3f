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
 * and page say, and what is a secret only possible have each their own room: however many secrets a page makes up, it cannot make
 * the password forgotten that the test has typed.
 */
final class KnownSecrets implements SecretSink {

    private static final int SHORTEST_CONFIGURED = 3;
    private static final int SHORTEST_CERTAIN = 6;
    private static final int SHORTEST_POSSIBLE = 8;
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
    private final Set<String> configured = new HashSet<>();
    private final Room ofTest = new Room();
    private final Room ofPage = new Room();
    private final Room possible = new Room();
    private boolean saidByTest;

    /** A collection of secrets that takes no more than there is room for. */
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

    /** Note which message the following secrets are from. */
    void from(RecordedMessage message) {
        saidByTest = message.isCommand();
    }

    @Override
    public String take(String secret, String what, Confidence confidence) {
        add(secret, what, confidence);
        return Mark.of(secret, what);
    }

    /** Take note of a secret, unless it is one that occurs anywhere. */
    void add(String secret, String what, Confidence confidence) {
        var text = secret.strip();
        if (isWorthLookingFor(text, confidence)
                && !isOfPeople(text, what, confidence)
                && !marks.containsKey(text)
                && hasRoom(text, confidence)) {
            marks.put(text, Mark.of(text, what));
            if (confidence == Confidence.CONFIGURED) {
                configured.add(text);
            }
        }
    }

    /**
     * Return whether a text is what people write, and no secret. People choose words as passwords, but nobody is given one as a session or a token: {@code "session": "expired"} tells of a state,
     * and a word like that occurs all over a report. So do sentences, and the names of fields, as in the texts of a page in some language:
     * {@code "password": "Enter your password"}. And a URL is a place; what is secret in it is known by itself.
     */
    private boolean isOfPeople(String text, String what, Confidence confidence) {
        if (confidence == Confidence.CONFIGURED) {
            return false;
        }
        boolean place = text.indexOf("://") >= 0 && text.indexOf(' ') < 0;
        boolean state = STATES.contains(what) && HarmlessText.isPlain(text);
        boolean sentence = !saidByTest && HarmlessText.isSentence(text);
        return place
                || state
                || sentence
                || (!saidByTest
                        && HarmlessText.isPlain(text)
                        && NAMES.what(text).isPresent());
    }

    private static boolean isWorthLookingFor(String text, Confidence confidence) {
        if (text.length() > LONGEST || Mark.isIn(text)) {
            return false;
        }
        return switch (confidence) {
            case ONLY_HERE -> false;
            case POSSIBLE ->
                text.length() >= SHORTEST_POSSIBLE
                        && !HarmlessText.isWordOrNumber(text)
                        && !HarmlessText.isPlain(text)
                        && !HarmlessText.isCommon(text);
            case CERTAIN -> text.length() >= SHORTEST_CERTAIN && !HarmlessText.isCommon(text);
            case CONFIGURED -> text.length() >= SHORTEST_CONFIGURED;
        };
    }

    private boolean hasRoom(String text, Confidence confidence) {
        if (confidence == Confidence.CONFIGURED) {
            return true;
        }
        var room = confidence == Confidence.POSSIBLE ? possible : saidByTest ? ofTest : ofPage;
        return room.take(text);
    }

    int size() {
        return marks.size();
    }

    /** Return what was left out, in sentences for people. */
    List<String> problems() {
        int refused = ofTest.refused + ofPage.refused + possible.refused;
        return refused == 0
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "more secrets were found than are looked for everywhere: %,d are taken out only where they were found",
                        refused));
    }

    /** Return what finds all of them. */
    SecretMatcher byValue() {
        return byValue(0);
    }

    /** Return what finds them, but for the first ones. */
    SecretMatcher byValue(int from) {
        List<Map.Entry<String, String>> secrets = new ArrayList<>(marks.entrySet());
        return SecretMatcher.of(secrets.subList(from, secrets.size()), configured);
    }
}
