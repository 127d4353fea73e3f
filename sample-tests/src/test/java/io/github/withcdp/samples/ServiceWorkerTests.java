package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.CDPAssertions.message;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A service worker has a session of its own, and what it answers is on the record of its page. */
@WithCDP
class ServiceWorkerTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void a_page_opens_without_a_network(CDPSession page) {
        var worker = page.awaitChild(
                target -> target.type().equals("service_worker"), () -> page.navigate(site.url("/offline.html")));
        page.evaluate("navigator.serviceWorker.ready.then(() => {})");
        var offline = Map.of(
                "urlPattern", "", "offline", true, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1);
        for (var session : List.of(page, worker)) {
            session.send(
                    "Network.emulateNetworkConditionsByRule", Map.of("matchedNetworkConditions", List.of(offline)));
        }

        page.navigate(site.url("/offline.html"));
        page.evaluate("fetch('/api/orders').then(answer => answer.json())");

        assertThat(page.evaluate("document.title").asString()).isEqualTo("A shop without a network");
        assertThat(page).requests(get("**/offline.html")).last().cameFromServiceWorker();
        assertThat(page).requests(get("**/api/orders")).single().hasStatus(200).cameFromServiceWorker();
    }

    @Test
    void asks_the_worker_what_it_has_stored(CDPSession page) {
        var worker = page.awaitChild(
                target -> target.type().equals("service_worker"), () -> page.navigate(site.url("/offline.html")));
        page.evaluate("navigator.serviceWorker.ready.then(() => {})");

        assertThat(worker.evaluate(
                        "caches.open('shop').then(cache => cache.keys()).then(keys => keys.map(key => key.url))"))
                .isArray()
                .containsExactly(site.url("/offline.html"), site.url("/api/orders"));
    }

    @Test
    void a_push_arrives_without_a_push_service(CDPSession page) {
        page.send("ServiceWorker.enable");
        var updated = page.await(
                "ServiceWorker.workerRegistrationUpdated",
                event -> event.param("/registrations/0/registrationId").isString(),
                () -> page.navigate(site.url("/offline.html")));
        page.evaluate("navigator.serviceWorker.ready.then(() => {})");

        page.send(
                "ServiceWorker.deliverPushMessage",
                Map.of(
                        "origin", site.url("/"),
                        "registrationId", updated.param("/registrations/0/registrationId"),
                        "data", "Your tea is ready."));

        assertThat(page)
                .withChildren()
                .console(message("a push: Your tea is ready."))
                .hasSize(1);
    }
}
