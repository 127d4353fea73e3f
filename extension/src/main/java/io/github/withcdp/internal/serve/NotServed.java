package io.github.withcdp.internal.serve;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says what of a recording cannot be served, or not as it was, a sentence each. */
final class NotServed {

    private static final String SECRETS =
            "%s: secrets that were taken out of it are stand-ins, which are no good for signatures and the like";

    private static final int SHOWN = 8;
    private static final int URL = 200;
    private static final Set<Integer> WITHOUT_CONTENT = Set.of(204, 205, 304);

    private final List<String> sentences = new ArrayList<>();

    private NotServed() {}

    static List<String> in(Recording recording, List<RecordedAnswer> answers) {
        var notServed = new NotServed();
        if (!recording.isComplete()) {
            notServed.sentences.add(
                    "The recording is not complete: " + SafeText.line(recording.incompleteBecause(), URL));
        }
        notServed.each(
                recording.isComplete()
                        ? "%s: its content was not captured (withcdp.capture=everything would)"
                        : "%s: its content is not there: it was not captured, or is among what is missing of the recording",
                answers,
                NotServed::lacksContent);
        notServed.each("%s: only a part of its content was captured", answers, NotServed::hasPartOfContent);
        notServed.each(
                "%s: its end was not recorded, and so it stays without an answer", answers, NotServed::hasBeenCutOff);
        notServed.each("%s: its events come all at once", answers, NotServed::isEventSource);
        notServed.each(
                "%s: comes back as net::ERR_FAILED, or the nearest that there is", answers, NotServed::failsOtherwise);
        notServed.each(SECRETS, answers, NotServed::lacksSecrets);
        if (recording.commands().stream().map(RecordedMessage::method).anyMatch("Fetch.enable"::equals)) {
            notServed.sentences.add(
                    "The test uses Fetch itself, which is refused to it; withcdp.replay runs it without a browser");
        }
        return List.copyOf(notServed.sentences);
    }

    private interface Check {
        boolean test(RecordedAnswer answer);
    }

    private void each(String sentence, List<RecordedAnswer> answers, Check check) {
        var found = answers.stream().filter(check::test).toList();
        found.stream()
                .limit(SHOWN)
                .forEach(answer -> sentences.add(String.format(Locale.ROOT, sentence, name(answer.exchange()))));
        if (found.size() > SHOWN) {
            sentences.add(String.format(Locale.ROOT, sentence, "%d more".formatted(found.size() - SHOWN)));
        }
    }

    static String socket(Exchange socket) {
        return "%s %s: is %s"
                .formatted(
                        socket.resourceType(),
                        SafeText.line(socket.url(), URL),
                        socket.url().startsWith("wss:")
                                ? "refused, because nobody has a certificate of its server"
                                : "not served");
    }

    static String endOf(Exchange socket) {
        return "WebSocket %s: ends with code 1000, for Chrome does not tell with which it did"
                .formatted(SafeText.line(socket.url(), URL));
    }

    static String secretsOf(Exchange socket) {
        return SECRETS.formatted("WebSocket " + SafeText.line(socket.url(), URL));
    }

    private static String name(Exchange exchange) {
        var name = exchange.method() + " " + SafeText.line(exchange.url(), URL);
        return exchange.response()
                .filter(response -> !response.mimeType().isEmpty())
                .map(response -> response.contentBytes() > 0
                        ? String.format(
                                Locale.ROOT,
                                "%s (%s, %,d bytes)",
                                name,
                                SafeText.line(response.mimeType(), 40),
                                response.contentBytes())
                        : "%s (%s)".formatted(name, SafeText.line(response.mimeType(), 40)))
                .orElse(name);
    }

    private static boolean lacksContent(RecordedAnswer answer) {
        var exchange = answer.exchange();
        return answer.outcome() == RecordedAnswer.Outcome.RESPONSE
                && !isEventSource(answer)
                && !RecordedAnswer.isRedirect(exchange)
                && !exchange.method().equals("HEAD")
                && !exchange.method().equals("OPTIONS")
                && !WITHOUT_CONTENT.contains(exchange.status())
                && exchange.response()
                        .filter(response -> response.body().isEmpty() && response.contentBytes() != 0)
                        .isPresent();
    }

    private static boolean hasPartOfContent(RecordedAnswer answer) {
        return answer.outcome() == RecordedAnswer.Outcome.RESPONSE
                && answer.exchange()
                        .response()
                        .flatMap(Exchange.Response::body)
                        .filter(body -> !body.isComplete())
                        .isPresent();
    }

    private static boolean hasBeenCutOff(RecordedAnswer answer) {
        return answer.outcome() == RecordedAnswer.Outcome.NOTHING
                && answer.exchange().status() > 0;
    }

    private static boolean isEventSource(RecordedAnswer answer) {
        return answer.exchange().resourceType().equals("EventSource");
    }

    private static boolean failsOtherwise(RecordedAnswer answer) {
        return answer.outcome() == RecordedAnswer.Outcome.FAILURE
                && answer.exchange()
                        .failure()
                        .filter(failure -> !ErrorReason.isExact(failure.errorText()))
                        .isPresent();
    }

    private static boolean lacksSecrets(RecordedAnswer answer) {
        return answer.outcome() == RecordedAnswer.Outcome.RESPONSE
                && answer.exchange()
                        .response()
                        .filter(response ->
                                response.headers().stream().anyMatch(header -> StandIns.areIn(header.value()))
                                        || response.body()
                                                .filter(body -> StandIns.areIn(body.text()))
                                                .isPresent())
                        .isPresent();
    }
}
