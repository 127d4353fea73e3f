package comparison.withcdp;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.Test;

@WithCDP
class OneTest {

    @Test
    void receives_what_the_page_logs(CDPSession page) {
        TwentyTests.check(page, 1);
    }
}
