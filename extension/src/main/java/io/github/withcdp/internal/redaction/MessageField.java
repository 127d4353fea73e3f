package io.github.withcdp.internal.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What stands in a message of the protocol under a key, as far as it decides how it is redacted. */
enum MessageField {
    ANY,
    ADDRESS("id", "method", "sessionId"),
    HEADERS("headers", "requestHeaders", "responseHeaders"),
    HEADERS_TEXT("headersText", "requestHeadersText"),
    COOKIE_LINE("cookieLine"),
    COOKIES("cookie"),
    POST_DATA("postData"),
    BYTES("bytes"),
    PAYLOAD("payloadData"),
    STORED("newValue", "oldValue"),
    ENTRIES("entries"),
    ATTRIBUTES("attributes"),
    FRAGMENT("urlFragment"),
    BODY("body"),
    SECRET("password", "privateKey"),
    TYPED(
            "code",
            "key",
            "keyIdentifier",
            "nativeVirtualKeyCode",
            "promptText",
            "text",
            "unmodifiedText",
            "userInput",
            "windowsVirtualKeyCode"),
    VALUE("value"),
    DATA("data"),
    NODE("nodeValue");

    private record Key(String name, MessageField field) {}

    /** The keys by their first letter, so that most are compared with few names and none is made a string of. */
    private static final List<List<Key>> BY_LETTER = Stream.generate(() -> (List<Key>) new ArrayList<Key>())
            .limit('z' - 'a' + 1)
            .toList();

    static {
        for (var field : values()) {
            for (var key : field.keys) {
                BY_LETTER.get(key.charAt(0) - 'a').add(new Key(key, field));
            }
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // the lists of List.of do not change
    private final List<String> keys;

    MessageField(String... keys) {
        this.keys = List.of(keys);
    }

    /** Return the keys under which it stands. */
    List<String> keys() {
        return keys;
    }

    static MessageField of(String json, JsonTokens tokens, int key) {
        int letter = key == JsonTokens.NONE ? -1 : json.charAt(tokens.start(key) + 1) - 'a';
        if (letter < 0 || letter >= BY_LETTER.size()) {
            return ANY;
        }
        var keys = BY_LETTER.get(letter);
        for (int i = 0; i < keys.size(); i++) {
            if (tokens.is(key, keys.get(i).name)) {
                return keys.get(i).field;
            }
        }
        return ANY;
    }
}
