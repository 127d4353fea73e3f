package io.github.withcdp.causes;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.get;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tests of a shop that fail; {@link CausesTests} knows why. */
final class Shop {

    private Shop() {}

    @WithCDP(timeout = "5 s")
    static class CatalogTestCase {

        private static final CountDownLatch secondSearchShown = new CountDownLatch(1);
        private static final AtomicReference<String> price = new AtomicReference<>("2.80");

        private static final String CATALOG = """
                <!doctype html>
                <title>Catalog</title>
                <input id=words placeholder="What are you looking for?">
                <ul id=hits></ul>
                <script>
                  words.oninput = async () => {
                    const answer = await fetch('/api/products?q=' + encodeURIComponent(words.value));
                    hits.replaceChildren(...(await answer.json()).map(name => {
                      const item = document.createElement('li');
                      item.textContent = name;
                      return item;
                    }));
                    if (hits.children.length === 1) {
                      navigator.sendBeacon('/api/only-hit', hits.innerText);
                    }
                  };
                </script>""";

        private static final String PRICES = """
                <!doctype html>
                <title>Prices</title>
                <p>Tea: <b id=price></b> <button id=raise>Raise</button>
                <script>
                  const show = async () => {
                    price.textContent = (await (await fetch('/api/prices/tea')).json()).price;
                  };
                  raise.onclick = async () => {
                    await fetch('/api/prices/tea', {method: 'PUT', body: '{"price":"3.20"}'});
                    await show();
                  };
                  navigator.serviceWorker.register('/offline.js');
                  navigator.serviceWorker.ready.then(show);
                </script>""";

        private static final String OFFLINE = """
                oninstall = event => {
                  skipWaiting();
                  event.waitUntil(caches.open('v1').then(cache => cache.addAll(['/prices', '/api/prices/tea'])));
                };
                onactivate = event => event.waitUntil(clients.claim());
                onfetch = event => {
                  if (event.request.method === 'GET') {
                    event.respondWith(caches.match(event.request).then(hit => hit ?? fetch(event.request)));
                  }
                };""";

        private static final String PRODUCT = """
                <!doctype html>
                <title>Teapot</title>
                <figure><img id=picture src="OTHER_SITE/images/teapot" alt="Teapot"><figcaption id=caption></figcaption></figure>
                <script>
                  picture.onload = () => caption.textContent = 'Teapot, 1.2 litres';
                  picture.onerror = () => caption.textContent = 'Picture follows';
                </script>""";

        @AutoClose
        private static final Site site = Site.start()
                .page("/catalog", CATALOG)
                .page("/prices", PRICES)
                .page("/products/teapot", PRODUCT)
                .script("/offline.js", OFFLINE)
                .page(
                        "/images/teapot",
                        "<title>Sign in</title><h1>Please sign in</h1>",
                        "X-Content-Type-Options: nosniff");

        static {
            site.on("/api/products", exchange -> {
                boolean first = exchange.getRequestURI().getQuery().equals("q=t");
                if (first) {
                    Site.await(secondSearchShown);
                }
                site.answer(
                        exchange,
                        200,
                        "application/json",
                        first ? "[\"Tea\", \"Toast\", \"Cherry tart\"]" : "[\"Cherry tart\"]");
            });
            site.on("/api/only-hit", exchange -> {
                site.answer(exchange, 204, "text/plain", "");
                secondSearchShown.countDown();
            });
            site.on("/api/prices/tea", exchange -> {
                if (exchange.getRequestMethod().equals("PUT")) {
                    price.set("3.20");
                }
                site.answer(exchange, 200, "application/json", "{\"price\":\"%s\"}".formatted(price.get()));
            });
        }

        @Test
        void search_finds_the_tart(CDPSession page) {
            page.navigate(site.url("/catalog"));
            page.evaluate("words.focus()");
            page.send("Input.insertText", Map.of("text", "t"));
            page.send("Input.insertText", Map.of("text", "art"));

            assertThat(page).requests(get("**/api/products?q=*")).hasSize(2);
            ShownText.becomes(page, "#hits", "Cherry tart");
        }

        @Test
        void tea_becomes_dearer(CDPSession page) {
            page.navigate(site.url("/prices"));
            ShownText.becomes(page, "#price", "2.80");

            page.evaluate("raise.click()");

            ShownText.becomes(page, "#price", "3.20");
        }

        @Test
        void teapot_has_a_picture(CDPSession page) {
            page.navigate(site.url("/products/teapot"));

            ShownText.becomes(page, "#caption", "Teapot, 1.2 litres");
        }
    }

    @WithCDP(timeout = "5 s")
    static class CheckoutTestCase {

        private static final String BASKET = """
                <!doctype html>
                <title>Basket</title>
                <label>Coupon <input id=coupon></label> <button id=apply>Apply</button>
                <p>Total: <b id=total>40.00</b>
                <script src="/js/basket.js"></script>""";

        private static final String BASKET_SCRIPT = """
                const byId = id => document.getElementById(id);

                function giftWrap() {
                  byId('gift').addEventListener('change', update);
                }

                function update() {
                  byId('total').textContent = (byId('coupon').value === 'MAY' ? 36 : 40).toFixed(2);
                }

                giftWrap();
                byId('apply').addEventListener('click', update);
                """;

        private static final String ORDER = """
                <!doctype html>
                <title>Order</title>
                <button id=buy>Buy now</button>
                <p id=message></p>
                <script>
                  buy.onclick = async () => {
                    const answer = await fetch('/api/orders', {method: 'POST', body: '{"article":4711,"pieces":2}'});
                    message.textContent = answer.ok ? 'Thank you!' : 'Something went wrong';
                  };
                </script>""";

        private static final String DELIVERY = """
                <!doctype html>
                <title>Delivery</title>
                <p id=slot>…</p>
                <script>
                  fetch('OTHER_SITE/v2/slots', {headers: {'X-Shop': 'tea'}})
                    .then(answer => answer.json())
                    .then(slots => slot.textContent = slots[0])
                    .catch(() => slot.textContent = 'No delivery today');
                </script>""";

        @AutoClose
        private static final Site site = Site.start()
                .page("/basket", BASKET)
                .script("/js/basket.js", BASKET_SCRIPT)
                .page("/order", ORDER)
                .json("/api/orders", 500, "{\"error\":\"No stock left for article 4711\"}")
                .page("/delivery", DELIVERY)
                .json("/v2/slots", 200, "[\"Monday, 9 to 11\"]", "Access-Control-Allow-Origin: *");

        @Test
        void coupon_lowers_the_total(CDPSession page) {
            page.navigate(site.url("/basket"));
            page.evaluate("coupon.focus()");
            page.send("Input.insertText", Map.of("text", "MAY"));

            page.evaluate("apply.click()");

            ShownText.becomes(page, "#total", "36.00");
        }

        @Test
        void order_is_confirmed(CDPSession page) {
            page.navigate(site.url("/order"));

            page.evaluate("buy.click()");

            ShownText.becomes(page, "#message", "Thank you!");
        }

        @Test
        void delivery_is_offered(CDPSession page) {
            page.navigate(site.url("/delivery"));

            ShownText.becomes(page, "#slot", "Monday, 9 to 11");
        }
    }
}
