package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.IncomingEvent;
import io.github.withcdp.internal.connection.PendingCommand;
import io.github.withcdp.internal.json.Json;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What WithCDP has a session do for itself, which is no part of the test: neither on record nor told to handlers, waits and assertions.
 * It ends when the test wants the same, and does not begin in a session where the test has wanted it: the test has it for itself,
 * unless the test runs for the sake of it: then the test is refused the same.
 */
final class OwnUse {

    /** Sends a command that goes not on record. */
    @FunctionalInterface
    interface Sender {

        PendingCommand send(String method, byte[] params);
    }

    private record Use(Sender sender, Consumer<IncomingEvent> receiver, AtomicBoolean ending) {}

    private static final byte[] NOTHING = {};

    /** Looked at by the reader thread without the lock, which those hold who send. */
    private final Map<SharedFeature, Use> ours = new ConcurrentHashMap<>();

    private final Set<SharedFeature> ofTest = EnumSet.noneOf(SharedFeature.class); // guarded by this

    /**
     * Begin to use a feature, unless it is in use.
     *
     * @param receiver gets its events; called by the reader thread, so it must not wait
     * @return the command that begins it; empty if the feature is in use
     */
    synchronized Optional<PendingCommand> begin(
            SharedFeature feature, Map<String, Object> params, Sender sender, Consumer<IncomingEvent> receiver) {
        if (ofTest.contains(feature)) {
            return Optional.empty();
        }
        var use = new Use(sender, receiver, new AtomicBoolean());
        return ours.putIfAbsent(feature, use) == null
                ? Optional.of(sender.send(feature.start(), Json.write(params)))
                : Optional.empty();
    }

    /** End the use of a feature, if it is ours. What it tells until it has ended is not for the test either. */
    synchronized void end(SharedFeature feature) {
        var use = ours.get(feature);
        if (use != null && use.ending().compareAndSet(false, true)) {
            use.sender().send(feature.stop(), NOTHING).whenDone(answer -> {
                if (feature.lastEvent().isEmpty() || !(answer instanceof Answer.Result)) {
                    ours.remove(feature);
                }
            });
        }
    }

    /** Leave to the test what a command is about that it is about to send. */
    void testSends(String method) {
        SharedFeature.ofCommand(method).ifPresent(this::leave);
    }

    /** Return why a command that the test is about to send is refused, empty unless it would disturb what is not left to the test. */
    Optional<String> refusal(String method) {
        return SharedFeature.ofCommand(method)
                .filter(feature -> !feature.isLeftToTest() && ours.containsKey(feature))
                .map(SharedFeature::refusal);
    }

    private synchronized void leave(SharedFeature feature) {
        ofTest.add(feature);
        end(feature);
    }

    /** Return whether an event is for us alone. Called by the reader thread. */
    boolean isOurs(IncomingEvent event) {
        return feature(event).isPresent();
    }

    /** Receive an event that is for us alone. Called by the reader thread. */
    void receive(IncomingEvent event) {
        feature(event).ifPresent(feature -> {
            var use = event.method().equals(feature.lastEvent()) ? ours.remove(feature) : ours.get(feature);
            if (use != null) {
                use.receiver().accept(event);
            }
        });
    }

    private Optional<SharedFeature> feature(IncomingEvent event) {
        return ours.isEmpty()
                ? Optional.empty()
                : ours.keySet().stream()
                        .filter(feature -> feature.tells(event.method()))
                        .findFirst();
    }
}
