package io.github.withcdp.internal.redaction;

import io.github.withcdp.recording.RecordedMessage;

/**
 * Redacts messages as they come, and learns on the way. What a secret's own field does not give away is shown until the secret is known.
 */
final class LiveRedactor implements Redactor {

    /** New secrets are looked for apart, so that the many old ones are not put together anew for each. */
    private static final int MOST_NEW = 64;

    private final RedactionRules rules;
    private final KnownSecrets secrets; // guarded by this
    private final PasswordFocus focus = new PasswordFocus(); // guarded by this
    private int oldCount; // guarded by this
    private SecretMatcher old; // guarded by this
    private int newCount; // guarded by this
    private SecretMatcher recent = SecretMatcher.NOTHING; // guarded by this

    LiveRedactor(RedactionRules rules, KnownSecrets configured) {
        this.rules = rules;
        this.secrets = configured;
        this.oldCount = configured.size();
        this.newCount = configured.size();
        this.old = configured.byValue();
    }

    @Override
    public synchronized String message(RecordedMessage message) {
        var raw = message.json();
        secrets.from(message);
        rules.queries.see(message);
        focus.see(message, secrets);
        if (MethodsWithoutSecrets.mayHold(message.method())) {
            rules.message(raw, message, secrets, SecretMatcher.NOTHING);
            learn();
        }
        var redacted = rules.message(raw, message, SecretSink.MARKING, old);
        return newCount == oldCount ? redacted : rules.message(redacted, message, SecretSink.MARKING, recent);
    }

    @Override
    public synchronized String text(String text) {
        return recent.redact(rules.text(text, SecretSink.MARKING, old));
    }

    private void learn() {
        int count = secrets.size();
        if (count == newCount) {
            return;
        }
        newCount = count;
        if (count - oldCount > MOST_NEW + oldCount / 4) {
            old = secrets.byValue();
            oldCount = count;
            recent = SecretMatcher.NOTHING;
        } else {
            recent = secrets.byValue(oldCount);
        }
    }
}
