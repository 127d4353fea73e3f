package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.likeness.Explanation;
import io.github.withcdp.internal.likeness.LeafDifference;
import io.github.withcdp.recording.Difference.Kind;
import io.github.withcdp.recording.Difference.Presence;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A difference between two runs, before it is known whether others of the test differ in the same.
 *
 * @param stream what it is about, equal in all runs: another one of the same differs in the same
 * @param name by which it is known to others
 * @param subject as people know it
 * @param leaves where it differs, if it is in both
 * @param explanation what explains that it is in one only
 * @param at when it was told in the run that is judged
 * @param cause what led to it; may be empty
 * @param trace of what else it may have come
 */
record Found(
        Kind kind,
        Presence presence,
        String stream,
        String name,
        String subject,
        List<Leaf> leaves,
        Explanation explanation,
        Duration at,
        long sequence,
        String cause,
        Trace trace) {

    /**
     * A place in which it differs.
     *
     * @param at when it was told in the run that is judged
     */
    record Leaf(LeafDifference difference, Duration at) {}

    /** Where more differs than so, it is not the places that say something. */
    private static final int LEAVES = 10_000;

    /** Copy the list. */
    Found {
        leaves = List.copyOf(leaves.size() > LEAVES ? leaves.subList(0, LEAVES) : leaves);
    }

    /** Return what is equal of differences that are told as one: what did not come of the same, and what is the same of several requests. */
    Object family() {
        if (kind == Kind.REQUEST && presence == Presence.MISSING) {
            return cause;
        }
        var telling = telling();
        if (kind == Kind.REQUEST && !telling.isEmpty()) {
            return telling.stream().map(Found::change).collect(Collectors.toSet());
        }
        return List.of(
                stream, leaves.stream().map(leaf -> leaf.difference().pointer()).collect(Collectors.toSet()));
    }

    /** Cookies and tokens have another value each time, so of headers it counts whether they are there. */
    private static Object change(LeafDifference leaf) {
        return leaf.pointer().contains("/headers/")
                ? List.of(
                        leaf.pointer(), leaf.one().isMissingNode(), leaf.other().isMissingNode())
                : List.of(leaf.pointer(), leaf.one(), leaf.other());
    }

    /** Return whether it is nothing that differs in places. */
    private boolean isWhole() {
        return presence != Presence.CHANGED || kind == Kind.ORDER;
    }

    /** Return what others may be found to differ in as well: names of places that nothing explains. */
    Set<String> unexplained() {
        var keys = new TreeSet<String>();
        if (isWhole()) {
            if (explanation == Explanation.NONE) {
                keys.add(key(""));
            }
            return keys;
        }
        telling().forEach(leaf -> keys.add(key(leaf.pointer())));
        return keys;
    }

    /** Return the places that nothing explains. */
    List<LeafDifference> telling() {
        return leaves.stream()
                .map(Leaf::difference)
                .filter(leaf -> leaf.explanation() == Explanation.NONE)
                .toList();
    }

    private String key(String pointer) {
        return (!isWhole() ? "" : "presence ") + kind + ' ' + stream + '\0' + pointer;
    }

    /** Return it with what is explained by others that passed and differ in the same. */
    Found learned(Set<String> knownKeys) {
        if (isWhole()) {
            boolean isKnown = explanation == Explanation.NONE && knownKeys.contains(key(""));
            return isKnown ? with(leaves, Explanation.LEARNED) : this;
        }
        var explained = leaves.stream()
                .map(leaf -> new Leaf(explained(leaf.difference(), knownKeys), leaf.at()))
                .toList();
        return with(explained, explanation);
    }

    private LeafDifference explained(LeafDifference leaf, Set<String> knownKeys) {
        return leaf.explanation() == Explanation.NONE && isKnown(leaf.pointer(), knownKeys)
                ? new LeafDifference(leaf.pointer(), leaf.one(), leaf.other(), Explanation.LEARNED)
                : leaf;
    }

    /** A place is known if one that it is in is. */
    private boolean isKnown(String pointer, Set<String> knownKeys) {
        for (int end = pointer.length(); end >= 0; end = end == 0 ? -1 : pointer.lastIndexOf('/', end - 1)) {
            if (knownKeys.contains(key(pointer.substring(0, end)))) {
                return true;
            }
        }
        return false;
    }

    private Found with(List<Leaf> newLeaves, Explanation newExplanation) {
        return new Found(kind, presence, stream, name, subject, newLeaves, newExplanation, at, sequence, cause, trace);
    }

    /** Return it as what always differs, if nothing better explains it. */
    Found explained() {
        return explanation == Explanation.NONE ? with(leaves, Explanation.ALWAYS) : this;
    }

    /** Return what explains it least. */
    Explanation weakest() {
        return isWhole()
                ? explanation
                : leaves.stream()
                        .map(leaf -> leaf.difference().explanation())
                        .max(Explanation::compareTo)
                        .orElse(Explanation.ALWAYS);
    }

    /** Return when the first of what is explained least was told. */
    Duration first() {
        var weakest = weakest();
        return leaves.stream()
                .filter(leaf -> leaf.difference().explanation() == weakest)
                .map(Leaf::at)
                .min(Duration::compareTo)
                .orElse(at);
    }
}
