package io.github.withcdp.internal.config;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which messages are logged: those of certain methods in certain sessions. Of each, what is wanted counts if anything is; what is unwanted counts always.
 */
public final class LogSelection {

    /** All messages. */
    public static final LogSelection ALL = new LogSelection(true, List.of());

    /** No message. */
    public static final LogSelection NOTHING = new LogSelection(false, List.of());

    private static final Pattern METHOD = Pattern.compile("-?[A-Za-z*][A-Za-z0-9_*]*\\.[A-Za-z0-9_.*]+");
    private static final Pattern SESSION = Pattern.compile("-?session:[A-Za-z0-9_*]+");
    private static final String SESSION_PREFIX = "session:";

    private final boolean on;
    private final Terms methods;
    private final Terms sessions;

    private LogSelection(boolean on, List<String> terms) {
        this.on = on;
        methods = Terms.of(terms.stream().filter(term -> !isOfSession(term)));
        sessions = Terms.of(
                terms.stream().filter(LogSelection::isOfSession).map(term -> term.replaceFirst(SESSION_PREFIX, "")));
    }

    private static boolean isOfSession(String term) {
        return SESSION.matcher(term).matches();
    }

    /**
     * Return what a text says: {@code true}, {@code false}, or patterns.
     *
     * @throws ConfigurationException if it says none of these
     */
    static LogSelection parse(ConfiguredValue value) {
        var words = Stream.of(value.trimmed().split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.size() == 1
                && List.of("true", "false").contains(value.trimmed().toLowerCase(Locale.ROOT))) {
            return EnumParser.parseBoolean(value) ? ALL : NOTHING;
        }
        for (var word : words) {
            if (!METHOD.matcher(word).matches() && !isOfSession(word)) {
                throw ConfiguredValue.refused(
                        value.where(),
                        word,
                        "is neither true nor false, nor a pattern for methods, as in Network.* or -Network.dataReceived,"
                                + " nor one for sessions, as in session:page or -session:*worker.");
            }
        }
        return words.isEmpty() ? NOTHING : new LogSelection(true, words);
    }

    /** Return whether any message may be logged. */
    public boolean isOn() {
        return on;
    }

    /**
     * Return whether a message is logged.
     *
     * @param method of an answer: its command's
     * @param session the id of its session; empty for the browser's
     * @param type of what the session is with: {@code page}, {@code browser}
     */
    public boolean includes(String method, String session, String type) {
        return on
                && methods.let(pattern -> pattern.matcher(method).matches())
                && sessions.let(pattern -> pattern.matcher(type).matches()
                        || pattern.matcher(session).lookingAt());
    }

    /**
     * What is wanted and what is not.
     *
     * @param wanted any of them lets something in; none, everything
     * @param unwanted any of them keeps it out
     */
    private record Terms(List<Pattern> wanted, List<Pattern> unwanted) {

        static Terms of(Stream<String> terms) {
            var signs = terms.collect(Collectors.partitioningBy(
                    term -> term.startsWith("-"), Collectors.mapping(Terms::pattern, Collectors.toList())));
            return new Terms(
                    List.copyOf(signs.getOrDefault(false, List.of())),
                    List.copyOf(signs.getOrDefault(true, List.of())));
        }

        private static Pattern pattern(String term) {
            return Pattern.compile(
                    term.replaceFirst("^-", "").replace(".", "\\.").replace("*", ".*"));
        }

        boolean let(Predicate<Pattern> matches) {
            return (wanted.isEmpty() || wanted.stream().anyMatch(matches))
                    && unwanted.stream().noneMatch(matches);
        }
    }
}
