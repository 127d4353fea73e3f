package io.github.withcdp.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Chromium tells of workers that get no script. */
@WithCDP
@Timeout(180)
class WorkerScriptsChromiumTests {

    @AutoClose
    private final StubSite site = new StubSite();

    @BeforeEach
    void open(CDPSession page) {
        site.on("/missing.js", 404, "text/html", "<h1>no</h1>")
                .on("/works.js", 200, "text/javascript", "postMessage('here')");
        page.navigate(site.url("/"));
    }

    /** What is set up in a worker that goes is answered, or not, after it has gone. */
    private void assertFinds(CDPSession page, Recording recording, String who, String sentence) {
        site.awaitFindings(page, recording, found -> found.toString().contains(sentence));
        page.navigate(site.url("/end"));
        site.assertFinds(page, recording, who + sentence);
    }

    @Test
    void a_dedicated_worker_is_told_by_its_status(CDPSession page, Recording recording) {
        page.evaluate("new Promise(done => new Worker('/missing.js').onerror = () => done())");

        assertFinds(
                page,
                recording,
                "page /: ",
                "The worker http://127.0.0.1:PORT/missing.js, which http://127.0.0.1:PORT/ wanted, does not run: its script was answered with 404 Not Found");
    }

    @Test
    void a_shared_worker_is_told_by_its_status(CDPSession page, Recording recording) {
        page.evaluate("new Promise(done => new SharedWorker('/missing.js').onerror = () => done())");

        assertFinds(
                page,
                recording,
                "page /: ",
                "The shared worker http://127.0.0.1:PORT/missing.js, which http://127.0.0.1:PORT/ wanted, does not run: its script was answered with 404 Not Found");
    }

    @Test
    void a_service_worker_is_told_by_its_status(CDPSession page, Recording recording) {
        page.evaluate("navigator.serviceWorker.register('/missing.js').catch(() => {})");

        assertFinds(
                page,
                recording,
                "service worker /missing.js: ",
                "The service worker http://127.0.0.1:PORT/missing.js, which http://127.0.0.1:PORT/ wanted, does not run: its script was answered with 404 Not Found");
    }

    @Test
    void what_its_registration_was_rejected_with_is_told_with_it(CDPSession page, Recording recording) {
        page.evaluate("navigator.serviceWorker.register('/missing.js'); 0");

        assertFinds(
                page,
                recording,
                "service worker /missing.js: ",
                "The service worker http://127.0.0.1:PORT/missing.js, which http://127.0.0.1:PORT/ wanted, does not run: its script was answered with 404 Not Found; nobody caught what register() was rejected with");
    }

    @Test
    void a_service_worker_is_told_by_the_type_of_what_is_no_script(CDPSession page, Recording recording) {
        page.evaluate("navigator.serviceWorker.register('/page').catch(() => {})");

        assertFinds(
                page,
                recording,
                "service worker /page: ",
                "The service worker http://127.0.0.1:PORT/page, which http://127.0.0.1:PORT/ wanted, does not run: its script is text/html, and no JavaScript");
    }

    @Test
    void a_dedicated_worker_that_gets_no_answer_is_told(CDPSession page, Recording recording) {
        site.on("/gone.js", exchange -> {});
        page.evaluate("new Promise(done => new Worker('/gone.js').onerror = () => done())");

        assertThat(site.awaitFindings(page, recording, found -> !found.isEmpty()))
                .containsExactly(
                        "The worker http://127.0.0.1:PORT/gone.js, which http://127.0.0.1:PORT/ wanted, does not run: its script got no answer");
    }

    @Test
    void a_worker_that_runs_is_not_told(CDPSession page, Recording recording) {
        page.evaluate("new Promise(done => new Worker('/works.js').onmessage = () => done())");
        page.navigate(site.url("/end"));

        assertThat(site.findings(recording)).isEmpty();
    }
}
