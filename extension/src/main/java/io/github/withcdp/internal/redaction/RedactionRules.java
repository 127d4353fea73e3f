package io.github.withcdp.internal.redaction;

import io.github.withcdp.recording.RecordedMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All rules of one {@link Redaction}, put together. The same rules find secrets and take them out: what differs is the
 * {@link SecretSink}, and which ones are known already.
 */
final class RedactionRules implements StringRules {

    /** How deep JSON in strings of JSON is looked into. */
    private static final int DEEPEST = 4;

    final WorkBudget work;
    final StorageQueries queries = new StorageQueries();
    private final TextRule texts;
    private final List<Clue> clues;
    private final List<TextPartRule> anywhere;
    private final boolean hasPatterns;
    private final JsonRule json;
    private final MessageRule messages;

    /**
     * Put rules together.
     *
     * @param headers names of further headers, in lower case
     * @param fields names of further fields, in lower case
     * @param patterns what further secrets look like
     */
    RedactionRules(Set<String> headers, Set<String> fields, List<Pattern> patterns, WorkBudget work) {
        this.work = work;
        var names = new SensitiveNames(fields);
        var urls = new UrlRule(names);
        var html = new HtmlRule(names);
        texts = new TextRule(names, fields);
        clues = List.of(
                Clue.of("://"), texts::next, Clue.of("\\"), Clue.of("<"), NumberRule::next, TruncatedSecrets::next);
        hasPatterns = !patterns.isEmpty();
        anywhere = Stream.concat(
                        Stream.<TextPartRule>of(urls::inText, html::redact, texts::redact, NumberRule::redact),
                        patterns.stream().<TextPartRule>map(pattern -> (text, sink) -> matches(text, pattern, sink)))
                .toList();
        json = new JsonRule(names);
        messages = new MessageRule(
                names, urls, new HeaderRule(headers, names, urls), html, json, new BodyRule(names, urls));
    }

    /** Redact the raw text of a message, which may have been redacted before. */
    String message(String raw, RecordedMessage message, SecretSink sink, SecretMatcher secrets) {
        var redaction = redaction(raw, sink, secrets);
        return redaction.tokens.size() == 0
                ? text(raw, sink, secrets)
                : redact(redaction, message).result();
    }

    /** Tell a sink what there is to take out of a message. */
    CleanMessages.Outcome find(String raw, RecordedMessage message, SecretSink sink) {
        var redaction = redaction(raw, sink, SecretMatcher.NOTHING);
        if (redaction.tokens.size() == 0) {
            text(raw, sink, SecretMatcher.NOTHING);
            return CleanMessages.Outcome.SECRETS; // for all that is known
        }
        redact(redaction, message);
        if (redaction.hasEdits()) {
            return CleanMessages.Outcome.SECRETS;
        }
        return redaction.hasEncoded() || raw.indexOf('\\') >= 0
                ? CleanMessages.Outcome.NOTHING_BUT_ENCODED
                : CleanMessages.Outcome.NOTHING;
    }

    private JsonRedaction redaction(String raw, SecretSink sink, SecretMatcher secrets) {
        work.spend(raw.length());
        return new JsonRedaction(this, raw, JsonTokens.of(raw), 0, counted(sink), secrets);
    }

    private JsonRedaction redact(JsonRedaction redaction, RecordedMessage message) {
        messages.redact(redaction, message.method(), queries.isAnswered(message));
        return redaction;
    }

    /** Redact a text of which nothing is known. */
    String text(String text, SecretSink sink, SecretMatcher secrets) {
        return text(text, 0, counted(sink), secrets);
    }

    private SecretSink counted(SecretSink sink) {
        return (secret, what, confidence) -> {
            work.spend(WorkBudget.OF_SECRET + secret.length());
            return sink.take(secret, what, confidence);
        };
    }

    @Override
    public String text(String text, int depth, SecretSink sink, SecretMatcher secrets) {
        if (text.length() < 3 || !work.spend(text.length())) {
            return text; // what is left of the message, or the text as a whole, is not shown then
        }
        if (depth < DEEPEST && isWorthParsing(text)) {
            var redacted = json(text, 0, depth, sink, secrets);
            if (redacted.isPresent()) {
                return redacted.get();
            }
        }
        var redacted = text;
        for (var rule : anywhere) {
            redacted = rule.redact(redacted, sink);
        }
        return secrets.redact(redacted);
    }

    /** Return whether the tokens of a text are worth reading: plain JSON without a telling name is a text like any other: nothing in it is known by its place. */
    private boolean isWorthParsing(String text) {
        return JsonTokens.isLikely(text) && (text.indexOf('\\') >= 0 || texts.next(text, 0) < text.length());
    }

    @Override
    public Optional<String> json(String text, int from, int depth, SecretSink sink, SecretMatcher secrets) {
        var fields = text.substring(from);
        var tokens = JsonTokens.of(fields);
        if (tokens.size() == 0) {
            return Optional.empty();
        }
        var redaction = new JsonRedaction(this, fields, tokens, depth + 1, sink, secrets);
        json.redact(redaction, 0);
        return Optional.of(text.substring(0, from) + redaction.result());
    }

    @Override
    public List<Clue> clues() {
        return clues;
    }

    @Override
    public boolean hasPatterns() {
        return hasPatterns;
    }

    /** Take out what a pattern of somebody finds. One that would take too long shows nothing of the text that it takes too long with. */
    private String matches(String text, Pattern pattern, SecretSink sink) {
        var edits = new TextEdits(text);
        int mark = Mark.next(text, 0);
        var patient = new BoundedText(text);
        try {
            for (var matcher = pattern.matcher(patient); matcher.find(); ) {
                while (mark < text.length() && Mark.end(text, mark) <= matcher.start()) {
                    mark = Mark.next(text, mark + 1);
                }
                // What surrounds a mark may match, the mark itself and what contains one does not.
                if (matcher.end() > matcher.start() && mark >= matcher.end()) {
                    var secret = text.substring(matcher.start(), matcher.end());
                    edits.replace(matcher.start(), matcher.end(), sink.take(secret, "pattern", Confidence.CERTAIN));
                }
            }
        } catch (BoundedText.TooLong | StackOverflowError tooLong) {
            return work.withholdAfterPattern(text);
        } finally {
            work.spend(patient.reads());
        }
        return edits.result();
    }
}
