package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.schema.StrictNames;
import io.github.withcdp.internal.script.BusyPage;
import java.util.List;

/**
 * What is known of a failure that no message tells.
 *
 * @param busy the pages that did not answer when the test had failed
 * @param browserEnd how the browser ended, if it did and nobody here had asked it to; empty if it runs, or nobody knows
 * @param failure what the failure says, which need not be said again; may be empty
 * @param names what compares commands with the protocol
 */
public record Circumstances(List<BusyPage> busy, String browserEnd, String failure, StrictNames names) {

    /** Nothing. */
    public static final Circumstances UNKNOWN = new Circumstances(List.of(), "", "", StrictNames.NONE);

    /** Copy the list. */
    public Circumstances {
        busy = List.copyOf(busy);
    }
}
