package io.github.withcdp.assertions.internal.evidence;

import io.github.withcdp.assertions.internal.error.ShouldBeApproved;
import io.github.withcdp.assertions.internal.match.IgnoredDifferences;
import io.github.withcdp.assertions.internal.match.OutlineLines;
import io.github.withcdp.assertions.internal.text.ShownText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * What somebody has approved, and what was recorded.
 *
 * @param file the approved text; it need not exist
 */
public record ApprovedOutline(Path file, String outline, IgnoredDifferences ignored) {

    /**
     * Return why the one is not the other, and write what was recorded beside the file then; empty if it is.
     *
     * @throws IOException if the file cannot be read, or what was recorded not be written
     */
    public Optional<ErrorMessageFactory> failure(Object actual) throws IOException {
        var received = received();
        if (!Files.exists(file)) {
            write(received);
            return Optional.of(ShouldBeApproved.shouldHaveApproved(actual, file, received));
        }
        var expected = ignored.rest(Files.readString(file));
        var recorded = ignored.rest(outline);
        if (expected.equals(recorded)) {
            Files.deleteIfExists(received);
            return Optional.empty();
        }
        write(received);
        var lines = OutlineLines.difference(expected, recorded);
        return Optional.of(ShouldBeApproved.shouldBeApproved(actual, file, received, ShownText.firstOf(lines)));
    }

    private void write(Path received) throws IOException {
        var directory = received.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Files.writeString(received, outline);
    }

    /** Return the place of what was recorded: {@code checkout.received.txt} beside {@code checkout.txt}. */
    private Path received() {
        var name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(
                dot <= 0 ? name + ".received" : name.substring(0, dot) + ".received" + name.substring(dot));
    }
}
