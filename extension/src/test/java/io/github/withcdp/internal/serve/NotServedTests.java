package io.github.withcdp.internal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private Recording recording(String lines) throws IOException {
        var header = "{\"withcdp\":\"traffic\",\"version\":1,\"browser\":\"\",\"started\":\"2026-11-20T13:00:00Z\"}\n";
        return Recording.read(Files.writeString(folder.resolve("traffic.jsonl"), header + lines));
    }
}
