package io.github.withcdp.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Chromium tells of answers out of its cache, and out of those of service workers. */
@WithCDP
@Timeout(180)
class StaleAnswersChromiumTests {

    private static final String HEAD = "<!doctype html><link rel=icon href=data:,>";

    private static final String SERVICE_WORKER = """
            oninstall = event => event.waitUntil(
                caches.open('v1').then(cache => cache.addAll(['/shop', '/stock'])).then(() => skipWaiting()));
            onactivate = event => event.waitUntil(clients.claim());
            onfetch = event => {
              if (event.request.method != 'GET') return;
              event.respondWith(caches.match(event.request).then(found => {
                if (found && event.request.url.endsWith('/shop')) event.waitUntil(fetch('/shop').then(fresh => fresh.text()));
                return found ?? fetch(event.request);
              }));
            };""";

    @AutoClose
    private final StubSite site = new StubSite();

    @Test
    void tells_a_copy_in_the_HTTP_cache_that_is_older_than_what_was_written(CDPSession page, Recording recording) {
        site.on("/stock", 200, "text/plain", "3", "Cache-Control", "max-age=60");
        page.navigate(site.url("/"));
        get(page, "/stock");
        get(page, "/stock");
        assertThat(site.findings(recording)).isEmpty();

        page.evaluate("fetch('/buy', {method: 'POST', body: '1'}).then(answer => answer.text())");
        get(page, "/stock");

        site.assertFinds(
                page,
                recording,
                "GET http://127.0.0.1:PORT/stock came from the HTTP cache, although POST http://127.0.0.1:PORT/buy wrote to the server after the copy was made; Cache-Control: max-age=60 allows that");
    }

    private void openWithServiceWorker(CDPSession page) {
        site.on("/worker.js", 200, "text/javascript", SERVICE_WORKER)
                .on("/stock", 200, "text/plain", "3")
                .on("/shop", 200, "text/html", HEAD + "<title>old</title>");
        page.navigate(site.url("/shop"));
        page.evaluate("""
                new Promise(done => {
                  navigator.serviceWorker.oncontrollerchange = done;
                  navigator.serviceWorker.register('/worker.js');
                })""");
    }

    @Test
    void tells_what_a_service_worker_has_although_something_was_written(CDPSession page, Recording recording) {
        openWithServiceWorker(page);
        get(page, "/stock");
        page.navigate(site.url("/shop"));
        assertThat(site.findings(recording)).isEmpty();

        page.evaluate("fetch('/buy', {method: 'POST', body: '1'}).then(answer => answer.text())");
        get(page, "/stock");

        site.assertFinds(
                page,
                recording,
                "page /shop: GET http://127.0.0.1:PORT/stock came from the cache \"v1\" of the service worker http://127.0.0.1:PORT/worker.js, although POST http://127.0.0.1:PORT/buy wrote to the server after the copy was made");
    }

    @Test
    void tells_what_a_service_worker_has_although_it_was_answered_otherwise(CDPSession page, Recording recording) {
        openWithServiceWorker(page);
        site.on("/shop", 200, "text/html", HEAD + "<title>much newer</title>");
        page.navigate(site.url("/shop"));

        site.assertFinds(
                page,
                recording,
                "page /shop: GET http://127.0.0.1:PORT/shop came from the cache \"v1\" of the service worker http://127.0.0.1:PORT/worker.js, although the server answers the same with something else");
    }

    private static void get(CDPSession page, String path) {
        page.evaluate("fetch('%s').then(answer => answer.text())".formatted(path));
    }
}
