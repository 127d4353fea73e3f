package io.github.withcdp.internal.schema;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How strictly a conversation is compared with the schema.
 *
 * @param names whether names are refused that do not exist, where somebody waits for them or makes an assertion about them
 * @param commands whether commands are refused
 * @param deprecations whether somebody wants to hear of what is going to be removed
 * @param allowed what is let through whatever the schema says: {@code Acme.*}, in which {@code *} stands for anything
 */
public record Strictness(boolean names, boolean commands, boolean deprecations, List<Pattern> allowed) {

    /** Nothing is compared. */
    public static final Strictness OFF = new Strictness(false, false, false, List.of());

    /** Copy the list. */
    public Strictness {
        allowed = List.copyOf(allowed);
    }

    /** Create with patterns as people write them. Who looks at names and lets commands go wants to hear of what is wrong with these. */
    public static Strictness of(boolean names, boolean commands, Collection<String> patterns) {
        return of(names, commands, names && !commands, patterns);
    }

    private static Strictness of(boolean names, boolean commands, boolean deprecations, Collection<String> patterns) {
        return new Strictness(
                names,
                commands,
                deprecations,
                patterns.stream()
                        .map(pattern -> Pattern.compile(
                                "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E", Pattern.CASE_INSENSITIVE))
                        .toList());
    }

    /** Return what counts for a recording that was read from a file: what system properties say, for no test has made it. */
    public static Strictness ofRecordings() {
        var strict = System.getProperty("withcdp.strict", "").strip();
        return of(
                !strict.equalsIgnoreCase("off"),
                false,
                strict.equalsIgnoreCase("warn"),
                List.of(System.getProperty("withcdp.strict.allow", "").split("[,\\s]+", 0)));
    }

    /** Return whether something is to be refused. */
    boolean refuses(Mistake mistake) {
        return mistake.certain() && !allows(mistake.subject());
    }

    /** Return whether a name, or a param of it, is let through. */
    public boolean allows(String subject) {
        return allowed.stream().anyMatch(pattern -> pattern.matcher(subject).matches());
    }
}
