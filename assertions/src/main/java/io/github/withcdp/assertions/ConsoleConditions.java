package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.match.Criteria;
import io.github.withcdp.assertions.internal.match.Criterion;
import io.github.withcdp.assertions.internal.match.Glob;
import io.github.withcdp.assertions.internal.match.JsonValues;
import io.github.withcdp.assertions.internal.match.MatchDistance;
import io.github.withcdp.assertions.internal.text.ShownText;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * What console messages can be asked for. {@link CDPAssertions} has them too, so that one import serves a test.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ConsoleConditions {

    private ConsoleConditions() {}

    /** A message whose text, as Chrome prints it, matches a pattern: {@code *} stands for anything, all else for itself. */
    public static ConsoleCondition message(String text) {
        var pattern = matching(text);
        return new ConsoleCondition(Criteria.of(new Criterion<>(
                "text matching " + ShownText.quoted(text),
                "text",
                "matching " + ShownText.quoted(text),
                message -> pattern.test(message.text()),
                message -> ShownText.quoted(message.text()),
                message -> MatchDistance.ofText(message.text(), text))));
    }

    /** A message whose text, as Chrome prints it, meets a condition: {@code containing("refused")}. */
    public static ConsoleCondition message(ValueCondition text) {
        return new ConsoleCondition(Criteria.of(new Criterion<>(
                "text " + text.words(),
                "text",
                text.words(),
                message -> text.matches(JsonValues.text(message.text())),
                message -> ShownText.quoted(message.text()),
                message -> MatchDistance.ofText(message.text(), text.words()))));
    }

    /** Return a condition for each of some texts. */
    static List<ConsoleCondition> messages(String... texts) {
        return Stream.of(texts).map(ConsoleConditions::message).toList();
    }

    /** Return whether a text matches a pattern; a slash is nothing special in what people read. */
    static Predicate<String> matching(String glob) {
        return Glob.compile(glob.replace("*", "**")).asMatchPredicate();
    }
}
