package comparison.floor;

import comparison.TestClock;
import org.junit.jupiter.api.RepeatedTest;

/** JUnit without a browser: thirty tests whose bodies take a tenth of a second. */
class SlowTests {

    @RepeatedTest(30)
    void takes_its_time() throws InterruptedException {
        TestClock.begin();
        Thread.sleep(100); // a body of a length that is known: what lies between two is measured
        TestClock.end();
    }
}
