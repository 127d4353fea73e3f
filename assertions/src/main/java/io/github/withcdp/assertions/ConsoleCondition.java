package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.evidence.Exemption;
import io.github.withcdp.assertions.internal.match.CheckResult;
import io.github.withcdp.assertions.internal.match.Criteria;
import io.github.withcdp.assertions.internal.match.Criterion;
import io.github.withcdp.assertions.internal.match.MatchDistance;
import io.github.withcdp.assertions.internal.match.UrlPattern;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.ConsoleMessage.Level;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.Condition;
import org.assertj.core.description.TextDescription;

/**
 * What a console message should be like. It says in words what it demands, and of a message how far it is from that.
 * {@link ConsoleConditions} has those to begin with; a condition is immutable, and each method returns another one that demands more.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ConsoleCondition extends Condition<ConsoleMessage> {

    private final Criteria<ConsoleMessage> criteria;

    ConsoleCondition(Criteria<ConsoleMessage> criteria) {
        super(new TextDescription("%s", criteria.words()));
        this.criteria = criteria;
    }

    @Override
    public boolean matches(ConsoleMessage message) {
        return criteria.matches(message);
    }

    /** Demand how grave it is. */
    public ConsoleCondition withLevel(Level level) {
        return and(new Criterion<>(
                "level " + level,
                "level",
                level.name(),
                message -> message.level() == level,
                message -> message.level().name(),
                message -> 0.4));
    }

    /** Demand what it is called: the method of {@code console}, the source of a log entry, or {@code exception}. */
    public ConsoleCondition withType(String type) {
        return and(new Criterion<>(
                "type " + type,
                "type",
                type,
                message -> message.type().equals(type),
                message -> ShownText.text(message.type(), ShownText.VALUE),
                message -> 0.4));
    }

    /** Demand where it was said: a pattern for the URL of the script or resource, as {@link EventConditions#matching(String)} has it. */
    public ConsoleCondition from(String url) {
        var pattern = UrlPattern.matching(url);
        return and(new Criterion<>(
                "from " + ShownText.text(url, ShownText.URL),
                "from",
                "matching " + ShownText.quotedUrl(url),
                message -> pattern.test(message.url()),
                message -> ShownText.quotedUrl(message.url()),
                message -> MatchDistance.ofText(message.url(), url)));
    }

    private ConsoleCondition and(Criterion<ConsoleMessage> criterion) {
        return new ConsoleCondition(criteria.and(criterion));
    }

    /** Return what messages may be errors for meeting one of some conditions. */
    static Exemption<ConsoleMessage> exemption(List<ConsoleCondition> conditions) {
        return new Exemption<>(
                message -> conditions.stream().anyMatch(condition -> condition.matches(message)),
                conditions.stream()
                        .flatMap(condition -> condition.lines().stream())
                        .toList());
    }

    List<String> lines() {
        return criteria.lines();
    }

    List<CheckResult> checks(ConsoleMessage message) {
        return criteria.checks(message);
    }
}
