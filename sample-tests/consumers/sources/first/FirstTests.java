package shop;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.Test;

/** The smallest test there is, for projects in which it cannot work. */
@WithCDP
class FirstTests {

    @Test
    void navigates_and_fails_on_purpose(CDPSession page) {
        page.navigate("about:blank");
    }
}
