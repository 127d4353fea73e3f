package io.github.withcdp.internal.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much may be done for one report: counted in characters read, not in time, so that the same report comes out the same on every machine.
 * Once it is used up, nothing more is shown. Safe for use by many threads.
 */
final class WorkBudget {

    /** The budget that is enough for a recording of some GB; what takes longer was made to take long. */
    static final long USUAL = 1L << 34;

    /** The cost of hiding one secret, compared with reading a character. */
    static final int OF_SECRET = 1_000;

    private final AtomicLong left;
    private final AtomicInteger unread = new AtomicInteger();
    private final AtomicInteger astray = new AtomicInteger();

    WorkBudget(long most) {
        left = new AtomicLong(most);
    }

    /** Return whether there is still something left after so much more. */
    boolean spend(long steps) {
        return left.addAndGet(-steps) >= 0;
    }

    boolean isUsedUp() {
        return left.get() < 0;
    }

    /** Return what stands in the place of a text for which nothing is left. */
    String withhold(String text) {
        unread.incrementAndGet();
        return Mark.of(text, Mark.WITHHELD);
    }

    /** Return what stands in the place of a text that a pattern takes too long with. */
    String withholdAfterPattern(String text) {
        astray.incrementAndGet();
        return Mark.of(text, Mark.WITHHELD);
    }

    /** Return what was not shown for that reason, in sentences for people. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        if (unread.get() > 0) {
            problems.add(String.format(
                    Locale.ROOT,
                    "%,d messages and texts are withheld: it would take too long to look for secrets in all of them",
                    unread.get()));
        }
        if (astray.get() > 0) {
            problems.add(String.format(
                    Locale.ROOT,
                    astray.get() == 1
                            ? "%,d text is withheld: a pattern of withcdp.redact.patterns takes too long to search it"
                            : "%,d texts are withheld: a pattern of withcdp.redact.patterns takes too long to search them",
                    astray.get()));
        }
        return problems;
    }
}
