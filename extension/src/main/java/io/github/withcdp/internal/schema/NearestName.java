package io.github.withcdp.internal.schema;

import io.github.withcdp.internal.text.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the name that is meant by one that does not exist. */
final class NearestName {

    /** What a wrong letter costs; one that is upper case instead of lower case costs less. */
    private static final int LETTER = 2;

    /** What it costs at most that the domain is another one, if the rest of the name is right. */
    private static final int OTHER_DOMAIN = 5;

    /** What it costs at most that the end of a word is missing, of which there is so much. */
    private static final int SHORTENED = 4;

    private static final int SHORTEST = 4;

    private NearestName() {}

    private record Candidate(String name, int cost) {}

    /** Return the one that is meant by a word, if any is near enough. */
    static Optional<String> of(String written, Collection<String> names) {
        return names.stream()
                .map(name -> new Candidate(name, cost(written, name)))
                .filter(candidate -> candidate.cost() <= most(written))
                .min(Comparator.comparingInt(Candidate::cost))
                .map(Candidate::name);
    }

    /** Return the command or event that is meant by a full name, if any is near enough; of two that are as near, the one of the kind that was looked for. */
    static Optional<String> ofMethod(String written, boolean isEvent, ProtocolSchema schema) {
        int dot = written.indexOf('.');
        var word = written.substring(dot + 1);
        Map<String, Integer> domains = new HashMap<>();
        schema.domains().forEach(domain -> domains.put(domain, cost(written.substring(0, dot), domain)));
        return schema.methods().stream()
                .map(method -> candidate(word, method, domains, isEvent))
                .filter(candidate -> candidate.cost() / 2 <= most(word))
                .min(Comparator.comparingInt(Candidate::cost))
                .map(Candidate::name);
    }

    private static Candidate candidate(
            String word, SchemaMethod method, Map<String, Integer> domains, boolean isEvent) {
        int dot = method.name().indexOf('.');
        int ofDomain = domains.getOrDefault(method.name().substring(0, dot), Integer.MAX_VALUE / LETTER);
        int ofWord = cost(word, method.name().substring(dot + 1));
        if (ofWord <= 1) {
            ofDomain = Math.min(ofDomain, OTHER_DOMAIN);
        }
        return new Candidate(method.name(), 2 * (ofWord + ofDomain) + (method.isEvent() == isEvent ? 0 : 1));
    }

    private static int cost(String written, String name) {
        if (written.equalsIgnoreCase(name)) {
            return written.equals(name) ? 0 : 1;
        }
        int longer = name.length() - written.length();
        int least = LETTER * Math.abs(longer); // which is exact enough for what is not near anyway
        int cost = least > most(written) ? least : LETTER * wrongLetters(written, name);
        boolean isShortened = longer > 0 && written.length() >= SHORTEST && name.startsWith(written);
        return isShortened ? Math.min(cost, SHORTENED) : cost;
    }

    /** Return how many letters are wrong, upper and lower case aside. */
    static int wrongLetters(String written, String name) {
        return EditDistance.between(lower(written), lower(name));
    }

    private static int most(String written) {
        return Math.max(OTHER_DOMAIN, LETTER * written.length() / 3);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
