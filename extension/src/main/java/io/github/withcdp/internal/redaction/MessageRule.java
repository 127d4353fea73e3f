package io.github.withcdp.internal.redaction;

import io.github.withcdp.internal.recording.DialogAnswer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Takes secrets out of a message of the protocol, by where they stand in it. */
final class MessageRule {

    /** The commands whose {@code data} is a picture. */
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
    void redact(JsonRedaction redaction, String method, boolean stored) {
        var tokens = redaction.tokens;
        for (int i = 0; i < tokens.size(); ) {
            if (tokens.type(i) == JsonTokens.KEY) {
                redaction.key(i);
                i++;
            } else {
                i = stored && isResult(tokens, i) ? answer(redaction, i) : redactOne(redaction, method, i);
            }
        }
    }

    private static boolean isResult(JsonTokens tokens, int token) {
        return tokens.type(token) == JsonTokens.STRING
                && tokens.is(tokens.key(token), "value")
                && tokens.is(tokens.key(tokens.parent(token)), "result");
    }

    private int answer(JsonRedaction redaction, int token) {
        var text = redaction.tokens.text(token);
        if (COOKIES.matcher(text).lookingAt()) {
            cookies(redaction, token);
        } else {
            store(redaction, "", token);
        }
        return redaction.tokens.after(token);
    }

    /** Redact a value, and return where to go on: inside of it, or behind it. */
    private int redactOne(JsonRedaction redaction, String method, int token) {
        var tokens = redaction.tokens;
        var field = MessageField.of(redaction.json(), tokens, tokens.key(token));
        boolean isRedacted =
                switch (field) {
                    case ANY -> text(redaction, token);
                    case ADDRESS -> isAddress(tokens, token) || text(redaction, token);
                    case HEADERS -> headers(redaction, token);
                    case HEADERS_TEXT -> raw(redaction, token);
                    case COOKIE_LINE -> string(redaction, token, line -> CookieRule.setCookies(line, redaction.sink()));
                    case COOKIES -> cookies(redaction, token);
                    case POST_DATA -> postData(redaction, method, token);
                    case BYTES -> bytes(redaction, token);
                    case PAYLOAD -> payload(redaction, token);
                    case STORED -> stored(redaction, token);
                    case ENTRIES -> entries(redaction, token);
                    case ATTRIBUTES -> attributes(redaction, token);
                    case FRAGMENT -> string(redaction, token, text -> urls.fragment(text, redaction.sink()));
                    case BODY -> body(redaction, method, token);
                    case SECRET -> secret(redaction, token);
                    case TYPED -> typed(redaction, method, token);
                    case VALUE -> value(redaction, method, token);
                    case DATA -> data(redaction, method, token);
                    case NODE -> node(redaction, token);
                };
        return isRedacted ? tokens.after(token) : token + 1;
    }

    /** Containers are gone into. */
    private static boolean text(JsonRedaction redaction, int token) {
        redaction.text(token);
        return false;
    }

    private static boolean isAddress(JsonTokens tokens, int token) {
        return tokens.parent(token) == 0;
    }

    private static boolean string(JsonRedaction redaction, int token, UnaryOperator<String> rule) {
        if (redaction.tokens.type(token) != JsonTokens.STRING) {
            return false;
        }
        var text = redaction.tokens.text(token);
        redaction.replace(token, text, redaction.redacted(rule.apply(text)));
        return true;
    }

    private boolean headers(JsonRedaction redaction, int token) {
        var tokens = redaction.tokens;
        if (tokens.type(token) == JsonTokens.OBJECT) {
            for (int i = token + 1; i < tokens.after(token); i = tokens.after(i)) {
                if (tokens.type(i) == JsonTokens.KEY) {
                    redaction.key(i);
                } else {
                    header(redaction, tokens.text(tokens.key(i)), i);
                }
            }
            return true;
        }
        return tokens.type(token) == JsonTokens.STRING && raw(redaction, token);
    }

    private void header(JsonRedaction redaction, String name, int token) {
        if (redaction.tokens.type(token) == JsonTokens.STRING) {
            var value = redaction.tokens.text(token);
            redaction.replace(
                    token,
                    value,
                    redaction.redacted(headers.value(name, value, redaction.sink(), redaction::redacted)));
        } else {
            redaction.text(token);
        }
    }

    private boolean raw(JsonRedaction redaction, int token) {
        return string(redaction, token, text -> headers.raw(text, redaction.sink(), redaction::redacted));
    }

    private static boolean cookies(JsonRedaction redaction, int token) {
        return string(redaction, token, text -> CookieRule.cookies(text, redaction.sink()));
    }

