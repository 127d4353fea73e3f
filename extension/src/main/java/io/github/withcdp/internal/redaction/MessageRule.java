package io.github.withcdp.internal.redaction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Takes secrets out of a message of the protocol, by where they stand in it. */
final class MessageRule {

    /** Their {@code data} is a picture. */
    private static final Set<String> PICTURES = Set.of("Page.captureScreenshot", "Page.screencastFrame");

    private static final Pattern KEY_OF_CHARACTER = Pattern.compile("(?:Key|Digit|Numpad|Intl)\\w+|[A-Z][A-Za-z]+");
    private static final Set<String> EDITING_KEYS = Set.of("Enter", "Tab", "NumpadEnter", "Escape", "Backspace");

    private static final Pattern COOKIES = Pattern.compile("[A-Za-z0-9_.-]{1,100}=[^; ]{1,4096}(?:; |\\z)");

    private final SensitiveNames names;
    private final UrlRule urls;
    private final HeaderRule headers;
    private final HtmlRule html;
    private final JsonRule json;
    private final BodyRule bodies;

    MessageRule(SensitiveNames names, UrlRule urls, HeaderRule headers, HtmlRule html, JsonRule json, BodyRule bodies) {
        this.names = names;
        this.urls = urls;
        this.headers = headers;
        this.html = html;
        this.json = json;
        this.bodies = bodies;
    }

    /**
     * Redact a message.
     *
     * @param stored whether it is the answer of a page that was asked for what it keeps
     */
    void redact(Splice splice, String method, boolean stored) {
        var tokens = splice.tokens;
        for (int i = 0; i < tokens.size(); ) {
            if (tokens.type(i) == JsonTokens.KEY) {
                splice.key(i);
                i++;
            } else {
                i = stored && isResult(tokens, i) ? answer(splice, i) : redactOne(splice, method, i);
            }
        }
    }

    private static boolean isResult(JsonTokens tokens, int token) {
        return tokens.type(token) == JsonTokens.STRING
                && tokens.is(tokens.key(token), "value")
                && tokens.is(tokens.key(tokens.parent(token)), "result");
    }

    private int answer(Splice splice, int token) {
        var text = splice.tokens.text(token);
        if (COOKIES.matcher(text).lookingAt()) {
            cookies(splice, token);
        } else {
            store(splice, "", token);
        }
        return splice.tokens.after(token);
    }

    /** Redact a value, and return where to go on: inside of it, or behind it. */
    private int redactOne(Splice splice, String method, int token) {
        var tokens = splice.tokens;
        var field = MessageField.of(splice.json(), tokens, tokens.key(token));
        boolean done =
                switch (field) {
                    case ANY -> text(splice, token);
                    case ADDRESS -> isAddress(tokens, token) || text(splice, token);
                    case HEADERS -> headers(splice, token);
                    case HEADERS_TEXT -> raw(splice, token);
                    case COOKIE_LINE -> string(splice, token, line -> CookieRule.setCookies(line, splice.taker()));
                    case COOKIES -> cookies(splice, token);
                    case POST_DATA -> postData(splice, method, token);
                    case BYTES -> bytes(splice, token);
                    case PAYLOAD -> payload(splice, token);
                    case STORED -> stored(splice, token);
                    case ENTRIES -> entries(splice, token);
                    case ATTRIBUTES -> attributes(splice, token);
                    case FRAGMENT -> string(splice, token, text -> urls.fragment(text, splice.taker()));
                    case BODY -> body(splice, method, token);
                    case SECRET -> secret(splice, token);
                    case TYPED -> typed(splice, method, token);
                    case VALUE -> value(splice, method, token);
                    case DATA -> data(splice, method, token);
                    case NODE -> node(splice, token);
                };
        return done ? tokens.after(token) : token + 1;
    }

    /** Containers are gone into. */
    private static boolean text(Splice splice, int token) {
        splice.text(token);
        return false;
    }

    private static boolean isAddress(JsonTokens tokens, int token) {
        return tokens.parent(token) == 0;
    }

