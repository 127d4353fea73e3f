package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.recording.FilmFrame;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.session.CDPSession;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages are filmed without their test noticing, unless it does so itself. */
@Timeout(60)
class FilmChromiumTests {

    @AutoClose
    private static final ChromiumFixture chromium = ChromiumFixture.filming();

    private final Scope scope = chromium.conversation.newScope();
    private final CDPSession page = scope.newPage(scope.newContext());

    @Test
    void a_page_unseen_by_its_test() {
        var told = new CopyOnWriteArrayList<String>();
        page.onEvent(event -> told.add(event.method()));

        page.navigate(chromium.url("/a"));
        awaitFrames(page, 1);

        assertThat(frames(page)).allSatisfy(frame -> assertThat(frame.jpeg()).startsWith(0xff, 0xd8));
        assertThat(told).contains("Page.loadEventFired").noneMatch(FilmChromiumTests::isOfFilm);
        assertThat(scope.recording().messages())
                .extracting(RecordedMessage::method)
                .contains("Page.loadEventFired")
                .noneMatch(FilmChromiumTests::isOfFilm);
    }

    @Test
    void on_and_on_while_it_changes() {
        page.navigate(chromium.url("/a"));
        awaitFrames(page, 5);
    }

    @Test
    void a_popup_too() {
        page.navigate(chromium.url("/a"));
        var popup = page.awaitChild(
                child -> child.type().equals("page"),
                () -> page.evaluate("void open('%s', '', 'popup')".formatted(chromium.url("/a"))));

        popup.awaitLoad();
        awaitFrames(popup, 1);
    }

    @Test
    void a_page_no_more_that_its_test_films() {
        page.navigate(chromium.url("/a"));
        awaitFrames(page, 1);

        page.send("Page.startScreencast", Map.of("format", "png"));
        var ofTest = chromium.recorder.elapsed();
        var frame = page.await("Page.screencastFrame", () -> change(page));

        assertThat(frame.params().path("data").asString()).startsWith("iVBOR"); // a PNG
        assertThat(frames(page)).allMatch(ours -> ours.elapsed().compareTo(ofTest) < 0);
    }

    private static boolean isOfFilm(String method) {
        return method.contains("creencast");
    }

    /** Let the page change until there are so many pictures of it. */
    private void awaitFrames(CDPSession filmed, int count) {
        while (frames(filmed).size() < count) {
            change(filmed);
        }
    }

    private static void change(CDPSession filmed) {
        filmed.evaluate("""
                new Promise(done => {
                  document.documentElement.style.background = '#' + Math.random().toString(16).slice(2, 8);
                  requestAnimationFrame(() => requestAnimationFrame(() => done(1)));
                })""");
    }

    private List<FilmFrame> frames(CDPSession filmed) {
        return scope.state().film().frames().stream()
                .filter(frame -> frame.session().equals(filmed.id()))
                .toList();
    }
}
