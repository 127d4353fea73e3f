package io.github.withcdp.fuzz;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.recording.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Makes conversations of a real one and one of all events: shortened, in another order, with messages in which anything may be wrong. */
public final class HostileRecordings {

    private static final int AT_ONCE = 40;
    private static final List<Said> REAL = real();
    private static final List<Said> MADE_UP = madeUp();
    private static final List<JsonNode> TREES =
            REAL.stream().map(said -> Json.read(said.json())).toList();

    private HostileRecordings() {}

    /** Return messages, in the order in which they are recorded. */
    public static Arbitrary<List<Said>> conversations() {
        return Combinators.combine(
                        Hostile.lists(REAL),
                        Arbitraries.integers().between(0, REAL.size() + AT_ONCE).withoutEdgeCases(),
                        Arbitraries.of(MADE_UP)
                                .withoutEdgeCases()
                                .list()
                                .ofMaxSize(20)
                                .withoutEdgeCases(),
                        Hostile.damages(),
                        Hostile.damages())
                .as((real, from, madeUp, places, damages) -> {
                    var said = new ArrayList<>(real.subList(
                            Math.min(real.size(), Math.max(0, from - AT_ONCE)), Math.min(real.size(), from)));
                    said.addAll(said.size() / 2, madeUp);
                    if (!said.isEmpty()) {
                        places.forEach(place -> damage(said, new SplittableRandom(place), damages));
                    }
                    return said;
                });
    }

    private static void damage(List<Said> said, SplittableRandom random, List<Long> damages) {
        int at = random.nextInt(said.size());
        var message = said.get(at);
        try {
            said.set(at, message.saying(HostileJson.damaged(Json.read(message.json()), damages, TREES)));
        } catch (JacksonException damaged) {
            // enough
        }
    }

    private static List<Said> real() {
        return RealMessages.recording().stream()
                .skip(1)
                .map(Json::read)
                .map(line -> new Said(
                        Direction.valueOf(line.path("direction").asString().toUpperCase(Locale.ROOT)),
                        line.path("session").asString(),
                        line.path("method").asString(),
                        line.path("id").asInt(0),
                        line.path("message").toString()))
                .toList();
    }

    private static List<Said> madeUp() {
        var page = REAL.get(REAL.size() / 2).session();
        var said = new ArrayList<Said>();
        MadeUpMessages.events()
                .forEach((method, params) -> said.add(new Said(
                        Direction.RECEIVED,
                        page,
                        method,
                        0,
                        "{\"method\":\"%s\",\"params\":%s,\"sessionId\":\"%s\"}".formatted(method, params, page))));
        MadeUpMessages.commands()
                .forEach((method, params) -> said.add(new Said(
                        Direction.SENT,
                        page,
                        method,
                        said.size() + 1000,
                        "{\"id\":%d,\"method\":\"%s\",\"params\":%s,\"sessionId\":\"%s\"}"
                                .formatted(said.size() + 1000, method, params, page))));
        return List.copyOf(said);
    }
}
