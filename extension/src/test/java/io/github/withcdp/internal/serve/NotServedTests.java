package io.github.withcdp.internal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotServedTests {

    @TempDir
    Path folder;

    @Test
    void what_was_cut_off_is_served_as_far_as_it_goes_and_said_to_be() throws IOException {
        var recording = recording("{\"sequence\":1,\"nan");

        assertThat(NotServed.in(recording, RecordedAnswers.in(recording)))
                .containsExactly("The recording is not complete: " + recording.incompleteBecause());
    }

    @Test
    void sockets_over_TLS_are_refused_and_said_to_be() throws IOException {
        var recording = recording("""
            {"sequence":0,"elapsed":0.1,"direction":"received","session":"A","method":"Network.webSocketCreated","message":{"method":"Network.webSocketCreated","params":{"requestId":"1","url":"wss://chat.test/room"}}}
            """);
        try (var server = LoopbackServer.start();
                var serving = new Serving(recording, "here", false, false, Optional.of(server))) {
            assertThat(serving.warnings(true))
                    .contains("  WebSocket wss://chat.test/room: is refused, because nobody has a certificate of its"
                            + " server");
        }
    }

    private Recording recording(String lines) throws IOException {
        var header = "{\"withcdp\":\"traffic\",\"version\":1,\"browser\":\"\",\"started\":\"2026-11-20T13:00:00Z\"}\n";
        return Recording.read(Files.writeString(folder.resolve("traffic.jsonl"), header + lines));
    }
}
