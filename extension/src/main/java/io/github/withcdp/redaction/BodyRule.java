package io.github.withcdp.redaction;

import java.util.regex.Pattern;

/** Takes secrets out of what a page sends or is sent: JSON and forms by the names of their fields, other texts as wholes or by their looks. */
final class BodyRule {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.\\-\\[\\]%+$:]{1,200}");
    private static final Pattern PART = Pattern.compile(
            "(?is)content-disposition:[^\\r\\n]{0,1000}?\\bname=\"([^\"]{0,200})\"[^\\r\\n]{0,1000}\\r?\\n(?:[^\\r\\n]+\\r?\\n){0,10}\\r?\\n(.*?)(?=\\r?\\n--)");
    private static final Pattern WORDS = Pattern.compile("[\\s,;:\"'=]+");
    private static final int MOST_WORDS = 32;
    private static final int LONGEST_SENTENCE = 1_000;

    private final Rules rules;

    BodyRule(Rules rules) {
        this.rules = rules;
    }

    /**
     * Redact a body.
     *
     * @param whole whether a text without fields is taken out as a whole
     */
    String redact(String body, boolean whole, Splice splice) {
        if (body.isBlank() || (Mark.isIn(body) && !Rules.isJsonLike(body) && !isForm(body))) {
            return splice.redacted(body);
        }
        int from = Rules.jsonFrom(body);
        if (from > 0 || Rules.isJsonLike(body)) {
            var json = splice.redactedJson(body, from);
            if (json.isPresent()) {
                return json.get();
            }
        }
        if (body.regionMatches(true, 0, "--", 0, 2) && PART.matcher(body).find()) {
            return splice.redacted(multipart(body, splice.taker()));
        }
        if (isForm(body)) {
            return splice.redacted(rules.urls.form(body, splice.taker()));
        }
        boolean structured = body.stripLeading().startsWith("<");
        if (!whole || structured || Harmless.isValue(body) || isSentence(body)) {
            return splice.redacted(body);
        }
        words(body, splice.taker());
        return splice.taker().take(body, "body", Strength.WEAK);
    }

    /** What people write each other is no secret by its looks; a telling word in it is dealt with like anywhere else. */
    private static boolean isSentence(String body) {
        return body.length() <= LONGEST_SENTENCE && Harmless.isPlain(body);
    }

    /** The words of a text that is taken out as a whole turn up by themselves elsewhere. */
    private static void words(String body, Taker taker) {
        if (body.length() <= 4_096) {
            WORDS.splitAsStream(body).limit(MOST_WORDS).forEach(word -> taker.take(word, "body", Strength.WEAK));
        }
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

    private String multipart(String body, Taker taker) {
        var edits = new Edits(body);
        for (var part = PART.matcher(body); part.find(); ) {
            int start = part.start(2);
            int end = part.end(2);
            var value = part.group(2);
            rules.names
                    .what(part.group(1))
                    .ifPresent(what -> edits.replace(start, end, taker.take(value, what, Strength.STRONG)));
        }
        return edits.result();
    }
}
