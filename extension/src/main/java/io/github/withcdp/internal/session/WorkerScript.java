package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.session.Target;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Whether a worker that has just come has run its script. Before that its global object lacks much of what it will have, {@code setTimeout} and
 * {@code fetch} among it, and Chrome may end it while it waits for a promise. Written by the reader thread, awaited by tests.
 */
final class WorkerScript {

    private static final Set<String> WORKERS = Set.of("worker", "shared_worker");
    private static final Pattern MAJOR_VERSION = Pattern.compile("/(\\d{1,6})\\.");

    /** The first Chrome that tells of it. */
    private static final int TELLING = 143;

    private final Promise<Boolean> over = new Promise<>();
    private volatile boolean expected;

    /**
     * Expect to be told, if the target is a worker and the browser tells.
     *
     * @param version the result of {@code Browser.getVersion}
     */
    void expect(Target target, JsonNode version) {
        var product = MAJOR_VERSION.matcher(version.path("product").asString(""));
        expected = WORKERS.contains(target.type()) && product.find() && Integer.parseInt(product.group(1)) >= TELLING;
    }

    /** Note that it has been run, or is being run, or will not be. */
    void over() {
        over.complete(true);
    }

    /** Wait until it has been run, if that will be told. */
    void await(String method, Deadline deadline) {
        if (!expected) {
            return;
        }
        try {
            over.await(deadline);
        } catch (TimeoutException late) {
            throw new CommandTimeoutException(
                    method,
                    deadline.limit(),
                    List.of("the worker has not run its script yet, and may not be asked before"));
        } catch (InterruptedException interrupt) {
            throw Await.interrupted("waiting for a worker to run its script", interrupt);
        }
    }
}
