package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.recording.Difference;
import io.github.withcdp.recording.Difference.Explanation;
import io.github.withcdp.recording.Difference.Kind;
import io.github.withcdp.recording.Difference.Presence;
import io.github.withcdp.recording.RecordingDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What may be different between two recordings.
 *
 * @param methods of commands and events
 * @param urls of requests, and of those who speak on the console
 * @param pointers to values
 */
public record IgnoredDifferences(
        List<Predicate<String>> methods, List<Predicate<String>> urls, List<Predicate<String>> pointers) {

    /** Nothing may. */
    public static final IgnoredDifferences NONE = new IgnoredDifferences(List.of(), List.of(), List.of());

    /** Copy the lists. */
    public IgnoredDifferences {
        methods = List.copyOf(methods);
        urls = List.copyOf(urls);
        pointers = List.copyOf(pointers);
    }

    /** Add patterns of methods: {@code Animation.*}. */
    public IgnoredDifferences andMethods(String... globs) {
        return new IgnoredDifferences(with(methods, IgnoredDifferences::matching, globs), urls, pointers);
    }

    /** Add patterns of URLs. */
    public IgnoredDifferences andUrls(String... globs) {
        return new IgnoredDifferences(methods, with(urls, UrlPattern::matching, globs), pointers);
    }

    /** Add patterns of JSON pointers; what they point to is left out with all that is in it. */
    public IgnoredDifferences andPointers(String... globs) {
        return new IgnoredDifferences(methods, urls, with(pointers, IgnoredDifferences::matching, globs));
    }

    private static Predicate<String> matching(String glob) {
        return Glob.compile(glob).asMatchPredicate();
    }

    private static List<Predicate<String>> with(
            List<Predicate<String>> old, Function<String, Predicate<String>> compiler, String... globs) {
        var all = new ArrayList<>(old);
        for (var glob : globs) {
            all.add(compiler.apply(glob));
        }
        return all;
    }

    /** Return what differs and may not. */
    public List<Difference> rest(RecordingDiff diff) {
        return diff.differences().stream().flatMap(this::rest).toList();
    }

    /** Return the lines of an outline that count. */
    public List<String> rest(String outline) {
        return outline.lines().map(String::stripTrailing).filter(this::counts).toList();
    }

    /** A line begins with the method of a command, or with that of a request or the level of a message, and then has a URL. */
    private boolean counts(String line) {
        var words = line.strip().split(" ", 3);
        var url = words.length > 1 ? words[words.length > 2 && !words[1].contains(":") ? 2 : 1] : "";
        return !isOneOf(methods, words[0]) && !isOneOf(urls, url.split("[? ]", 2)[0]);
    }

    /** What may be different is no reason for what may not, if that followed from it. */
    private Stream<Difference> rest(Difference difference) {
        var left = left(difference);
        return left.isPresent()
                ? left.stream()
                : difference.followed().stream().map(this::left).flatMap(Optional::stream);
    }

    private Optional<Difference> left(Difference difference) {
        boolean isMessage = difference.kind() == Kind.COMMAND || difference.kind() == Kind.EVENT;
        if (isOneOf(isMessage ? methods : urls, difference.name())) {
            return Optional.empty();
        }
        if (pointers.isEmpty()
                || difference.presence() != Presence.CHANGED
                || difference.changes().isEmpty()) {
            return Optional.of(difference);
        }
        var changes = difference.changes().stream()
                .filter(change -> !isIgnored(change.pointer()))
                .toList();
        boolean isLeft = changes.stream().anyMatch(change -> change.explanation() == Explanation.NONE);
        return isLeft ? Optional.of(difference.with(changes)) : Optional.empty();
    }

    private boolean isIgnored(String pointer) {
        for (int end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
            if (isOneOf(pointers, pointer.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneOf(List<Predicate<String>> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.test(text));
    }
}
