package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A load for which the test waited when it failed, with the request that holds it up. That a page still loads is nothing unusual otherwise. */
final class UnfinishedLoad implements Detector {

    private static final Set<String> NAVIGATIONS =
            Set.of("Page.navigate", "Page.reload", "Page.navigateToHistoryEntry");

    /** What a page asks for without that its load waits. */
    private static final Set<String> ASIDE =
            Set.of("Fetch", "XHR", "EventSource", "WebSocket", "WebTransport", "Ping", "Preflight", "Prefetch");

    private static final Duration LONG = Duration.ofSeconds(1);
    private static final int URL = 200;

    private Optional<RecordedMessage> navigation =
            Optional.empty(); // the last that the test did, whose load has not ended
    private boolean answered;
    private boolean dialogOpen;

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (LastWait.isOfTest(message)) {
            navigation = Optional.of(message).filter(command -> NAVIGATIONS.contains(command.method()));
            answered = false;
            dialogOpen = false;
        } else if (isOfSameSession(message)) {
            switch (message.method()) {
                case "Page.loadEventFired" -> navigation = Optional.empty();
                case "Page.javascriptDialogOpening" -> dialogOpen = true;
                case "Page.javascriptDialogClosed" -> dialogOpen = false;
                default ->
                    answered |= message.isAnswer()
                            && message.id().equals(navigation.get().id());
            }
        }
    }

    private boolean isOfSameSession(RecordedMessage message) {
        return navigation
                .filter(command -> command.session().equals(message.session()))
                .isPresent();
    }

    /**
     * Tell it, unless it has been told: a navigation without an answer, or a dialog that is open.
     *
     * @param mixed what pages asked for otherwise
     * @param failure what the failure says: if that is which request it waits for, only who asked is news
     * @return the requests that hold it up
     */
    List<Exchange> add(
            List<Exchange> exchanges, MixedContent mixed, PointInTime end, String failure, Findings findings) {
        if (navigation.isEmpty() || !answered) {
            return List.of();
        }
        var waitedFor = exchanges.stream()
                .filter(exchange -> holdsUp(exchange, navigation.get(), end))
                .toList();
        if (!waitedFor.isEmpty() && !dialogOpen) {
            findings.add(
                            Suspicion.Kind.LOAD,
                            navigation.get().elapsed(),
                            navigation.get().session(),
                            Stream.of(
                                            navigation.get().sequence(),
                                            waitedFor.get(0).sequence())
                                    .toList(),
                            (isSaidBy(failure, waitedFor.get(0))
                                            ? briefly(waitedFor.get(0))
                                            : sentence(navigation.get(), waitedFor, end))
                                    + mixed.upgrade(waitedFor.get(0)))
                    .stillSo();
        }
        return waitedFor;
    }

    private static boolean holdsUp(Exchange exchange, RecordedMessage navigation, PointInTime end) {
        var started = exchange.timing().started();
        return exchange.session().equals(navigation.session())
                && !exchange.finished()
                && exchange.failure().isEmpty()
                && started.compareTo(navigation.elapsed()) >= 0
                && end.since(started).compareTo(LONG) >= 0
                && !ASIDE.contains(exchange.resourceType())
                && !WorkerScripts.isForWorkerToCome(exchange);
    }

    private static boolean isSaidBy(String failure, Exchange waitedFor) {
        return !waitedFor.url().isEmpty() && failure.contains(waitedFor.url());
    }

    private static String briefly(Exchange waitedFor) {
        return "The load waits for %s%s"
                .formatted(RequestSuspicions.name(waitedFor, ""), RequestSuspicions.askedAt(waitedFor));
    }

    private static String sentence(RecordedMessage navigation, List<Exchange> waitedFor, PointInTime end) {
        var url = Detector.read(navigation, "params").path("url").asString("");
        var first = waitedFor.get(0);
        var others = waitedFor.size() == 1
                ? ""
                : String.format(Locale.ROOT, "; %,d more had not ended either", waitedFor.size() - 1);
        return "The load of %s had not ended at %s: it waits for %s, asked for %s before and %s%s"
                .formatted(
                        url.isEmpty() ? "the page" : SafeText.line(url, URL),
                        end.name(),
                        RequestSuspicions.name(first, "a request"),
                        Durations.format(end.since(first.timing().started())),
                        first.status() == 0 ? "not answered" : "not answered to the end",
                        others);
    }
}
