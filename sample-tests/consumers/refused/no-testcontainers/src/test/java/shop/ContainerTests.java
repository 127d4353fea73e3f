package shop;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Want a browser in a container, in a project without Testcontainers. */
class ContainerTests {

    @Nested
    @WithCDP(image = "default")
    class OneThatNeedsIt {

        @Test
        void navigates_and_fails_on_purpose(CDPSession page) {
            page.navigate("about:blank");
        }
    }

    @Nested
    @WithCDP(image = "default", disabledWithoutDocker = true)
    class OneThatCanWait {

        @Test
        void navigates_or_is_skipped(CDPSession page) {
            page.navigate("about:blank");
        }
    }
}
