package io.github.withcdp.internal.report;

import io.github.withcdp.internal.finding.Suspicion;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The requests of a report that somebody who reads it asks about first. Icons are none. */
final class ConcernedExchanges {

    private static final String DOCUMENT = "Document";

    /** What is longer is not parsed. */
    private static final int LONGEST = 1 << 20;

    private final ReportContent content;
    private final List<Exchange> exchanges;

    ConcernedExchanges(ReportContent content) {
        this.content = content;
        exchanges = content.exchanges().stream()
                .filter(exchange -> !exchange.isFavicon())
                .toList();
    }

    /** Return that of the first finding that is about one; else the first that failed, else the script that threw, else the first, documents last. */
    Optional<Exchange> request() {
        return content.suspicions().top().stream()
                .flatMap(suspicion -> request(suspicion).stream())
                .findFirst()
                .or(() -> exchanges.stream()
                        .min(Comparator.<Exchange, Boolean>comparing(exchange -> !exchange.hasFailed())
                                .thenComparing(
                                        exchange -> exchange.resourceType().equals(DOCUMENT))));
    }

    private Optional<Exchange> request(Suspicion suspicion) {
        var sequences = new ArrayList<>(suspicion.messages());
        if (suspicion.kind() == Suspicion.Kind.STALE) {
            Collections.reverse(sequences); // the last is the one that got the old answer
        }
        return sequences.stream()
                .flatMap(sequence -> message(sequence).stream())
                .map(message -> message.tree().at("/params/requestId").asString(""))
                .flatMap(id -> exchanges.stream()
                        .filter(exchange -> exchange.id().equals(id))
                        .limit(1))
                .findFirst();
    }

    private Optional<RecordedMessage> message(long sequence) {
        return content.messages().stream()
                .filter(message -> message.sequence() == sequence
                        && message.isEvent()
                        && message.json().length() <= LONGEST)
                .findFirst();
    }

    /** Return the one that brought the script, or the document with it, which threw what is told first; else the one which began {@link #request()}. */
    Optional<Exchange> script() {
        return thrower()
                .or(() -> request().flatMap(exchange -> of(exchange.initiator().url())));
    }

    private Optional<Exchange> thrower() {
        return content.suspicions().top().stream()
                .filter(suspicion -> suspicion.kind() == Suspicion.Kind.EXCEPTION)
                .flatMap(suspicion -> message(suspicion.sequence()).stream())
                .findFirst()
                .flatMap(thrown -> of(thrownAt(thrown)));
    }

    private Optional<Exchange> of(String url) {
        return exchanges.stream().filter(exchange -> exchange.url().equals(url)).findFirst();
    }

    private static String thrownAt(RecordedMessage thrown) {
        var details = thrown.tree().at("/params/exceptionDetails");
        var frame = details.at("/stackTrace/callFrames/0/url").asString("");
        return frame.isEmpty() ? details.path("url").asString("") : frame;
    }

    /** Return the latest document until the failure, of the page that the first finding is about; else of the one that the test was about. */
    Optional<Exchange> document() {
        var failedAt = content.report().failedAt();
        var documents = exchanges.stream()
                .filter(exchange -> exchange.resourceType().equals(DOCUMENT))
                .filter(exchange ->
                        failedAt.isEmpty() || exchange.timing().started().compareTo(failedAt.get()) <= 0)
                .toList();
        return page().flatMap(page -> documents.stream()
                .filter(exchange -> exchange.session().equals(page))
                .reduce((one, later) -> later));
    }

    private Optional<SessionId> page() {
        return content.suspicions().top().stream()
                .map(Suspicion::session)
                .findFirst()
                .filter(session -> exchanges.stream()
                        .anyMatch(exchange -> exchange.session().equals(session)))
                .or(() -> content.story().lastSession());
    }
}
