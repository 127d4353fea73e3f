package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.network.FailureByStatus;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in words what came of a request that failed.
 *
 * @param corsParameter the header or method that CORS did not like, may be empty
 * @param preflight the status of the answer to its preflight, 0 if unknown
 * @param directive of a Content-Security-Policy that forbade it, may be empty
 * @param handledBy the command with which the test itself let it fail or answered it, may be empty
 */
record FailedRequest(Exchange exchange, String corsParameter, int preflight, String directive, String handledBy) {

    /** Return it, to be said behind the name of the request. */
    String words() {
        var answer = exchange.response().map(FailedRequest::answer);
        var failure = failure();
        if (failure.filter(FailedRequest::isOfPreflight).isPresent()) {
            return why();
        }
        if (failure.isPresent() && handledBy.equals("Fetch.failRequest")) {
            return "was made to fail by the test with " + handledBy
                    + code(failure.get().errorText());
        }
        if (answer.isPresent() && failure.isEmpty() && handledBy.equals("Fetch.fulfillRequest")) {
            return answer.get() + " by the test with " + handledBy;
        }
        return Stream.of(answer.orElse(""), why())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Return why it failed, to be said behind what was answered; empty if it did not, or the answer says all. */
    String why() {
        return failure().map(this::why).orElse("");
    }

    private Optional<Exchange.Failure> failure() {
        return exchange.failure().filter(reason -> !reason.cancelled()).filter(reason -> !FailureByStatus.is(exchange));
    }

    private static boolean isOfPreflight(Exchange.Failure failure) {
        return CorsErrors.isAboutPreflight(failure.corsError());
    }

    private static String answer(Exchange.Response response) {
        return ("was answered with " + response.status() + " " + response.statusText()).stripTrailing();
    }

    private String why(Exchange.Failure failure) {
        if (isOfPreflight(failure)) {
            return "was not sent, because CORS forbids it" + toPage() + ": " + cors(failure);
        }
        boolean answered = exchange.response().isPresent();
        if (!failure.corsError().isEmpty()) {
            return (answered ? "but CORS keeps the answer from " + page() : "was forbidden by CORS" + toPage()) + ": "
                    + cors(failure);
        }
        if (!failure.blockedReason().isEmpty()) {
            return (answered ? "but the answer was blocked " : "was blocked ")
                    + FrameRefusal.words(exchange)
                            .orElseGet(() -> RequestBlockedReasons.words(failure.blockedReason(), origin())
                                    + (directive.isEmpty() ? "" : ": " + directive)
                                    + code(failure.blockedReason()));
        }
        var error = failure.errorText().isEmpty() ? "no reason given" : SafeText.line(failure.errorText(), 80);
        var words = NetErrors.words(failure.errorText(), Origins.host(exchange.url()));
        return (answered ? "then failed: " : "failed: ") + (words.isEmpty() ? error : words + code(error));
    }

    private String cors(Exchange.Failure failure) {
        return CorsErrors.words(failure.corsError(), corsParameter, origin(), preflight) + code(failure.corsError());
    }

    private static String code(String code) {
        return " (" + SafeText.line(code, 80) + ")";
    }

    private String toPage() {
        return origin().isEmpty() ? "" : " to " + page();
    }

    private String page() {
        return origin().isEmpty() ? "the page" : "the page " + origin();
    }

    /** Return the origin of the page that asked, as far as it is known. */
    private String origin() {
        return Origins.of(exchange.documentUrl());
    }

    /** Return what the error of the network means, to be said behind it; empty if it says no more than its name. */
    String meaning() {
        var words = exchange.failure()
                .map(reason -> NetErrors.words(reason.errorText(), Origins.host(exchange.url())))
                .orElse("");
        return words.isEmpty() ? "" : ": " + words;
    }

    /** Return what is good to know beside, of the first of many that failed alike: who asked, and what the answer says. */
    String details(Optional<Exchange.Response> withBody) {
        var excerpt = withBody.map(BodyExcerpt::of).orElse("");
        return events() + RequestSuspicions.askedAt(exchange) + (excerpt.isEmpty() ? "" : "; it says: " + excerpt);
    }

    /** Return how much of a stream had come. */
    private String events() {
        return exchange.resourceType().equals("EventSource") && exchange.status() == 200
                ? ", %s after the begin and after %s"
                        .formatted(Durations.format(exchange.took()), EventSourceSuspicions.events(exchange))
                : "";
    }
}
