package io.github.withcdp.internal.finding;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.WithCDP;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** In whom something happened, as Chromium tells of popups, workers and dialogs. */
@WithCDP
class TargetsOfFindingsChromiumTests {

    private static final String PAGE =
            "<!doctype html><link rel=icon href=data:,><script>finish = () => setTimeout(close)</script>";

    @AutoClose
    private final StubSite site = new StubSite()
            .on("/cart", 200, "text/html", PAGE)
            .on("/pay", 200, "text/html", PAGE)
            .on("/sum.js", 200, "text/javascript", "onmessage = () => missing()");

    /** What a test would be told that fails now. */
    private List<String> sentences(Recording recording) {
        var failedAt = Optional.of(Duration.ofDays(1));
        return SuspiciousMessages.in(recording.messages(), Duration.ZERO, failedAt).top().stream()
                .map(Suspicion::sentence)
                .map(text -> text.replaceAll("127\\.0\\.0\\.1:\\d+", "shop.test")
                        .replaceAll("\\d[\\d.]* (?:ms|s)\\b", "N ms")
                        .replaceAll("message \\d+", "message N"))
                .toList();
    }

    private static Predicate<Target> of(String type) {
        return target -> target.type().equals(type);
    }

    @Test
    void a_popup_that_closes_itself_is_named_with_what_the_test_had_done(CDPSession page, Recording recording) {
        page.navigate(site.url("/cart"));
        var popup = page.awaitChild(of("page"), () -> page.evaluate("open('/pay'); 1"));
        popup.navigate(site.url("/pay"));
        var gone = new CompletableFuture<DetachReason>();
        popup.onDetached(gone::complete);
        popup.evaluate("finish()");

        assertThat(gone).succeedsWithin(ofSeconds(60)).isEqualTo(DetachReason.TARGET_CLOSED);
        assertThat(sentences(recording))
                .containsExactly(
                        "The popup http://shop.test/pay went away N ms after it came and N ms after Runtime.evaluate (message N): a script closed it (window.close()), its own or that of the page that opened it, or another client or somebody at the window did");
    }

    @Test
    void an_error_in_a_worker_is_named_as_one(CDPSession page, Recording recording) {
        page.navigate(site.url("/cart"));
        var worker = page.awaitChild(of("worker"), () -> page.evaluate("sum = new Worker('/sum.js'); 1"));
        worker.await("Runtime.exceptionThrown", () -> page.evaluate("sum.postMessage(1)"));

        assertThat(sentences(recording))
                .containsExactly(
                        "worker /sum.js: Uncaught ReferenceError: missing is not defined (http://shop.test/sum.js:1:19)");
    }

    @Test
    void a_dialog_says_what_the_page_was_answered(CDPSession page, Recording recording) {
        page.navigate(site.url("/cart"));
        page.evaluate("confirm('Empty the cart?')");

        assertThat(sentences(recording))
                .containsExactly(
                        "confirm \"Empty the cart?\" of http://shop.test/cart was dismissed, because no handler answered it (WithCDP does that), so confirm() returned false: page.on(\"Page.javascriptDialogOpening\", …) can answer otherwise");
    }

    @Test
    void a_page_that_crashed_takes_along_what_it_was_asked(CDPSession page, Recording recording) {
        page.navigate(site.url("/cart"));
        assertThatThrownBy(() -> page.send("Page.crash")).isInstanceOf(SessionDetachedException.class);

        assertThat(sentences(recording))
                .containsExactly("The page http://shop.test/cart crashed; Page.crash was not answered");
    }
}
