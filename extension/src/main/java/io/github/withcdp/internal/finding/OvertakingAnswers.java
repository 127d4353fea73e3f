package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Answers to scripts that came in another order than they were asked for, so that a page that shows what comes last shows what is out of date.
 * The older request was answered last of all that are {@link LikeRequests#areAlike alike}, after the newest of them, and both well.
 * They ask for different things, the newer one because of something that the test did after the older one; or for the same, at different times,
 * and got different answers. What a page asks for at one time, to show all of it, comes in any order.
 */
final class OvertakingAnswers {

    /** So many of the latest requests are compared with each other. */
    private static final int COMPARED = 300;

    private static final int QUERY = 60;

    /** What is asked for in a shorter time belongs together. */
    private static final Duration AT_ONE_TIME = Duration.ofMillis(100);

    private final TestActions actions;
    private final LikeRequests requests = new LikeRequests();
    private final List<Exchange> exchanges;
    private final List<Exchange> all;

    /**
     * Look for such answers.
     *
     * @param exchanges up to the failure
     * @param all the same with what was told later: bodies are asked for after the failure
     */
    OvertakingAnswers(TestActions actions, List<Exchange> exchanges, List<Exchange> all) {
        this.actions = actions;
        this.exchanges = exchanges;
        this.all = all;
    }

    void add(Findings findings) {
        var byScripts = exchanges.stream().filter(OvertakingAnswers::isByScript).toList();
        var left = byScripts.subList(Math.max(0, byScripts.size() - COMPARED), byScripts.size());
        while (!left.isEmpty()) {
            var first = left.get(0);
            Predicate<Exchange> isAlike =
                    other -> other.sequence() == first.sequence() || requests.areAlike(first, other);
            add(left.stream().filter(isAlike).toList(), findings);
            left = left.stream().filter(isAlike.negate()).toList();
        }
    }

    /** Look at requests that are alike, in the order in which they began. */
    private void add(List<Exchange> alike, Findings findings) {
        var newest = alike.get(alike.size() - 1);
        var last = alike.stream()
                .max(Comparator.comparing(each -> each.timing().ended()))
                .orElse(newest);
        boolean allWell = alike.stream()
                .filter(each -> each.sequence() >= last.sequence())
                .allMatch(OvertakingAnswers::wentWell);
        if (last.sequence() != newest.sequence() && allWell && isThereStill(last) && isRace(last, newest)) {
            tell(last, newest, findings);
        }
    }

    /** Bodies may end in another order than responses come in: then only the ends tell that one overtook the other. */
    private void tell(Exchange older, Exchange newer, Findings findings) {
        boolean byResponse = responded(older).compareTo(responded(newer)) > 0;
        var moment = byResponse ? responded(older) : older.timing().ended();
        var before = byResponse ? responded(newer) : newer.timing().ended();
        findings.add(
                Suspicion.Kind.OVERTAKEN,
                moment,
                older.session(),
                List.of(older.sequence(), newer.sequence()),
                sentence(older, newer, Durations.format(moment.minus(before))));
    }

    private String sentence(Exchange older, Exchange newer, String later) {
        var first = RequestSuspicions.name(older, "");
        var value = requests.own(older, newer);
        if (!newer.url().equals(older.url())) {
            return sentence(
                    first,
                    later,
                    RequestSuspicions.name(newer, "") + ", which was asked later",
                    "…" + query(older),
                    older);
        }
        return value.isEmpty()
                ? sentence(first, later, "the same, which was asked later and answered otherwise", "the first", older)
                : sentence(
                        first + " with " + value,
                        later,
                        "the one with " + requests.own(newer, older) + ", which was asked later",
                        "the one with " + value,
                        older);
    }

    private static String sentence(String first, String later, String second, String shown, Exchange older) {
        return "%s, asked first, was answered last: %s after %s. A page that shows whatever came last now shows the answer to %s%s"
                .formatted(first, later, second, shown, RequestSuspicions.askedAt(older));
    }

    private static Duration responded(Exchange exchange) {
        return exchange.timing().responded().orElse(exchange.timing().ended());
    }

    /** Return what tells it from others of another URL that are alike: they have one path. */
    private static String query(Exchange exchange) {
        return SafeText.line(exchange.url().substring(Math.max(0, exchange.url().indexOf('?'))), QUERY);
    }

    private boolean isRace(Exchange older, Exchange newer) {
        if (actions.ledTo(newer, older)) {
            return !requests.areSame(older, newer) || areDifferent(older, newer);
        }
        var between = newer.timing().started().minus(older.timing().started());
        return requests.areSame(older, newer) && between.compareTo(AT_ONE_TIME) >= 0 && areDifferent(older, newer);
    }

    /** Return whether their answers are known to be different, by what they say or else by their length. */
    private boolean areDifferent(Exchange one, Exchange other) {
        var first = body(one);
        var second = body(other);
        if (first.isPresent() && second.isPresent()) {
            return !Arrays.equals(first.get().bytes(), second.get().bytes());
        }
        return length(one) >= 0 && length(other) >= 0 && length(one) != length(other);
    }

    private Optional<Exchange.Body> body(Exchange exchange) {
        return all.stream()
                .filter(other -> other.sequence() == exchange.sequence())
                .flatMap(other -> other.response().stream())
                .flatMap(response -> response.body().stream())
                .findFirst();
    }

    private static long length(Exchange exchange) {
        return exchange.response().map(Exchange.Response::contentBytes).orElse(-1L);
    }

    /** Return whether no other document was asked for since. */
    private boolean isThereStill(Exchange exchange) {
        return exchanges.stream()
                .noneMatch(other -> other.resourceType().equals("Document")
                        && other.session().equals(exchange.session())
                        && other.timing().started().compareTo(exchange.timing().ended()) > 0);
    }

    private static boolean wentWell(Exchange exchange) {
        return exchange.finished()
                && exchange.failure().isEmpty()
                && exchange.status() >= 200
                && exchange.status() < 300;
    }

    private static boolean isByScript(Exchange exchange) {
        return exchange.resourceType().equals("Fetch")
                || exchange.resourceType().equals("XHR");
    }
}
