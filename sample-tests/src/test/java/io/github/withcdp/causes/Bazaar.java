package io.github.withcdp.causes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * An application in which two runs have hardly a byte in common: parallel requests that take as long as they like, cache busters, nonces, tokens, dates,
 * a worker, a WebSocket, an EventSource. One of many {@linkplain #FAULTS faults} can be built into it.
 */
final class Bazaar implements AutoCloseable {

    /** What can be wrong, by name, each with what the difference that is its cause looks like: a regular expression. */
    static final Map<String, String> FAULTS = Map.ofEntries(
            Map.entry("pay-503", "POST \\S+/api/pay: .*/response/status is 503, was 200"),
            Map.entry("price-changed", "GET \\S+/api/items\\S*: .*/response/body/items/1/price is 9, was 7"),
            Map.entry("field-missing", "GET \\S+/api/items\\S*: .*/response/body/items/1/price is not there, was 7"),
            Map.entry("no-items", "GET \\S+/api/items\\S*: .*/response/body/items/0 is not there"),
            Map.entry("script-404", "GET \\S+/app\\.js\\S*: .*/response/status is 404, was 200"),
            Map.entry("script-throws", "uncaught TypeError: .* is new|GET \\S+/app\\.js\\S*: .*/response/body"),
            Map.entry("worker-404", "GET \\S+/sum\\.js: .*/response/status is 404, was 200"),
            Map.entry("worker-wrong", "GET \\S+/sum\\.js: .*/response/body"),
            Map.entry("socket-closed", "GET ws://\\S+: .*/frames/1"),
            Map.entry("socket-other-text", "GET ws://\\S+: .*/frames/1/value/left is 0, was 5"),
            Map.entry("stream-without-news", "GET \\S+/news: .*/frames/1 is not there"),
            Map.entry("rate-not-asked", "GET \\S+/api/rate\\S* is missing|GET \\S+/app\\.js\\S*: .*/response/body"),
            Map.entry("paid-twice", "POST \\S+/api/pay is new|GET \\S+/app\\.js\\S*: .*/response/body"),
            Map.entry("undefined-in-url", "GET \\S+/users/undefined\\S*: |GET \\S+/app\\.js\\S*: .*/response/body"),
            Map.entry(
                    "no-CORS",
                    "GET \\S+/shared: .*/response/headers/access-control-allow-origin is not there|log of javascript: Access to fetch at '\\S+/shared' .* blocked by CORS policy"),
            Map.entry(
                    "blocked-by-CSP",
                    "GET \\S+/bazaar: .*/response/headers/content-security-policy is \".*\", was not there"),
            Map.entry(
                    "to-login",
                    "GET \\S+/login: .*/request/url|GET \\S+/login is new|GET \\S+/terms: .*/redirects|GET \\S+/login: .*/redirects"),
            Map.entry("pay-slow", "POST \\S+/api/pay: .*/(response|finished) is"),
            Map.entry("pay-silent", "POST \\S+/api/pay: .*/(response|finished) is"),
            Map.entry("alert", "Page.javascriptDialogOpening .* is new|GET \\S+/app\\.js\\S*: .*/response/body"),
            Map.entry("items-as-html", "GET \\S+/api/items\\S*: .*/response/mimeType is \"text/html\""),
            Map.entry(
                    "no-token",
                    "POST \\S+/api/pay: .*/request/headers/authorization is not there|GET \\S+/app\\.js\\S*: .*/response/body"),
            Map.entry("no-cookie", "GET \\S+/bazaar: .*/response/headers/set-cookie is not there"),
            Map.entry("connection-lost", "POST \\S+/api/pay: .*/failure"),
            Map.entry("html-changed", "GET \\S+/bazaar: .*/response/body/\\d+ is"),
            Map.entry(
                    "picture-404",
                    "GET \\S+/teapot\\.png: .*/response/status is 404, was 200|log of network: .* 404 .*teapot\\.png"),
            Map.entry(
                    "hits-overtake",
                    "GET \\S+/api/hits\\?q=(te|tea) (came to its end|was answered) before GET \\S+/api/hits\\?q=(te|tea), not after it"));

    /** The same, of faults that were written down before the comparison was last changed, and not looked at until it was finished. */
    static final Map<String, String> HELD_OUT = Map.of(
            "user-redirects-for-ever",
            "GET \\S+/users/7\\S*: .*/(redirects|failure|response)",
            "terms-cut-short",
            "GET \\S+/terms(/2)?: .*/(failure|response/headers/content-length)",
            "script-as-plain-text",
            "GET \\S+/app\\.js\\S*: .*/(failure|response/mimeType|response/headers/(content-type|x-content-type-options))",
            "worker-throws",
            "GET \\S+/sum\\.js: .*/response/body|uncaught Error: .* is new",
            "too-many-hits",
            "GET \\S+/api/hits\\?q=tea: .*/response/status is 429, was 200");

    private static final String PAGE = """
            <!doctype html>
            <title>Bazaar</title>
            <meta name=nonce content=NONCE>
            <h1>HEADING</h1>
            <img src=/teapot.png><p id=state>waiting</p><p id=hits></p><p id=log></p>
            <script src="/app.js?_=STAMP"></script>
            """;

    private static final String APP = """
            const say = (name, value) => { window.seen = {...window.seen, [name]: value}; };
            const get = async path => (await fetch(path)).json();
            const delay = () => new Promise(done => setTimeout(done, Math.random() * 20));
            async function load() {
              const [items, user, rate] = await Promise.all([
                get('/api/items?page=1&t=' + Date.now()),
                get('/users/' + USER + '?nonce=' + Math.random()),
                RATE]);
              say('items', items.items.map(item => item.name + ' ' + item.price.toFixed(2)).join(', '));
              say('user', user.name);
              console.log('loaded at ' + new Date().toISOString());
              return items.token;
            }
            async function sums() {
              const worker = new Worker('/sum.js');
              worker.onmessage = event => { say('sum', event.data); worker.terminate(); };
              worker.postMessage([1, 2, 3]);
            }
            function listen() {
              const news = new EventSource('/news');
              news.onmessage = event => { say('news', event.data); if (event.data === 'last') news.close(); };
              const socket = new WebSocket('SOCKET');
              socket.onopen = () => socket.send(JSON.stringify({ask: 'left', id: crypto.randomUUID()}));
              socket.onmessage = event => { say('left', JSON.parse(event.data).left); socket.close(); };
            }
            async function shared() {
              say('shared', await (await fetch('OTHER_SITE/shared')).text());
            }
            async function search() {
              const show = async words => { const hits = await get('/api/hits?q=' + words); document.getElementById('hits').textContent = hits.hits; };
              await Promise.all([show('te'), show('tea')]);
              say('hits', document.getElementById('hits').textContent);
            }
            async function pay(token) {
              const send = () => fetch('/api/pay', {method: 'POST', HEADERS body: JSON.stringify({order: crypto.randomUUID(), at: Date.now(), total: 7})});
              const answer = await PAY;
              if (!answer.ok) console.error('payment refused: ' + await answer.text());
              say('paid', answer.ok ? 'Thank you!' : 'Please try again later.');
            }
            async function start() {
              EXTRA
              sums(); listen();
              await delay();
              const token = await load().catch(problem => { console.error(String(problem)); });
              await shared().catch(problem => say('shared', String(problem)));
              await search();
              await pay(token).catch(problem => say('paid', String(problem)));
              say('terms', (await (await fetch('/terms')).text()).trim());
            }
            start().finally(() => { document.getElementById('state').textContent = 'done'; });
            """;

    private final String fault;
    private final Site site = Site.start();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch teaFound = new CountDownLatch(1);
    private final CountDownLatch teFound = new CountDownLatch(1);
    private final Socket socket;

    Bazaar(String fault) {
        this.fault = fault;
        socket = Socket.open((peer, text) -> {
            if (is("socket-closed")) {
                peer.close();
            } else {
                peer.send("{\"left\":%d,\"at\":%d}"
                        .formatted(is("socket-other-text") ? 0 : 5, System.currentTimeMillis()));
            }
        });
        pages();
        interfaces();
    }

    private boolean is(String name) {
        return fault.equals(name);
    }

    private String either(String name, String wrong, String right) {
        return is(name) ? wrong : right;
    }

    private void pages() {
        site.on("/bazaar", exchange -> {
            if (is("blocked-by-CSP")) {
                exchange.getResponseHeaders().add("Content-Security-Policy", "script-src 'none'");
            }
            if (!is("no-cookie")) {
                exchange.getResponseHeaders().add("Set-Cookie", "visit=" + UUID.randomUUID() + "; HttpOnly");
            }
            site.answer(
                    exchange,
                    200,
                    "text/html",
                    PAGE.replace("NONCE", UUID.randomUUID().toString())
                            .replace("STAMP", System.nanoTime() + "")
                            .replace("HEADING", either("html-changed", "Bazar", "Bazaar")));
        });
        site.on("/app.js", exchange -> {
            if (is("script-as-plain-text")) {
                site.answer(exchange, 200, "text/plain", app(), "X-Content-Type-Options: nosniff");
            } else {
                site.answer(exchange, is("script-404") ? 404 : 200, "text/javascript", app());
            }
        });
        site.on(
                "/sum.js",
                exchange -> site.answer(
                        exchange,
                        is("worker-404") ? 404 : 200,
                        "text/javascript",
                        either(
                                "worker-throws",
                                "onmessage = event => { throw new Error('no sum'); };",
                                "onmessage = event => postMessage(event.data.reduce((a, b) => a %s b));"
                                        .formatted(either("worker-wrong", "-", "+")))));
        site.on(
                "/teapot.png",
                exchange -> site.answer(
                        exchange,
                        is("picture-404") ? 404 : 200,
                        "image/svg+xml",
                        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"));
        site.on("/terms", exchange -> {
            exchange.getResponseHeaders().add("Location", either("to-login", "/login", "/terms/2"));
            site.answer(exchange, 302, "text/plain", "");
        });
        site.on("/terms/2", exchange -> {
            if (is("terms-cut-short")) {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write("All sales".getBytes(UTF_8));
                exchange.getResponseBody().flush();
                return; // and the connection is closed
            }
            site.answer(exchange, 200, "text/html; charset=utf-8", "All sales are final");
        });
        site.page("/login", "Please sign in");
    }

    private String app() {
        return APP.replace("SOCKET", socket.url("/stock"))
                .replace("USER", either("undefined-in-url", "window.userId", "7"))
                .replace("RATE", either("rate-not-asked", "Promise.resolve(1)", "get('/api/rate')"))
                .replace("HEADERS", either("no-token", "", "headers: {Authorization: 'Bearer ' + token},"))
                .replace("PAY", either("paid-twice", "(await send(), send())", "send()"))
                .replace(
                        "EXTRA",
                        is("alert")
                                ? "alert('Sale!');"
                                : is("script-throws") ? "document.querySelector('#sale').hidden = true;" : "");
    }

    private void interfaces() {
        site.on("/api/items", exchange -> {
            pause();
            var price = is("field-missing") ? "" : ",\"price\":" + either("price-changed", "9", "7");
            var items = is("no-items") ? "" : "{\"name\":\"cup\",\"price\":3},{\"name\":\"pot\"%s}".formatted(price);
            site.answer(
                    exchange,
                    200,
                    either("items-as-html", "text/html", "application/json"),
                    "{\"items\":[%s],\"token\":\"%s\",\"servedAt\":\"%s\"}"
                            .formatted(items, UUID.randomUUID(), Instant.now()));
        });
        site.on("/users/7", exchange -> {
            pause();
            if (is("user-redirects-for-ever")) {
                site.answer(exchange, 302, "text/plain", "", "Location: /users/7");
                return;
            }
            site.answer(
                    exchange,
                    200,
                    "application/json",
                    "{\"name\":\"Ann\",\"session\":\"%s\"}".formatted(UUID.randomUUID()));
        });
        site.on("/api/rate", exchange -> {
            pause();
            site.answer(
                    exchange,
                    200,
                    "application/json",
                    "{\"rate\":1,\"load\":%d}"
                            .formatted(ThreadLocalRandom.current().nextInt(100)));
        });
        site.on(
                "/shared",
                exchange -> site.answer(
                        exchange,
                        200,
                        "text/plain",
                        "shared",
                        either("no-CORS", "X-Mode: plain", "Access-Control-Allow-Origin: *")));
        site.on("/api/hits", exchange -> {
            boolean whole = exchange.getRequestURI().getQuery().equals("q=tea");
            if (whole != is("hits-overtake")) {
                await(whole ? teFound : teaFound, 20_000);
                await(closed, 300); // so that the page has got the other one
            }
            site.answer(
                    exchange,
                    whole && is("too-many-hits") ? 429 : 200,
                    "application/json",
                    "{\"hits\":\"%s\"}".formatted(whole ? "tea" : "tea, teapot"));
            (whole ? teaFound : teFound).countDown();
        });
        site.on("/api/pay", this::pay);
        site.on("/news", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            var events = "data: %d visitors\\n\\n"
                            .formatted(ThreadLocalRandom.current().nextInt(100))
                    + either("stream-without-news", "", "data: last\\n\\n");
            exchange.getResponseBody().write(events.replace("\\n", "\n").getBytes(UTF_8));
            exchange.getResponseBody().flush();
            Site.await(closed);
        });
    }

    private void pay(HttpExchange exchange) throws IOException {
        pause();
        if (is("pay-silent")) {
            Site.await(closed);
        }
        if (is("pay-slow")) {
            await(closed, 30_000); // longer than the test waits
        }
        if (is("connection-lost")) {
            exchange.close();
            return;
        }
        site.answer(
                exchange,
                is("pay-503") ? 503 : 200,
                "application/json",
                "{\"receipt\":\"%s\"}".formatted(UUID.randomUUID()));
    }

    /** Nobody knows who of several is served first. */
    private static void pause() {
        await(new CountDownLatch(1), ThreadLocalRandom.current().nextInt(20));
    }

    private static void await(CountDownLatch latch, int millis) {
        try {
            latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return site.url("/bazaar");
    }

    @Override
    public void close() {
        closed.countDown();
        socket.close();
        site.close();
    }
}
