package io.github.withcdp.protocol.generator;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What things of the protocol are called in Java. */
final class JavaNames {

    /** Words that the language keeps for itself, and methods that every object has. */
    private static final Set<String> TAKEN = Set.of(
            "abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if"
                    .concat(
                            " implements import instanceof int interface long native new package private protected public return short static strictfp")
                    .concat(
                            " super switch synchronized this throw throws transient try void volatile while true false null _")
                    .concat(" clone finalize getClass hashCode json notify notifyAll toString wait")
                    .split(" "));

    private static final Pattern WORD_BEGINS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private JavaNames() {}

    /** Return the name of a method or a param. */
    static String member(String name) {
        return TAKEN.contains(name) ? name + "_" : name;
    }

    /** Return the name of a constant: {@code CONSOLE_API_CALLED} for {@code consoleAPICalled}. */
    static String constant(String text) {
        return WORD_BEGINS.matcher(text).replaceAll("_").replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Return the name of a type, which in Java cannot be that of the class around it. */
    static String type(String domain, String id) {
        return id.equals(domain) ? id + "Object" : capital(id);
    }

    static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
