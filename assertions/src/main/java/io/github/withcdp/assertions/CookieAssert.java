package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.error.ShouldHaveAttribute;
import io.github.withcdp.assertions.internal.match.JsonValues;
import io.github.withcdp.assertions.internal.text.ShownText;
import java.time.Instant;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a cookie, as it was when it was found; {@link CDPSessionAssert#cookie} leads here. They judge at once.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class CookieAssert extends AbstractAssert<CookieAssert, Cookie> {

    /** Create an assertion about a cookie. */
    protected CookieAssert(@Nullable Cookie actual) {
        super(actual, CookieAssert.class);
    }

    /**
     * Verify the value.
     *
     * <pre>{@code
     * assertThat(cookie).hasValue("42"); // passes
     * assertThat(cookie).hasValue("43"); // fails
     * }</pre>
     *
     * @throws AssertionError if it is another one
     */
    public CookieAssert hasValue(String value) {
        return hasValue(ValueCondition.of(value));
    }

    /**
     * Verify that the value meets a condition.
     *
     * <pre>{@code
     * assertThat(cookie).hasValue(containing("4")); // passes
     * assertThat(cookie).hasValue(containing("5")); // fails
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    public CookieAssert hasValue(ValueCondition condition) {
        isNotNull();
        var value = JsonValues.text(actual.value());
        return verify(condition.matches(value), "value", condition.words(), condition.shown(value));
    }

    /**
     * Verify the domain, which has a dot before it if the cookie is for subdomains too.
     *
     * <pre>{@code
     * assertThat(cookie).hasDomain("shop.example"); // passes
     * assertThat(cookie).hasDomain(".shop.example"); // fails
     * }</pre>
     *
     * @throws AssertionError if it is another one
     */
    public CookieAssert hasDomain(String domain) {
        isNotNull();
        return verifyText("domain", domain, actual.domain());
    }

    /**
     * Verify the path.
     *
     * <pre>{@code
     * assertThat(cookie).hasPath("/"); // passes
     * assertThat(cookie).hasPath("/api"); // fails
     * }</pre>
     *
     * @throws AssertionError if it is another one
     */
    public CookieAssert hasPath(String path) {
        isNotNull();
        return verifyText("path", path, actual.path());
    }

    /**
     * Verify that scripts cannot read it.
     *
     * <pre>{@code
     * assertThat(cookie).isHttpOnly(); // passes
     * assertThat(theme).isHttpOnly(); // fails
     * }</pre>
     *
     * @throws AssertionError if they can
     */
    public CookieAssert isHttpOnly() {
        isNotNull();
        return verify(actual.httpOnly(), "attribute", "HttpOnly", "not that one");
    }

    /**
     * Verify that it is sent over encrypted connections only.
     *
     * <pre>{@code
     * assertThat(cookie).isSecure(); // passes
     * assertThat(theme).isSecure(); // fails
     * }</pre>
     *
     * @throws AssertionError if it is sent over others too
     */
    public CookieAssert isSecure() {
        isNotNull();
        return verify(actual.secure(), "attribute", "Secure", "not that one");
    }

    /**
     * Verify with which requests of other sites it is sent: {@code Strict}, {@code Lax} or {@code None}, in whatever case.
     *
     * <pre>{@code
     * assertThat(cookie).hasSameSite("Lax"); // passes
     * assertThat(theme).hasSameSite("Lax"); // fails: it was set without
     * }</pre>
     *
     * @throws AssertionError if it is another one, or if it was set without
     */
    public CookieAssert hasSameSite(String sameSite) {
        isNotNull();
        return verify(
                actual.sameSite().equalsIgnoreCase(sameSite),
                "attribute SameSite",
                sameSite,
                actual.sameSite().isEmpty() ? "none" : actual.sameSite());
    }

    /**
     * Verify that it ends with the browser's session.
     *
     * <pre>{@code
     * assertThat(cookie).isSession(); // passes
     * assertThat(theme).isSession(); // fails
     * }</pre>
     *
     * @throws AssertionError if it has a time at which it expires
     */
    public CookieAssert isSession() {
        isNotNull();
        return verify(actual.expires().isEmpty(), "end", "that of the session", expiry());
    }

    /**
     * Verify that it lives longer than that.
     *
     * <pre>{@code
     * assertThat(theme).expiresAfter(Instant.now()); // passes
     * assertThat(cookie).expiresAfter(Instant.now()); // fails: it ends with the session
     * }</pre>
     *
     * @throws AssertionError if it expires by then, or ends with the session
     */
    public CookieAssert expiresAfter(Instant time) {
        isNotNull();
        return verify(actual.expires().filter(end -> end.isAfter(time)).isPresent(), "end", "after " + time, expiry());
    }

    private String expiry() {
        return actual.expires().map(Instant::toString).orElse("that of the session");
    }

    /**
     * Verify the site at the top for which it is, as a partitioned cookie has one.
     *
     * <pre>{@code
     * assertThat(widget).hasPartitionKey("https://shop.example"); // passes
     * assertThat(cookie).hasPartitionKey("https://shop.example"); // fails
     * }</pre>
     *
     * @throws AssertionError if it is another one, or if it is not partitioned
     */
    public CookieAssert hasPartitionKey(String topLevelSite) {
        isNotNull();
        return verify(
                actual.partitionKey().equals(topLevelSite),
                "partition key",
                ShownText.quotedUrl(topLevelSite),
                actual.partitionKey().isEmpty() ? "none" : ShownText.quotedUrl(actual.partitionKey()));
    }

    private CookieAssert verifyText(String what, String expected, String value) {
        return verify(value.equals(expected), what, ShownText.quoted(expected), ShownText.quoted(value));
    }

    private CookieAssert verify(boolean met, String what, String expected, String value) {
        if (!met) {
            throwAssertionError(ShouldHaveAttribute.shouldHaveAttribute(
                    actual, what, expected, ShownText.text(value, ShownText.URL)));
        }
        return myself;
    }
}
