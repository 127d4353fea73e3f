package io.github.withcdp.internal.redaction;

import java.util.List;
import java.util.Optional;

/** Takes secrets out of what strings in JSON say, which may be JSON again. */
interface StringRules {

    /** Redact a text of which nothing is known. */
    String text(String text, int depth, SecretSink sink, SecretMatcher secrets);

    /** Redact a text that is JSON from some place on; empty if it is not. */
    Optional<String> json(String text, int from, int depth, SecretSink sink, SecretMatcher secrets);

    /** Return what gives away that there may be something in a text, besides secrets that are known. */
    List<Clue> clues();

    /** Return whether each text has to be searched for patterns that somebody has configured. */
    boolean hasPatterns();
}
