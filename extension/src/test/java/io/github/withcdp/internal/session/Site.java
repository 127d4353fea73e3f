package io.github.withcdp.internal.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** A server that answers in all the ways that requests come to an end. */
final class Site extends LocalServer {

    private static final Map<String, String> PAGES = Map.ofEntries(
            // With an icon, or Chrome asks for /favicon.ico when it likes, and who waits for any request takes that.
            Map.entry("/", "<title>site</title><link rel=icon href=data:,>"),
            Map.entry("/inner", "<script>fetch('/api?inner')</script>"),
            Map.entry("/waiting", "<script>fetch('/silent?' + location.search).catch(() => {})</script>"),
            Map.entry("/form", """
                    <form id=form method=post enctype=multipart/form-data action=/post>
                      <input name=note value=a><input type=file id=file name=file>
                    </form>"""),
            Map.entry("/api", "{\"name\":\"Ada\"}"),
            Map.entry("/worker.js", "fetch('/api?worker').then(() => postMessage('done'))"),
            Map.entry("/service.js", """
                    oninstall = () => skipWaiting();
                    onactivate = event => event.waitUntil(clients.claim());
                    onfetch = event => {
                      if (event.request.url.endsWith('?made')) event.respondWith(new Response('made here'));
                      if (event.request.url.endsWith('?passed')) event.respondWith(fetch(event.request));
                    };"""));

    @Override
    protected void serve(HttpExchange exchange) throws IOException {
        var headers = exchange.getResponseHeaders();
        exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestURI().getPath()) {
            case "/first" -> {
                headers.add("Set-Cookie", "a=1");
                headers.add("Set-Cookie", "b=2");
                headers.set("Location", "/second");
                exchange.sendResponseHeaders(302, -1);
            }
            case "/second" -> {
                headers.set("Location", "/api?redirected");
                exchange.sendResponseHeaders(307, -1);
            }
            case "/missing" -> answer(exchange, 404, "text/plain", "not here");
            case "/cached" -> {
                headers.set("Cache-Control", "max-age=1000");
                answer(exchange, 200, "text/plain", "fresh");
            }
            case "/revalidated" -> {
                headers.set("ETag", "\"1\"");
                headers.set("Cache-Control", "no-cache");
                if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
                    exchange.sendResponseHeaders(304, -1);
                } else {
                    answer(exchange, 200, "text/plain", "as it was");
                }
            }
            case "/silent" -> staySilent();
            case "/events" -> {
                headers.set("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("data: one\n\nevent: news\ndata: two\n\n".getBytes(UTF_8));
                exchange.getResponseBody().flush();
                staySilent();
            }
            case "/latin" -> {
                headers.set("Content-Type", "text/plain; charset=iso-8859-1");
                exchange.sendResponseHeaders(200, 4);
                exchange.getResponseBody().write("caf\u00e9".getBytes(ISO_8859_1));
            }
            case "/post" -> answer(exchange, 201, "text/plain", "taken");
            default -> page(exchange);
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var page = PAGES.get(path);
        var type = path.endsWith(".js") ? "text/javascript" : path.equals("/api") ? "application/json" : "text/html";
        answer(exchange, page == null ? 404 : 200, type, page == null ? "" : page);
    }
}
