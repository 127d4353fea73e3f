package io.github.withcdp.internal.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console as it is shared, with a pair of files for a terminal. */
class DeveloperConsoleTests {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);
    private final Semaphore turn = new Semaphore(1);
    private Path device;

    @BeforeEach
    void plugIn() throws IOException {
        device = Files.createFile(folder.resolve("tty"));
    }

    @Test
    void one_pause_has_it_at_a_time() {
        var console = console();
        var another = console();

        assertThat(console.take()).isTrue();
        assertThat(console.take()).isFalse();
        assertThat(another.take()).isFalse();
        console.release();
        assertThat(another.take()).isTrue();
        another.release();
    }

    @Test
    void what_was_typed_before_does_not_count() throws IOException {
        Files.writeString(device, "\n\n");
        var console = console();
        console.take();

        assertThat(console.end()).isEmpty();
        Files.writeString(device, "\n\nnot yet");
        assertThat(console.end()).isEmpty();
        Files.writeString(device, "\n\nnot yet\n");
        assertThat(console.end()).hasValue("Enter was pressed");
        console.release();
    }

    @Test
    void lines_are_made_harmless_wherever_they_go() throws IOException {
        var console = console();
        console.take();

        console.show("\u001b[2J");
        console.remark("\u001b[2J");

        assertThat(Files.readString(device)).isEqualTo("!" + System.lineSeparator());
        assertThat(printed.toString(UTF_8)).isEqualTo("!" + System.lineSeparator());
        console.release();
    }

    @Test
    void a_console_that_has_gone_ends_the_pause() throws IOException {
        var console = console();
        Files.delete(device);

        assertThat(console.take()).isTrue();

        assertThat(console.end()).hasValue("the console went away");
        console.release();
        assertThat(turn.availablePermits()).isEqualTo(1);
    }

    private DeveloperConsole console() {
        return new DeveloperConsole(
                () -> new ConsoleLocation.Device(device), line -> line.replace("\u001b[2J", "!"), out, turn);
    }
}
