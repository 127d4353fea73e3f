package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;

import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovedOutlineTests {

    private static final String OUTLINE = """
            Commands
              Page.navigate http://127.0.0.1:‹port›/cart
              Runtime.evaluate
            Requests
              POST http://127.0.0.1:‹port›/api/pay → 200 text/plain
            Targets
              page
            """;

    private final Recording green = LikeRecordingTests.run(1, 200, "2.80", "Thank you!");
    private final Recording red = LikeRecordingTests.run(2, 503, "3.20", "Try later");

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("checkout.txt");
    }

    private Path received() {
        return directory.resolve("checkout.received.txt");
    }

    /** The directory is another one each time. */
    private ThrowingCallable inDirectory(ThrowingCallable assertion) {
        return () -> {
            try {
                assertion.call();
            } catch (AssertionError e) {
                throw new AssertionError(String.valueOf(e.getMessage())
                        .replace(directory.toString(), "directory")
                        .replace('\\', '/'));
            }
        };
    }

    @Test
    void fails_the_first_time_and_passes_when_somebody_has_renamed_the_file() throws IOException {
        assertFails(
                "is-like-approved-missing.txt",
                inDirectory(() -> assertThat(green).isLikeApproved(file())));
        assertThat(received()).hasContent(OUTLINE);

        Files.move(received(), file());

        assertThat(LikeRecordingTests.run(3, 200, "2.80", "Thank you!")).isLikeApproved(file());
        assertThat(received()).doesNotExist();
    }

    @Test
    void fails_with_the_lines_that_differ() throws IOException {
        Files.writeString(file(), OUTLINE.replace("\n", "\r\n"));

        assertThat(green).isLikeApproved(file());
        assertFails("is-like-approved.txt", inDirectory(() -> assertThat(red).isLikeApproved(file())));
        assertThat(received()).content().contains("503");

        assertThat(red).ignoringUrls("http://127.0.0.1:*/api/**").isLikeApproved(file());
        assertThat(received()).doesNotExist();
    }

    @Test
    void fails_if_the_commands_come_in_another_order() throws IOException {
        Files.writeString(
                file(),
                OUTLINE.replace("  Runtime.evaluate\n", "").replace("Commands\n", "Commands\n  Runtime.evaluate\n"));

        assertFails(
                "is-like-approved-order.txt",
                inDirectory(() -> assertThat(green).isLikeApproved(file())));
        assertThat(green).ignoringMethods("Runtime.*").isLikeApproved(file());
    }
}
