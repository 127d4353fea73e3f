package io.github.withcdp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** Runs classes of tests, eight of these at once, in which by a seed something goes wrong, and finds out whether each has had what is its own, and nothing else. */
final class SoakRun implements TestExecutionListener, AutoCloseable {

    private static volatile @Nullable SoakRun current; // JUnit makes the tests, which have to find it

    private final long seed;
    private final Map<String, SoakedTest> tests = new ConcurrentHashMap<>();
    private final Set<String> killed = ConcurrentHashMap.newKeySet();
    private final Set<String> classesOfKilled = ConcurrentHashMap.newKeySet();
    private final Map<SoakFault, Integer> happened = new ConcurrentHashMap<>();
    private volatile @Nullable SoakSite site; // of the classes that run
    private final List<String> problems = Collections.synchronizedList(new ArrayList<>());

    private SoakRun(long seed) {
        this.seed = seed;
    }

    /** Begin one; there is no other until it is closed. */
    static SoakRun begin(long seed) {
        var run = new SoakRun(seed);
        current = run;
        return run;
    }

    static SoakRun current() {
        return requireNonNull(current);
    }

    /** Write and load classes of {@link SoakTestCase#TESTS} tests each, which have numbers as names. */
    static List<Class<?>> classes(int count, Path directory) throws Exception {
        var names = IntStream.range(0, count).mapToObj("Soak%02d"::formatted).toList();
        var source = names.stream()
                .map(name -> "@%s(timeout = \"60 s\") class %s extends %s {}"
                        .formatted(WithCDP.class.getName(), name, SoakTestCase.class.getName()))
                .collect(Collectors.joining("\n"));
        assertThat(new Fork(directory)
                        .compile(Fork.classPath(), Files.writeString(directory.resolve("Soaks.java"), source)))
                .isEqualTo("\nended: 0");
        var loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, SoakTestCase.class.getClassLoader());
        var classes = new ArrayList<Class<?>>();
        for (var name : names) {
            classes.add(loader.loadClass(name));
        }
        return classes;
    }

    /** Run some classes. */
    void execute(LauncherSession session, List<Class<?>> classes, Map<String, String> parameters) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(classes.stream().map(type -> selectClass(type)).toList())
                .filters(includeEngines("junit-jupiter"))
                .configurationParameters(parameters)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.max-pool-size", "8")
                .configurationParameter("withcdp.log", "false")
                .build();
        try (var serving = new SoakSite()) {
            site = serving;
            session.getLauncher().execute(request, this);
        }
    }

    SoakSite site() {
        return requireNonNull(site);
    }

    /** Return a test by its class and its number there. */
    SoakedTest test(String type, int number) {
        return tests.computeIfAbsent(type + "-" + number, id -> new SoakedTest(this, id, SoakFault.of(seed, id)));
    }

    /** Note that a process was killed. */
    void killed(String test, String process) {
        killed.add(process);
        classesOfKilled.add(type(test));
    }

    /** Return whether the browser of a test was killed, or, of one that did not get to know its browser, one of its class. */
    boolean wasKilled(String test, String process) {
        return process.isEmpty() ? classesOfKilled.contains(type(test)) : killed.contains(process);
    }

    private static String type(String test) {
        return test.replaceFirst("-.*", "");
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (!identifier.isTest()) {
            result.getThrowable().ifPresent(failure -> problems.add(identifier.getDisplayName() + ": " + failure));
            return;
        }
        var type = ((MethodSource) identifier.getSource().orElseThrow()).getClassName();
        var number = UniqueId.parse(identifier.getUniqueId())
                .getLastSegment()
                .getValue()
                .substring(1); // #7
        var test = test(type, Integer.parseInt(number));
        happened.merge(test.fault(), 1, Integer::sum);
        test.problems(result.getThrowable()).forEach(problem -> problems.add(test.id() + ": " + problem));
        tests.remove(test.id());
    }

    /** Return how many tests have ended. */
    int ended() {
        return happened.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Return in how many tests each fault happened. */
    Map<SoakFault, Integer> happened() {
        return happened;
    }

    /** Return what was not as it should be. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        current = null;
    }
}
