package io.github.withcdp.internal.redaction;

import io.github.withcdp.internal.recording.DialogAnswer;
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
    private final JsonRule json;
    private final BodyRule bodies;
    private final DocumentRule documents;
    private final StorageRule storage;

    MessageRule(SensitiveNames names, UrlRule urls, HeaderRule headers, HtmlRule html, JsonRule json, BodyRule bodies) {
        this.names = names;
        this.urls = urls;
        this.headers = headers;
        this.json = json;
        this.bodies = bodies;
        this.documents = new DocumentRule(names, urls, html);
        this.storage = new StorageRule(names, json, bodies);
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
            storage.value(redaction, "", token);
        }
        return redaction.tokens.after(token);
    }

    /** Redact a value, and return where to go on: inside of it, or behind it. Of most values nothing is known by their place, and there is nothing in them. */
    private int redactOne(JsonRedaction redaction, String method, int token) {
        var tokens = redaction.tokens;
        var field = MessageField.of(redaction.json(), tokens, tokens.key(token));
        if (field == MessageField.ANY || (field == MessageField.ADDRESS && !isAddress(tokens, token))) {
            redaction.text(token);
            return token + 1;
        }
        return field == MessageField.ADDRESS ? token + 1 : known(redaction, field, method, token);
    }

    private int known(JsonRedaction redaction, MessageField field, String method, int token) {
        boolean isRedacted =
                switch (field) {
                    case ANY, ADDRESS -> text(redaction, token);
                    case HEADERS -> headers(redaction, token);
                    case HEADERS_TEXT -> raw(redaction, token);
                    case COOKIE_LINE -> redaction.string(token, line -> CookieRule.setCookies(line, redaction.sink()));
                    case COOKIES -> cookies(redaction, token);
                    case POST_DATA -> postData(redaction, method, token);
                    case BYTES -> bytes(redaction, token);
                    case PAYLOAD -> payload(redaction, token);
                    case STORED -> storage.item(redaction, token);
                    case ENTRIES -> storage.entries(redaction, token);
                    case ATTRIBUTES -> documents.attributes(redaction, token);
                    case FRAGMENT -> redaction.string(token, text -> urls.fragment(text, redaction.sink()));
                    case BODY -> body(redaction, method, token);
                    case SECRET -> secret(redaction, token);
                    case TYPED -> typed(redaction, method, token);
                    case VALUE -> value(redaction, method, token);
                    case DATA -> data(redaction, method, token);
                    case NODE -> documents.text(redaction, token);
                };
        return isRedacted ? redaction.tokens.after(token) : token + 1;
    }

    /** Containers are gone into. */
    private static boolean text(JsonRedaction redaction, int token) {
        redaction.text(token);
        return false;
    }

    private static boolean isAddress(JsonTokens tokens, int token) {
        return tokens.parent(token) == 0;
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
            UnaryOperator<String> rest = text -> redaction.redacted(token, text);
            redaction.replace(token, value, rest.apply(headers.value(name, value, redaction.sink(), rest)));
        } else {
            redaction.text(token);
        }
    }

    private boolean raw(JsonRedaction redaction, int token) {
        return redaction.string(
                token, text -> headers.raw(text, redaction.sink(), value -> redaction.redacted(token, value)));
    }

    private static boolean cookies(JsonRedaction redaction, int token) {
        return redaction.string(token, text -> CookieRule.cookies(text, redaction.sink()));
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
        if (character && tokens.type(token) == JsonTokens.STRING) {
            redaction.replace(token, tokens.text(token), "‹redacted:key:len=1:hash=0000›");
        } else if (character) {
            redaction.take(token, "key", Confidence.ONLY_HERE); // no browser takes an object for a key
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
                storage.value(redaction, name.get(), token);
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
}
