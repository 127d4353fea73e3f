package comparison.floor;

import org.junit.jupiter.api.Test;

/** JUnit without a browser. */
class OneTest {

    @Test
    void does_nothing() {}
}
