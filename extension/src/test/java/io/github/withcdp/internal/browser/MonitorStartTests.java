package io.github.withcdp.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.config.MonitorMode;
import io.github.withcdp.internal.monitor.LiveMonitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MonitorStartTests {

    private final LiveMonitor monitor = new LiveMonitor();
    private final List<String> announced = new ArrayList<>();

    @AfterEach
    void close() {
        monitor.close();
    }

    @Test
    void nobody_asks_for_one() {
        start(MonitorMode.FALSE, false).open(monitor);

        assertThat(monitor.address()).isEmpty();
        assertThat(announced).isEmpty();
    }

    @Test
    void says_once_where_it_is() {
        start(MonitorMode.TRUE, false).open(monitor);
        start(MonitorMode.TRUE, false).open(monitor);

        assertThat(announced)
                .containsExactly("WithCDP: the monitor of these tests is at "
                        + monitor.address().orElseThrow());
        assertThat(monitor.address().orElseThrow()).matches("http://127\\.0\\.0\\.1:\\d+/[A-Za-z0-9_-]{32}/");
    }

    @Test
    void in_CI_there_is_none_and_that_is_said_once() {
        start(MonitorMode.TRUE, true).open(monitor);
        start(MonitorMode.TRUE, true).open(monitor);

        assertThat(monitor.address()).isEmpty();
        assertThat(announced)
                .containsExactly(
                        "WithCDP: there is no monitor, because these tests run in CI (the environment variable CI is set), where nobody looks; withcdp.monitor=always opens it there, too");
    }

    @Test
    void in_CI_there_is_one_for_who_insists() {
        start(MonitorMode.ALWAYS, true).open(monitor);

        assertThat(monitor.address()).isPresent();
    }

    @Test
    void a_port_that_is_taken_is_replaced() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();

            new MonitorStart(MonitorMode.TRUE, Optional.of(taken), false, announced::add).open(monitor);

            assertThat(announced).hasSize(2);
            assertThat(announced.get(0))
                    .isEqualTo(
                            "WithCDP: port %d of withcdp.monitor.port is taken, perhaps by tests that run at the same time, so the monitor has another one",
                            taken);
            assertThat(monitor.address().orElseThrow()).doesNotContain(":" + taken + "/");
        }
    }

    private MonitorStart start(MonitorMode mode, boolean inCi) {
        return new MonitorStart(mode, Optional.empty(), inCi, announced::add);
    }
}
