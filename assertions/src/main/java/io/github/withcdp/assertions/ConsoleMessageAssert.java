package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.error.ShouldHaveAttribute;
import io.github.withcdp.assertions.internal.match.Glob;
import io.github.withcdp.assertions.internal.match.JsonValues;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.ConsoleMessage.Level;
import io.github.withcdp.recording.ConsoleMessage.Source;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what was said on a console, logged by the browser, or thrown and not caught. They judge at once.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class ConsoleMessageAssert extends AbstractAssert<ConsoleMessageAssert, ConsoleMessage> {

    /** Create an assertion about a console message. */
    protected ConsoleMessageAssert(@Nullable ConsoleMessage actual) {
        super(actual, ConsoleMessageAssert.class);
    }

    /**
     * Verify that the text, as Chrome prints it, matches a pattern: {@code *} stands for anything, all else for itself.
     *
     * <pre>{@code
     * assertThat(error).hasText("payment refused: *"); // passes
     * assertThat(error).hasText("refused"); // fails: that is not all of it
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    public ConsoleMessageAssert hasText(String glob) {
        isNotNull();
        return verify(
                ConsoleConditions.matching(glob).test(actual.text()),
                "text",
                "matching " + ShownText.quoted(glob),
                ShownText.quoted(actual.text()));
    }

    /**
     * Verify that the text, as Chrome prints it, meets a condition.
     *
     * <pre>{@code
     * assertThat(error).hasText(containing("refused")); // passes
     * assertThat(error).hasText(containing("accepted")); // fails
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    public ConsoleMessageAssert hasText(ValueCondition condition) {
        isNotNull();
        var text = JsonValues.text(actual.text());
        return verify(condition.matches(text), "text", condition.words(), condition.shown(text));
    }

    /**
     * Verify how grave it is.
     *
     * <pre>{@code
     * assertThat(error).hasLevel(Level.ERROR); // passes
     * assertThat(error).hasLevel(Level.WARNING); // fails
     * }</pre>
     *
     * @throws AssertionError if it is more or less so
     */
    public ConsoleMessageAssert hasLevel(Level level) {
        isNotNull();
        return verify(
                actual.level() == level, "level", level.name(), actual.level().name());
    }

    /**
     * Verify that it is an error: a {@code console.error} or failed {@code console.assert}, an exception that nobody caught, an error in the browser's log.
     *
     * <pre>{@code
     * assertThat(error).isError(); // passes
     * assertThat(greeting).isError(); // fails
     * }</pre>
     *
     * @throws AssertionError if it is none
     */
    public ConsoleMessageAssert isError() {
        return hasLevel(Level.ERROR);
    }

    /**
     * Verify that it is a warning.
     *
     * <pre>{@code
     * assertThat(warning).isWarning(); // passes
     * assertThat(greeting).isWarning(); // fails
     * }</pre>
     *
     * @throws AssertionError if it is none
     */
    public ConsoleMessageAssert isWarning() {
        return hasLevel(Level.WARNING);
    }

    /**
     * Verify what it is called: the method of {@code console}, the source of a log entry ({@code network}, {@code security}, …), or {@code exception}.
     *
     * <pre>{@code
     * assertThat(error).hasType("error"); // passes
     * assertThat(error).hasType("table"); // fails
     * }</pre>
     *
     * @throws AssertionError if it is called otherwise
     */
    public ConsoleMessageAssert hasType(String type) {
        isNotNull();
        return verify(actual.type().equals(type), "type", type, ShownText.text(actual.type(), ShownText.VALUE));
    }

    /**
     * Verify who said it: a script with a call of {@code console}, the browser in its log, or a script by an exception that nobody caught.
     *
     * <pre>{@code
     * assertThat(error).hasSource(Source.CONSOLE); // passes
     * assertThat(error).hasSource(Source.EXCEPTION); // fails
     * }</pre>
     *
     * @throws AssertionError if somebody else did
     */
    public ConsoleMessageAssert hasSource(Source source) {
        isNotNull();
        return verify(
                actual.source() == source,
                "source",
                source.name(),
                actual.source().name());
    }

    /**
     * Verify that where it was said, {@code https://shop.example/app.js:12:7}, matches a pattern:
     * {@code *} stands for anything but a slash, {@code **} for anything.
     *
     * <pre>{@code
     * assertThat(error).hasLocation("https://shop.example/app.js:*"); // passes
     * assertThat(error).hasLocation("https://shop.example/app.js"); // fails: the line belongs to it
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    public ConsoleMessageAssert hasLocation(String glob) {
        isNotNull();
        return verify(
                Glob.compile(glob).asMatchPredicate().test(actual.location()),
                "location",
                "matching " + ShownText.quoted(glob),
                actual.location().isEmpty() ? "none that is known" : ShownText.quoted(actual.location()));
    }

    private ConsoleMessageAssert verify(boolean met, String what, String expected, String value) {
        if (!met) {
            throwAssertionError(ShouldHaveAttribute.shouldHaveAttribute(actual, what, expected, value));
        }
        return myself;
    }
}
