package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions for ids that a test got itself. */
class OwnAttachmentTests {

    private static final String THEIRS = "data:text/html,<title>Theirs</title>";

    @Test
    void a_session_for_an_id(@TempDir Path reports) {
        FixtureRun.of(AttachingTestCase.class, reports).execute().allSucceeded();
    }

    @Test
    void also_with_a_target_of_others(@TempDir Path reports) throws Exception {
        try (var chromium = RunningChromium.start(THEIRS)) {
            FixtureRun.of(ForeignTestCase.class, reports)
                    .with("withcdp.endpoint", String.valueOf(chromium.port()))
                    .execute()
                    .allSucceeded();

            assertThat(chromium.pages()).containsExactly(THEIRS);
        }
    }

    @WithCDP
    static class ForeignTestCase {

        @Test
        void attaches(CDPBrowser browser) {
            var target = browser.targets().stream()
                    .filter(each -> each.url().equals(THEIRS))
                    .findFirst()
                    .orElseThrow();
            var attached =
                    browser.session().send("Target.attachToTarget", Map.of("targetId", target.id(), "flatten", true));

            assertThat(browser.session(attached.path("sessionId").asString())
                            .evaluate("document.title")
                            .asString())
                    .isEqualTo("Theirs");
        }
    }

    @WithCDP
    static class AttachingTestCase {

        private String id = "";

        @BeforeEach
        void attach(CDPSession page, CDPBrowser browser) {
            id = browser.session()
                    .send(
                            "Target.attachToTarget",
                            Map.of("targetId", page.target().id(), "flatten", true))
                    .path("sessionId")
                    .asString();
        }

        @Test
        void is_a_session_like_others(CDPSession page, CDPBrowser browser) {
            var second = browser.session(id);

            assertThat(second.id().value()).isEqualTo(id);
            assertThat(second).isNotSameAs(page).isSameAs(browser.session(id));
            assertThat(second.evaluate("6 * 7").asInt()).isEqualTo(42);
        }

        @Test
        void tells_which_there_are(CDPSession page, CDPBrowser browser) {
            assertThatThrownBy(() -> browser.session("none"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("there is no session \"none\" of this test. It has "
                            + page.id().value() + " with page about:blank, " + id + " with page about:blank.");
        }
    }
}
