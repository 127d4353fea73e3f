package io.github.withcdp.internal.fault;

import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.ConsoleMessage.Source;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what pages did wrong, as far as nobody dealt with it.
 *
 * @param kinds what counts as a fault
 * @param allowed patterns for those that are none
 */
public record Faults(Set<FaultKind> kinds, List<FaultPattern> allowed) {

    /** Copy the collections. */
    public Faults {
        kinds = Set.copyOf(kinds);
        allowed = List.copyOf(allowed);
    }

    /** Knows which messages assertions and waits have demanded, and got. */
    public interface Demands {

        boolean includeMessage(RecordedMessage message);

        /** Return whether they include a message about the request with this id. */
        boolean includeRequest(String id);
    }

    public static Faults of(Collection<FaultKind> kinds, Collection<String> allowed) {
        return new Faults(
                Set.copyOf(kinds), allowed.stream().map(FaultPattern::of).toList());
    }

    /** Return whether nothing is a fault. */
    public boolean areNone() {
        return kinds.isEmpty();
    }

    /** Return those on record that nobody dealt with, in the order in which they were told. */
    public List<Fault> in(Recording recording, Demands demands) {
        var failed = recording.exchanges().stream()
                .filter(exchange -> exchange.hasFailed() && !exchange.isFavicon())
                .toList();
        return Stream.concat(failed.stream().map(Fault::of), errors(recording, failed, demands))
                .filter(fault -> kinds.contains(fault.kind()))
                .filter(fault -> fault.request().isEmpty() || !demands.includeRequest(fault.request()))
                .filter(fault -> allowed.stream().noneMatch(pattern -> pattern.allows(fault)))
                .sorted(Comparator.comparingLong(Fault::sequence))
                .toList();
    }

    private Stream<Fault> errors(Recording recording, List<Exchange> failed, Demands demands) {
        var errors = recording.console().stream()
                .filter(message -> message.level() == ConsoleMessage.Level.ERROR && !message.isAboutFavicon())
                .collect(Collectors.toMap(ConsoleMessage::sequence, Function.identity()));
        if (errors.isEmpty()) {
            return Stream.empty();
        }
        var reportedRequests = kinds.contains(FaultKind.FAILED_REQUESTS)
                ? failed.stream().map(Exchange::id).collect(Collectors.toSet())
                : Set.<String>of();
        return recording.messages().stream()
                .filter(message -> errors.containsKey(message.sequence()) && !demands.includeMessage(message))
                .flatMap(message -> Optional.ofNullable(errors.get(message.sequence())).stream()
                        .map(error -> Fault.of(error, error.source() == Source.LOG ? requestOf(message) : "")))
                .filter(fault -> !reportedRequests.contains(fault.request()));
    }

    /** Return the id of the request that an entry of the log is about; empty if it is about none. */
    private static String requestOf(RecordedMessage entry) {
        return entry.tree().at("/params/entry/networkRequestId").asString("");
    }
}
