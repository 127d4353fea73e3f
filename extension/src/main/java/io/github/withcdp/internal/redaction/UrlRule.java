package io.github.withcdp.internal.redaction;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes secrets out of URLs: who is logged in, the values of the query, the fragment. */
final class UrlRule {

    private static final String ENDS = "\"'<>`\\";

    /** The documentation that messages of Selenium refer to, by fragments that are no words: {@code #staleelementreferenceexception}. */
    private static final Pattern DOCUMENTATION =
            Pattern.compile("www\\.selenium\\.dev/documentation/[a-z/_-]+#[a-z_-]+");

    private static final int SHORTEST_LINK = 8;

    private static final int LONGEST_SHOWN = 100;

    /** Names under which even a plain word or a short number may be a secret. */
    private static final Set<String> WARY = Set.of(
            "challenge",
            "code",
            "email",
            "invitation",
            "invite",
            "key",
            "login",
            "mail",
            "nonce",
            "phone",
            "ticket",
            "user",
            "username",
            "verifier");

    /** Those of them that in a form are secrets unless they are plain words. */
    private static final Set<String> CODES =
            Set.of("challenge", "code", "invitation", "invite", "key", "nonce", "ticket", "verifier");

    /** The parts of a path which say that the secret behind them lets somebody in. */
    private static final Set<String> ADMITTING = Set.of(
            "activate",
            "activation",
            "auth",
            "confirm",
            "confirmation",
            "invitation",
            "invite",
            "invites",
            "login",
            "magic",
            "password",
            "recover",
            "recovery",
            "reset",
            "share",
            "signin",
            "token",
            "unlock",
            "unsubscribe",
            "verification",
            "verify");

    private static final List<String> ASSETS =
            List.of(".js", ".mjs", ".css", ".png", ".jpg", ".svg", ".webp", ".gif", ".ico", ".woff", ".woff2", ".map");

    private final SensitiveNames names;

    UrlRule(SensitiveNames names) {
        this.names = names;
    }

    /** Redact all URLs with {@code ://} in a text. */
    String inText(String text, SecretSink sink) {
        int at = text.indexOf("://");
        if (at < 0 || (isBare(text, at) && !mayAdmit(text, at))) {
            return text;
        }
        var edits = new TextEdits(text);
        boolean whole = !hasSpace(text);
        int searchedTo = 0;
        while (at >= 0) {
            int scheme = scheme(text, at, searchedTo);
            int end = at + 3;
            if (scheme < at) {
                boolean inParentheses = scheme > 0 && text.charAt(scheme - 1) == '(';
                end = whole && scheme == 0 ? text.length() : end(text, at + 3, inParentheses);
                url(edits, text, at + 3, end, sink);
            }
            searchedTo = end;
            at = text.indexOf("://", end);
        }
        return edits.result();
    }

    /** Redact a URL that may be relative, as in an attribute or a header. */
    String reference(String text, SecretSink sink) {
        if (text.contains("://")) {
            return inText(text, sink);
        }
        var edits = new TextEdits(text);
        tail(edits, text, 0, text.length(), sink);
        return edits.result();
    }

    /** Redact a fragment, with or without its {@code #}. */
    String fragment(String text, SecretSink sink) {
        var edits = new TextEdits(text);
        fragment(edits, text, text.startsWith("#") ? 1 : 0, text.length(), sink);
        return edits.result();
    }

    /** Redact the values of a form whose names say that they are secret. */
    String form(String text, SecretSink sink) {
        var edits = new TextEdits(text);
        pairs(edits, text, 0, text.length(), false, false, sink);
        return edits.result();
    }

    /** Return whether a URL has neither query nor fragment nor user: most, of scripts above all, have nothing in them that could be a secret. */
    private static boolean isBare(String text, int from) {
        return text.indexOf('?', from) < 0 && text.indexOf('#', from) < 0 && text.indexOf('@', from) < 0;
    }

