package io.github.withcdp.internal.report;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

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
        return Stream.iterate(
                        ProcessHandle.current().parent(), Optional::isPresent, at -> at.flatMap(ProcessHandle::parent))
                .limit(STEPS)
                .flatMap(Optional::stream)
                .filter(BuildRun::isMaven)
                .findFirst()
                .map(maven -> maven.pid() + "-"
                        + maven.info().startInstant().map(Instant::toEpochMilli).orElse(0L))
                .orElse("");
    }

    private static boolean isMaven(ProcessHandle process) {
        return process.info().arguments().stream().flatMap(Stream::of).anyMatch(MAVEN::equals);
    }
}
