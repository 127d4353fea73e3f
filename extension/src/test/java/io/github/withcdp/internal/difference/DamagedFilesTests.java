package io.github.withcdp.internal.difference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is cut, reordered, doubled or overwritten in the file of a recording, it is read and compared, or refused in a sentence that names it. */
class DamagedFilesTests {

    @TempDir
    private Path directory;

    @Test
    void are_compared_or_refused() throws IOException {
        var lines = lines();
        var green = Recording.read(write("green", String.join("\n", lines).getBytes(UTF_8)));
        var random = new Random(20261130);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            var file = write("damaged", damaged(lines, random));
            try {
                var damaged = Recording.read(file);
                assertThat(damaged.diff(green, green).toString()).isNotEmpty();
                assertThat(green.diff(damaged).toString()).isNotEmpty();
            } catch (IOException refusal) {
                refused++;
                assertThat(refusal).hasMessageContaining(file.getFileName().toString());
            }
        }
        assertThat(refused).as("some are read, and some are not").isBetween(1, 199);
    }

    private static List<String> lines() throws IOException {
        try (var zipped = Objects.requireNonNull(DamagedFilesTests.class.getResourceAsStream("green-1.jsonl.gz"));
                var in = new GZIPInputStream(zipped)) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name + ".jsonl"), bytes);
    }

    /** The header stays as it is half of the time: nothing behind another one would be read. */
    private static byte[] damaged(List<String> lines, Random random) {
        var damaged = new ArrayList<>(Damage.of(lines.subList(1, lines.size()), random));
        damaged.add(0, lines.get(0));
        var bytes = String.join("\n", random.nextBoolean() ? damaged : Damage.of(damaged, random))
                .getBytes(UTF_8);
        for (int i = random.nextInt(4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return random.nextInt(4) > 0 ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
}