    private static boolean string(Splice splice, int token, UnaryOperator<String> rule) {
        if (splice.tokens.type(token) != JsonTokens.STRING) {
            return false;
        }
        var text = splice.tokens.text(token);
        splice.replace(token, text, splice.redacted(rule.apply(text)));
        return true;
    }

    private boolean headers(Splice splice, int token) {
        var tokens = splice.tokens;
        if (tokens.type(token) == JsonTokens.OBJECT) {
            for (int i = token + 1; i < tokens.after(token); i = tokens.after(i)) {
                if (tokens.type(i) == JsonTokens.KEY) {
                    splice.key(i);
                } else {
                    header(splice, tokens.text(tokens.key(i)), i);
                }
            }
            return true;
        }
        return tokens.type(token) == JsonTokens.STRING && raw(splice, token);
    }

    private void header(Splice splice, String name, int token) {
        if (splice.tokens.type(token) == JsonTokens.STRING) {
            var value = splice.tokens.text(token);
            splice.replace(token, value, splice.redacted(headers.value(name, value, splice.taker(), splice::redacted)));
        } else {
            splice.text(token);
        }
    }

    private boolean raw(Splice splice, int token) {
        return string(splice, token, text -> headers.raw(text, splice.taker(), splice::redacted));
    }

    private static boolean cookies(Splice splice, int token) {
        return string(splice, token, text -> CookieRule.cookies(text, splice.taker()));
    }

    private boolean postData(Splice splice, String method, int token) {
        if (method.startsWith("Fetch.continue")) {
            bodies.redactBase64(splice, token, true);
        } else {
            bodies.redact(splice, token, true);
        }
        return true;
    }

    private boolean bytes(Splice splice, int token) {
        int entry = splice.tokens.parent(token);
        int list = entry == JsonTokens.NONE ? JsonTokens.NONE : splice.tokens.parent(entry);
        if (list == JsonTokens.NONE || !splice.tokens.is(splice.tokens.key(list), "postDataEntries")) {
            return text(splice, token);
        }
        bodies.redactBase64(splice, token, true);
        return true;
    }

    /** Frames of opcode 1 are text, all others come in base64. */
    private boolean payload(Splice splice, int token) {
        var tokens = splice.tokens;
        int opcode = tokens.member(tokens.parent(token), "opcode");
        if (opcode != JsonTokens.NONE && !tokens.text(opcode).equals("1")) {
            bodies.redactBase64(splice, token, true);
        } else {
            bodies.redact(splice, token, true);
        }
        return true;
    }

    private boolean stored(Splice splice, int token) {
        var tokens = splice.tokens;
        if (tokens.type(token) != JsonTokens.STRING) {
            return false;
        }
        int key = tokens.member(tokens.parent(token), "key");
        store(splice, key == JsonTokens.NONE ? "" : tokens.text(key), token);
        return true;
    }

    /** What a page stores is told by its key, by the fields in it, or else not at all. */
    private void store(Splice splice, String key, int token) {
        var what = names.what(key);
        if (what.isPresent()) {
            splice.take(token, what.get(), Strength.STRONG);
            return;
        }
        var text = splice.tokens.text(token);
        if (JsonTokens.isLikely(text)) {
            bodies.redact(splice, token, true);
        } else if (Harmless.isValue(text) || Harmless.isPlain(text)) {
            splice.text(token);
        } else {
            splice.take(token, "storage", Strength.WEAK);
        }
    }

    private boolean entries(Splice splice, int token) {
        var tokens = splice.tokens;
        if (tokens.type(token) != JsonTokens.ARRAY) {
            return false;
        }
        for (int i = token + 1; i < tokens.after(token); i = tokens.after(i)) {
            boolean pair = tokens.type(i) == JsonTokens.ARRAY
                    && tokens.after(i) == i + 3
                    && tokens.type(i + 1) == JsonTokens.STRING
                    && tokens.type(i + 2) == JsonTokens.STRING;
            if (pair) {
                splice.text(i + 1);
                store(splice, tokens.text(i + 1), i + 2);
            } else {
                json.redact(splice, i);
            }
        }
        return true;
    }

