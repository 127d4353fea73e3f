package io.github.withcdp.internal.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a name that what it names is a secret: {@code password}, {@code user[newPassword]}, {@code X-Api-Key}, {@code SESSION_ID},
 * {@code mot de passe}. The same names count wherever something is named: in JSON, forms, headers, HTML, XML, on the console.
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
            "phpsessid",
            "dpop",
            "mnemonic",
            "licensekey",
            "passwort",
            "kennwort",
            "contrasena",
            "contraseña",
            "senha",
            "wachtwoord",
            "lösenord",
            "losenord",
            "hasło",
            "haslo",
            "heslo",
            "salasana",
            "jelszó",
            "parola",
            "sifre",
            "şifre",
            "motdepasse",
            "пароль",
            "密码",
            "密碼",
            "パスワード",
            "비밀번호");

    private static final Map<String, String> SEVERAL = Map.ofEntries(
            Map.entry("apikey", "api-key"),
            Map.entry("accesskey", "access-key"),
            Map.entry("privatekey", "private-key"),
            Map.entry("secretkey", "secret-key"),
            Map.entry("signingkey", "signing-key"),
            Map.entry("encryptionkey", "encryption-key"),
            Map.entry("licensekey", "license-key"),
            Map.entry("licencekey", "license-key"),
            Map.entry("productkey", "license-key"),
            Map.entry("masterkey", "master-key"),
            Map.entry("sessionkey", "session-key"),
            Map.entry("subscriptionkey", "subscription-key"),
            Map.entry("cardnumber", "card-number"),
            Map.entry("ccnumber", "card-number"),
            Map.entry("accountnumber", "account-number"),
            Map.entry("securitycode", "security-code"),
            Map.entry("verificationcode", "verification-code"),
            Map.entry("mfacode", "mfa-code"),
            Map.entry("tfacode", "mfa-code"),
            Map.entry("smscode", "mfa-code"),
            Map.entry("logincode", "mfa-code"),
            Map.entry("resetcode", "reset-code"),
            Map.entry("recoverycode", "recovery-code"),
            Map.entry("recoverycodes", "recovery-code"),
            Map.entry("backupcode", "recovery-code"),
            Map.entry("backupcodes", "recovery-code"),
            Map.entry("recoveryphrase", "recovery-phrase"),
            Map.entry("seedphrase", "recovery-phrase"),
            Map.entry("codeverifier", "code-verifier"),
            Map.entry("clientassertion", "client-assertion"),
            Map.entry("connectionstring", "connection-string"),
            Map.entry("securityanswer", "security-answer"),
            Map.entry("motdepasse", "password"));

    /** The last words of names that are about a secret, and not the secret itself: {@code tokenType}, {@code password_expires_at}. */
    private static final Set<String> ABOUT = Set.of(
            "at",
            "attempts",
            "color",
            "count",
            "enabled",
            "endpoint",
            "error",
            "errors",
            "expired",
            "expires",
            "expiry",
            "field",
            "format",
            "header",
            "hint",
            "in",
            "label",
            "length",
            "message",
            "method",
            "methods",
            "page",
            "path",
            "placeholder",
            "policy",
            "required",
            "rules",
            "status",
            "storage",
            "confidence",
            "supported",
            "time",
            "timeout",
            "title",
            "ttl",
            "type",
            "types",
            "uri",
            "url",
            "valid",
            "visible");

    /** Words of names whose value is a secret if it looks like one. */
    private static final Set<String> MAYBE =
            Set.of("key", "keys", "code", "codes", "license", "licence", "verifier", "challenge", "clave", "seed");

    /** Words of names whose key or code everybody may know. */
    private static final Set<String> OPEN = Set.of(
            "cache",
            "country",
            "currency",
            "error",
            "exit",
            "foreign",
            "key",
            "keyboard",
            "language",
            "primary",
            "public",
            "reason",
            "response",
            "sort",
            "source",
            "status",
            "surrogate",
            "websocket",
            "zip");

    private static final List<String> ENDINGS =
            List.of("password", "passwd", "passphrase", "passwort", "secret", "token", "apikey", "sessionid", "sessid");

    /** Words that names of several words end with, and few others: {@code number} and {@code string} are everywhere. */
    private static final List<String> LAST = List.of("key", "code", "phrase", "verifier", "assertion");

    private static final int LONGEST = 200;
    private static final int REMEMBERED = 4_096;

    /**
     * The judgement about a name.
     *
     * @param what the name says it is, in a word of ours
     * @param sure whether it is a secret whatever it looks like; if not, only if it looks like one
     */
    record Judgement(String what, boolean sure) {}

    private final Map<String, String> further;
    private final Map<String, Optional<Judgement>> judgements = new ConcurrentHashMap<>();

    /**
     * Create the names.
     *
     * @param further names that somebody has added: each counts as it is written, whatever its case and separators
     */
    SensitiveNames(Set<String> further) {
        this.further = new HashMap<>();
        further.forEach(name -> this.further.put(letters(name), "field"));
    }

    /** Return the words in lower case that a text has if one of the names is in it. */
    static Set<String> stems() {
        var stems = new LinkedHashSet<>(WORDS);
        stems.addAll(ENDINGS);
        stems.removeIf(word -> word.length() < 3);
        SEVERAL.keySet()
                .forEach(several -> LAST.stream()
                        .filter(last -> several.endsWith(last) || several.endsWith(last + "s"))
                        .forEach(stems::add));
        for (var several : List.of("card number", "account number", "connection string", "security answer")) {
            for (var between : List.of("", "_", "-", " ")) {
                stems.add(several.replace(" ", between));
            }
        }
        stems.add("passe");
        stems.add("license");
        stems.add("licence");
        stems.add("clave");
        return stems;
    }

    /** Return what is named so, in a word of ours; empty if it may be told. */
    Optional<String> what(String name) {
        return judge(name).filter(Judgement::sure).map(Judgement::what);
    }

    /** Return what a value is that is named so, in a word of ours; empty if it may be told. */
    Optional<String> what(String name, String value) {
        return judge(name)
                .filter(judgement -> judgement.sure() || HarmlessText.isOpaque(value))
                .map(Judgement::what);
    }

    Optional<Judgement> judge(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.empty();
        }
        var judgement = judgements.get(name);
        if (judgement == null) {
            judgement = judgeAnew(name);
            if (judgements.size() < REMEMBERED) {
                judgements.put(name, judgement);
            }
        }
        return judgement;
    }

    private Optional<Judgement> judgeAnew(String name) {
        var what = further.isEmpty() ? null : further.get(letters(name));
        if (what != null) {
            return Optional.of(new Judgement(what, true));
        }
        var words = words(name);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        boolean about = words.size() > 1 && ABOUT.contains(words.get(words.size() - 1));
        for (int i = 0; i < words.size(); i++) {
            var whatOfSeveral = several(words, i);
            if (whatOfSeveral != null) {
                return Optional.of(new Judgement(whatOfSeveral, !about));
            }
        }
        return words.stream()
                .flatMap(word -> of(word).stream())
                .findFirst()
                .map(whatOfWord -> new Judgement(whatOfWord, !about))
                .or(() -> maybe(words));
    }

    private static Optional<Judgement> maybe(List<String> words) {
        return words.stream().noneMatch(MAYBE::contains)
                        || words.stream().limit(words.size() - 1L).anyMatch(OPEN::contains)
                ? Optional.empty()
                : words.stream().filter(MAYBE::contains).findFirst().map(what -> new Judgement(what, false));
    }

    private static @Nullable String several(List<String> words, int from) {
        var together = new StringBuilder();
        for (int i = from; i < Math.min(from + 3, words.size()); i++) {
            var what = SEVERAL.get(together.append(words.get(i)).toString());
            if (what != null) {
                return what;
            }
        }
        return null;
    }

    private static Optional<String> of(String word) {
        if (WORDS.contains(word)) {
            return Optional.of(
                    CharacterKind.isLetter(word.charAt(0)) && word.chars().allMatch(CharacterKind::isLetter)
                            ? word
                            : "password");
        }
        return ENDINGS.stream().filter(word::endsWith).findFirst();
    }

    /** Return the words of a name: they end at whatever is neither letter nor digit, and where capitals begin or end; digits behind a word do not count. */
    static List<String> words(String name) {
        var words = new ArrayList<String>();
        int from = 0;
        for (int at = 0; at <= name.length(); at++) {
            boolean end = at == name.length() || !Character.isLetterOrDigit(name.charAt(at));
            if (end || isHump(name, from, at)) {
                int last = at;
                while (last > from && CharacterKind.isDigit(name.charAt(last - 1))) {
                    last--;
                }
                if (last > from) {
                    words.add(name.substring(from, last).toLowerCase(Locale.ROOT));
                }
                from = end ? at + 1 : at;
            }
        }
        return words;
    }

    private static boolean isHump(String name, int from, int at) {
        if (at <= from || !Character.isUpperCase(name.charAt(at))) {
            return false;
        }
        return !Character.isUpperCase(name.charAt(at - 1))
                || (at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1)));
    }

    private static String letters(String name) {
        var letters = new StringBuilder();
        name.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
