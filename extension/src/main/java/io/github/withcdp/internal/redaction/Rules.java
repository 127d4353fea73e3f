package io.github.withcdp.internal.redaction;

import io.github.withcdp.recording.RecordedMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All rules of one {@link Redaction}, put together. The same rules find secrets and take them out: what differs is who is told,
 * a {@link Taker}, and which ones are known already.
 */
final class Rules implements StringRules {

    /** How deep JSON in strings of JSON is looked into. */
    private static final int DEEPEST = 4;

    final Work work;
    final Questions questions = new Questions();
    private final UrlRule urls;
    private final TextRule texts;
    private final HtmlRule html;
    private final List<Pattern> patterns;
    private final JsonRule json;
    private final MessageRule messages;

    /**
     * Put rules together.
     *
     * @param headers names of further headers, in lower case
     * @param fields names of further fields, in lower case
     * @param patterns what further secrets look like
     */
    Rules(Set<String> headers, Set<String> fields, List<Pattern> patterns, Work work) {
        this.work = work;
        this.patterns = patterns;
        var names = new SensitiveNames(fields);
        urls = new UrlRule(names);
        texts = new TextRule(names, fields);
        html = new HtmlRule(names);
        json = new JsonRule(names);
        messages = new MessageRule(
                names, urls, new HeaderRule(headers, names, urls), html, json, new BodyRule(names, urls));
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

    @Override
    public String text(String text, int depth, Taker taker, ByValue known) {
        if (text.length() < 3 || !work.spend(text.length())) {
            return text; // what is left of the message, or the text as a whole, is not shown then
        }
        if (depth < DEEPEST && isWorthParsing(text)) {
            var redacted = json(text, 0, depth, taker, known);
            if (redacted.isPresent()) {
                return redacted.get();
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
        return JsonTokens.isLikely(text)
                && (text.indexOf('\\') >= 0 || texts.next(text, 0, text.length()) < text.length());
    }

    @Override
    public Optional<String> json(String text, int from, int depth, Taker taker, ByValue known) {
        var fields = text.substring(from);
        var tokens = JsonTokens.of(fields);
        if (tokens.size() == 0) {
            return Optional.empty();
        }
        var splice = new Splice(this, fields, tokens, depth + 1, taker, known);
        json.redact(splice, 0);
        return Optional.of(text.substring(0, from) + splice.result());
    }

    @Override
    public int nextName(String text, int from) {
        return texts.next(text, from, text.length());
    }

    @Override
    public boolean hasPatterns() {
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
