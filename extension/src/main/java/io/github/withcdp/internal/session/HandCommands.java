package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.PendingCommand;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** The commands that somebody who watches a test has sent in its sessions. Whoever finds one on record is told so, from its first moment on. */
final class HandCommands {

    private final Set<Integer> ids = new HashSet<>(); // guarded by this

    /** Send one. Who asks meanwhile waits until its id is known, for it is on record before. */
    synchronized PendingCommand send(Supplier<PendingCommand> transmission) {
        var command = transmission.get();
        ids.add(command.id());
        return command;
    }

    synchronized boolean contains(int id) {
        return ids.contains(id);
    }

    synchronized Set<Integer> ids() {
        return Set.copyOf(ids);
    }
}
