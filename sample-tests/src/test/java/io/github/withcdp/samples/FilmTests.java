package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The report of a test that fails shows what its page looked like before, a test that wants the pictures itself gets them. */
@WithCDP(film = true)
class FilmTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void is_filmed_without_a_line_of_its_own(CDPSession page) {
        page.navigate(site.url("/index.html"));

        assertThat(page.recording().events().list())
                .noneMatch(event -> event.method().equals("Page.screencastFrame"));
    }

    @Test
    void films_itself(CDPSession page) {
        page.on("Page.screencastFrame", frame -> {
            page.send("Page.screencastFrameAck", Map.of("sessionId", frame.param("/sessionId")));
        });
        page.send("Page.startScreencast", Map.of("format", "jpeg", "quality", 40, "maxWidth", 400));

        var frame = page.await("Page.screencastFrame", () -> page.navigate(site.url("/index.html")));

        assertThat(frame.params().path("data").asString()).startsWith("/9j/"); // a JPEG
    }
}
