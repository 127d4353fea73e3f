package io.github.withcdp.redaction;

import io.github.withcdp.recording.RecordedMessage;

/** Takes out what the rules find, and the secrets that are known. */
final class RuleRedactor implements Redactor {

    private final Rules rules;
    private final ByValue known;

    RuleRedactor(Rules rules, ByValue known) {
        this.rules = rules;
        this.known = known;
    }

    @Override
    public String message(RecordedMessage message) {
        return rules.message(message.json(), message.method(), Taker.MARKING, known);
    }

    @Override
    public String text(String text) {
        return rules.text(text, Taker.MARKING, known);
    }
}
