package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.evidence.Exemption;
import io.github.withcdp.assertions.internal.match.CheckResult;
import io.github.withcdp.assertions.internal.match.Criteria;
import io.github.withcdp.assertions.internal.match.Criterion;
import io.github.withcdp.assertions.internal.match.FaviconRequests;
import io.github.withcdp.assertions.internal.match.JsonBodies;
import io.github.withcdp.assertions.internal.match.JsonValues;
import io.github.withcdp.assertions.internal.match.QueryParam;
import io.github.withcdp.assertions.internal.text.ShownExchange;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.protocol.JsonPointers;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Body;
import io.github.withcdp.recording.Exchange.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.assertj.core.api.Condition;
import org.assertj.core.description.TextDescription;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a request should be like. It says in words what it demands, and of a request how far it is from that.
 * {@link RequestConditions} has those to begin with; a condition is immutable, and each method returns another one that demands more.
 *
 * <p>As an AssertJ condition it can also stand where AssertJ takes one: {@code assertThat(exchange).is(get("https://shop.example/*"))}.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class RequestCondition extends Condition<Exchange> {

    private final Criteria<Exchange> criteria;
    private final Criteria<Exchange> withAnyQuery;

    /**
     * Create a condition.
     *
     * @param withAnyQuery what is demanded of a request if something else says what its query should be
     */
    RequestCondition(Criteria<Exchange> criteria, Criteria<Exchange> withAnyQuery) {
        super(new TextDescription("%s", criteria.words()));
        this.criteria = criteria;
        this.withAnyQuery = withAnyQuery;
    }

    @Override
    public boolean matches(Exchange exchange) {
        return criteria.matches(exchange);
    }

    // --- What was asked

    /** Demand a method, in whatever case. */
    public RequestCondition withMethod(String method) {
        return with(method(method));
    }

    /** Demand that the request has a header of this name, in whatever case. */
    public RequestCondition withHeader(String name) {
        return with(new Criterion<>(
                "header " + name,
                "header " + name,
                "one",
                exchange -> exchange.request().header(name).isPresent(),
                exchange ->
                        exchange.request().header(name).map(ShownText::quoted).orElse("nothing")));
    }

    /** Demand that the request has a header of this name, in whatever case, with this value. */
    public RequestCondition withHeader(String name, String value) {
        return withHeader(name, ValueCondition.of(value));
    }

    /** Demand that the request has a header of this name, in whatever case, whose value meets a condition: {@code containing("json")}. */
    public RequestCondition withHeader(String name, ValueCondition value) {
        return with(value(
                "header " + name,
                value,
                exchange -> JsonValues.text(exchange.request().header(name))));
    }

    /**
     * Demand that the URL has a parameter of this name in its query. The pattern for the URL is then about what is before the query, unless it has a {@code ?}.
     *
     * @param name decoded, as in what follows: {@code +} in a URL is a space, {@code %C3%A9} is é
     */
    public RequestCondition withQueryParam(String name) {
        return withQuery(new Criterion<>(
                "query param " + name,
                "query param " + name,
                "one",
                exchange -> !QueryParam.values(exchange.url(), name).isEmpty(),
                exchange -> values(exchange, name)));
    }

    /** Demand that the URL has a parameter of this name with this value, both decoded; of several with one name it may be any. */
    public RequestCondition withQueryParam(String name, String value) {
        return withQueryParam(name, ValueCondition.of(value));
    }

    /** Demand that the URL has a parameter of this name whose decoded value meets a condition; of several with one name it may be any. */
    public RequestCondition withQueryParam(String name, ValueCondition value) {
        return withQuery(new Criterion<>(
                "query param %s: %s".formatted(name, value.words()),
                "query param " + name,
                value.words(),
                exchange -> QueryParam.values(exchange.url(), name).stream().anyMatch(value::matches),
                exchange -> values(exchange, name),
                exchange -> QueryParam.values(exchange.url(), name).stream()
                        .mapToDouble(actual -> value.distance(actual))
                        .min()
                        .orElse(1)));
    }

    private static String values(Exchange exchange, String name) {
        var values = QueryParam.values(exchange.url(), name);
        return values.isEmpty()
                ? "nothing"
                : values.stream().map(ShownText::value).collect(Collectors.joining(" and "));
    }

    /** Demand that the request has this very body. */
    public RequestCondition withBody(String body) {
        return withBody(ValueCondition.of(body));
    }

    /** Demand that the request has a body that meets a condition, as text: {@code containing("amount")}. */
    public RequestCondition withBody(ValueCondition body) {
        return with(new Criterion<>(
                "body: " + body.words(),
                "body",
                body.words(),
                exchange ->
                        body.matches(JsonValues.text(exchange.request().body().map(Body::text))),
                exchange -> exchange.request().body().isPresent()
                        ? body.shown(JsonValues.text(exchange.request().body().map(Body::text)))
                                + (exchange.request().body().get().isComplete() ? "" : " (incomplete)")
                        : body(exchange.request())));
    }

    /**
     * Demand that the request has a JSON body with this value in it, which may be a {@link ValueCondition} too, as with {@link EventConditions#param(String, Object)}.
     *
     * @param pointer a JSON pointer into the body, {@code /order/amount}
     * @throws IllegalArgumentException if the pointer does not start with a slash, or the value is something else
     */
    public RequestCondition withJsonBody(String pointer, @Nullable Object value) {
        JsonPointers.checked(pointer);
        return with(value(
                "body " + pointer,
                ValueCondition.of(value),
                exchange -> JsonBodies.tree(exchange.request().body()).at(pointer)));
    }

    /** Demand what the request was for, in Chrome's words: {@code Document}, {@code Fetch}, {@code Script}, … */
    public RequestCondition forResource(String type) {
        return with(new Criterion<>(
                "resource type " + type,
                "resource type",
                type,
                exchange -> exchange.resourceType().equalsIgnoreCase(type),
                exchange -> exchange.resourceType().isEmpty()
                        ? "unknown"
                        : ShownText.text(exchange.resourceType(), ShownText.VALUE)));
    }

    // --- What was answered

    /** Demand the status of the response. */
    public RequestCondition withStatus(int status) {
        return with(new Criterion<>(
                "status " + status,
                "status",
                String.valueOf(status),
                exchange -> exchange.status() == status,
                exchange -> exchange.response().map(ShownExchange::status).orElse("none"),
                exchange -> 0.3));
    }

    // --- Combinations

    /** Return a condition that is met if this one and another are. */
    public RequestCondition and(RequestCondition other) {
        return new RequestCondition(criteria.and(other.criteria), withAnyQuery.and(other.criteria));
    }

    /** Return a condition that is met if this one or another is. */
    public RequestCondition or(RequestCondition other) {
        return of(new Criterion<>(
                "(%s or %s)".formatted(words(), other.words()),
                "request",
                "(%s or %s)".formatted(words(), other.words()),
                exchange -> matches(exchange) || other.matches(exchange),
                exchange -> (distance(exchange) <= other.distance(exchange) ? this : other).shown(exchange),
                exchange -> Math.min(1, Math.min(distance(exchange), other.distance(exchange)))));
    }

    /** Return a condition that is met if this one is not. */
    public RequestCondition negate() {
        var words = criteria.lines().size() == 1 ? "not " + words() : "not (%s)".formatted(words());
        return of(
                new Criterion<>(words, "request", words, exchange -> !matches(exchange), exchange -> shown(exchange)));
    }

    private static RequestCondition of(Criterion<Exchange> criterion) {
        return new RequestCondition(Criteria.of(criterion), Criteria.of(criterion));
    }

    private String words() {
        return criteria.words();
    }

    private double distance(Exchange exchange) {
        return CheckResult.distance(checks(exchange));
    }

    /** Return what of a request is looked at here. */
    private String shown(Exchange exchange) {
        return checks(exchange).stream()
                .map(check -> "%s %s".formatted(check.what(), check.actual()))
                .collect(Collectors.joining(", "));
    }

    // --- What helps

    static Criterion<Exchange> method(String method) {
        var expected = method.toUpperCase(Locale.ROOT);
        return new Criterion<>(
                "method " + expected,
                "method",
                expected,
                exchange -> exchange.method().equalsIgnoreCase(method),
                exchange -> ShownText.text(exchange.method(), ShownText.VALUE),
                exchange -> 0.4);
    }

    private static Criterion<Exchange> value(String what, ValueCondition expected, Function<Exchange, JsonNode> value) {
        return new Criterion<>(
                what + ": " + expected.words(),
                what,
                expected.words(),
                exchange -> expected.matches(value.apply(exchange)),
                exchange -> expected.shown(value.apply(exchange)),
                exchange -> expected.distance(value.apply(exchange)));
    }

    private static String body(Request request) {
        return request.hasBody() ? "one that was not captured" : "nothing";
    }

    private RequestCondition with(Criterion<Exchange> criterion) {
        return new RequestCondition(criteria.and(criterion), withAnyQuery.and(criterion));
    }

    private RequestCondition withQuery(Criterion<Exchange> criterion) {
        var more = withAnyQuery.and(criterion);
        return new RequestCondition(more, more);
    }

    List<String> lines() {
        return criteria.indentedLines();
    }

    /** Return whether one is to be counted that is like this: not the browser's own for an icon that this does not name. */
    boolean counts(Exchange exchange) {
        return matches(exchange) && !isIconOfNobody(exchange);
    }

    private boolean isIconOfNobody(Exchange exchange) {
        return exchange.isFavicon() && criteria.lines().stream().noneMatch(FaviconRequests::isNamed);
    }

    /** Return what requests may fail for meeting one of some conditions. */
    static Exemption<Exchange> exemption(List<RequestCondition> conditions) {
        return new Exemption<>(
                exchange -> conditions.stream().anyMatch(condition -> condition.matches(exchange)), lines(conditions));
    }

    static List<String> lines(List<RequestCondition> conditions) {
        return conditions.stream()
                .flatMap(condition -> condition.lines().stream())
                .toList();
    }

    List<CheckResult> checks(Exchange exchange) {
        var checks = new ArrayList<>(criteria.checks(exchange));
        if (isIconOfNobody(exchange)) {
            checks.add(CheckResult.of("made by", "the page", "the browser itself", false));
        }
        return checks;
    }
}
