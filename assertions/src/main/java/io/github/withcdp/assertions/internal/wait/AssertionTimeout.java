package io.github.withcdp.assertions.internal.wait;

import io.github.withcdp.internal.spi.AssertedSession;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** How long assertions about a session wait if they are not told {@code within}. */
public final class AssertionTimeout {

    static final String PROPERTY = "withcdp.assertion.timeout";
    static final String VARIABLE = "WITHCDP_ASSERTION_TIMEOUT";

    private static final Duration DEFAULT = Duration.ofSeconds(5);
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    private AssertionTimeout() {}

    /** Return the limit for a session: that of its class, but what the system property says now counts most. */
    public static Duration of(CDPSession session) {
        return session instanceof AssertedSession asserted && System.getProperty(PROPERTY) == null
                ? asserted.assertionTimeout()
                : of(System.getProperties(), System.getenv());
    }

    /**
     * Return the limit that a system property or, without one, an environment variable gives.
     *
     * @throws IllegalArgumentException if it is not a duration that can be waited for
     */
    public static Duration of(Properties properties, Map<String, String> environment) {
        String property = properties.getProperty(PROPERTY);
        if (property != null) {
            return parse(property, PROPERTY + " (system property)");
        }
        // A blank variable is how build servers hand on an input that nobody filled in.
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(text -> parse(text, VARIABLE + " (environment variable)"))
                .orElse(DEFAULT);
    }

    private static Duration parse(String text, String where) {
        return Durations.parse(text.strip())
                .filter(duration -> duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s: \"%s\" is not a duration from 1 ms to 24 h. Write it as 10 s, 300 ms, 2 m, 1 h or PT1M; a bare number is seconds."
                                .formatted(where, text)));
    }
}
