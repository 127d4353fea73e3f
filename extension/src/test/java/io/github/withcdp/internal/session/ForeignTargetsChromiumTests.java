package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two clients in one Chromium: one that was there before, and we, who must not be noticed. */
@Timeout(180)
class ForeignTargetsChromiumTests {

    private static final String SECRET = "data:text/html,<title>secret</title>";

    private final SharedChromium chromium = SharedChromium.start();
    private Conversation theirs;
    private CDPSession theirPage;
    private List<Target> before;
    private Conversation ours;

    @BeforeEach
    void join() {
        theirs = chromium.converse(chromium.theirRecorder, true, "theirs");
        var scope = theirs.newScope();
        theirPage = scope.newPage(scope.newContext());
        theirPage.navigate(SECRET);
        before = targets();
        ours = chromium.converse(chromium.recorder, false, "ours");
    }

    @AfterEach
    void close() {
        ours.close();
        theirs.close();
        chromium.close();
    }

    @Test
    void what_is_not_ours_is_let_go_and_not_recorded() {
        var scope = ours.newScope();
        var page = scope.newPage(scope.newContext());
        page.navigate("data:text/html,<title>ours</title>");
        theirPage.evaluate("console.log('their secret')");
        var popup =
                theirPage.awaitChild(target -> true, () -> theirPage.evaluate("void open('data:text/html,secret')"));
        assertThat(popup.evaluate("1 + 1").asInt()).isEqualTo(2); // it is not paused
        page.send("Runtime.getIsolateId");

        assertThat(scope.sessions()).containsExactly(page);
        assertThat(ours.browserScope().sessions()).isEmpty();
        assertThat(chromium.recorder.stream(0, session -> true))
                .noneMatch(message -> message.json().contains("secret"));
    }

    @Test
    void a_closed_scope_leaves_everything_as_it_was() {
        var scope = ours.newScope();
        var page = scope.newPage(scope.newContext());
        page.evaluate("void open('about:blank')");
        assertThat(targets()).hasSizeGreaterThan(before.size());

        scope.close();

        assertThat(targets()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(theirPage.evaluate("document.title").asString()).isEqualTo("secret");
    }

    @Test
    void an_end_without_farewell_leaves_everything_as_it_was() {
        var scope = ours.newScope();
        var page = scope.newPage(scope.newContext());
        page.evaluate("1");

        ours.close();

        var gone = page.target().id();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (targets().stream().anyMatch(target -> target.id().equals(gone)) && System.nanoTime() - end < 0) {
            theirPage.evaluate("1"); // goes around once, and takes its time for it
        }
        assertThat(targets()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void a_page_of_theirs_can_be_joined_and_is_there_afterwards() {
        var scope = ours.newScope();
        var joined = scope.attach(theirPage.target().id());
        assertThat(joined.evaluate("document.title").asString()).isEqualTo("secret");
        var popup = joined.awaitChild(target -> true, () -> joined.evaluate("void open('about:blank')"));
        assertThat(popup.parent()).contains(joined);

        scope.close();

        assertThat(joined.isAttached()).isFalse();
        assertThat(theirPage.evaluate("document.title").asString()).isEqualTo("secret");
        assertThat(targets()).containsAll(before);
    }

    @Test
    void a_page_that_two_tests_join_in_turn_is_in_what_is_recorded_of_each() {
        var first = ours.newScope();
        discover(first, true);
        first.attach(theirPage.target().id()).navigate("data:text/html,<title>first</title>");
        discover(first, false);
        first.close();
        var said = toldOf(theirPage, first);

        var second = ours.newScope();
        discover(second, true);
        second.attach(theirPage.target().id()).navigate("data:text/html,<title>second</title>");

        assertThat(said).isNotEmpty();
        assertThat(toldOf(theirPage, first)).isEqualTo(said);
        assertThat(toldOf(theirPage, second)).isNotEmpty().doesNotContainAnyElementsOf(said);
    }

    private static void discover(Scope scope, boolean on) {
        scope.browserSession().send("Target.setDiscoverTargets", Map.of("discover", on));
    }

    private static List<Long> toldOf(CDPSession page, Scope scope) {
        return scope.recording().messages().stream()
                .filter(message -> message.method().equals("Target.targetInfoChanged")
                        && message.json().contains(page.target().id()))
                .map(RecordedMessage::sequence)
                .toList();
    }

    private List<Target> targets() {
        return theirs.browserScope().targets();
    }
}
