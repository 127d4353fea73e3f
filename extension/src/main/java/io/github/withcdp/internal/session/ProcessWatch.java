package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.IncomingEvent;

/**
 * Notices when a process of Node.js has finished: then its main context goes, though the process waits until all inspectors have left.
 * Contexts that a script makes for itself come and go without a meaning.
 */
final class ProcessWatch {

    private int mainContext = -1;

    /** Return whether with this event the process has finished. Called by the reader thread only. */
    boolean finishes(IncomingEvent event) {
        return switch (event.method()) {
            case "Runtime.executionContextCreated" -> {
                var context = event.params().path("context");
                if (context.path("auxData").path("isDefault").asBoolean(false)) {
                    mainContext = context.path("id").asInt(-1);
                }
                yield false;
            }
            case "Runtime.executionContextDestroyed" ->
                mainContext >= 0 && event.params().path("executionContextId").asInt(-1) == mainContext;
            default -> false;
        };
    }
}
