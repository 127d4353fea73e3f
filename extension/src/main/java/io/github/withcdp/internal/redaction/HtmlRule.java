package io.github.withcdp.internal.redaction;

import io.github.withcdp.internal.redaction.SensitiveNames.Judgement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of HTML and XML: the values of password fields, and what stands in fields and elements whose names, labels or tags
 * say that they hold secrets.
 */
final class HtmlRule {

    /** Attributes that say what an element is for. */
    private static final List<String> NAMES = List.of(
            "name",
            "id",
            "autocomplete",
            "aria-label",
            "placeholder",
            "title",
            "property",
            "itemprop",
            "data-testid",
            "for");

    /** Attributes that have what an element holds. */
    private static final Set<String> HOLDERS = Set.of("value", "content", "data-value", "data-clipboard-text");

    private static final Set<String> BUTTONS = Set.of("submit", "button", "reset", "image", "checkbox", "radio");

    /** Whatever a person has written there is what the element holds. */
    private static final Set<String> EDITED = Set.of("textarea");

    /** Tags that are no names of what is in them. */
    private static final Set<String> PLAIN_TAGS = Set.of("code", "keygen", "title", "label", "link", "meta");

    private static final Judgement PASSWORD = new Judgement("password", true);
    private static final String CDATA = "<![CDATA[";
    private static final int LONGEST_LABEL = 200;
    private static final int MOST_LABELS = 1_000;

    private final SensitiveNames names;

    HtmlRule(SensitiveNames names) {
        this.names = names;
    }

    /** The state on the way through a text. */
    private static final class Document {

        final String text;
        final TextEdits edits;
        final SecretSink sink;
        final CharacterRuns runs;
        final Map<String, Judgement> labels = new HashMap<>();

        /** The judgement about the label that stands before, until a field comes. */
        @Nullable
        Judgement label;

        /** The judgement about the list that an option is in. */
        @Nullable
        Judgement list;

        private int endOfCdata = -1;

        /** The end of the last text that is no HTML. */
        int textEnd;

        Document(String text, SecretSink sink) {
            this.text = text;
            this.edits = new TextEdits(text);
            this.sink = sink;
            this.runs = new CharacterRuns(text);
        }

        int endOfCdata(int from) {
            if (endOfCdata < from) {
                int end = text.indexOf("]]>", from);
                endOfCdata = end < 0 ? text.length() : end;
            }
            return endOfCdata;
        }
    }

    String redact(String text, SecretSink sink) {
        int at = text.indexOf('<');
        if (at < 0) {
            return text;
        }
        var document = new Document(text, sink);
        for (; at >= 0; at = text.indexOf('<', Math.max(at + 1, document.textEnd))) {
            if (at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
                tag(document, at);
            } else if (text.startsWith("</select", at)) {
                document.list = null;
            }
        }
        return document.edits.result();
    }

    private void tag(Document document, int from) {
        var tag = HtmlTag.at(document.text, from);
        var attributes = tag.attributes(document.text);
        var name = tag.name().substring(tag.name().indexOf(':') + 1);
        if (name.equals("label")) {
            label(document, tag, attributes);
            return;
        }
        boolean option = name.equals("option") && document.list != null;
        var what = option ? Optional.ofNullable(document.list) : what(document, name, attributes);
        if (name.equals("select")) {
            document.list = what.orElse(null);
        }
        boolean field = name.equals("input") || name.equals("textarea") || option;
        if (field || name.equals("meta")) {
            document.label = option ? document.label : null;
            what.ifPresent(secret -> holders(document, tag, secret, field && secret.sure()));
        } else {
            what.ifPresent(secret -> holders(document, tag, secret, false));
        }
        boolean edited = EDITED.contains(name) || attributes.containsKey("contenteditable");
        boolean isNamed = !PLAIN_TAGS.contains(name) && names.what(name).isPresent();
        what.ifPresent(secret -> content(document, tag, secret, (edited || isNamed) && secret.sure()));
    }

    private void label(Document document, HtmlTag tag, Map<String, String> attributes) {
        int end = Math.min(document.runs.end(CharacterKind.NO_TAG, tag.end()), tag.end() + LONGEST_LABEL);
        document.label = names.judge(document.text.substring(Math.min(tag.end(), end), end))
                .orElse(null);
        var target = attributes.get("for");
        if (target != null && document.label != null && document.labels.size() < MOST_LABELS) {
            document.labels.put(target, document.label);
        }
    }

    private Optional<Judgement> what(Document document, String name, Map<String, String> attributes) {
        var type = attributes.getOrDefault("type", "").toLowerCase(Locale.ROOT);
        if (BUTTONS.contains(type)) {
            return Optional.empty();
        }
        boolean field = name.equals("input") || name.equals("textarea") || name.equals("select");
        var labelled = Optional.ofNullable(document.labels.get(attributes.getOrDefault("id", "")))
                .or(() -> field ? Optional.ofNullable(document.label) : Optional.empty());
        return what(attributes)
                .or(() -> labelled)
                .or(() -> PLAIN_TAGS.contains(name) ? Optional.empty() : names.judge(name));
    }

    /** Return what an element holds that has these attributes; empty if it may be told. */
    Optional<Judgement> what(Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return Optional.empty();
        }
        var type = attributes.getOrDefault("type", "").toLowerCase(Locale.ROOT);
        if (type.equals("password")) {
            return Optional.of(PASSWORD);
        }
        if (BUTTONS.contains(type)) {
            return Optional.empty();
        }
        for (var name : NAMES) {
            var judgement = names.judge(attributes.getOrDefault(name, ""));
            if (judgement.isPresent()) {
                return judgement;
            }
        }
        return Optional.empty();
    }

    /** Return whether an attribute of this name has what its element holds. */
    static boolean isHolder(String name) {
        return HOLDERS.contains(name);
    }

    private static void holders(Document document, HtmlTag tag, Judgement what, boolean whatever) {
        for (var attribute : tag.all()) {
            if (attribute.valueFrom() >= 0 && HOLDERS.contains(attribute.name())) {
                take(document, attribute.valueFrom(), attribute.valueTo(), what, whatever);
            }
        }
    }

    private static void content(Document document, HtmlTag tag, Judgement what, boolean whatever) {
        int from = tag.end();
        int end = document.runs.end(CharacterKind.NO_TAG, 1, from);
        if (document.text.startsWith(CDATA, end)
                && document.text.substring(from, end).isBlank()) {
            from = end + CDATA.length();
            end = document.endOfCdata(from);
            document.textEnd = end;
        }
        take(document, from, end, what, whatever);
    }

    private static void take(Document document, int from, int to, Judgement what, boolean whatever) {
        int begin = from;
        int end = to;
        while (begin < end && Character.isWhitespace(document.text.charAt(begin))) {
            begin++;
        }
        while (end > begin && Character.isWhitespace(document.text.charAt(end - 1))) {
            end--;
        }
        if (begin == end) {
            return;
        }
        var value = unescaped(document.text.substring(begin, end));
        boolean isHarmless = (HarmlessText.isValue(value) && !whatever) || Mark.isIn(value);
        if (!isHarmless && (whatever || HarmlessText.isOpaque(value) || HarmlessText.isGroupsOfDigits(value))) {
            document.edits.replace(begin, end, document.sink.take(value, what.what(), Confidence.CERTAIN));
        }
    }

    private static String unescaped(String html) {
        return html.indexOf('&') < 0
                ? html
                : html.replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&");
    }
}
