package io.github.withcdp;

import java.nio.file.Path;
import org.junit.platform.testkit.engine.Event;

/** Runs a class of tests in a JVM of its own, and prints what has become of it: with another class path, or another environment. */
final class ForkedRun {

    private ForkedRun() {}

    /** Run it: the name of the class, and a directory for reports. */
    public static void main(String[] arguments) throws ClassNotFoundException {
        var outcome = FixtureRun.of(Class.forName(arguments[0]), Path.of(arguments[1]))
                .execute();
        System.out.println("succeeded: " + outcome.succeeded().size());
        outcome.failures().forEach((name, failure) -> System.out.println("failed: " + name + ": " + failure));
        outcome.results().allEvents().skipped().stream()
                .map(Event::getPayload)
                .forEach(reason -> System.out.println("skipped: " + reason.orElse("")));
        System.exit(0); // Testcontainers has threads that go on
    }
}
