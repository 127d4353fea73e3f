package io.github.withcdp.internal.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What is served in the place of a secret that was taken out of the recording: nothing that anybody could use, but of the same length, of a form
 * that goes for its kind, and the same for equal secrets.
 */
final class StandIns {

    /** See {@code Mark} in {@code redaction}. */
    private static final Pattern MARK =
            Pattern.compile("‹redacted:([A-Za-z0-9_.-]{1,40}):len=([0-9]{1,10}):hash=([0-9a-f]{4})›");

    private static final String BEGIN = "‹redacted:";
    private static final int LONGEST = 100_000;

    /** The head of a JSON Web Token without a signature, and empty claims. */
    private static final String EMPTY_JWT = base64("{\"alg\":\"none\"}") + "." + base64("{}") + ".";

    private StandIns() {}

    /** Return whether something was taken out of a text. */
    static boolean areIn(String text) {
        return text.contains(BEGIN) && MARK.matcher(text).find();
    }

    /** Return a text with something in the place of each secret. */
    static String in(String text) {
        return text.contains(BEGIN) ? MARK.matcher(text).replaceAll(StandIns::standIn) : text;
    }

    private static String standIn(MatchResult mark) {
        int length = Integer.parseInt(mark.group(2).length() > 6 ? "0" : mark.group(2));
        var digits = digest(mark.group(3) + mark.group(2), Math.min(length, LONGEST));
        var kind = mark.group(1);
        if (kind.equals("jwt") && length > EMPTY_JWT.length()) {
            return EMPTY_JWT + digits.substring(EMPTY_JWT.length());
        }
        return isOfDigits(kind) ? decimal(digits) : digits;
    }

    private static boolean isOfDigits(String kind) {
        return switch (kind) {
            case "card", "card-number", "iban", "number", "pin", "phone", "cvc", "cvv" -> true;
            default -> false;
        };
    }

    private static String decimal(String hex) {
        var digits = new StringBuilder(hex);
        for (int i = 0; i < digits.length(); i++) {
            digits.setCharAt(i, (char) ('0' + Character.digit(digits.charAt(i), 16) % 10));
        }
        return digits.toString();
    }

    private static String digest(String seed, int length) {
        try {
            var digits = new StringBuilder(length + 64);
            for (int i = 0; digits.length() < length; i++) {
                digits.append(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest((i + seed).getBytes(UTF_8))));
            }
            digits.setLength(length);
            return digits.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each Java has it
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
