package io.github.withcdp.causes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.time.Duration;

/** The loop that tests of users have: it asks the page for a text until it is the expected one. */
final class ShownText {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private ShownText() {}

    /** Fail if the element that a CSS selector finds does not come to show a text in time. */
    static void becomes(CDPSession page, String selector, String expected) {
        long start = System.nanoTime();
        var shown = shown(page, selector);
        while (!shown.equals(expected) && System.nanoTime() - start < LIMIT.toNanos()) {
            pause();
            shown = shown(page, selector);
        }
        assertThat(shown).as("text of " + selector).isEqualTo(expected);
    }

    private static String shown(CDPSession page, String selector) {
        return page.evaluate("document.querySelector('%s')?.innerText ?? 'not there'".formatted(selector))
                .asString();
    }

    private static void pause() {
        try {
            Thread.sleep(INTERVAL.toMillis()); // what is tested is how the report shows those who poll
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
