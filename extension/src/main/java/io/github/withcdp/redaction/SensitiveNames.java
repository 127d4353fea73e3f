package io.github.withcdp.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Tells from the name of a field that it holds a secret: {@code password}, {@code user[newPassword]}, {@code X-Api-Key}, {@code SESSION_ID}.
 * Judges whole words, so that an {@code author} is none; only the plainest ones also count at the end of a word.
 */
final class SensitiveNames {

    private static final Set<String> WORDS = Set.of(
            "password",
            "passwords",
            "passwd",
            "pwd",
            "pass",
            "passcode",
            "passphrase",
            "secret",
            "secrets",
            "token",
            "tokens",
            "jwt",
            "bearer",
            "authorization",
            "auth",
            "authentication",
            "credential",
            "credentials",
            "session",
            "sessionid",
            "sid",
            "otp",
            "totp",
            "cvv",
            "cvc",
            "pin",
            "csrf",
            "xsrf",
            "signature",
            "sig",
            "apikey",
            "accesskey",
            "privatekey",
            "secretkey",
            "cardnumber",
            "ccnumber",
            "iban",
            "ssn",
            "cookie",
            "cookies",
            "saml",
            "samlresponse",
            "samlrequest",
            "jsessionid",
            "phpsessid");

    private static final Map<String, String> PAIRS = Map.ofEntries(
            Map.entry("apikey", "api-key"),
            Map.entry("accesskey", "access-key"),
            Map.entry("privatekey", "private-key"),
            Map.entry("secretkey", "secret-key"),
            Map.entry("signingkey", "signing-key"),
            Map.entry("encryptionkey", "encryption-key"),
            Map.entry("cardnumber", "card-number"),
            Map.entry("ccnumber", "card-number"),
            Map.entry("accountnumber", "account-number"),
            Map.entry("securitycode", "security-code"),
            Map.entry("verificationcode", "verification-code"));

    private static final List<String> ENDINGS =
            List.of("password", "passwd", "passphrase", "secret", "token", "apikey", "sessionid", "sessid");

    private static final Pattern SEPARATOR =
            Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final int LONGEST = 200;
    private static final int REMEMBERED = 4_096;

    private final Map<String, String> further;
    private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

    /**
     * Create the names.
     *
     * @param further names that somebody has added: each counts as it is written, whatever its case and separators
     */
    SensitiveNames(Set<String> further) {
        this.further = new HashMap<>();
        further.forEach(name -> this.further.put(letters(name), "field"));
    }

    /** Return what a field of this name holds, in a word of ours; empty if it may be told. */
    Optional<String> what(String name) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        var judged = known.get(name);
        if (judged == null) {
            judged = judge(name);
            if (known.size() < REMEMBERED) {
                known.put(name, judged);
            }
        }
        return judged;
    }

    private Optional<String> judge(String name) {
        var added = further.isEmpty() ? null : further.get(letters(name));
        if (added != null) {
            return Optional.of(added);
        }
        var words = words(name);
        for (int i = 0; i < words.size(); i++) {
            var pair = i + 1 < words.size() ? PAIRS.get(words.get(i) + words.get(i + 1)) : null;
            if (pair != null) {
                return Optional.of(pair);
            }
        }
        return words.stream().flatMap(word -> of(word).stream()).findFirst();
    }

    private static Optional<String> of(String word) {
        if (WORDS.contains(word)) {
            return Optional.of(PAIRS.getOrDefault(word, word));
        }
        return ENDINGS.stream().filter(word::endsWith).findFirst();
    }

    private static List<String> words(String name) {
        var words = new ArrayList<String>();
        for (var word : SEPARATOR.split(name, -1)) {
            int end = word.length();
            while (end > 0 && word.charAt(end - 1) >= '0' && word.charAt(end - 1) <= '9') {
                end--;
            }
            if (end > 0) {
                words.add(word.substring(0, end).toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
