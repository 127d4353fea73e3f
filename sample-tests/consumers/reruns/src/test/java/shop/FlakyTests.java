package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.withcdp.NewContext;
import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A test that fails once; Surefire runs it again, in the same JVM. */
@WithCDP
class FlakyTests {

    @RegisterExtension
    static final Shop shop = new Shop();

    private static int runs;

    @Test
    void fails_at_first(CDPSession page, @NewContext CDPSession other) {
        page.navigate(shop.url());
        other.navigate(shop.url());

        runs++;

        assertEquals(2, runs);
    }
}
