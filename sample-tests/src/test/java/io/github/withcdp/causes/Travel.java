package io.github.withcdp.causes;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tests of a travel agency that fail; {@link CausesTests} knows why. */
final class Travel {

    private Travel() {}

    @WithCDP(timeout = "5 s")
    static class HotelTestCase {

        private static final String BOOKINGS = """
                <!doctype html>
                <title>Bookings</title>
                <ul id=bookings><li>Room 12, May 3 to 5</li></ul>
                <button id=cancel>Cancel</button>
                <script>
                  cancel.onclick = async () => {
                    if (confirm('Cancel room 12?')) {
                      await fetch('/api/bookings/12', {method: 'DELETE'});
                      bookings.textContent = 'No bookings';
                    }
                  };
                </script>""";

        private static final String INVOICES = """
                <!doctype html>
                <title>Invoices</title>
                <p id=newest></p>
                <script>
                  fetch('/api/invoices').then(answer => answer.json()).then(invoices => {
                    newest.textContent = invoices[0];
                    open('/invoices/' + invoices[0]);
                  });
                </script>""";

        private static final String WELCOME = """
                <!doctype html>
                <title>Welcome</title>
                <h1 id=greeting>…</h1>
                <script>
                  const guest = localStorage.guest ?? prompt('What is your name?');
                  greeting.textContent = guest ? 'Good evening, ' + guest : 'Good evening';
                </script>""";

        private static final String DIRECTIONS = """
                <!doctype html>
                <title>Directions</title>
                <p id=place>…</p>
                <iframe src="OTHER_SITE/map"></iframe>
                <script>onmessage = shown => place.textContent = shown.data</script>""";

        private static final String MAP = """
                <!doctype html>
                <title>Map</title>
                <script>parent.postMessage('Station Road 5', '*')</script>""";

        @AutoClose
        private static final Site site = Site.start()
                .page("/directions", DIRECTIONS)
                .page("/map", MAP, "Content-Security-Policy: frame-ancestors 'self'")
                .page("/bookings", BOOKINGS)
                .json("/api/bookings/12", 200, "{}")
                .page(
                        "/office",
                        "<!doctype html><title>Office</title><iframe src=/invoices sandbox='allow-scripts allow-same-origin'></iframe>")
                .page("/invoices", INVOICES)
                .json("/api/invoices", 200, "[\"2026-118\"]")
                .page("/invoices/2026-118", "<!doctype html><title>Invoice</title><b id=sum>240.00</b>")
                .page("/welcome", WELCOME);

        @Test
        void booking_is_cancelled(CDPSession page) {
            page.navigate(site.url("/bookings"));

            page.evaluate("cancel.click()");

            assertThat(page).evaluating("bookings.innerText").isEqualTo("No bookings");
        }

        @Test
        void hotel_is_on_the_map(CDPSession page) {
            page.navigate(site.url("/directions"));

            assertThat(page).evaluating("place.innerText").isEqualTo("Station Road 5");
        }

        @Test
        void newest_invoice_opens(CDPSession page) {
            var invoice = page.awaitChild(
                    target -> target.url().endsWith("/invoices/2026-118"), () -> page.navigate(site.url("/office")));

            assertThat(invoice).evaluating("sum.innerText").isEqualTo("240.00");
        }

        @Test
        void guest_is_greeted(CDPSession page) {
            page.navigate(site.url("/welcome"));

            assertThat(page).evaluating("greeting.innerText").isEqualTo("Good evening, Ada");
        }
    }

    @WithCDP(timeout = "5 s")
    static class RailwayTestCase {

        private static final AtomicReference<String> platform = new AtomicReference<>("4");

        private static final String TICKETS = """
                <!doctype html>
                <title>Tickets</title>
                <button id=show>Show the ticket</button>
                <script>
                  show.onclick = () => open('/tickets/return');
                </script>""";

        private static final String SEATS = """
                <!doctype html>
                <title>Seats</title>
                <p id=seat>12A is free</p> <button id=reserve disabled>Reserve</button>
                <script>
                  const seats = new WebSocket('SEATS_URL');
                  seats.onopen = () => reserve.disabled = false;
                  seats.onmessage = message => seat.textContent = JSON.parse(message.data).text;
                  reserve.onclick = () => seats.send(JSON.stringify({reserve: '12A'}));
                </script>""";

        private static final String DEPARTURES = """
                <!doctype html>
                <title>Departures</title>
                <p>10:42 Ulm, platform <b id=platform></b> <button id=move>Move to 7</button>
                <script>
                  async function load() {
                    platform.textContent = await (await fetch('/api/departures/1042/platform')).text();
                  }
                  move.onclick = async () => {
                    await fetch('/api/departures/1042', {method: 'PATCH', body: 'platform=7'});
                    location.reload();
                  };
                  navigator.serviceWorker.register('/sw.js');
                  if (navigator.serviceWorker.controller) load();
                  else navigator.serviceWorker.oncontrollerchange = load;
                </script>""";

        private static final String WORKER = """
                self.addEventListener('install', () => self.skipWaiting());
                self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
                self.addEventListener('fetch', event => {
                  if (event.request.url.includes('/api/') && event.request.method === 'GET') {
                    event.respondWith(answer(event.request));
                  }
                });
                async function answer(request) {
                  const cache = await caches.open('departures');
                  const known = await cache.match(request);
                  if (known) return known;
                  const fresh = await fetch(request);
                  await cache.put(request, fresh.clone());
                  return fresh;
                }""";

        @AutoClose
        private static final Site site = Site.start()
                .page("/tickets", TICKETS, "Content-Security-Policy: sandbox allow-scripts")
                .page("/tickets/return", "<!doctype html><title>Return</title><b id=train>ICE 598</b>")
                .page("/departures", DEPARTURES)
                .script("/sw.js", WORKER);

        @AutoClose
        private static final Socket socket = Socket.open((peer, text) -> peer.close());

        static {
            site.page("/seats", SEATS.replace("SEATS_URL", socket.url("/seats")));
            site.on(
                    "/api/departures/1042/platform",
                    exchange -> site.answer(exchange, 200, "text/plain", platform.get()));
            site.on("/api/departures/1042", exchange -> {
                platform.set("7");
                site.answer(exchange, 200, "text/plain", "moved");
            });
        }

        @Test
        void ticket_is_shown(CDPSession page) {
            page.navigate(site.url("/tickets"));

            var ticket = page.awaitChild(
                    target -> target.url().endsWith("/tickets/return"), () -> page.evaluate("show.click()"));

            assertThat(ticket).evaluating("train.innerText").isEqualTo("ICE 598");
        }

        @Test
        void seat_is_reserved(CDPSession page) {
            page.navigate(site.url("/seats"));
            page.evaluate(
                    "new Promise(open => seats.readyState === 1 ? open() : seats.addEventListener('open', open))");

            page.evaluate("reserve.click()");

            assertThat(page).evaluating("seat.innerText").isEqualTo("12A is yours");
        }

        @Test
        void departure_is_moved(CDPSession page) {
            page.navigate(site.url("/departures"));
            assertThat(page).evaluating("platform.innerText").isEqualTo("4");

            page.evaluate("move.click()");

            assertThat(page).evaluating("platform.innerText").isEqualTo("7");
        }
    }
}
