package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.containing;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;

import io.github.withcdp.protocol.CommandFailedException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30) // less than what is waited for: who looks only when the time is up has missed what came
class LiveStorageAssertTests {

    /** For what comes: a test that gets as far as this has failed. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** For what does not come. */
    private static final Duration SHORT = Duration.ofMillis(10);

    private final ScriptedSession page = ScriptedSession.page();

    private void has(String entries) {
        page.answer("DOMStorage.getDOMStorageItems", "{\"entries\":[%s]}".formatted(entries));
    }

    private LiveStorageAssert local(Duration limit) {
        return assertThat(page).within(limit).localStorage();
    }

    @Test
    void passes() {
        has("[\"theme\",\"dark\"],[\"cart\",\"{\\\"tea\\\":7}\"]");

        local(SHORT)
                .containsKey("theme")
                .containsEntry("theme", "dark")
                .containsEntry("theme", containing("ark"))
                .doesNotContainKey("wishes")
                .itemAsJson("cart")
                .isEqualTo("{tea: 7}");
        assertThat(page.recording().commands())
                .extracting(command -> command.tree().at("/params/storageId"))
                .containsOnly(Made.json("{\"securityOrigin\":\"http://localhost\",\"isLocalStorage\":true}"));
    }

    @Test
    void is_waited_for() {
        int[] asked = {0};
        has("");
        page.whenSent(command -> {
            asked[0]++;
            if (asked[0] == 3) {
                has("[\"theme\",\"dark\"]");
            } else if (asked[0] == 5) {
                has("");
            }
        });

        local(LONG).containsKey("theme").isEmpty();

        assertThat(asked[0]).isEqualTo(5);
    }

    @Test
    void shows_what_is_there_without_the_values_of_others() {
        has("[\"theme\",\"dark\"],[\"token\",\"secret\"]");

        assertFails("storage-entry.txt", () -> local(SHORT).containsEntry("theme", "light"));
        assertFails(
                "storage-key.txt",
                () -> assertThat(page).within(SHORT).sessionStorage().containsKey("cart"));
        assertFails("storage-not-empty.txt", () -> local(SHORT).isEmpty());
        assertFails("storage-json.txt", () -> local(SHORT).itemAsJson("theme"));
        assertThatThrownBy(() -> local(SHORT).doesNotContainKey("token")).hasMessageContaining("  no token");
    }

    @Test
    void says_why_there_is_none() {
        page.whenSent(command -> {
            throw new CommandFailedException(command, -32000, "Frame not found for the given storage id", "");
        });

        assertFails("storage-refused.txt", () -> local(SHORT).isEmpty());
    }

    @Test
    void is_asked_again_when_Chrome_did_not_tell() {
        int[] asked = {0};
        has("");
        page.whenSent(command -> {
            if (asked[0]++ == 0) {
                throw new CommandFailedException(command, -32000, "Frame not found for the given storage id", "");
            }
        });

        local(LONG).isEmpty();

        assertThat(asked[0]).isEqualTo(2);
    }

    @Test
    void shows_twelve_items() {
        has(IntStream.range(0, 13).mapToObj("[\"item %d\",\"7\"]"::formatted).collect(Collectors.joining(",")));

        assertThatThrownBy(() -> local(SHORT).containsKey("cart"))
                .hasMessageContaining("  item 11 (1 character)")
                .hasMessageNotContainingAny("item 12")
                .hasMessageEndingWith("  …(1 more)…");
    }

    @Test
    void keeps_what_was_said_of_it() {
        has("[\"cart\",\"7\"]");

        assertThatThrownBy(() -> local(SHORT).as("the shop").itemAsJson("cart").isEqualTo(8))
                .hasMessageStartingWith("[the shop] ");
    }

    @Test
    void stays_soft() {
        var softly = new CDPSoftAssertions();

        softly.assertThat(page).within(SHORT).localStorage().containsKey("one").containsEntry("two", "2");

        assertThat(softly.assertionErrorsCollected()).hasSize(2);
    }
}
