package io.github.withcdp.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.config.ConfigurationException;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What is taken out of the report of a recording that was read. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ConfiguredReportMakerTests {

    @TempDir
    Path directory;

    @Test
    void what_the_system_properties_say_is_secret() throws IOException {
        assertThat(transcript()).contains("shoes of size forty-two");

        assertThat(transcriptWith("withcdp.redact.values", "forty-two"))
                .contains("shoes of size ‹redacted:value:len=9:")
                .doesNotContain("forty-two");
    }

    @Test
    void nothing_if_they_say_so() throws IOException {
        assertThat(transcript()).doesNotContain("hunter22");

        assertThat(transcriptWith("withcdp.redact", "false")).contains("hunter22");
    }

    @Test
    void an_option_that_cannot_be_understood_is_refused_before_anything_is_written() {
        assertThatThrownBy(() -> transcriptWith("withcdp.redact", "perhaps"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("withcdp.redact (system property)");
        assertThat(directory.resolve("report")).doesNotExist();
    }

    private String transcriptWith(String property, String value) throws IOException {
        System.setProperty(property, value);
        try {
            return transcript();
        } finally {
            System.clearProperty(property);
        }
    }

    private String transcript() throws IOException {
        var file = Files.writeString(directory.resolve("traffic.jsonl"), """
                {"withcdp":"traffic","version":1,"browser":"Chrome/156.0","started":"2026-11-20T13:00:00.123Z","complete":true,"incompleteBecause":"","messages":1}
                {"sequence":1,"elapsed":1.5,"direction":"sent","session":"S1","method":"Runtime.evaluate","id":1,"message":{"id":1,"params":{"expression":"'shoes of size forty-two'; password='hunter22'"}}}
                """);
        Recording.read(file).writeReport(directory.resolve("report"));
        return Files.readString(directory.resolve("report/transcript.txt"));
    }
}
