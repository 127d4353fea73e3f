package io.github.withcdp.internal.report;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Gives each attempt at a test a folder of its own, where a run tries again what has failed; those of earlier runs make room.
 * Safe for use by many threads; meant to live as long as the JVM.
 */
public final class ReportAttempts {

    private final String run;
    private final Set<Path> taken = new HashSet<>(); // guarded by this
    private final Map<Object, Attempt> attempts = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Create the attempts of a JVM.
     *
     * @param run see {@link BuildRun#id()}
     */
    public ReportAttempts(String run) {
        this.run = run;
    }

    /**
     * One time that a test was run.
     *
     * @param number from 1
     */
    public record Attempt(Path folder, int number) {

        /** Return the name of a test with the attempt, if it is not the first. */
        public String name(String test) {
            return number == 1 ? test : test + " (attempt " + number + ")";
        }
    }

    /**
     * Return the attempt that a report is of, the same one for each report of it.
     *
     * @param execution stands for the attempt while it lasts
     */
    public synchronized Attempt of(Object execution, ReportName name, Path root) {
        return attempts.computeIfAbsent(execution, any -> next(name, root));
    }

    private Attempt next(ReportName name, Path root) {
        int number = 1;
        while (isOfThisRun(name.attempt(number).below(root))) {
            number++;
        }
        var attempt = new Attempt(name.attempt(number).below(root), number);
        taken.add(attempt.folder());
        if (number == 1) {
            removeOld(name, root, 2);
        }
        return attempt;
    }

    /**
     * Return whether an attempt at a test is not the first one of this run, so that the test has failed before.
     *
     * @param execution stands for the attempt while it lasts
     */
    public synchronized boolean isAnother(Object execution, ReportName name, Path root) {
        var attempt = attempts.get(execution);
        return attempt == null ? isOfThisRun(name.attempt(1).below(root)) : attempt.number() > 1;
    }

    /**
     * Remove what earlier runs have left of a test, which tells of what is no longer so. That of this very run is kept,
     * because a test that fails and passes in one run is worth a look.
     *
     * @return whether there was anything
     */
    public synchronized boolean removeOld(ReportName name, Path root) {
        return removeOld(name, root, 1);
    }

    private boolean removeOld(ReportName name, Path root, int from) {
        boolean removed = false;
        for (int number = from; ; number++) {
            var folder = name.attempt(number).below(root);
            if (!isOfThisRun(folder)) {
                boolean was = new ReportWriter(root).removeOld(folder);
                removed |= was;
                if (!was && number > 1) {
                    return removed;
                }
            }
        }
    }

    private boolean isOfThisRun(Path folder) {
        return taken.contains(folder)
                || (!run.isEmpty() && ReportDirectory.runOf(folder).equals(run));
    }
}
