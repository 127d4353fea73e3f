package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Chrome drops what is too much for a WebSocket, and tells nobody but whoever reads what it prints. */
@Tag("faults")
@Timeout(180)
class DroppedMessagesTests {

    @Test
    void are_said_in_the_report(@TempDir Path reports) throws IOException {
        var failure = FixtureRun.of(DroppedMessageTestCase.class, reports)
                .with("withcdp.transport", "websocket")
                .with("withcdp.log", "false")
                .execute()
                .failure();

        assertThat(Files.readString(FailurePhaseTests.notedFolder(failure).resolve("summary.md")))
                .contains(
                        "**The recording is incomplete:** `Chrome dropped messages, because more than the 256 MiB that it keeps were waiting to be read: ",
                        "Too large write data is pending: size=");
    }

    /** Has the browser print the line as it prints what a page logs: to drop messages in earnest takes it ten seconds of work. */
    @WithCDP(args = "--enable-logging=stderr")
    static class DroppedMessageTestCase {

        @Test
        @Timeout(60)
        void fails(CDPSession page) {
            page.evaluate("console.log('Too large write data is pending: size=269484032, max_buffer_size=268435456')");
            while (page.recording().incompleteBecause().isEmpty()
                    && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(10_000_000);
            }
            throw new IllegalStateException("oops");
        }
    }
}