    private boolean postData(JsonRedaction redaction, String method, int token) {
        if (method.startsWith("Fetch.continue")) {
            bodies.redactBase64(redaction, token, true);
        } else {
            bodies.redact(redaction, token, true);
        }
        return true;
    }

    private boolean bytes(JsonRedaction redaction, int token) {
        int entry = redaction.tokens.parent(token);
        int list = entry == JsonTokens.NONE ? JsonTokens.NONE : redaction.tokens.parent(entry);
        if (list == JsonTokens.NONE || !redaction.tokens.is(redaction.tokens.key(list), "postDataEntries")) {
            return text(redaction, token);
        }
        bodies.redactBase64(redaction, token, true);
        return true;
    }

    /** Frames of opcode 1 are text, all others come in base64. */
    private boolean payload(JsonRedaction redaction, int token) {
        var tokens = redaction.tokens;
        int opcode = tokens.member(tokens.parent(token), "opcode");
        if (opcode != JsonTokens.NONE && !tokens.text(opcode).equals("1")) {
            bodies.redactBase64(redaction, token, true);
        } else {
            bodies.redact(redaction, token, true);
        }
        return true;
    }

    private boolean stored(JsonRedaction redaction, int token) {
        var tokens = redaction.tokens;
        if (tokens.type(token) != JsonTokens.STRING) {
            return false;
        }
        int key = tokens.member(tokens.parent(token), "key");
        store(redaction, key == JsonTokens.NONE ? "" : tokens.text(key), token);
        return true;
    }

    /** What a page stores is told by its key, by the fields in it, or else not at all. */
    private void store(JsonRedaction redaction, String key, int token) {
        var what = names.what(key);
        if (what.isPresent()) {
            redaction.take(token, what.get(), Confidence.CERTAIN);
            return;
        }
        var text = redaction.tokens.text(token);
        if (JsonTokens.isLikely(text)) {
            bodies.redact(redaction, token, true);
        } else if (HarmlessText.isValue(text) || HarmlessText.isPlain(text)) {
            redaction.text(token);
        } else {
            redaction.take(token, "storage", Confidence.POSSIBLE);
        }
    }

    private boolean entries(JsonRedaction redaction, int token) {
        var tokens = redaction.tokens;
        if (tokens.type(token) != JsonTokens.ARRAY) {
            return false;
        }
        for (int i = token + 1; i < tokens.after(token); i = tokens.after(i)) {
            boolean pair = tokens.type(i) == JsonTokens.ARRAY
                    && tokens.after(i) == i + 3
                    && tokens.type(i + 1) == JsonTokens.STRING
                    && tokens.type(i + 2) == JsonTokens.STRING;
            if (pair) {
                redaction.text(i + 1);
                store(redaction, tokens.text(i + 1), i + 2);
            } else {
                json.redact(redaction, i);
            }
        }
        return true;
    }

