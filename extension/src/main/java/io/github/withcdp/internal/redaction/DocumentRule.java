package io.github.withcdp.internal.redaction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes secrets out of the tree of a document, whose elements say by their attributes what they hold. */
final class DocumentRule {

    private final SensitiveNames names;
    private final UrlRule urls;
    private final HtmlRule html;

    DocumentRule(SensitiveNames names, UrlRule urls, HtmlRule html) {
        this.names = names;
        this.urls = urls;
        this.html = html;
    }

    /** Redact the attributes of an element, names and values in turn; return whether they are done with. */
    boolean attributes(JsonRedaction redaction, int token) {
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
                redaction.string(i + 1, text -> urls.reference(text, redaction.sink()));
            } else {
                redaction.text(i + 1);
            }
        }
        return true;
    }

    /** Redact what stands in an element whose attributes say what it is for; return whether it is done with. */
    boolean text(JsonRedaction redaction, int token) {
        var tokens = redaction.tokens;
        int children = tokens.parent(tokens.parent(token));
        int element = children == JsonTokens.NONE ? JsonTokens.NONE : tokens.parent(children);
        if (tokens.type(token) != JsonTokens.STRING
                || element == JsonTokens.NONE
                || tokens.type(children) != JsonTokens.ARRAY) {
            return unknown(redaction, token);
        }
        int list = tokens.member(element, "attributes");
        int name = tokens.member(element, "nodeName");
        var text = tokens.text(token).strip();
        if (list == JsonTokens.NONE || name == JsonTokens.NONE || text.isEmpty()) {
            return unknown(redaction, token);
        }
        var what = html.what(attributes(tokens, list));
        boolean edited = tokens.is(name, "TEXTAREA")
                && what.filter(SensitiveNames.Judgement::sure).isPresent();
        if (what.isPresent() && (edited || HarmlessText.isOpaque(text))) {
            redaction.take(token, what.get().what(), Confidence.CERTAIN);
            return true;
        }
        return unknown(redaction, token);
    }

    /** Containers are gone into. */
    private static boolean unknown(JsonRedaction redaction, int token) {
        redaction.text(token);
        return false;
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
