package io.github.withcdp.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Predicate;

/** Looks at the threads of this JVM by name. */
final class Threads {

    private Threads() {}

    /** Wait for the end of every thread whose name contains a text; fail if one stays. */
    static void awaitNone(String text) throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().contains(text)) {
                thread.join(Duration.ofSeconds(20).toMillis());
                assertThat(thread.isAlive()).as("%s is still there", thread).isFalse();
            }
        }
    }

    static boolean any(Predicate<Thread> condition) {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(condition);
    }
}
