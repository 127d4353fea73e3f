package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.match.Criteria;
import io.github.withcdp.assertions.internal.match.Criterion;
import io.github.withcdp.assertions.internal.match.MatchDistance;
import io.github.withcdp.assertions.internal.match.UrlPattern;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.recording.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * What requests can be asked for by their URL: a pattern in which {@code *} stands for anything but a slash, {@code **} for anything; all else,
 * {@code ?} too, for itself. It is matched with the whole URL, without its fragment unless the pattern has one.
 * {@link CDPAssertions} has them too, so that one import serves a test.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class RequestConditions {

    /** The schemes of what a browser has in itself. */
    private static final Set<String> INSIDE = Set.of(
            "about",
            "blob",
            "chrome",
            "chrome-error",
            "chrome-extension",
            "chrome-untrusted",
            "data",
            "devtools",
            "filesystem");

    private RequestConditions() {}

    /** A {@code GET} for a URL: {@code get("https://shop.example/api/users/*")}. */
    public static RequestCondition get(String url) {
        return request("GET", url);
    }

    /** A {@code POST} to a URL. */
    public static RequestCondition post(String url) {
        return request("POST", url);
    }

    /** A {@code PUT} to a URL. */
    public static RequestCondition put(String url) {
        return request("PUT", url);
    }

    /** A {@code DELETE} of a URL. */
    public static RequestCondition delete(String url) {
        return request("DELETE", url);
    }

    /** A {@code PATCH} of a URL. */
    public static RequestCondition patch(String url) {
        return request("PATCH", url);
    }

    /** A {@code HEAD} of a URL. */
    public static RequestCondition head(String url) {
        return request("HEAD", url);
    }

    /** An {@code OPTIONS} of a URL, as the browser's own preflight is. */
    public static RequestCondition options(String url) {
        return request("OPTIONS", url);
    }

    /** A request for a URL, by whatever method. */
    public static RequestCondition request(String url) {
        return request(ShownText.text(url, ShownText.URL), url, new Criteria<>(List.of()));
    }

    /** The opposite of a condition: {@code requests(not(request("https://shop.example/**")))} are those that go elsewhere. */
    public static RequestCondition not(RequestCondition condition) {
        return condition.negate();
    }

    /** Return a condition for each of some URLs. */
    static List<RequestCondition> requests(String... urls) {
        return Stream.of(urls).map(RequestConditions::request).toList();
    }

    /** Return conditions of which one has to be met, so that there has to be one. */
    static List<RequestCondition> anyOf(RequestCondition... conditions) {
        if (conditions.length == 0) {
            throw new IllegalArgumentException(
                    "Say which requests there may be; requests().isEmpty() says that there are none");
        }
        return List.of(conditions);
    }

    /** Return a condition that is met by what meets none of others and leaves the browser, but not by the browser's own request for an icon. */
    static RequestCondition otherThan(List<RequestCondition> conditions) {
        var others = new Criterion<Exchange>(
                "",
                "request",
                "another one",
                exchange -> leavesTheBrowser(exchange)
                        && !exchange.isFavicon()
                        && conditions.stream().noneMatch(condition -> condition.matches(exchange)),
                exchange -> "one of these");
        return new RequestCondition(Criteria.of(others), Criteria.of(others));
    }

    private static boolean leavesTheBrowser(Exchange exchange) {
        var url = exchange.url();
        int colon = url.indexOf(':');
        return colon < 0 || !INSIDE.contains(url.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    private static RequestCondition request(String method, String url) {
        // The URL says both on its line, so that a message reads as a request does.
        var condition = RequestCondition.method(method);
        return request(
                method + " " + ShownText.text(url, ShownText.URL),
                url,
                Criteria.of(new Criterion<>(
                        "",
                        condition.what(),
                        condition.expected(),
                        condition.predicate(),
                        condition.shown(),
                        condition.distance())));
    }

    private static RequestCondition request(String words, String url, Criteria<Exchange> more) {
        var condition = UrlPattern.matching(url);
        var withAnyQuery = url.indexOf('?') >= 0 ? condition : regardlessOfQuery(condition);
        return new RequestCondition(
                Criteria.of(url(words, url, condition)).and(more),
                Criteria.of(url(words, url, withAnyQuery)).and(more));
    }

    private static Criterion<Exchange> url(String words, String glob, Predicate<String> condition) {
        var withoutQuery = regardlessOfQuery(condition);
        return new Criterion<>(
                words,
                "URL",
                "matching " + ShownText.quotedUrl(glob),
                exchange -> condition.test(exchange.url()),
                exchange -> !condition.test(exchange.url()) && withoutQuery.test(exchange.url())
                        ? ShownText.quotedUrl(exchange.url()) + ", which it is but for the query"
                        : ShownText.quotedUrl(exchange.url()),
                exchange -> withoutQuery.test(exchange.url()) ? 0.1 : MatchDistance.ofText(exchange.url(), glob));
    }

    private static Predicate<String> regardlessOfQuery(Predicate<String> condition) {
        return url -> {
            int query = url.indexOf('?');
            return condition.test(query < 0 ? url : url.substring(0, query));
        };
    }
}
