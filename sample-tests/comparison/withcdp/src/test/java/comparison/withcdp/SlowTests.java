package comparison.withcdp;

import comparison.TestClock;
import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.RepeatedTest;

/** Thirty tests whose bodies take a tenth of a second, as those of real tests do, so that there is time to make the next page ready. */
@WithCDP
class SlowTests {

    @RepeatedTest(30)
    void takes_its_time(CDPSession page) throws InterruptedException {
        TestClock.begin();
        page.evaluate("1");
        Thread.sleep(100); // a body of a length that is known: what lies between two is measured
        TestClock.end();
    }
}
