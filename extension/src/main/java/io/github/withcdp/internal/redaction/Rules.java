package io.github.withcdp.internal.redaction;

import io.github.withcdp.recording.RecordedMessage;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All rules of one {@link Redaction}, put together. The same rules find secrets and take them out: what differs is who is told,
 * a {@link Taker}, and which ones are known already.
 */
final class Rules {

    /** How deep JSON in strings of JSON is looked into. */
    private static final int DEEPEST = 4;

    private static final Pattern SOCKET_IO = Pattern.compile("\\A[0-9]{1,6}(?=[\\[{])");

    final Work work;
    final Questions questions = new Questions();
    final SensitiveNames names;
    final UrlRule urls;
    final HeaderRule headers;
    final TextRule texts;
    final HtmlRule html;
    private final List<Pattern> patterns;
    private final JsonRule json = new JsonRule(this);
    private final BodyRule bodies = new BodyRule(this);
    private final MessageRule messages = new MessageRule(this);

    Rules(Redaction redaction, Work work) {
        this.work = work;
        names = new SensitiveNames(redaction.fields());
        urls = new UrlRule(names);
        headers = new HeaderRule(redaction.headers(), names, urls);
        texts = new TextRule(names, redaction.fields());
        html = new HtmlRule(names);
        patterns = redaction.patterns();
    }

    /** Redact the raw text of a message, which may have been redacted before. */
    String message(String raw, RecordedMessage message, Taker taker, ByValue known) {
        var splice = splice(raw, taker, known);
        return splice.tokens.size() == 0
                ? text(raw, taker, known)
                : redact(splice, message).result();
    }

    /** Tell a taker what there is to take out of a message, and return whether that is nothing, and all of it was looked at as it is. */
    boolean findsNothing(String raw, RecordedMessage message, Taker taker) {
        var splice = splice(raw, taker, ByValue.NOTHING);
        if (splice.tokens.size() == 0) {
            text(raw, taker, ByValue.NOTHING);
            return false;
        }
        redact(splice, message);
        return !splice.hasEdits() && !splice.hasEncoded() && raw.indexOf('\\') < 0;
    }

    private Splice splice(String raw, Taker taker, ByValue known) {
        work.spend(raw.length());
        return new Splice(this, raw, JsonTokens.of(raw), 0, counted(taker), known);
    }

    private Splice redact(Splice splice, RecordedMessage message) {
        messages.redact(splice, message.method(), questions.isAnswered(message));
        return splice;
    }

    /** Redact a text of which nothing is known. */
    String text(String text, Taker taker, ByValue known) {
        return text(text, 0, counted(taker), known);
    }

    private Taker counted(Taker taker) {
        return (secret, what, strength) -> {
            work.spend(Work.OF_SECRET + secret.length());
            return taker.take(secret, what, strength);
        };
    }

    String text(String text, int depth, Taker taker, ByValue known) {
        if (text.length() < 3 || !work.spend(text.length())) {
            return text; // what is left of the message, or the text as a whole, is not shown then
        }
        if (depth < DEEPEST && isWorthParsing(text)) {
            var parsed = jsonText(text, 0, depth, taker, known);
            if (parsed != null) {
                return parsed;
            }
        }
        var redacted = texts.redact(html.redact(urls.inText(text, taker), taker), taker);
        redacted = NumberRule.redact(redacted, taker);
        for (var pattern : patterns) {
            redacted = matches(redacted, pattern, taker);
        }
        return known.redact(redacted);
    }

    /** Plain JSON without a telling name is a text like any other: nothing in it is known by its place. */
    private boolean isWorthParsing(String text) {
        return isJsonLike(text) && (text.indexOf('\\') >= 0 || texts.next(text, 0, text.length()) < text.length());
    }

    static boolean isJsonLike(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        return to - from > 1
                && ((text.charAt(from) == '{' && text.charAt(to - 1) == '}')
                        || (text.charAt(from) == '[' && text.charAt(to - 1) == ']'));
    }

    /** Redact a text that is JSON from some place on; return null if it is not. */
    @Nullable
    String jsonText(String text, int from, int depth, Taker taker, ByValue known) {
        var json = text.substring(from);
        var tokens = JsonTokens.of(json);
        if (tokens.size() == 0) {
            return null;
        }
        var splice = new Splice(this, json, tokens, depth + 1, taker, known);
        this.json.redact(splice, 0);
        return text.substring(0, from) + splice.result();
    }

    void json(Splice splice, int token) {
        json.redact(splice, token);
    }

    /** Redact what a page sends or is sent, see {@link BodyRule}. */
    String body(String body, boolean whole, Splice splice) {
        return bodies.redact(body, whole, splice);
    }

    /** Return where JSON may begin in a frame: some protocols put a number before it. */
    static int jsonFrom(String frame) {
        var prefix = SOCKET_IO.matcher(frame);
        return prefix.find() ? prefix.end() : 0;
    }

    boolean hasPatterns() {
        return !patterns.isEmpty();
    }

    /** Take out what a pattern of somebody finds. One that would take too long shows nothing of the text that it takes too long with. */
    private String matches(String text, Pattern pattern, Taker taker) {
        var edits = new Edits(text);
        int mark = Mark.next(text, 0);
        var patient = new PatientText(text);
        try {
            for (var matcher = pattern.matcher(patient); matcher.find(); ) {
                while (mark < text.length() && Mark.end(text, mark) <= matcher.start()) {
                    mark = Mark.next(text, mark + 1);
                }
                // What surrounds a mark may match, the mark itself and what contains one does not.
                if (matcher.end() > matcher.start() && mark >= matcher.end()) {
                    var secret = text.substring(matcher.start(), matcher.end());
                    edits.replace(matcher.start(), matcher.end(), taker.take(secret, "pattern", Strength.STRONG));
                }
            }
        } catch (PatientText.TooLong | StackOverflowError tooLong) {
            return work.withholdAfterPattern(text);
        } finally {
            work.spend(patient.reads());
        }
        return edits.result();
    }
}
