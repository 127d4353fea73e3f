package io.github.withcdp.internal.report;

import java.util.List;

/** Which run of a build this JVM belongs to. */
public final class BuildRun {

    private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";
    private static final int STEPS = 5;

    private BuildRun() {}

    /**
     * Return an id that all JVMs of a run have in common, and no other run has; empty if none is known.
     * A process of Maven is one run. Those of Gradle and of IDEs live longer, so there a JVM knows only itself.
     */
    public static String id() {
        var at = ProcessHandle.current().parent();
        for (int step = 0; step < STEPS && at.isPresent(); step++) {
            var process = at.get();
            if (isMaven(process)) {
                var start = process.info().startInstant();
                return process.pid() + "-" + (start.isPresent() ? start.get().toEpochMilli() : 0);
            }
            at = process.parent();
        }
        return "";
    }

    private static boolean isMaven(ProcessHandle process) {
        var arguments = process.info().arguments();
        return arguments.isPresent() && List.of(arguments.get()).contains(MAVEN);
    }
}
