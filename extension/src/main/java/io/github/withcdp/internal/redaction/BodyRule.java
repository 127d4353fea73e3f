package io.github.withcdp.internal.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what a page sends or is sent: JSON, forms, tables and streams of events by the names of their fields,
 * other texts as wholes or by their looks.
 */
final class BodyRule {

    private static final Pattern SOCKET_IO = Pattern.compile("\\A[0-9]{1,6}(?=[\\[{])");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.\\-\\[\\]%+$:]{1,200}");
    private static final Pattern WORDS = Pattern.compile("[\\s,;\"']+");
    private static final int MOST_WORDS = 32;
    private static final int LONGEST_WORDS = 4_096;
    private static final int LONGEST_SENTENCE = 1_000;
    private static final String WHAT = "body";

    private final SensitiveNames names;
    private final UrlRule urls;

    BodyRule(SensitiveNames names, UrlRule urls) {
        this.names = names;
        this.urls = urls;
    }

    /**
     * Redact a body that stands in a message.
     *
     * @param whole whether a text without fields is taken out as a whole, whatever it looks like
     */
    void redact(JsonRedaction redaction, int token, boolean whole) {
        if (redaction.tokens.type(token) == JsonTokens.STRING) {
            var text = redaction.tokens.text(token);
            redaction.replace(token, text, redact(text, whole, redaction));
        } else {
            redaction.text(token);
        }
    }

    /** Redact a body that stands in a message in base64. What is neither text nor a picture or the like has no fields that could be told. */
    void redactBase64(JsonRedaction redaction, int token, boolean whole) {
        if (redaction.tokens.type(token) != JsonTokens.STRING) {
            return;
        }
        var text = redaction.tokens.text(token);
        var encoded = EncodedText.of(text);
        if (encoded.isPresent()) {
            redaction.noteEncoded();
            var redacted = redact(encoded.get().content(), whole, redaction);
            encoded.get()
                    .replacedBy(encoded.get().with(redacted))
                    .ifPresent(after -> redaction.replace(token, text, after));
        } else if (BinaryBody.isMedium(text)) {
            redaction.replace(token, text, redaction.secrets().redact(text));
        } else {
            BinaryBody.strings(text).forEach(string -> redaction.sink().take(string, WHAT, Confidence.POSSIBLE));
            var mark = redaction.sink().take(text, "binary", Confidence.ONLY_HERE);
            redaction.replace(token, text, Base64.getEncoder().encodeToString(mark.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private String redact(String body, boolean whole, JsonRedaction redaction) {
        if (body.isBlank() || (Mark.isIn(body) && !JsonTokens.isLikely(body) && !isForm(body))) {
            return redaction.redacted(body);
        }
        int from = jsonFrom(body);
        if (from > 0 || JsonTokens.isLikely(body)) {
            var json = redaction.redactedJson(body, from);
            if (json.isPresent()) {
                return json.get();
            }
        }
        var boundary = Multipart.boundary(body);
        if (!boundary.isEmpty()) {
            return redaction.redacted(new Multipart(names).redact(body, boundary, redaction.sink()));
        }
        if (isForm(body)) {
            return redaction.redacted(urls.form(body, redaction.sink()));
        }
        if (isStream(body)) {
            return stream(body, redaction);
        }
        var table = TextTable.of(body, names);
        if (table.isPresent()) {
            return redaction.redacted(table.get().redact(body, redaction.sink()));
        }
        boolean structured = body.stripLeading().startsWith("<");
        if (structured || HarmlessText.isValue(body) || isSentence(body) || !(whole || isOfTokens(body))) {
            return redaction.redacted(body);
        }
        words(body, redaction.sink());
        return redaction.sink().take(body, WHAT, Confidence.POSSIBLE);
    }

    /** Return where JSON may begin in a frame: some protocols put a number before it. */
    private static int jsonFrom(String frame) {
        var prefix = SOCKET_IO.matcher(frame);
        return prefix.find() ? prefix.end() : 0;
    }

    /** Return whether a body is a sentence: what people write each other is no secret by its looks; a telling word in it is dealt with like anywhere else. */
    private static boolean isSentence(String body) {
        return body.length() <= LONGEST_SENTENCE && HarmlessText.isPlain(body);
    }

    /** Return whether a text is nothing but keys or tokens, one or some. */
    private static boolean isOfTokens(String body) {
        return body.length() <= LONGEST_WORDS
                && body.chars()
                        .allMatch(c -> CharacterKind.isSpace(c) || c == ':' || CharacterKind.CREDENTIALS.has((char) c))
                && body.lines().allMatch(line -> line.isBlank() || HarmlessText.isOpaque(line.strip()));
    }

    /** Tell a sink the words of a body: those of a text that is taken out as a whole turn up by themselves elsewhere, those too that nobody would keep secret. */
    private static void words(String body, SecretSink sink) {
        if (body.length() <= LONGEST_WORDS) {
            WORDS.splitAsStream(body).limit(MOST_WORDS).forEach(word -> {
                int value = word.lastIndexOf('=', word.length() - 2) + 1;
                var text = word.substring(word.contains("://") ? 0 : value);
                if (HarmlessText.isOpaque(text)) {
                    sink.take(text, WHAT, Confidence.POSSIBLE);
                }
            });
        }
    }

    private static boolean isStream(String body) {
        return body.startsWith("data:") || body.startsWith("event:") || body.startsWith("id:") || body.startsWith(":");
    }

    /** Return a stream of events, redacted: each of the events has data, which may be anything that a body may be. */
    private String stream(String body, JsonRedaction redaction) {
        var edits = new TextEdits(body);
        for (int at = 0; at < body.length(); ) {
            int next = body.indexOf('\n', at);
            int end = next < 0 ? body.length() : next;
            int from = at + "data:".length();
            if (body.startsWith("data:", at) && from < end) {
                from += body.charAt(from) == ' ' ? 1 : 0;
                var data = body.substring(from, end);
                edits.replace(from, end, isStream(data) ? redaction.redacted(data) : redact(data, false, redaction));
            }
            at = end + 1;
        }
        return redaction.redacted(edits.result());
    }

    private static boolean isForm(String body) {
        boolean hasValue = false;
        for (int at = 0; at < body.length(); ) {
            int end = body.indexOf('&', at);
            end = end < 0 ? body.length() : end;
            int equals = body.indexOf('=', at);
            if (equals < 0
                    || equals >= end
                    || !NAME.matcher(body).region(at, equals).matches()) {
                return false;
            }
            hasValue |= end - equals > 1 && body.charAt(equals + 1) != '=';
            at = end + 1;
        }
        return hasValue && body.indexOf(' ') < 0 && body.indexOf('\n') < 0;
    }
}
