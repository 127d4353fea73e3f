package shop;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.Test;

/** Asserts with an AssertJ that is too old for it. */
@WithCDP
class AssertionsTests {

    @Test
    void asserts_and_fails_on_purpose(CDPSession page) {
        assertThat(page).hasNoConsoleErrors();
    }
}
