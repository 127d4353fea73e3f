package io.github.withcdp.internal.replay;

import static io.github.withcdp.internal.replay.WrittenRecording.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.recording.UnusableRecordingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of which lines are missing, doubled, cut or in another order: they are refused, or played to an end, be it a divergence; nothing hangs. */
class ScriptFuzzTests {

    private static final int RUNS = 3000;
    private static final int STEPS = 12;

    @TempDir
    Path folder;

    @Test
    void lines_may_be_cut_doubled_left_out_and_exchanged() {
        var original = recording().lines();
        int refused = 0;
        int diverged = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            var random = new SplittableRandom(seed);
            boolean numbered = random.nextBoolean();
            var lines = damaged(original, random);
            var text = WrittenRecording.header(lines.size(), "") + "\n"
                    + String.join("\n", numbered ? numbered(lines) : lines) + "\n";
            RecordedTest test;
            try {
                test = RecordedTest.read(WrittenRecording.write(folder, text));
            } catch (UnusableRecordingException reason) {
                assertThat(reason).as("seed %d", seed).hasMessageContaining("cannot be replayed, because it");
                refused++;
                continue;
            }
            if (play(test, seed)) {
                diverged++;
            }
        }
        assertThat(refused).isBetween(RUNS / 10, RUNS * 9 / 10);
        assertThat(diverged).isPositive();
    }

    private static WrittenRecording recording() {
        var recording = WrittenRecording.withPage();
        for (int i = 0; i < STEPS; i++) {
            recording
                    .asked(PAGE, "Runtime.evaluate", "{\"expression\":\"step(%d)\"}".formatted(i), "{\"result\":{}}")
                    .event(PAGE, "Runtime.consoleAPICalled", "{\"step\":%d}".formatted(i));
        }
        return recording;
    }

    private static List<String> damaged(List<String> original, SplittableRandom random) {
        var lines = new ArrayList<>(original);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(6)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(at));
                case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
                case 3 -> {
                    if (random.nextInt(8) == 0) {
                        lines.set(
                                at,
                                lines.get(at)
                                        .substring(
                                                0, random.nextInt(lines.get(at).length())));
                    }
                }
                case 4 -> lines.set(at, lines.get(at).replace("\"id\":", "\"id\":1"));
                default -> lines.set(at, lines.get(at).replace("\"sent\"", "\"received\""));
            }
        }
        return lines;
    }

    /** Give the lines numbers in their new order, so that only what they say is wrong. */
    private static List<String> numbered(List<String> lines) {
        var numbered = new ArrayList<String>();
        for (var line : lines) {
            numbered.add(line.replaceFirst("\"sequence\":\\d+", "\"sequence\":" + numbered.size()));
        }
        return numbered;
    }

    /** Play all there is, as a test does that waits for nothing; return whether that was a divergence. */
    private static boolean play(RecordedTest test, int seed) {
        try (var client = ReplayedTest.of(test)) {
            client.say("", "Target.createBrowserContext", "{\"disposeOnDetach\":false}");
            client.say("", "Target.createTarget", "{\"url\":\"about:blank\",\"browserContextId\":\"C1\"}");
            for (int i = 0; i < STEPS; i++) {
                client.say(PAGE, "Runtime.evaluate", "{\"expression\":\"step(%d)\"}".formatted(i));
            }
            client.script.failed(); // whatever was left out is no longer waited for
            client.script.over();
            var end = client.script.divergence();
            if (end.isPresent()) {
                assertThat(end.get()).as("seed %d", seed).hasMessageContaining("has left its recording at ");
                return true;
            }
            int last = client.say("", "Browser.close", "{}");
            while (true) {
                var heard = client.hear();
                if (heard.startsWith("{\"id\":" + last + ",")) {
                    return false;
                }
            }
        }
    }
}
