package io.github.withcdp.internal.redaction;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.recording.RecordedMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes out what the rules find, and the secrets that are known. */
final class RuleRedactor implements Redactor {

    private final RedactionRules rules;
    private final CleanMessages clean;
    private final SecretMatcher secrets;
    private final List<String> problems;

    RuleRedactor(RedactionRules rules, CleanMessages clean, SecretMatcher secrets, List<String> problems) {
        this.rules = rules;
        this.clean = clean;
        this.secrets = secrets;
        this.problems = problems;
    }

    @Override
    public String message(RecordedMessage message) {
        if (rules.work.isUsedUp()) {
            return withheld(message);
        }
        var json = message.json();
        if (clean.remains(message, json, secrets)) {
            rules.work.spend(json.length());
            return json;
        }
        var redacted = rules.message(json, message, SecretSink.MARKING, secrets);
        return rules.work.isUsedUp() ? withheld(message) : redacted;
    }

    /** Return a message without its content: what it is can be told without looking into it. */
    private String withheld(RecordedMessage message) {
        var fields = new LinkedHashMap<String, Object>();
        message.id().ifPresent(id -> fields.put("id", id));
        boolean answer = message.id().isPresent() && !message.isCommand();
        if (!answer) {
            fields.put("method", message.method());
        }
        fields.put(answer ? "result" : "params", Map.of(Mark.WITHHELD, rules.work.withhold(message.json())));
        if (!message.session().value().isEmpty()) {
            fields.put("sessionId", message.session().value());
        }
        return new String(Json.write(fields), StandardCharsets.UTF_8);
    }

    @Override
    public String text(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var redacted = rules.work.isUsedUp() ? text : rules.text(text, SecretSink.MARKING, secrets);
        return rules.work.isUsedUp() ? rules.work.withhold(text) : redacted;
    }

    @Override
    public List<String> problems() {
        var all = new ArrayList<>(problems);
        all.addAll(rules.work.problems());
        return all;
    }
}
