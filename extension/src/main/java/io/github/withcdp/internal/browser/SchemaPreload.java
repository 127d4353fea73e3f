package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.schema.ProtocolSchema;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reads the domains that nearly every test uses while the first browser of the run starts, so that its first command need not wait for that. */
final class SchemaPreload {

    private static final List<String> USUAL = List.of("Page", "Runtime", "Network");
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private SchemaPreload() {}

    /** Begin, on a thread of its own, unless that has been done. */
    static void begin() {
        if (BEGUN.compareAndSet(false, true)) {
            var thread = new Thread(() -> USUAL.forEach(ProtocolSchema.pinned()::domain), "withcdp-schema");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
