package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.difference.Found.Leaf;
import io.github.withcdp.internal.difference.Matching.Match;
import io.github.withcdp.internal.likeness.Explanation;
import io.github.withcdp.internal.likeness.JsonComparison;
import io.github.withcdp.internal.likeness.LeafDifference;
import io.github.withcdp.internal.likeness.RequestKey;
import io.github.withcdp.internal.likeness.UrlForm;
import io.github.withcdp.recording.Difference.Kind;
import io.github.withcdp.recording.Difference.Presence;
import io.github.withcdp.recording.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Compares the requests of two runs, each with all that came of it, in whichever session that was told. */
final class RequestDifferences {

    private final ComparedRuns runs;
    private final Matching<Exchange> requests;

    private RequestDifferences(ComparedRuns runs) {
        this.runs = runs;
        requests = new Matching<>(runs.expected().exchanges(), runs.actual().exchanges());
    }

    /** Compare them, and return those that belong together. */
    static List<Match<Exchange>> add(ComparedRuns runs) {
        return new RequestDifferences(runs).compare();
    }

    private List<Match<Exchange>> compare() {
        requests.by(
                        one -> List.of(expectedRole(one), RequestKey.of(one)),
                        one -> List.of(actualRole(one), RequestKey.of(one)))
                .by(
                        one -> List.of(expectedRole(one), withoutBody(one)),
                        one -> List.of(actualRole(one), withoutBody(one)))
                .by(one -> List.of(withoutBody(one)), one -> List.of(withoutBody(one)))
                .by(
                        one -> List.of(expectedRole(one), one.method(), UrlForm.withoutQuery(one.url())),
                        one -> List.of(actualRole(one), one.method(), UrlForm.withoutQuery(one.url())))
                .by(one -> askedBySame(expectedRole(one), one), one -> askedBySame(actualRole(one), one));
        requests.matches()
                .forEach(match -> runs.anchors()
                        .add(
                                match.expected().timing().started(),
                                match.actual().timing().started()));
        requests.matches().forEach(this::compare);
        boolean withoutBodies = requests.matches().stream()
                .anyMatch(match -> ExchangeView.hasBodyInOneOnly(match.expected(), match.actual()));
        if (withoutBodies) {
            runs.note("Some bodies were captured in one of the runs only, and are not compared");
        }
        addUnmatched();
        return requests.matches();
    }

    private String expectedRole(Exchange exchange) {
        return runs.roleOfExpected(exchange.session());
    }

    private String actualRole(Exchange exchange) {
        return runs.roleOfActual(exchange.session());
    }

    private static RequestKey withoutBody(Exchange exchange) {
        return RequestKey.of(exchange.method(), exchange.url(), "");
    }

    /** The same line of a script may ask for something else. */
    private static Object askedBySame(String role, Exchange exchange) {
        var initiator = exchange.initiator();
        var path = UrlForm.path(exchange.url());
        return initiator.url().isEmpty()
                ? exchange // which is like no other
                : List.of(
                        role,
                        exchange.method(),
                        exchange.resourceType(),
                        UrlForm.withoutQuery(initiator.url()),
                        initiator.line(),
                        path.chars().filter(c -> c == '/').count());
    }

    private void compare(Match<Exchange> match) {
        var expected = match.expected();
        var actual = match.actual();
        var differences = JsonComparison.ofMessages(
                ExchangeView.of(expected, actual, runs.expected().end()),
                ExchangeView.of(actual, expected, runs.actual().end()));
        if (!differences.isEmpty()) {
            var leaves = differences.stream()
                    .filter(difference -> !isUnknown(difference, expected))
                    .map(difference -> new Leaf(difference, told(difference, actual, expected)))
                    .toList();
            runs.add(new Found(
                    Kind.REQUEST,
                    Presence.CHANGED,
                    stream(expected),
                    actual.url(),
                    subject(actual),
                    leaves,
                    Explanation.NONE,
                    actual.timing().started(),
                    actual.sequence(),
                    Causes.of(actual, runs.actual()),
                    Trace.of(actual)));
        }
    }

    /** That a request had no answer or no end when the test failed is no news, if it had none in the other run either until then. */
    private boolean isUnknown(LeafDifference difference, Exchange expected) {
        var timing = expected.timing();
        return switch (difference.pointer()) {
            case "/response" ->
                difference.other().isMissingNode()
                        && !runs.isReached(timing.responded().orElse(timing.ended()));
            case "/finished" -> !difference.other().asBoolean(true) && !runs.isReached(timing.ended());
            default -> false;
        };
    }

    private Duration told(LeafDifference difference, Exchange actual, Exchange expected) {
        var timing = actual.timing();
        var pointer = difference.pointer();
        if (pointer.startsWith("/request") || pointer.startsWith("/resourceType")) {
            return timing.started();
        }
        boolean isResponse = pointer.equals("/response");
        if (pointer.equals("/finished") || (isResponse && difference.other().isMissingNode())) {
            return ExchangeView.isFinished(actual, runs.actual().end())
                    ? timing.ended()
                    : overdue(
                            actual,
                            expected,
                            isResponse
                                    ? expected.timing().responded()
                                    : Optional.of(expected.timing().ended()));
        }
        return pointer.startsWith("/response") && !pointer.startsWith("/response/body")
                ? timing.responded().orElse(timing.ended())
                : timing.ended();
    }

    /** Return when something should have been told that never was: after the time that it took in the other run, for what is strange later may come of that. */
    private Duration overdue(Exchange actual, Exchange expected, Optional<Duration> reportedAt) {
        var started = expected.timing().started();
        var moment = actual.timing().started().plus(reportedAt.orElse(started).minus(started));
        var last = runs.actual().lastMoment();
        return moment.compareTo(last) < 0 ? moment : last;
    }

    private void addUnmatched() {
        var matched = new HashSet<String>();
        requests.matches().forEach(match -> matched.add(stream(match.expected())));
        for (var missing : requests.missing()) {
            var started = missing.timing().started();
            if (runs.isReached(started)) {
                add(
                        Presence.MISSING,
                        missing,
                        runs.anchors().of(started),
                        expectedRole(missing),
                        Causes.asked(missing));
            }
        }
        for (var added : requests.added()) {
            add(Presence.ADDED, added, added.timing().started(), actualRole(added), Causes.of(added, runs.actual()));
        }
    }

    private void add(Presence presence, Exchange exchange, Duration at, String role, String cause) {
        runs.add(new Found(
                Kind.REQUEST,
                presence,
                role + ' ' + exchange.method() + ' ' + UrlForm.withoutQuery(exchange.url()),
                exchange.url(),
                subject(exchange),
                new ArrayList<>(),
                Explanation.NONE,
                at,
                exchange.sequence(),
                cause,
                Trace.of(exchange)));
    }

    private String stream(Exchange expected) {
        return expectedRole(expected) + ' ' + expected.method() + ' ' + UrlForm.withoutQuery(expected.url());
    }

    private static String subject(Exchange exchange) {
        return exchange.method() + " " + exchange.url();
    }
}
