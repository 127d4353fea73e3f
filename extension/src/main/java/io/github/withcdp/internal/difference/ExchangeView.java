package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.likeness.UrlForm;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Body;
import io.github.withcdp.recording.Exchange.Header;
import io.github.withcdp.recording.Exchange.Source;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Two requests that stand for the same, each as a tree, of what both runs know: what one of them has not captured is no difference. */
final class ExchangeView {

    /** What is longer is not compared line by line. */
    private static final int LINES = 5_000;

    private static final int LONGEST = 4 * 1024 * 1024;

    /** Headers that the network adds: they are known or unknown together. */
    private static final Set<String> OF_NETWORK = Set.of("host", ":authority", "accept-encoding");

    private static final int FRAMES = 2_000;

    private final Exchange exchange;
    private final Exchange counterpart;
    private final Duration end;

    private ExchangeView(Exchange exchange, Exchange counterpart, Duration end) {
        this.exchange = exchange;
        this.counterpart = counterpart;
        this.end = end;
    }

    /**
     * Return a request as a tree that is compared with that of another one.
     *
     * @param end what was told later does not count
     */
    static ObjectNode of(Exchange exchange, Exchange counterpart, Duration end) {
        return new ExchangeView(exchange, counterpart, end).tree();
    }

    /** Return whether a request had come to its end. */
    static boolean isFinished(Exchange exchange, Duration end) {
        return exchange.finished() && exchange.timing().ended().compareTo(end) <= 0;
    }

    private boolean isTold(Duration moment) {
        return moment.compareTo(end) <= 0;
    }

    /** Return whether a body was captured in one of two runs only. */
    static boolean hasBodyInOneOnly(Exchange one, Exchange other) {
        boolean hasResponses = one.response().isPresent() && other.response().isPresent();
        boolean haveSent = one.request().hasBody() && other.request().hasBody();
        return (hasResponses && body(one).isPresent() != body(other).isPresent())
                || (haveSent
                        && one.request().body().isPresent()
                                != other.request().body().isPresent());
    }

    private static Optional<Body> body(Exchange exchange) {
        return exchange.response().flatMap(Exchange.Response::body);
    }

    private ObjectNode tree() {
        var tree = Json.object();
        tree.set("request", request());
        tree.put("resourceType", exchange.resourceType());
        if (!exchange.redirects().isEmpty() || !counterpart.redirects().isEmpty()) {
            var redirects = tree.putArray("redirects");
            exchange.redirects().forEach(redirect -> redirects.add(redirect.status() + " " + redirect.url()));
        }
        exchange.response()
                .filter(response -> isTold(exchange.timing().responded().orElse(Duration.ZERO)))
                .ifPresent(response -> tree.set("response", response(response)));
        exchange.failure()
                .filter(failure -> isFinished(exchange, end))
                .ifPresent(failure -> tree.set("failure", failure(failure)));
        tree.put("finished", isFinished(exchange, end));
        var frames = frames();
        if (!frames.isEmpty()) {
            tree.set("frames", frames);
        }
        return tree;
    }

    private ObjectNode request() {
        var request = Json.object();
        var url = exchange.url();
        int fragment = url.startsWith("data:") ? -1 : url.indexOf('#');
        var whole = fragment < 0 ? url : url.substring(0, fragment);
        int query = url.startsWith("data:") ? -1 : whole.indexOf('?');
        request.put("url", query < 0 ? whole : whole.substring(0, query));
        if (query >= 0) {
            var pairs = new TreeMap<String, String>();
            for (var pair : whole.substring(query + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                var value = equals < 0 ? "" : pair.substring(equals + 1);
                pairs.merge(name, UrlForm.isAgainstCaches(name) ? "‹any›" : value, (one, other) -> one + "&" + other);
            }
            var parameters = request.putObject("query");
            pairs.forEach(parameters::put);
        }
        var own = exchange.request().headers();
        var others = counterpart.request().headers();
        request.set("headers", headers(isOfNetwork(own) == isOfNetwork(others) ? own : common(own, others)));
        if (exchange.request().body().isPresent()
                && (counterpart.request().body().isPresent()
                        || !counterpart.request().hasBody())) {
            exchange.request().body().ifPresent(body -> put(request, body));
        }
        return request;
    }

    private static boolean isOfNetwork(List<Header> headers) {
        return headers.stream().anyMatch(header -> OF_NETWORK.contains(lower(header)));
    }

    private static List<Header> common(List<Header> headers, List<Header> others) {
        var names = others.stream().map(ExchangeView::lower).collect(Collectors.toCollection(HashSet::new));
        return headers.stream().filter(header -> names.contains(lower(header))).toList();
    }

    private static String lower(Header header) {
        return header.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode headers(List<Header> headers) {
        var tree = Json.object();
        var byName = new TreeMap<String, String>();
        headers.forEach(header -> byName.merge(lower(header), header.value(), (one, other) -> one + "\n" + other));
        byName.forEach(tree::put);
        return tree;
    }

    private ObjectNode response(Exchange.Response response) {
        var tree = Json.object()
                .put("status", response.status())
                .put("statusText", response.statusText())
                .put("mimeType", response.mimeType());
        if (response.source() == Source.SERVICE_WORKER) {
            tree.put("source", "SERVICE_WORKER");
        }
        tree.set("headers", headers(response.headers()));
        if (body(counterpart).isPresent()) {
            response.body().ifPresent(body -> put(tree, body));
        }
        return tree;
    }

    private static void put(ObjectNode tree, Body body) {
        var bytes = body.bytes();
        var text = body.text();
        if (text.indexOf('\uFFFD') >= 0 || text.indexOf('\0') >= 0 || bytes.length > LONGEST) {
            tree.put("body", bytes.length + " bytes with the hash " + Integer.toHexString(Arrays.hashCode(bytes)));
            return;
        }
        var lines = text.split("\r?\n", LINES + 2);
        boolean isTree =
                text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
        if (isTree || lines.length < 2 || lines.length > LINES) {
            tree.set("body", JsonNodeFactory.instance.stringNode(text));
        } else {
            var array = tree.putArray("body");
            Arrays.stream(lines).forEach(array::add);
        }
    }

    private static ObjectNode failure(Exchange.Failure failure) {
        return Json.object()
                .put("errorText", failure.errorText())
                .put("cancelled", failure.cancelled())
                .put("blockedReason", failure.blockedReason())
                .put("corsError", failure.corsError());
    }

    private ArrayNode frames() {
        var frames = JsonNodeFactory.instance.arrayNode();
        exchange.frames().stream()
                .filter(frame -> isTold(frame.elapsed()))
                .limit(FRAMES)
                .forEach(frame -> {
                    var tree = Json.object()
                            .put("direction", frame.direction() == Direction.SENT ? "sent" : "received")
                            .put("type", frame.kind())
                            .put("value", frame.payload());
                    frames.add(tree);
                });
        return frames;
    }
}
