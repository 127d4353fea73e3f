package io.github.withcdp.internal.redaction;

import io.github.withcdp.recording.RecordedMessage;

/**
 * Redacts messages as they come, and learns on the way. What a secret's own field does not give away is shown until the secret is known.
 */
final class LiveRedactor implements Redactor {

    /** New secrets are looked for apart, so that the many old ones are not put together anew for each. */
    private static final int MOST_NEW = 64;

    private final Rules rules;
    private final KnownSecrets secrets; // guarded by this
    private final PasswordFocus focus = new PasswordFocus(); // guarded by this
    private int oldCount; // guarded by this
    private ByValue old; // guarded by this
    private int newCount; // guarded by this
    private ByValue recent = ByValue.NOTHING; // guarded by this

    LiveRedactor(Rules rules, KnownSecrets given) {
        this.rules = rules;
        this.secrets = given;
        this.oldCount = given.size();
        this.newCount = given.size();
        this.old = given.byValue();
    }

    @Override
    public synchronized String message(RecordedMessage message) {
        var raw = message.json();
        secrets.from(message);
        rules.questions.see(message);
        focus.see(message, secrets);
        if (QuietMethods.mayHold(message.method())) {
            rules.message(raw, message, secrets, ByValue.NOTHING);
            learn();
        }
        var redacted = rules.message(raw, message, Taker.MARKING, old);
        return newCount == oldCount ? redacted : rules.message(redacted, message, Taker.MARKING, recent);
    }

    @Override
    public synchronized String text(String text) {
        return recent.redact(rules.text(text, Taker.MARKING, old));
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
            recent = ByValue.NOTHING;
        } else {
            recent = secrets.byValue(oldCount);
        }
    }
}