    /** Names and values in turn, as the tree of a document has them. */
    private boolean attributes(JsonRedaction redaction, int token) {
        var tokens = redaction.tokens;
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
            redaction.text(i);
            if (HtmlRule.isHolder(name)
                    && what.isPresent()
                    && ((input && what.get().sure()) || HarmlessText.isOpaque(tokens.text(i + 1)))) {
                redaction.take(i + 1, what.get().what(), Confidence.CERTAIN);
            } else if (names.what(name, tokens.text(i + 1)).isPresent() && HarmlessText.isOpaque(tokens.text(i + 1))) {
                redaction.take(i + 1, names.what(name, tokens.text(i + 1)).get(), Confidence.CERTAIN);
            } else if (Set.of("href", "src", "action", "formaction").contains(name)) {
                string(redaction, i + 1, text -> urls.reference(text, redaction.sink()));
            } else {
                redaction.text(i + 1);
            }
        }
        return true;
    }

    private boolean body(JsonRedaction redaction, String method, int token) {
        var tokens = redaction.tokens;
        int base64 = tokens.member(tokens.parent(token), "base64Encoded");
        boolean encoded = base64 == JsonTokens.NONE
                ? method.equals("Fetch.fulfillRequest")
                : tokens.text(base64).equals("true");
        if (encoded) {
            bodies.redactBase64(redaction, token, false);
        } else {
            bodies.redact(redaction, token, false);
        }
        return tokens.type(token) == JsonTokens.STRING;
    }

    private static boolean secret(JsonRedaction redaction, int token) {
        if (redaction.tokens.type(token) != JsonTokens.STRING) {
            return false;
        }
        redaction.take(token, redaction.tokens.text(redaction.tokens.key(token)), Confidence.CERTAIN);
        return true;
    }

    private boolean typed(JsonRedaction redaction, String method, int token) {
        if (method.equals("Input.dispatchKeyEvent")) {
            return key(redaction, token);
        }
        boolean typed = method.equals("Input.insertText")
                || method.equals("Input.imeSetComposition")
                || redaction.tokens.is(redaction.tokens.key(token), "promptText")
                || redaction.tokens.is(redaction.tokens.key(token), "userInput");
        if (!typed) {
            return text(redaction, token);
        }
        var text = redaction.tokens.text(token);
        if (!text.equals(DialogAnswer.TEXT)) {
            redaction.take(token, "typed", TypedText.confidence(text));
        }
        return true;
    }

    /** Which character was typed is a secret, which other key was pressed is not. */
    private static boolean key(JsonRedaction redaction, int token) {
        var tokens = redaction.tokens;
        int event = tokens.parent(token);
        int key = tokens.member(event, "key");
        int code = tokens.member(event, "code");
        boolean character = key != JsonTokens.NONE
                ? tokens.text(key).codePointCount(0, tokens.text(key).length()) == 1
                : code == JsonTokens.NONE
                        || (KEY_OF_CHARACTER.matcher(tokens.text(code)).matches()
                                && !EDITING_KEYS.contains(tokens.text(code)));
        if (character) {
            redaction.replace(token, tokens.text(token), "‹redacted:key:len=1:hash=0000›");
        }
        return true;
    }

    private boolean value(JsonRedaction redaction, String method, int token) {
        var tokens = redaction.tokens;
        int parent = tokens.parent(token);
        var name = PairName.of(tokens, token);
        if (isCookie(tokens, method, parent)) {
            if (tokens.type(token) == JsonTokens.STRING) {
                var value = tokens.text(token);
                redaction.replace(token, value, CookieRule.value(value, redaction.sink()));
            }
            return true;
        }
        if (name.isPresent() && tokens.type(token) == JsonTokens.STRING) {
            if (isInHeaders(tokens, parent)) {
                header(redaction, name.get(), token);
                return true;
            }
            if (method.equals("DOMStorage.setDOMStorageItem")) {
                store(redaction, name.get(), token);
                return true;
            }
            var what = names.what(name.get(), tokens.text(token));
            if (what.isPresent() && !tokens.text(token).isEmpty()) {
                redaction.take(token, what.get(), Confidence.CERTAIN);
                return true;
            }
        }
        if (method.equals("Runtime.consoleAPICalled") && tokens.type(token) == JsonTokens.STRING) {
            var logged = tokens.text(token);
            var what = PairName.before(tokens, token)
                    .flatMap(label -> names.what(label, logged))
                    .filter(secret -> !HarmlessText.isPlain(logged));
            if (what.isPresent()) {
                redaction.take(token, what.get(), Confidence.CERTAIN);
                return true;
            }
        }
        if (tokens.type(token) == JsonTokens.OBJECT || tokens.type(token) == JsonTokens.ARRAY) {
            json.redact(redaction, token);
            return true;
        }
        return text(redaction, token);
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

    private boolean data(JsonRedaction redaction, String method, int token) {
        if (method.equals("Network.eventSourceMessageReceived") && redaction.tokens.type(token) == JsonTokens.STRING) {
            bodies.redact(redaction, token, true);
            return true;
        }
        if (method.equals("Network.dataReceived") && redaction.tokens.type(token) == JsonTokens.STRING) {
            bodies.redactBase64(redaction, token, false);
            return true;
        }
        return PICTURES.contains(method) || text(redaction, token);
    }

    /** What stands in an element whose attributes say what it is for. */
    private boolean node(JsonRedaction redaction, int token) {
        var tokens = redaction.tokens;
        int children = tokens.parent(tokens.parent(token));
        int element = children == JsonTokens.NONE ? JsonTokens.NONE : tokens.parent(children);
        if (tokens.type(token) != JsonTokens.STRING
                || element == JsonTokens.NONE
                || tokens.type(children) != JsonTokens.ARRAY) {
            return text(redaction, token);
        }
        int list = tokens.member(element, "attributes");
        int name = tokens.member(element, "nodeName");
        var text = tokens.text(token).strip();
        if (list == JsonTokens.NONE || name == JsonTokens.NONE || text.isEmpty()) {
            return text(redaction, token);
        }
        var what = html.what(attributes(tokens, list));
        boolean edited = tokens.is(name, "TEXTAREA")
                && what.filter(SensitiveNames.Judgement::sure).isPresent();
        if (what.isPresent() && (edited || HarmlessText.isOpaque(text))) {
            redaction.take(token, what.get().what(), Confidence.CERTAIN);
            return true;
        }
        return text(redaction, token);
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
