package io.github.withcdp.internal.fault;

import io.github.withcdp.protocol.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/** Tells of faults that nobody dealt with. */
public final class UnhandledFaults {

    private static final int SHOWN = 8;

    private UnhandledFaults() {}

    /**
     * Return the failure of what has passed but for them.
     *
     * @param what has passed: {@code The test}
     * @param place says in which session something happened, for the end of a sentence; nothing if that need not be said
     */
    public static AssertionFailedError failure(String what, List<Fault> faults, Function<SessionId, String> place) {
        var lines = new ArrayList<String>();
        lines.add("%s has passed, but %s not dealt with (failOn: %s):"
                .formatted(
                        what,
                        faults.size() == 1 ? "a fault of the page was" : faults.size() + " faults of the page were",
                        faults.stream()
                                .map(fault -> fault.kind().name())
                                .distinct()
                                .collect(Collectors.joining(", "))));
        faults.stream().limit(SHOWN).forEach(fault -> {
            lines.add("  #%d %s%s".formatted(fault.sequence(), fault.sentence(), place.apply(fault.session())));
            lines.add(
                    fault.pattern().isEmpty()
                            ? "      has no text that a pattern could allow"
                            : "      is allowed by \"%s\"".formatted(fault.pattern()));
        });
        if (faults.size() > SHOWN) {
            lines.add("  …(%d more)…".formatted(faults.size() - SHOWN));
        }
        lines.add(
                "Have an assertion or an await demand such a message if the test is about it; otherwise allow it with @WithCDP(failOnAllow = \"…\") or withcdp.failOn.allow.");
        return new AssertionFailedError(String.join("\n", lines));
    }
}
