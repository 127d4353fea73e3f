package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.assertj.JsonNavigation;
import io.github.withcdp.assertions.internal.assertj.ShortTextRepresentation;
import io.github.withcdp.assertions.internal.error.ShouldBeRedirected;
import io.github.withcdp.assertions.internal.error.ShouldComeFrom;
import io.github.withcdp.assertions.internal.error.ShouldHaveAttribute;
import io.github.withcdp.assertions.internal.error.ShouldHaveBody;
import io.github.withcdp.assertions.internal.error.ShouldHaveFailed;
import io.github.withcdp.assertions.internal.error.ShouldHaveHeader;
import io.github.withcdp.assertions.internal.error.ShouldHaveStatus;
import io.github.withcdp.assertions.internal.error.ShouldNotHaveHeader;
import io.github.withcdp.assertions.internal.error.ShouldTakeLessThan;
import io.github.withcdp.assertions.internal.evidence.FailureCauses;
import io.github.withcdp.assertions.internal.evidence.FoundBody;
import io.github.withcdp.assertions.internal.evidence.Verdict;
import io.github.withcdp.assertions.internal.match.JsonBodies;
import io.github.withcdp.assertions.internal.match.NamedHeaders;
import io.github.withcdp.assertions.internal.match.QueryParam;
import io.github.withcdp.assertions.internal.match.UrlPattern;
import io.github.withcdp.assertions.internal.text.ShownExchange;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Response;
import io.github.withcdp.recording.Exchange.Source;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.javacrumbs.jsonunit.assertj.JsonAssert.ConfigurableJsonAssert;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractDurationAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.DurationAssert;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.assertj.core.api.StringAssert;
import org.assertj.core.api.ThrowingConsumer;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What can be said of a request and of what came of it.
 *
 * @param <SELF> the assertion
 * @param <ACTUAL> what has the request
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class AbstractExchangeAssert<SELF extends AbstractExchangeAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL> {

    private static final String RESPONSE_HEADER = "response header";
    private static final String REQUEST_HEADER = "request header";
    private static final String QUERY_PARAM = "query param";
    private static final String INCOMPLETE = "incomplete request body: Chrome does not tell the content of files";
    private static final Set<Source> CACHES = EnumSet.of(Source.DISK_CACHE, Source.MEMORY_CACHE, Source.PREFETCH_CACHE);

    AbstractExchangeAssert(@Nullable ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /**
     * Judge the request, as soon as it is known how it fares.
     *
     * @param met whether it is as it should be
     * @param decided whether nothing will change that any more
     */
    abstract Verdict judge(Predicate<Exchange> met, Predicate<Exchange> decided);

    /** Return why there is no request to look at, which soft assertions get to; empty if there is one. */
    abstract Optional<ErrorMessageFactory> absence();

    /** Return the body of the response, or why there is none. */
    abstract FoundBody responseBody();

    /** Return the body of the request, or why there is none. */
    abstract FoundBody requestBody();

    private Verdict judgeEnded(Predicate<Exchange> met) {
        return judge(exchange -> Verdict.hasEnded(exchange) && met.test(exchange), Verdict::hasEnded);
    }

    private Exchange asked() {
        return judge(exchange -> true, exchange -> true).exchange();
    }

    /** Return whether there is a request to look at, and say so if there is none. */
    private boolean isThere() {
        absence().ifPresent(why -> throwAssertionError(why));
        return absence().isEmpty();
    }

    // --- What was asked

    /**
     * Verify the method of the request, in whatever case.
     *
     * <pre>{@code
     * assertThat(exchange).hasMethod("GET"); // passes
     * assertThat(exchange).hasMethod("POST"); // fails
     * }</pre>
     *
     * @throws AssertionError if it is another one
     */
    public SELF hasMethod(String method) {
        var exchange = asked();
        if (!exchange.method().equalsIgnoreCase(method)) {
            throwAssertionError(ShouldHaveAttribute.shouldHaveAttribute(
                    exchange, "method", method, ShownText.text(exchange.method(), ShownText.VALUE)));
        }
        return myself;
    }

    /**
     * Verify that the URL of the request matches a pattern: {@code *} stands for anything but a slash, {@code **} for anything.
     * Its fragment counts only if the pattern has one.
     *
     * <pre>{@code
     * assertThat(exchange).hasUrl("https://shop.example/api/users/*"); // passes
     * assertThat(exchange).hasUrl("https://shop.example/*"); // fails: there are more slashes
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    public SELF hasUrl(String glob) {
        var exchange = asked();
        if (!UrlPattern.matching(glob).test(exchange.url())) {
            throwAssertionError(ShouldHaveAttribute.shouldHaveAttribute(
                    exchange,
                    "URL",
                    "matching " + ShownText.quotedUrl(glob),
                    ShownText.quotedUrl(exchange.url()),
                    FailureCauses.redirects(exchange)));
        }
        return myself;
    }

    /**
     * Verify that the URL of the request has a parameter of this name in its query.
     *
     * <pre>{@code
     * assertThat(search).hasQueryParam("page"); // passes
     * assertThat(search).hasQueryParam("sort"); // fails
     * }</pre>
     *
     * @param name decoded: {@code +} in a URL is a space, {@code %C3%A9} is é
     * @throws AssertionError if it has none
     */
    public SELF hasQueryParam(String name) {
        return verifyQueryParam(name, Optional.empty());
    }

    /**
     * Verify that the URL of the request has a parameter of this name with this value, both decoded. Of several with one name it may be any.
     *
     * <pre>{@code
     * assertThat(search).hasQueryParam("q", "green tea"); // passes, of ?q=green+tea&page=2
     * assertThat(search).hasQueryParam("q", "green+tea"); // fails
     * }</pre>
     *
     * @throws AssertionError if it has none, or with another value
     */
    public SELF hasQueryParam(String name, String value) {
        return hasQueryParam(name, ValueCondition.of(value));
    }

    /**
     * Verify that the URL of the request has a parameter of this name whose decoded value meets a condition. Of several with one name it may be any.
     *
     * <pre>{@code
     * assertThat(search).hasQueryParam("q", containing("tea")); // passes
     * assertThat(search).hasQueryParam("q", containing("coffee")); // fails
     * }</pre>
     *
     * @throws AssertionError if it has none, or with another value
     */
    public SELF hasQueryParam(String name, ValueCondition value) {
        return verifyQueryParam(name, Optional.of(value));
    }

    private SELF verifyQueryParam(String name, Optional<ValueCondition> value) {
        var exchange = asked();
        var values = QueryParam.values(exchange.url(), name);
        if (values.stream().noneMatch(value.orElse(EventConditions.anything())::matches)) {
            throwAssertionError(ShouldHaveHeader.shouldHaveHeader(
                    exchange, QUERY_PARAM, header(name, value), QueryParam.found(exchange.url(), name), List.of()));
        }
        return myself;
    }

    /**
     * Verify that the URL of the request has no parameter of this name in its query.
     *
     * <pre>{@code
     * assertThat(search).doesNotHaveQueryParam("sort"); // passes
     * assertThat(search).doesNotHaveQueryParam("page"); // fails
     * }</pre>
     *
     * @throws AssertionError if it has one
     */
    public SELF doesNotHaveQueryParam(String name) {
        var exchange = asked();
        if (!QueryParam.values(exchange.url(), name).isEmpty()) {
            throwAssertionError(ShouldNotHaveHeader.shouldNotHaveHeader(
                    exchange, QUERY_PARAM, name, QueryParam.found(exchange.url(), name)));
        }
        return myself;
    }

    /**
     * Verify what the request was for, in Chrome's words and in whatever case: {@code Document}, {@code Fetch}, {@code Script}, …
     *
     * <pre>{@code
     * assertThat(exchange).hasResourceType("Fetch"); // passes
     * assertThat(exchange).hasResourceType("Document"); // fails
     * }</pre>
     *
     * @throws AssertionError if it was for something else
     */
    public SELF hasResourceType(String type) {
        var exchange = asked();
        if (!exchange.resourceType().equalsIgnoreCase(type)) {
            throwAssertionError(ShouldHaveAttribute.shouldHaveAttribute(
                    exchange,
                    "resource type",
                    type,
                    exchange.resourceType().isEmpty()
                            ? "none that is known"
                            : ShownText.text(exchange.resourceType(), ShownText.VALUE)));
        }
        return myself;
    }

    /**
     * Verify that the request has a header of this name, in whatever case.
     *
     * <pre>{@code
     * assertThat(exchange).hasRequestHeader("accept"); // passes
     * assertThat(exchange).hasRequestHeader("authorization"); // fails
     * }</pre>
     *
     * @throws AssertionError if it has none
     */
    public SELF hasRequestHeader(String name) {
        return verifyRequestHeader(name, Optional.empty());
    }

    /**
     * Verify that the request has a header of this name, in whatever case, with this value.
     *
     * <pre>{@code
     * assertThat(exchange).hasRequestHeader("accept", "application/json"); // passes
     * assertThat(exchange).hasRequestHeader("accept", "text/html"); // fails
     * }</pre>
     *
     * @throws AssertionError if it has none, or one with another value
     */
    public SELF hasRequestHeader(String name, String value) {
        return hasRequestHeader(name, ValueCondition.of(value));
    }

    /**
     * Verify that the request has a header of this name, in whatever case, whose value meets a condition.
     *
     * <pre>{@code
     * assertThat(exchange).hasRequestHeader("accept", containing("json")); // passes
     * assertThat(exchange).hasRequestHeader("accept", containing("html")); // fails
     * }</pre>
     *
     * @throws AssertionError if it has none, or one with another value
     */
    public SELF hasRequestHeader(String name, ValueCondition value) {
        return verifyRequestHeader(name, Optional.of(value));
    }

    private SELF verifyRequestHeader(String name, Optional<ValueCondition> value) {
        var verdict = judge(
                exchange -> contain(NamedHeaders.ofRequest(exchange), name, value),
                Verdict::isAnswered); // until then Chrome may tell what went over the wire
        if (!verdict.met()) {
            throwAssertionError(ShouldHaveHeader.shouldHaveHeader(
                    verdict.exchange(),
                    REQUEST_HEADER,
                    header(name, value),
                    NamedHeaders.ofRequest(verdict.exchange()).found(name),
                    List.of()));
        }
        return myself;
    }

    /**
     * Verify that the request has no header of this name, in whatever case.
     *
     * <pre>{@code
     * assertThat(exchange).doesNotHaveRequestHeader("authorization"); // passes
     * assertThat(exchange).doesNotHaveRequestHeader("accept"); // fails
     * }</pre>
     *
     * @throws AssertionError if it has one
     */
    public SELF doesNotHaveRequestHeader(String name) {
        var exchange = judge(Verdict::isAnswered, Verdict::isAnswered).exchange();
        if (NamedHeaders.ofRequest(exchange).contain(name)) {
            throwAssertionError(ShouldNotHaveHeader.shouldNotHaveHeader(
                    exchange,
                    REQUEST_HEADER,
                    name,
                    NamedHeaders.ofRequest(exchange).found(name)));
        }
        return myself;
    }

    // --- What was answered

    /**
     * Verify the status of the response.
     *
     * <pre>{@code
     * assertThat(exchange).hasStatus(200); // passes
     * assertThat(exchange).hasStatus(404); // fails
     * }</pre>
     *
     * @throws AssertionError if it is another one, or if there is no response
     */
    public SELF hasStatus(int status) {
        var verdict = judge(exchange -> exchange.status() == status, Verdict::isAnswered);
        if (!verdict.met()) {
            throwAssertionError(ShouldHaveStatus.shouldHaveStatus(
                    verdict.exchange(), status, FailureCauses.fate(verdict), FailureCauses.of(verdict)));
        }
        return myself;
    }

    /**
     * Verify that the response has a header of this name, in whatever case.
     *
     * <pre>{@code
     * assertThat(exchange).hasHeader("content-type"); // passes
     * assertThat(exchange).hasHeader("set-cookie"); // fails
     * }</pre>
     *
     * @throws AssertionError if it has none, or if there is no response
     */
    public SELF hasHeader(String name) {
        return verifyHeader(name, Optional.empty());
    }

    /**
     * Verify that the response has a header of this name, in whatever case, with this value.
     *
     * <pre>{@code
     * assertThat(exchange).hasHeader("content-type", "application/json"); // passes
     * assertThat(exchange).hasHeader("content-type", "text/html"); // fails
     * }</pre>
     *
     * @throws AssertionError if it has none, or one with another value, or if there is no response
     */
    public SELF hasHeader(String name, String value) {
        return hasHeader(name, ValueCondition.of(value));
    }

    /**
     * Verify that the response has a header of this name, in whatever case, whose value meets a condition.
     *
     * <pre>{@code
     * assertThat(exchange).hasHeader("content-type", containing("json")); // passes
     * assertThat(exchange).hasHeader("content-type", containing("html")); // fails
     * }</pre>
     *
     * @throws AssertionError if it has none, or one with another value, or if there is no response
     */
    public SELF hasHeader(String name, ValueCondition value) {
        return verifyHeader(name, Optional.of(value));
    }

    private SELF verifyHeader(String name, Optional<ValueCondition> value) {
        // Chrome may tell of what went over the wire after it told of the response, but not after its end.
        var verdict = judge(exchange -> contain(NamedHeaders.ofResponse(exchange), name, value), Verdict::hasEnded);
        if (!verdict.met()) {
            var exchange = verdict.exchange();
            throwAssertionError(ShouldHaveHeader.shouldHaveHeader(
                    exchange,
                    RESPONSE_HEADER,
                    header(name, value),
                    exchange.response().isPresent()
                            ? NamedHeaders.ofResponse(exchange).found(name)
                            : FailureCauses.fate(verdict),
                    FailureCauses.of(verdict)));
        }
        return myself;
    }

    /**
     * Verify that the response has no header of this name, in whatever case.
     *
     * <pre>{@code
     * assertThat(exchange).doesNotHaveHeader("set-cookie"); // passes
     * assertThat(exchange).doesNotHaveHeader("content-type"); // fails
     * }</pre>
     *
     * @throws AssertionError if it has one
     */
    public SELF doesNotHaveHeader(String name) {
        var exchange = judgeEnded(ended -> true).exchange();
        if (NamedHeaders.ofResponse(exchange).contain(name)) {
            throwAssertionError(ShouldNotHaveHeader.shouldNotHaveHeader(
                    exchange,
                    RESPONSE_HEADER,
                    name,
                    NamedHeaders.ofResponse(exchange).found(name)));
        }
        return myself;
    }

    private static boolean contain(NamedHeaders headers, String name, Optional<ValueCondition> value) {
        return value.map(condition -> headers.contain(name, condition.matcher()))
                .orElseGet(() -> headers.contain(name));
    }

    private static String header(String name, Optional<ValueCondition> value) {
        return value.map(condition -> name + ": " + condition.words()).orElse(name);
    }

    // --- Bodies. What leads on is final, so that soft assertions see the check and the way on as two steps.

    /**
     * Verify that the body of the response is there to be looked at.
     *
     * <pre>{@code
     * assertThat(exchange).hasBody(); // passes
     * assertThat(withoutBody).hasBody(); // fails
     * }</pre>
     *
     * @throws AssertionError if there is none, or if it was not captured
     */
    public SELF hasBody() {
        var found = responseBody();
        if (found.body().isEmpty()) {
            throwAssertionError(ShouldHaveBody.shouldHaveBody(asked(), "response body", found.why(), List.of()));
        }
        return myself;
    }

    /**
     * Go on with assertions about the body of the response as text.
     *
     * <pre>{@code
     * assertThat(exchange).bodyAsString().contains("Ada"); // passes
     * assertThat(exchange).bodyAsString().isEmpty(); // fails
     * }</pre>
     *
     * @throws AssertionError if there is no body, or if it was not captured
     */
    public final AbstractStringAssert<?> bodyAsString() {
        hasBody();
        return text(this::responseBody, "incomplete response body: it was cut off, or has not ended");
    }

    /**
     * Go on with JsonUnit's assertions about the body of the response. They are never soft, nor is what leads there; {@link #bodyAsJsonSatisfies} is, if this one is.
     *
     * <pre>{@code
     * assertThat(exchange).bodyAsJson().inPath("$.name").isEqualTo("Ada"); // passes
     * assertThat(exchange).bodyAsJson().inPath("$.name").isEqualTo("Bob"); // fails
     * }</pre>
     *
     * @throws AssertionError if there is no body, or if it was not captured, or is not JSON
     */
    public final ConfigurableJsonAssert bodyAsJson() {
        return JsonNavigation.to(tree("response body", this::responseBody), info);
    }

    /**
     * Verify that the body of the response satisfies requirements, which JsonUnit's assertions express.
     *
     * <pre>{@code
     * assertThat(exchange).bodyAsJsonSatisfies(json -> json.inPath("$.name").isEqualTo("Ada")); // passes
     * assertThat(exchange).bodyAsJsonSatisfies(json -> json.node("age").isNumber()); // fails
     * }</pre>
     *
     * @throws AssertionError if it does not; or there is no body, or it was not captured, or is not JSON
     */
    public SELF bodyAsJsonSatisfies(ThrowingConsumer<? super ConfigurableJsonAssert> requirements) {
        requirements.accept(bodyAsJson());
        return myself;
    }

    /**
     * Verify that the body of the request is there to be looked at.
     *
     * <pre>{@code
     * assertThat(post).hasRequestBody(); // passes
     * assertThat(get).hasRequestBody(); // fails
     * }</pre>
     *
     * @throws AssertionError if there is none, or if it was not captured
     */
    public SELF hasRequestBody() {
        var found = requestBody();
        if (found.body().isEmpty()) {
            throwAssertionError(ShouldHaveBody.shouldHaveBody(asked(), "request body", found.why(), List.of()));
        }
        return myself;
    }

    /**
     * Go on with assertions about the body of the request as text. Chrome tells nothing of the content of files in a form:
     * the body is incomplete then, and each failure says so.
     *
     * <pre>{@code
     * assertThat(post).requestBodyAsString().contains("amount"); // passes
     * assertThat(post).requestBodyAsString().isEmpty(); // fails
     * }</pre>
     *
     * @throws AssertionError if there is no body, or if it was not captured
     */
    public final AbstractStringAssert<?> requestBodyAsString() {
        hasRequestBody();
        return text(this::requestBody, INCOMPLETE);
    }

    /**
     * Go on with JsonUnit's assertions about the body of the request. They are never soft, nor is what leads there.
     *
     * <pre>{@code
     * assertThat(post).requestBodyAsJson().node("amount").isEqualTo(42); // passes
     * assertThat(post).requestBodyAsJson().node("amount").isEqualTo(43); // fails
     * }</pre>
     *
     * @throws AssertionError if there is no body, or if it was not captured, or is not JSON
     */
    public final ConfigurableJsonAssert requestBodyAsJson() {
        return JsonNavigation.to(tree("request body", this::requestBody), info);
    }

    private AbstractStringAssert<?> text(Supplier<FoundBody> body, String incomplete) {
        var found = absence().isEmpty() ? body.get() : FoundBody.none("");
        AbstractStringAssert<?> text = asInstanceOf(
                        new InstanceOfAssertFactory<>(Object.class, ignored -> new StringAssert(found.text())))
                .withRepresentation(ShortTextRepresentation.INSTANCE);
        var note = Stream.of(info.descriptionText(), found.note(incomplete))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return found.note(incomplete).isEmpty() ? text : text.describedAs("%s", note);
    }

    /** Return a body that is JSON. Without one the way ends here, in soft assertions too: JsonUnit could only say that it met a null. */
    private JsonNode tree(String kind, Supplier<FoundBody> body) {
        absence().ifPresent(why -> {
            throw assertionError(why);
        });
        var found = body.get();
        var tree = JsonBodies.tree(found.text());
        if (tree.isMissingNode()) {
            throw assertionError(ShouldHaveBody.shouldHaveBody(
                    asked(),
                    kind + " that is JSON",
                    found.body().isEmpty() ? found.why() : JsonBodies.whyNotJson(found.text()),
                    JsonBodies.begin(found.text())));
        }
        return tree;
    }

    // --- What came of it

    /**
     * Verify that the request failed with an error of the network, as Chrome calls it.
     *
     * <pre>{@code
     * assertThat(refused).failedWith("net::ERR_CONNECTION_REFUSED"); // passes
     * assertThat(exchange).failedWith("net::ERR_CONNECTION_REFUSED"); // fails
     * }</pre>
     *
     * @throws AssertionError if it did not, or with another one
     */
    public SELF failedWith(String errorText) {
        var verdict = judgeEnded(exchange -> exchange.failure()
                .map(failure -> failure.errorText().equals(errorText))
                .orElse(false));
        if (!verdict.met()) {
            throwAssertionError(ShouldHaveFailed.shouldHaveFailed(
                    verdict.exchange(),
                    "with " + ShownText.text(errorText, ShownText.VALUE),
                    FailureCauses.fate(verdict),
                    FailureCauses.of(verdict)));
        }
        return myself;
    }

    /**
     * Verify that the request got no response because of an error, or one with a status of 400 or above. One that was cancelled has not failed.
     *
     * <pre>{@code
     * assertThat(refused).hasFailed(); // passes
     * assertThat(exchange).hasFailed(); // fails
     * }</pre>
     *
     * @throws AssertionError if it did not fail
     */
    public SELF hasFailed() {
        var verdict = judge(Exchange::hasFailed, Verdict::hasEnded);
        if (!verdict.met()) {
            throwAssertionError(ShouldHaveFailed.shouldHaveFailed(
                    verdict.exchange(), "", FailureCauses.fate(verdict), FailureCauses.of(verdict)));
        }
        return myself;
    }

    /**
     * Verify that the request has come to its end without an error, and with a status below 400 if there was a response.
     * One that was cancelled has not failed.
     *
     * <pre>{@code
     * assertThat(exchange).hasNotFailed(); // passes
     * assertThat(refused).hasNotFailed(); // fails
     * }</pre>
     *
     * @throws AssertionError if it failed, or has not come to its end
     */
    public SELF hasNotFailed() {
        var verdict = judge(
                exchange -> Verdict.hasEnded(exchange) && !exchange.hasFailed(),
                exchange -> exchange.hasFailed() || Verdict.hasEnded(exchange));
        if (!verdict.met()) {
            throwAssertionError(ShouldHaveFailed.shouldNotHaveFailed(
                    verdict.exchange(),
                    verdict.exchange().hasFailed()
                            ? FailureCauses.fate(verdict)
                            : "it has not come to its end" + verdict.ending(),
                    FailureCauses.of(verdict)));
        }
        return myself;
    }

    /**
     * Verify that a service worker answered.
     *
     * <pre>{@code
     * assertThat(offline).cameFromServiceWorker(); // passes
     * assertThat(exchange).cameFromServiceWorker(); // fails
     * }</pre>
     *
     * @throws AssertionError if somebody else did, or nobody
     */
    public SELF cameFromServiceWorker() {
        return verifySource("a service worker", EnumSet.of(Source.SERVICE_WORKER));
    }

    /**
     * Verify that the answer came from a cache of the browser: on disk, in memory, or of what was fetched in advance.
     *
     * <pre>{@code
     * assertThat(cached).cameFromCache(); // passes
     * assertThat(exchange).cameFromCache(); // fails
     * }</pre>
     *
     * @throws AssertionError if it came from somewhere else, or not at all
     */
    public SELF cameFromCache() {
        return verifySource("a cache", CACHES);
    }

    /**
     * Verify that the answer came over the network, be it only to say that what the cache has is still valid (304).
     *
     * <pre>{@code
     * assertThat(exchange).cameFromNetwork(); // passes
     * assertThat(cached).cameFromNetwork(); // fails
     * }</pre>
     *
     * @throws AssertionError if it came from somewhere else, or not at all
     */
    public SELF cameFromNetwork() {
        return verifySource("the network", EnumSet.of(Source.NETWORK, Source.REVALIDATED));
    }

    private SELF verifySource(String words, Set<Source> expected) {
        Predicate<Exchange> isFrom = exchange -> exchange.response()
                .map(Response::source)
                .map(expected::contains)
                .orElse(false);
        // Chrome may tell of a cache after it told of the response.
        var verdict = judgeEnded(isFrom);
        var exchange = verdict.exchange();
        if (!isFrom.test(exchange)) {
            throwAssertionError(ShouldComeFrom.shouldComeFrom(
                    exchange,
                    words,
                    exchange.response()
                            .map(response -> "it came from " + ShownExchange.source(response.source()))
                            .orElse(FailureCauses.fate(verdict)),
                    verdict.details()));
        }
        return myself;
    }

    /**
     * Verify that the request was one to which a redirect led.
     *
     * <pre>{@code
     * assertThat(redirected).wasRedirected(); // passes
     * assertThat(exchange).wasRedirected(); // fails
     * }</pre>
     *
     * @throws AssertionError if it was asked for in the first place
     */
    public SELF wasRedirected() {
        return verifyRedirect("", url -> true);
    }

    /**
     * Verify that the request was one to which a redirect led, from a URL that matches a pattern as {@link #hasUrl} has it.
     *
     * <pre>{@code
     * assertThat(redirected).wasRedirectedFrom("https://shop.example/old"); // passes
     * assertThat(redirected).wasRedirectedFrom("https://shop.example/new"); // fails
     * }</pre>
     *
     * @throws AssertionError if it was not
     */
    public SELF wasRedirectedFrom(String glob) {
        return verifyRedirect("a URL matching " + ShownText.quotedUrl(glob), UrlPattern.matching(glob));
    }

    private SELF verifyRedirect(String from, Predicate<String> url) {
        var exchange = asked();
        if (exchange.redirects().stream().map(Exchange::url).noneMatch(url)) {
            throwAssertionError(
                    ShouldBeRedirected.shouldBeRedirected(exchange, from, FailureCauses.redirects(exchange)));
        }
        return myself;
    }

    /**
     * Verify that the request was asked for in the first place, and no redirect led to it.
     *
     * <pre>{@code
     * assertThat(exchange).wasNotRedirected(); // passes
     * assertThat(redirected).wasNotRedirected(); // fails
     * }</pre>
     *
     * @throws AssertionError if one did
     */
    public SELF wasNotRedirected() {
        var exchange = asked();
        if (!exchange.redirects().isEmpty()) {
            throwAssertionError(ShouldBeRedirected.shouldNotBeRedirected(exchange, FailureCauses.redirects(exchange)));
        }
        return myself;
    }

    /**
     * Verify that the request came to its end in less than some time.
     *
     * <pre>{@code
     * assertThat(exchange).tookLessThan(ofSeconds(2)); // passes
     * assertThat(exchange).tookLessThan(ofNanos(1)); // fails
     * }</pre>
     *
     * @throws AssertionError if it took as long or longer, or has not come to its end
     */
    public SELF tookLessThan(Duration limit) {
        var verdict = judgeEnded(exchange -> exchange.took().compareTo(limit) < 0);
        if (!verdict.met()) {
            var exchange = verdict.exchange();
            throwAssertionError(ShouldTakeLessThan.shouldTakeLessThan(
                    exchange,
                    limit,
                    Verdict.hasEnded(exchange)
                            ? "it took " + Durations.format(exchange.took())
                            : "it has not come to its end" + verdict.ending(),
                    FailureCauses.phases(exchange)));
        }
        return myself;
    }

    /**
     * Go on with assertions about how long the request took, from when Chrome told of it to its end, or to its last news if it has not ended.
     *
     * <pre>{@code
     * assertThat(exchange).took().isBetween(ofMillis(1), ofSeconds(2)); // passes
     * assertThat(exchange).took().isGreaterThan(ofSeconds(2)); // fails
     * }</pre>
     */
    public final AbstractDurationAssert<?> took() {
        var took = isThere() ? judgeEnded(exchange -> true).exchange().took() : Duration.ZERO;
        return asInstanceOf(new InstanceOfAssertFactory<>(Object.class, ignored -> new DurationAssert(took)));
    }
}
