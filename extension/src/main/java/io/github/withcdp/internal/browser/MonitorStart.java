package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.config.MonitorMode;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.monitor.LiveMonitor;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the monitor of a run is opened.
 *
 * @param mode whether it is
 * @param port that it listens on if that is free; empty for any
 * @param inCi whether the tests run in CI
 * @param announce told where it is
 */
record MonitorStart(MonitorMode mode, Optional<Integer> port, boolean inCi, Consumer<String> announce) {

    static MonitorStart of(Settings settings, boolean inCi, Consumer<String> announce) {
        return new MonitorStart(settings.get(Option.MONITOR), settings.get(Option.MONITOR_PORT), inCi, announce);
    }

    /** Open it, if the configuration says so, and the place does not speak against it. */
    void open(LiveMonitor monitor) {
        if (mode == MonitorMode.ALWAYS || (mode == MonitorMode.TRUE && !inCi)) {
            monitor.open(port, announce);
        } else if (mode == MonitorMode.TRUE) {
            monitor.refuse(
                    "WithCDP: there is no monitor, because these tests run in CI (the environment variable CI is set), where nobody looks; withcdp.monitor=always opens it there, too",
                    announce);
        }
    }
}
