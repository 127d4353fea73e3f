package comparison;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs one test class by JUnit's launcher, and tells how it went. */
public final class TestRun {

    private TestRun() {}

    /** Run the class of this name. */
    public static void main(String[] arguments) throws Exception {
        Marks.say("@@RESULT " + run(Class.forName(arguments[0])));
    }

    private static Result run(Class<?> tests) {
        var summaries = new SummaryGeneratingListener();
        long begin = System.nanoTime();
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(tests))
                                    .build(),
                            summaries);
        }
        var result = new Result()
                .withMillis("junitMs", System.nanoTime() - begin)
                .withMillis("afterMs", TestClock.sinceLast())
                .with("passed", summaries.getSummary().getTestsSucceededCount())
                .with("failed", summaries.getSummary().getTotalFailureCount());
        TestClock.gaps().stream()
                .sorted()
                .skip(TestClock.gaps().size() / 2)
                .findFirst()
                .ifPresent(median -> result.with("gapMs", median));
        summaries.getSummary().getFailures().stream()
                .findFirst()
                .ifPresent(
                        failure -> result.with("failure", failure.getException().toString()));
        return result;
    }
}
