package io.github.withcdp.internal.grid;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A JVM that has a session of a Grid, says so, and does nothing more. */
final class GridClient {

    private GridClient() {}

    /** Get a session of the Grid with this URL. */
    public static void main(String[] args) throws InterruptedException {
        var session = GridSession.open(
                GridUrl.parse(args[0]),
                GridCapabilities.of(List.of("--headless=new", "--no-sandbox"), "Other JVM", Optional.empty()),
                Duration.ofMinutes(1));
        System.out.println(session.id());
        if (args[1].equals("exit")) {
            System.exit(0);
        }
        new CountDownLatch(1).await();
    }
}