    /** Names and values in turn, as the tree of a document has them. */
    private boolean attributes(Splice splice, int token) {
        var tokens = splice.tokens;
        if (tokens.type(token) != JsonTokens.ARRAY || tokens.after(token) == token + 1) {
            return false;
        }
        var attributes = attributes(tokens, token);
        if (attributes.isEmpty()) {
            return false;
        }
        boolean input = attributes.containsKey("type") || attributes.containsKey("name");
        var what = html.what(attributes);
        for (int i = token + 1; i + 1 < tokens.after(token); i = i + 2) {
            var name = tokens.text(i).toLowerCase(Locale.ROOT);
            splice.text(i);
            if (HtmlRule.isHolder(name)
                    && what.isPresent()
                    && ((input && what.get().sure()) || Harmless.isOpaque(tokens.text(i + 1)))) {
                splice.take(i + 1, what.get().what(), Strength.STRONG);
            } else if (names.what(name, tokens.text(i + 1)).isPresent() && Harmless.isOpaque(tokens.text(i + 1))) {
                splice.take(i + 1, names.what(name, tokens.text(i + 1)).get(), Strength.STRONG);
            } else if (Set.of("href", "src", "action", "formaction").contains(name)) {
                string(splice, i + 1, text -> urls.reference(text, splice.taker()));
            } else {
                splice.text(i + 1);
            }
        }
        return true;
    }

    private boolean body(Splice splice, String method, int token) {
        var tokens = splice.tokens;
        int base64 = tokens.member(tokens.parent(token), "base64Encoded");
        boolean encoded = base64 == JsonTokens.NONE
                ? method.equals("Fetch.fulfillRequest")
                : tokens.text(base64).equals("true");
        if (encoded) {
            bodies.redactBase64(splice, token, false);
        } else {
            bodies.redact(splice, token, false);
        }
        return tokens.type(token) == JsonTokens.STRING;
    }

    private static boolean secret(Splice splice, int token) {
        if (splice.tokens.type(token) != JsonTokens.STRING) {
            return false;
        }
        splice.take(token, splice.tokens.text(splice.tokens.key(token)), Strength.STRONG);
        return true;
    }

    private boolean typed(Splice splice, String method, int token) {
        if (method.equals("Input.dispatchKeyEvent")) {
            return key(splice, token);
        }
        boolean typed = method.equals("Input.insertText")
                || method.equals("Input.imeSetComposition")
                || splice.tokens.is(splice.tokens.key(token), "promptText")
                || splice.tokens.is(splice.tokens.key(token), "userInput");
        if (!typed) {
            return text(splice, token);
        }
        splice.take(token, "typed", Typed.strength(splice.tokens.text(token)));
        return true;
    }

    /** Which character was typed is a secret, which other key was pressed is not. */
    private static boolean key(Splice splice, int token) {
        var tokens = splice.tokens;
        int event = tokens.parent(token);
        int key = tokens.member(event, "key");
        int code = tokens.member(event, "code");
        boolean character = key != JsonTokens.NONE
                ? tokens.text(key).codePointCount(0, tokens.text(key).length()) == 1
                : code == JsonTokens.NONE
                        || (KEY_OF_CHARACTER.matcher(tokens.text(code)).matches()
                                && !EDITING_KEYS.contains(tokens.text(code)));
        if (character) {
            splice.replace(token, tokens.text(token), "‹redacted:key:len=1:hash=0000›");
        }
        return true;
    }

