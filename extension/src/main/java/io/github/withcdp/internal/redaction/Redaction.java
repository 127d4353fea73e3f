package io.github.withcdp.internal.redaction;

import io.github.withcdp.recording.RecordedMessage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is a secret, besides what always is.
 *
 * @param on whether anything is taken out at all
 * @param failures whether failures of tests are told without secrets, too; the reports of them are in any case
 * @param headers names of further headers, in lower case
 * @param fields names of further fields of bodies, forms, cookies, storage and URLs, in lower case
 * @param patterns what further secrets look like
 * @param values further secrets themselves
 */
public record Redaction(
        boolean on,
        boolean failures,
        Set<String> headers,
        Set<String> fields,
        List<Pattern> patterns,
        Set<String> values) {

    /** The redaction if nobody says anything. */
    public static final Redaction DEFAULT = new Redaction(true, true, Set.of(), Set.of(), List.of(), Set.of());

    /** The redaction that takes out nothing. */
    public static final Redaction OFF = new Redaction(false, true, Set.of(), Set.of(), List.of(), Set.of());

    /** Copy the collections. */
    public Redaction {
        headers = Set.copyOf(headers);
        fields = Set.copyOf(fields);
        patterns = List.copyOf(patterns);
        values = Set.copyOf(values);
    }

    /** Return whether anything is taken out of what failures say. */
    public boolean concernsFailures() {
        return on && failures;
    }

    /** Return the same with further secrets. */
    public Redaction withValues(Set<String> further) {
        var all = new LinkedHashSet<>(values);
        all.addAll(further);
        return new Redaction(on, failures, headers, fields, patterns, all);
    }

    /** Return what it is about, without any secret. */
    @Override
    public String toString() {
        return "Redaction[on=%s, failures=%s, headers=%s, fields=%s, %d patterns, %d values]"
                .formatted(on, failures, headers, fields, patterns.size(), values.size());
    }

    /**
     * Look for the secrets in messages, read one by one, and return what takes them out of these messages and of any text.
     * The redactor's memory is bounded, however many messages there are.
     */
    public Redactor redactorFor(Iterable<RecordedMessage> messages) {
        if (!on) {
            return Redactor.NONE;
        }
        var rules = rules(WorkBudget.USUAL);
        var secrets = knownSecrets();
        var focus = new PasswordFocus();
        var clean = new CleanMessages();
        for (var message : messages) {
            if (rules.work.isUsedUp()) {
                break; // nothing will be shown
            }
            secrets.from(message);
            rules.queries.see(message);
            focus.see(message, secrets);
            if (MethodsWithoutSecrets.mayHold(message.method())) {
                var json = message.json();
                clean.see(message, rules.find(json, message, secrets));
            }
        }
        return new RuleRedactor(rules, clean, secrets.byValue(), secrets.problems());
    }

    /** Return what takes secrets out of messages in the order in which they come, and learns of secrets from them on the way. */
    public Redactor liveRedactor() {
        return on ? new LiveRedactor(rules(Long.MAX_VALUE), knownSecrets()) : Redactor.NONE;
    }

    /** Return the rules, which do no more work than that. */
    RedactionRules rules(long mostWork) {
        return new RedactionRules(headers, fields, patterns, new WorkBudget(mostWork));
    }

    private KnownSecrets knownSecrets() {
        var secrets = new KnownSecrets();
        values.forEach(value -> secrets.add(value, "value", Confidence.CONFIGURED));
        return secrets;
    }
}
