package io.github.withcdp.internal.redaction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds secrets that are known, and takes them out, wherever and in whatever {@linkplain Encodings encoding} they occur. Immutable. */
final class SecretMatcher {

    /** The matcher that knows no secrets. */
    static final SecretMatcher NOTHING = of(List.of(), Set.of());

    private final MultiStringMatcher encodings;
    private final String[] marks;

    private final List<Map.Entry<String, String>> secrets;

    /** The secrets in truncated form, put together when a text is cut for the first time, which few texts are. */
    private volatile @Nullable TruncatedSecrets truncated;

    private SecretMatcher(MultiStringMatcher encodings, String[] marks, List<Map.Entry<String, String>> secrets) {
        this.encodings = encodings;
        this.marks = marks;
        this.secrets = List.copyOf(secrets);
    }

    /**
     * Return what finds some secrets, each of which comes with its mark.
     *
     * @param configured those of them that somebody has configured
     */
    static SecretMatcher of(List<Map.Entry<String, String>> secrets, Set<String> configured) {
        var markOfEncoding = new LinkedHashMap<String, String>();
        secrets.forEach(secret -> {
            Encodings.of(secret.getKey()).forEach(encoding -> markOfEncoding.putIfAbsent(encoding, secret.getValue()));
            if (configured.contains(secret.getKey())) {
                Encodings.further(secret.getKey())
                        .forEach(encoding -> markOfEncoding.putIfAbsent(encoding, secret.getValue()));
            }
        });
        return new SecretMatcher(
                new MultiStringMatcher(markOfEncoding.keySet()),
                markOfEncoding.values().toArray(String[]::new),
                secrets);
    }

    /** Return where the next secret may be in a text, or its length. */
    int next(String text, int from) {
        long match = encodings.find(text, from, text.length());
        return match == MultiStringMatcher.NOTHING ? text.length() : MultiStringMatcher.place(match);
    }

    /** Return whether it knows none. */
    boolean isEmpty() {
        return marks.length == 0;
    }

    /** Return whether one may be in a text, as a whole or where the text was cut. */
    boolean mayBeIn(String text) {
        return !isEmpty() && (next(text, 0) < text.length() || TruncatedSecrets.next(text, 0) < text.length());
    }

    /** Return the mark for a text that is a secret as a whole, or the text. */
    String whole(String text) {
        long match = encodings.find(text, 0, text.length());
        return match != MultiStringMatcher.NOTHING
                        && MultiStringMatcher.place(match) == 0
                        && encodings.end(match, text, text.length()) == text.length()
                ? marks[MultiStringMatcher.index(match)]
                : text;
    }

    /** Return a text without the secrets; marks in it stay as they are. */
    String redact(String text) {
        if (isEmpty()) {
            return text;
        }
        var whole = redactWhole(text);
        return TruncatedSecrets.next(whole, 0) == whole.length()
                ? whole
                : truncated().redact(whole);
    }

    private TruncatedSecrets truncated() {
        var existing = truncated;
        if (existing != null) {
            return existing;
        }
        var created = new TruncatedSecrets(secrets);
        truncated = created;
        return created;
    }

    private String redactWhole(String text) {
        long match = encodings.find(text, 0, text.length());
        if (match == MultiStringMatcher.NOTHING) {
            return text;
        }
        var edits = new TextEdits(text);
        int mark = Mark.next(text, 0);
        int at = 0;
        while (at < text.length()) {
            match = encodings.find(text, at, mark);
            if (match == MultiStringMatcher.NOTHING) {
                at = mark == text.length() ? mark : Mark.end(text, mark);
                mark = Mark.next(text, at);
            } else {
                int place = MultiStringMatcher.place(match);
                int end = encodings.end(match, text, mark);
                if (isPartOfNumber(text, place, end)) {
                    at = place + 1;
                } else {
                    edits.replace(place, end, marks[MultiStringMatcher.index(match)]);
                    at = end;
                }
            }
        }
        return edits.result();
    }

    /** Return whether a stretch is a part of a longer number: a secret number is not the one that happens to have the same digits in it. */
    private static boolean isPartOfNumber(String text, int from, int to) {
        boolean goesOn = isNumeral(text, from - 1, -1) || isNumeral(text, to, 1);
        return goesOn && text.substring(from, to).chars().allMatch(SecretMatcher::isDigit);
    }

    /** Return whether there is a digit at a place, or a point that a digit is on the other side of. */
    private static boolean isNumeral(String text, int at, int step) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        int beyond = at + step;
        return isDigit(text.charAt(at))
                || (text.charAt(at) == '.' && beyond >= 0 && beyond < text.length() && isDigit(text.charAt(beyond)));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
