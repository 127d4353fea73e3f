package io.github.withcdp.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Makes inputs out of good ones: cut, doubled, in another order, with other bytes, with what is known to break readers put in. A number decides
 * what one damage is, so that an input that fails shrinks to the fewest of them.
 */
public final class Hostile {

    private static final int MOST = 6;

    private static final List<String> FRAGMENTS = List.of(
            "\"",
            "\\",
            "\\\"",
            "\\u",
            "\\ud800",
            "\\uDC00",
            "\\u0000",
            "\0",
            "\n",
            "\r\n",
            "\t",
            "\u0085",
            "\u001b[31m",
            "\u2028",
            "\u202e",
            "\ufeff",
            "\ud83d",
            "\ude00",
            "\ud83d\ude00",
            "\u00ed\u00a0\u0080",
            "\u00f0\u009f\u0098\u0080",
            "\u00ef\u00bb\u00bf",
            "\u00c3",
            "\u00ff",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "{}",
            "[]",
            "null",
            "true",
            "\"\"",
            "0",
            "-0",
            "-1",
            "01",
            "1.",
            "1e999",
            "1e-999",
            "-1e308",
            "2147483648",
            "9223372036854775808",
            "NaN",
            "%",
            "%00",
            "%zz",
            "&",
            "=",
            ";",
            "/",
            "//",
            "../",
            "?",
            "#",
            "@",
            "://",
            "<",
            ">",
            "<!--",
            "\u2039redacted:",
            "\u2026");

    private Hostile() {}

    /** Return texts that are damaged up to six times, and now and then not at all. */
    public static Arbitrary<String> texts(List<String> originals) {
        return Combinators.combine(Arbitraries.of(originals).withoutEdgeCases(), damages())
                .as((text, damages) -> {
                    var damaged = text;
                    for (long damage : damages) {
                        damaged = damaged(damaged, new SplittableRandom(damage));
                    }
                    return damaged;
                });
    }

    /** Return bytes that are damaged likewise. */
    public static Arbitrary<byte[]> bytes(List<byte[]> originals) {
        return texts(originals.stream()
                        .map(bytes -> new String(bytes, ISO_8859_1))
                        .toList())
                .map(text -> text.getBytes(ISO_8859_1));
    }

    /** Return lists in which elements are missing, doubled, and in another order. */
    public static <T> Arbitrary<List<T>> lists(List<T> original) {
        return damages().map(damages -> {
            List<T> damaged = new ArrayList<>(original);
            for (long damage : damages) {
                damaged = reordered(damaged, new SplittableRandom(damage));
            }
            return damaged;
        });
    }

    /** Return the numbers of a few damages. */
    public static Arbitrary<List<Long>> damages() {
        return Arbitraries.longs().withoutEdgeCases().list().ofMaxSize(MOST).withoutEdgeCases();
    }

    /** Return every seventh of many, so that not all damage goes where nearly all of the text is. */
    public static <T> List<T> some(List<T> many) {
        return IntStream.iterate(0, i -> i < many.size(), i -> i + 7)
                .mapToObj(many::get)
                .toList();
    }

    private static String damaged(String text, SplittableRandom random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + 1 + length(random));
        var before = text.substring(0, from);
        var piece = text.substring(from, to);
        var after = text.substring(to);
        return switch (random.nextInt(12)) {
            case 0 -> before;
            case 1 -> before + after;
            case 2 -> before + piece + piece + after;
            case 3 -> after + piece + before;
            case 4 -> before + (char) random.nextInt(256) + text.substring(Math.min(text.length(), from + 1));
            case 5 -> before + flipped(piece, random) + after;
            case 6, 7 -> before + fragment(random) + piece + after;
            case 8 -> replaced(text, from, fragment(random));
            case 9 -> replaced(text, from, "9".repeat(1 + length(random)));
            case 10 -> before + nesting(random) + piece + after;
            default -> {
                int other = random.nextInt(text.length() + 1);
                yield text.substring(0, other) + piece + text.substring(other);
            }
        };
    }

    /** Mostly a short one. */
    private static int length(SplittableRandom random) {
        return random.nextInt(4) > 0 ? random.nextInt(12) : random.nextInt(1500);
    }

    static String fragment(SplittableRandom random) {
        return FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
    }

    private static String flipped(String piece, SplittableRandom random) {
        return piece.isEmpty() ? piece : (char) (piece.charAt(0) ^ (1 << random.nextInt(8))) + piece.substring(1);
    }

    private static String nesting(SplittableRandom random) {
        return (random.nextBoolean() ? "[" : "{\"a\":").repeat(1 + length(random));
    }

    /** Put something in the place of the word or number that is there. */
    private static String replaced(String text, int at, String other) {
        int from = at;
        while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        int to = at;
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(0, from) + other + text.substring(to);
    }

    private static <T> List<T> reordered(List<T> list, SplittableRandom random) {
        if (list.isEmpty()) {
            return list;
        }
        int from = random.nextInt(list.size());
        int to = Math.min(list.size(), from + 1 + random.nextInt(10));
        var piece = List.copyOf(list.subList(from, to));
        switch (random.nextInt(5)) {
            case 0 -> list.subList(from, to).clear();
            case 1 -> list.addAll(from, piece);
            case 2 -> list.addAll(random.nextInt(list.size()), piece);
            case 3 -> Collections.reverse(list.subList(from, to));
            default -> Collections.swap(list, from, random.nextInt(list.size()));
        }
        return list;
    }
}
