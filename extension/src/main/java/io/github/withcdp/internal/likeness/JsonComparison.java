package io.github.withcdp.internal.likeness;

import io.github.withcdp.internal.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Finds the leaves in which two trees differ, each with what explains it. The order of members does not count, that of elements does. */
public final class JsonComparison {

    private static final double NEXT_TO_NOTHING = 1e-9;

    private static final JsonNode MISSING = MissingNode.getInstance();

    private final List<LeafDifference> found = new ArrayList<>();
    private final boolean sameSizes;

    /** @param sameSizes whether arrays that are not as long are different as such, without a look at what is in them */
    private JsonComparison(boolean sameSizes) {
        this.sameSizes = sameSizes;
    }

    /** Compare messages of the protocol, or their params or results: what Chrome gives a name, a time or a size always differs. */
    public static List<LeafDifference> ofMessages(JsonNode one, JsonNode other) {
        return compare(one, other, Speaker.CHROME, false);
    }

    /** Compare what pages and servers say, in which names mean what they like. */
    public static List<LeafDifference> ofContents(JsonNode one, JsonNode other) {
        return compare(one, other, Speaker.PAGE, false);
    }

    private static List<LeafDifference> compare(JsonNode one, JsonNode other, Speaker speaker, boolean sameSizes) {
        var comparison = new JsonComparison(sameSizes);
        comparison.compare("", one, other, speaker, false);
        return List.copyOf(comparison.found);
    }

    private void compare(String pointer, JsonNode one, JsonNode other, Speaker speaker, boolean always) {
        if (one.equals(other)) {
            return;
        }
        if (always) {
            found.add(new LeafDifference(pointer, one, other, Explanation.ALWAYS));
        } else if (one.isObject() && other.isObject()) {
            members(pointer, one, other, speaker);
        } else if (one.isArray() && other.isArray()) {
            elements(pointer, one, other, speaker);
        } else if (one.isString() && other.isString()) {
            texts(pointer, one, other);
        } else if (!one.isNumber() || !other.isNumber() || !areNearlyEqual(one, other)) {
            boolean times = isEpoch(one) && isEpoch(other);
            found.add(new LeafDifference(pointer, one, other, times ? Explanation.SAME_CLASS : Explanation.NONE));
        }
    }

    private void members(String pointer, JsonNode one, JsonNode other, Speaker speaker) {
        var names = new LinkedHashSet<String>(one.propertyNames());
        names.addAll(other.propertyNames());
        for (var name : names) {
            var first = one.path(name);
            var second = other.path(name);
            // That something has no id where it had one says something.
            boolean always = speaker.alwaysDiffers(name) && first.isMissingNode() == second.isMissingNode();
            compare(pointer + '/' + escaped(name), first, second, speaker.of(name), always);
        }
    }

    /** Of arrays that are not as long, the elements at both ends that are alike belong together; the others are compared in order. */
    private void elements(String pointer, JsonNode one, JsonNode other, Speaker speaker) {
        if (sameSizes && one.size() != other.size()) {
            found.add(new LeafDifference(pointer, one, other, Explanation.NONE));
            return;
        }
        int shorter = Math.min(one.size(), other.size());
        int begin = 0;
        int end = 0;
        if (one.size() != other.size()) {
            while (begin < shorter && areAlike(one.get(begin), other.get(begin), speaker)) {
                begin++;
            }
            while (end < shorter - begin
                    && areAlike(one.get(one.size() - 1 - end), other.get(other.size() - 1 - end), speaker)) {
                end++;
            }
        }
        int longer = Math.max(one.size(), other.size());
        for (int i = begin; i < longer - end; i++) {
            var first = i < one.size() - end ? one.get(i) : MISSING;
            var second = i < other.size() - end ? other.get(i) : MISSING;
            compare(pointer + '/' + i, first, second, speaker, false);
        }
    }

    /** Within arrays of arrays this looks no further: it would look at the innermost ones twice as often at each level. */
    private static boolean areAlike(JsonNode one, JsonNode other, Speaker speaker) {
        return compare(one, other, speaker, true).stream()
                .noneMatch(difference -> difference.explanation() == Explanation.NONE);
    }

    private void texts(String pointer, JsonNode one, JsonNode other) {
        var first = ContentForm.tree(one.asString());
        var second = first.isMissingNode() ? MISSING : ContentForm.tree(other.asString());
        if (!second.isMissingNode()) {
            int before = found.size();
            compare(pointer, first, second, Speaker.PAGE, false);
            if (found.size() > before) {
                return;
            }
        }
        Optional<Explanation> explanation = second.isMissingNode()
                ? VolatileText.explain(one.asString(), other.asString())
                : Optional.of(Explanation.ALWAYS); // written differently, with the same content
        explanation.ifPresent(why -> found.add(new LeafDifference(pointer, one, other, why)));
    }

    /** Return whether two numbers are the same, but for what is lost on the way through a double. */
    public static boolean areNearlyEqual(JsonNode number, JsonNode other) {
        double one = Json.nearestDouble(number);
        double two = Json.nearestDouble(other);
        return number.equals(other)
                || (Double.isFinite(one - two)
                        && Math.abs(one - two) <= NEXT_TO_NOTHING * Math.max(Math.abs(one), Math.abs(two)));
    }

    /** Seconds or milliseconds since 1970, of this time. */
    static boolean isEpoch(JsonNode node) {
        double value = node.isNumber() ? Json.nearestDouble(node) : 0;
        return (value >= 1e9 && value < 2e9) || (value >= 1e12 && value < 2e12);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
