package comparison.withcdp;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.WithCDP;
import org.junit.jupiter.api.Test;

/** Lends its browser. */
@WithCDP
class LendingTest {

    static volatile Lending lending;

    @Test
    void lends_its_browser(CDPBrowser browser) throws InterruptedException {
        browser.session(); // which starts it
        lending.lend(browser);
    }
}
