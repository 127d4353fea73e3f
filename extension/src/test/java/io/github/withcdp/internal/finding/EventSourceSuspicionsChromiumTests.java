package io.github.withcdp.internal.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Chromium tells of EventSources that come to an end. */
@WithCDP
@Timeout(180)
class EventSourceSuspicionsChromiumTests {

    @AutoClose
    private final StubSite site = new StubSite();

    private void waitForError(CDPSession page) {
        page.navigate(site.url("/"));
        page.evaluate("new Promise(done => (source = new EventSource('/stock')).onerror = () => done())");
    }

    @Test
    void it_closes_what_is_no_stream_of_events(CDPSession page, Recording recording) {
        site.on("/stock", 200, "application/json", "{}");
        waitForError(page);

        assertThat(site.findings(recording))
                .containsExactly(
                        "EventSource http://127.0.0.1:PORT/stock got no events: the answer is application/json, and no text/event-stream");
    }

    @Test
    void it_does_not_come_back_after_204(CDPSession page, Recording recording) {
        site.on("/stock", 204, "text/event-stream", "");
        waitForError(page);

        assertThat(site.findings(recording))
                .containsExactly(
                        "EventSource http://127.0.0.1:PORT/stock got no events: the answer is 204, which ends it for good");
    }

    @Test
    void it_asks_again_if_the_server_ends_it(CDPSession page, Recording recording) {
        site.on("/stock", 200, "text/event-stream", "retry: 10\n\ndata: 3\n\n");
        page.navigate(site.url("/"));
        page.evaluate("""
                new Promise(done => {
                  const source = new EventSource('/stock');
                  let events = 0;
                  source.onmessage = () => {
                    events++;
                    if (events == 3) {
                      source.close();
                      done();
                    }
                  };
                })""");

        assertThat(site.findings(recording))
                .singleElement()
                .asString()
                .startsWith(
                        "EventSource http://127.0.0.1:PORT/stock was ended by the server, and Chrome asked again; it had 1 event in ");
    }

    @Test
    void it_tells_nothing_of_one_that_the_page_closes(CDPSession page, Recording recording) {
        site.on("/stock", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: 3\n\n".getBytes(UTF_8));
            exchange.getResponseBody().flush();
        });
        page.navigate(site.url("/"));
        page.evaluate("""
                new Promise(done => {
                  const source = new EventSource('/stock');
                  source.onmessage = () => { source.close(); done(); };
                })""");

        assertThat(site.findings(recording)).isEmpty();
    }
}