    private boolean value(Splice splice, String method, int token) {
        var tokens = splice.tokens;
        int parent = tokens.parent(token);
        var name = NameOfPair.of(tokens, token);
        if (isCookie(tokens, method, parent)) {
            if (tokens.type(token) == JsonTokens.STRING) {
                var value = tokens.text(token);
                splice.replace(token, value, CookieRule.value(value, splice.taker()));
            }
            return true;
        }
        if (name.isPresent() && tokens.type(token) == JsonTokens.STRING) {
            if (isInHeaders(tokens, parent)) {
                header(splice, name.get(), token);
                return true;
            }
            if (method.equals("DOMStorage.setDOMStorageItem")) {
                store(splice, name.get(), token);
                return true;
            }
            var what = names.what(name.get(), tokens.text(token));
            if (what.isPresent() && !tokens.text(token).isEmpty()) {
                splice.take(token, what.get(), Strength.STRONG);
                return true;
            }
        }
        if (method.equals("Runtime.consoleAPICalled") && tokens.type(token) == JsonTokens.STRING) {
            var logged = tokens.text(token);
            var what = NameOfPair.before(tokens, token)
                    .flatMap(before -> names.what(before, logged))
                    .filter(secret -> !Harmless.isPlain(logged));
            if (what.isPresent()) {
                splice.take(token, what.get(), Strength.STRONG);
                return true;
            }
        }
        if (tokens.type(token) == JsonTokens.OBJECT || tokens.type(token) == JsonTokens.ARRAY) {
            json.redact(splice, token);
            return true;
        }
        return text(splice, token);
    }

    private static boolean isCookie(JsonTokens tokens, String method, int object) {
        if (method.equals("Network.setCookie") && tokens.is(tokens.key(object), "params")) {
            return true;
        }
        int list = tokens.parent(object);
        return tokens.is(tokens.key(object), "cookie")
                || (list != JsonTokens.NONE && tokens.is(tokens.key(list), "cookies"))
                || tokens.member(object, "httpOnly") != JsonTokens.NONE;
    }

    private static boolean isInHeaders(JsonTokens tokens, int object) {
        int list = tokens.parent(object);
        return list != JsonTokens.NONE
                && (tokens.is(tokens.key(list), "headers")
                        || tokens.is(tokens.key(list), "responseHeaders")
                        || tokens.is(tokens.key(list), "requestHeaders"));
    }

    private boolean data(Splice splice, String method, int token) {
        if (method.equals("Network.eventSourceMessageReceived") && splice.tokens.type(token) == JsonTokens.STRING) {
            bodies.redact(splice, token, true);
            return true;
        }
        if (method.equals("Network.dataReceived") && splice.tokens.type(token) == JsonTokens.STRING) {
            bodies.redactBase64(splice, token, false);
            return true;
        }
        return PICTURES.contains(method) || text(splice, token);
    }

    /** What stands in an element whose attributes say what it is for. */
    private boolean node(Splice splice, int token) {
        var tokens = splice.tokens;
        int children = tokens.parent(tokens.parent(token));
        int element = children == JsonTokens.NONE ? JsonTokens.NONE : tokens.parent(children);
        if (tokens.type(token) != JsonTokens.STRING
                || element == JsonTokens.NONE
                || tokens.type(children) != JsonTokens.ARRAY) {
            return text(splice, token);
        }
        int list = tokens.member(element, "attributes");
        int name = tokens.member(element, "nodeName");
        var text = tokens.text(token).strip();
        if (list == JsonTokens.NONE || name == JsonTokens.NONE || text.isEmpty()) {
            return text(splice, token);
        }
        var what = html.what(attributes(tokens, list));
        boolean edited = tokens.is(name, "TEXTAREA")
                && what.filter(SensitiveNames.Judgement::sure).isPresent();
        if (what.isPresent() && (edited || Harmless.isOpaque(text))) {
            splice.take(token, what.get().what(), Strength.STRONG);
            return true;
        }
        return text(splice, token);
    }

    private static Map<String, String> attributes(JsonTokens tokens, int list) {
        var attributes = new HashMap<String, String>();
        if (tokens.type(list) == JsonTokens.ARRAY) {
            for (int i = list + 1; i + 1 < tokens.after(list); i = i + 2) {
                if (tokens.type(i) != JsonTokens.STRING || tokens.type(i + 1) != JsonTokens.STRING) {
                    return Map.of();
                }
                attributes.put(tokens.text(i).toLowerCase(Locale.ROOT), tokens.text(i + 1));
            }
        }
        return attributes;
    }
}