    /** Return whether a path in a text may let somebody in: such a one has digits. */
    private static boolean mayAdmit(String text, int from) {
        for (int i = indexOf(text, '/', from + 3, text.length()); i < text.length(); i++) {
            if (CharacterKind.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int scheme(String text, int colon, int from) {
        int at = colon;
        while (at > from && isOfScheme(text.charAt(at - 1))) {
            at--;
        }
        while (at < colon && !Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isOfScheme(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '-'
                || c == '.';
    }

    private static int end(String text, int from, boolean inParentheses) {
        int at = from;
        while (at < text.length() && !isEnd(text.charAt(at), inParentheses)) {
            at++;
        }
        return at;
    }

    private static boolean isEnd(char c, boolean inParentheses) {
        return c <= ' ' || ENDS.indexOf(c) >= 0 || (inParentheses && c == ')');
    }

    private void url(TextEdits edits, String text, int authority, int end, SecretSink sink) {
        if (DOCUMENTATION.matcher(text).region(authority, end).matches()) {
            return;
        }
        int path = authority;
        while (path < end && "/?#".indexOf(text.charAt(path)) < 0) {
            path++;
        }
        int at = path - 1;
        while (at > authority && text.charAt(at) != '@') {
            at--;
        }
        if (at > authority && !isLeftOut(text, authority, at)) {
            var user = text.substring(authority, at);
            int colon = user.indexOf(':');
            if (colon >= 0) {
                sink.take(decode(user.substring(colon + 1)), "password", Confidence.CERTAIN);
            }
            edits.replace(authority, at, sink.take(decode(user), "userinfo", Confidence.CERTAIN));
        }
        tail(edits, text, path, end, sink);
    }

    /** Redact query and fragment. */
    private void tail(TextEdits edits, String text, int from, int end, SecretSink sink) {
        int at = from;
        while (at < end) { // a fragment may be a path of its own, with a query and a fragment
            int hash = indexOf(text, '#', at, end);
            int query = indexOf(text, '?', at, hash);
            if (query < hash) {
                pairs(edits, text, query + 1, hash, true, isAsset(text, at, query), sink);
            }
            path(edits, text, at, query, sink);
            at = hash + 1;
            if (at < end && !isPath(text, at)) {
                fragment(edits, text, at, end, sink);
                return;
            }
        }
    }

    private static boolean isPath(String text, int from) {
        return text.startsWith("/", from) || text.startsWith("!/", from);
    }

    /** Redact a path. What is sent by mail to let somebody in who has no password, or none yet, has its secret in the path. */
    private static void path(TextEdits edits, String text, int from, int end, SecretSink sink) {
        int before = from;
        int at = from;
        while (at < end) {
            int slash = indexOf(text, '/', at, end);
            if (slash - at >= SHORTEST_LINK) {
                var segment = text.substring(at, slash);
                if (HarmlessText.isOpaque(segment) && admits(text.substring(before, Math.max(before, at - 1)))) {
                    edits.replace(at, slash, sink.take(decode(segment), "link", Confidence.CERTAIN));
                }
            }
            before = at;
            at = slash + 1;
        }
    }

    private static boolean admits(String segment) {
        return segment.length() <= LONGEST_SHOWN
                && SensitiveNames.words(segment).stream().anyMatch(ADMITTING::contains);
    }

    private static boolean isAsset(String text, int from, int to) {
        return ASSETS.stream()
                .anyMatch(ending -> to - ending.length() > from && text.startsWith(ending, to - ending.length()));
    }

    private void fragment(TextEdits edits, String text, int from, int end, SecretSink sink) {
        var fragment = text.substring(from, end);
        if (fragment.isEmpty() || isLeftOut(text, from, end) || Mark.isIn(fragment) || HarmlessText.isValue(fragment)) {
            return;
        }
        if (isPath(text, from)) {
            tail(edits, text, from, end, sink);
        } else if (fragment.indexOf('=') > 0) {
            int query = indexOf(text, '?', from, end);
            pairs(edits, text, query < end ? query + 1 : from, end, true, false, sink);
        } else if (fragment.length() > LONGEST_SHOWN || !HarmlessText.isPlain(fragment)) {
            edits.replace(from, end, sink.take(decode(fragment), "fragment", Confidence.POSSIBLE));
        }
    }

    private void pairs(TextEdits edits, String text, int from, int end, boolean all, boolean asset, SecretSink sink) {
        int at = from;
        while (at < end) {
            int next = indexOf(text, '&', at, end);
            pair(edits, text, at, next, all, asset, sink);
            at = next + 1;
        }
    }

    /**
     * Return whether a value of a query can be shown. What people search for, sort by and leaf through is what a report is read for;
     * versions of files and ids of things give nobody access to anything.
     */
    private static boolean isShown(String name, String value, boolean asset) {
        if (WARY.contains(name.toLowerCase(Locale.ROOT))) {
            return value.length() <= 3;
        }
        return HarmlessText.isValue(value)
                || (value.length() <= LONGEST_SHOWN && HarmlessText.isPlain(value))
                || HarmlessText.isReference(name, value)
                || (asset && name.isEmpty() && HarmlessText.isHash(value));
    }

    /** Return whether a value of a form is a code or key, and looks like one. */
    private boolean isWary(String name, String value) {
        return names.what(name, value).isPresent()
                || (value.length() > 3
                        && CODES.contains(name.toLowerCase(Locale.ROOT))
                        && !HarmlessText.isPlain(value));
    }

    private void pair(TextEdits edits, String text, int from, int end, boolean all, boolean asset, SecretSink sink) {
        int equals = indexOf(text, '=', from, end);
        int valueFrom = equals < end ? equals + 1 : from;
        var raw = text.substring(valueFrom, end);
        if (raw.isEmpty() || isLeftOut(text, valueFrom, end) || Mark.isIn(text.substring(from, end))) {
            return;
        }
        var value = decode(raw);
        var name = equals < end ? decode(text.substring(from, equals)) : "";
        var what = names.what(name).or(() -> all || !isWary(name, value) ? Optional.empty() : Optional.of("field"));
        if (what.isPresent()) {
            edits.replace(valueFrom, end, sink.take(value, what.get(), Confidence.CERTAIN));
        } else if (all && !isShown(name, value, asset)) {
            edits.replace(valueFrom, end, sink.take(value, "query", Confidence.POSSIBLE));
        }
    }

    /** Return whether a part was left out: our own messages show nothing of what may be secret in an address: {@code http://…@host/path?…}. */
    private static boolean isLeftOut(String text, int from, int end) {
        return end - from == 1 && text.charAt(from) == '…';
    }

    static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** Return where a character is next, without a look beyond the end: in a text of many URLs the next such character may be far away from each of them. */
    private static int indexOf(String text, char c, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) != c) {
            at++;
        }
        return Math.min(at, end);
    }
}
