package comparison.playwright;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import comparison.TestClock;
import org.junit.jupiter.api.RepeatedTest;

/** Thirty tests whose bodies take a tenth of a second. */
@UsePlaywright(BrowserOptions.class)
class SlowTests {

    @RepeatedTest(30)
    void takes_its_time(Page page) throws InterruptedException {
        TestClock.begin();
        page.evaluate("1");
        Thread.sleep(100); // a body of a length that is known: what lies between two is measured
        TestClock.end();
    }
}
