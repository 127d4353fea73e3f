package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages and browsers that die, in Chromium. */
@Timeout(180)
@Tag("faults")
class CrashChromiumTests {

    @AutoClose
    private final ChromiumFixture chromium = ChromiumFixture.start();

    @Test
    void a_crashed_page_fails_what_is_pending_and_comes_back_by_a_navigation() {
        var page = chromium.newPage();
        page.navigate(chromium.url("/a"));
        var pending = page.sendAsync("Runtime.evaluate", Evaluation.params("new Promise(() => {})"));

        assertThatThrownBy(() -> page.send("Page.crash"))
                .isInstanceOf(SessionDetachedException.class)
                .hasMessage(
                        "Protocol error (Page.crash): its target crashed: %s (Page.navigate or Page.reload brings it back)",
                        chromium.url("/a"));
        assertThatThrownBy(() -> pending.get(30, TimeUnit.SECONDS)).hasMessageContaining("its target crashed");
        assertThatThrownBy(() -> page.evaluate("1"))
                .isInstanceOf(SessionDetachedException.class)
                .extracting(failure -> ((SessionDetachedException) failure).reason())
                .isEqualTo(DetachReason.TARGET_CRASHED);
        assertThat(page.isAttached()).isTrue();

        page.navigate(chromium.url("/a"));

        assertThat(page.evaluate("document.title").asString()).isEqualTo("a");
        page.await("Runtime.consoleAPICalled", () -> page.evaluate("console.log('back')"));
        var worker = page.awaitChild(
                target -> target.type().equals("worker"), () -> page.evaluate("void (w = new Worker('/worker.js'))"));
        assertThat(worker.isAttached()).isTrue();
        page.await("Inspector.targetCrashed", () -> {
            var unused = page.sendAsync("Page.crash", null);
        });
    }

    @Test
    void a_killed_browser_fails_what_is_pending() {
        var page = chromium.newPage();
        var pending = page.sendAsync("Runtime.evaluate", Evaluation.params("new Promise(() => {})"));

        assertThat(ProcessHandle.of(chromium.chrome.pid()).orElseThrow().destroyForcibly())
                .isTrue();

        assertThatThrownBy(() -> pending.get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(SessionDetachedException.class)
                .extracting(failure -> ((SessionDetachedException) failure).reason())
                .isEqualTo(DetachReason.BROWSER_GONE);
        assertThatThrownBy(() -> page.evaluate("1")).hasMessageContaining("the browser is gone");
        assertThatThrownBy(chromium::newPage).isInstanceOf(SessionDetachedException.class);
    }

    @Test
    void a_browser_that_we_close_says_so() {
        var page = chromium.newPage();
        var pending = page.sendAsync("Runtime.evaluate", Evaluation.params("new Promise(() => {})"));

        chromium.conversation.closeBrowser(Duration.ofSeconds(30));

        assertThatThrownBy(() -> pending.get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(SessionDetachedException.class);
        assertThatThrownBy(() -> page.await("Page.loadEventFired")).isInstanceOf(SessionDetachedException.class);
        assertThat(chromium.chrome.exitStatus(Duration.ofSeconds(30))).contains("exit status 0");
    }
}
