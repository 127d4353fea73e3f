package io.github.withcdp.internal.likeness;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The places that differ among runs that passed, of two messages or bodies that stand for the same: if one of them differs again, that is no news.
 *
 * @param pointers to leaves, and to what was there in some of the runs only
 */
public record LearnedMask(Set<String> pointers) {

    /** Nothing learned. */
    public static final LearnedMask NONE = new LearnedMask(Set.of());

    /** Copy the set. */
    public LearnedMask {
        pointers = Set.copyOf(pointers);
    }

    /** Return one that also knows what differs here without a reason. */
    public LearnedMask and(Collection<LeafDifference> differences) {
        var all = new TreeSet<>(pointers);
        differences.stream()
                .filter(difference -> difference.explanation() == Explanation.NONE)
                .forEach(difference -> all.add(difference.pointer()));
        return all.size() == pointers.size() ? this : new LearnedMask(all);
    }

    /** Return the differences, those explained that have been seen before. */
    public List<LeafDifference> explain(List<LeafDifference> differences) {
        return pointers.isEmpty()
                ? differences
                : differences.stream()
                        .map(difference -> difference.explanation() == Explanation.NONE && covers(difference.pointer())
                                ? difference.explainedBy(Explanation.LEARNED)
                                : difference)
                        .toList();
    }

    /** Return whether a place, or one that it is in, has differed. */
    public boolean covers(String pointer) {
        for (int end = pointer.length(); end >= 0; end = end == 0 ? -1 : pointer.lastIndexOf('/', end - 1)) {
            if (pointers.contains(pointer.substring(0, end))) {
                return true;
            }
        }
        return false;
    }
}
