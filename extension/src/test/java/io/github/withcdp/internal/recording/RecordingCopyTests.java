package io.github.withcdp.internal.recording;

import static io.github.withcdp.internal.recording.TestConversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.recording.store.PageStore;
import io.github.withcdp.internal.recording.store.StoreProbe;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class RecordingCopyTests {

    private final TestConversation conversation = TestConversation.inMemory();

    @AfterEach
    void close() {
        conversation.close();
    }

    @Test
    void has_the_same_messages_with_other_texts() {
        conversation
                .sent(PAGE, "A.ask", 7)
                .pass(Duration.ofMillis(3))
                .answer(PAGE, "A.ask", 7)
                .event(SessionId.BROWSER, "B.told", "{\"a\":1.10}");
        var original = conversation.recording();

        try (var copy = RecordingCopy.of(
                original,
                RecordingCopy.Limit.NONE,
                StoredRecording.infoOf(original),
                message -> message.json().replace("A.ask", "A.ask!"))) {
            var copied = copy.recording();
            assertThat(copied.messages())
                    .usingRecursiveFieldByFieldElementComparatorOnFields(
                            "sequence", "nanos", "direction", "session", "method", "id")
                    .isEqualTo(original.messages());
            assertThat(copied.messages())
                    .extracting(RecordedMessage::json)
                    .containsExactly(
                            "{\"id\":7,\"method\":\"A.ask!\"}",
                            "{\"id\":7,\"result\":{}}",
                            "{\"method\":\"B.told\",\"params\":{\"a\":1.10}}");
            assertThat(copied.commands()).hasSize(1);
            assertThat(copied.events().named("B.told").list()).hasSize(1);
            assertThat(copied.isComplete()).isTrue();
            assertThat(StoredRecording.infoOf(copied)).isEqualTo(StoredRecording.infoOf(original));
        }
    }

    @Test
    void is_no_live_view() {
        conversation.sent(PAGE, "A.one", 1);
        try (var copy =
                RecordingCopy.of(conversation.recording(), RecordingCopy.Limit.NONE, about(), RecordedMessage::json)) {
            conversation.sent(PAGE, "A.two", 2);

            assertThat(copy.recording().messages()).hasSize(1);
        }
    }

    @Test
    void says_that_it_is_incomplete_if_the_original_is() {
        conversation.recorder().markIncomplete("Chrome dropped messages.");
        try (var copy =
                RecordingCopy.of(conversation.recording(), RecordingCopy.Limit.NONE, about(), RecordedMessage::json)) {
            assertThat(copy.recording().incompleteBecause()).isEqualTo("Chrome dropped messages.");
        }
    }

    @Test
    void has_the_latest_messages_if_there_are_more_than_it_may_have() {
        fill(10);
        try (var copy = copy(new RecordingCopy.Limit(3, 1 << 20))) {
            assertThat(copy.recording().messages())
                    .extracting(RecordedMessage::sequence)
                    .containsExactly(7L, 8L, 9L);
            assertThat(copy.recording().incompleteBecause())
                    .isEqualTo(
                            "The latest 3 of 10 messages are here, no more than 1 MiB of them; the first one is #7.");
        }
    }

    @Test
    void has_the_latest_messages_if_they_are_longer_than_it_may_be() {
        fill(10);
        int length = conversation.recording().messages().get(0).json().length();
        try (var copy = copy(new RecordingCopy.Limit(100, 2L * length + 1))) {
            assertThat(copy.recording().messages())
                    .extracting(RecordedMessage::sequence)
                    .containsExactly(8L, 9L);
        }
        try (var copy = copy(new RecordingCopy.Limit(100, 1))) {
            assertThat(copy.recording().messages())
                    .as("never nothing")
                    .extracting(RecordedMessage::sequence)
                    .containsExactly(9L);
        }
        try (var copy = copy(new RecordingCopy.Limit(10, 10L * length))) {
            assertThat(copy.recording().isComplete()).isTrue();
        }
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void says_so_in_English_whatever_the_language_of_the_JVM() {
        fill(1_200);
        var before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try (var copy = copy(new RecordingCopy.Limit(1_100, 1 << 20))) {
            assertThat(copy.recording().incompleteBecause()).startsWith("The latest 1,100 of 1,200 messages are here,");
        } finally {
            Locale.setDefault(before);
        }
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            conversation.event(PAGE, "A.told", "{}");
        }
    }

    private RecordingCopy copy(RecordingCopy.Limit limit) {
        return RecordingCopy.of(conversation.recording(), limit, about(), RecordedMessage::json);
    }

    @Test
    void keeps_most_of_it_in_a_file_of_its_owner_that_is_gone_afterwards(@TempDir Path directory) throws Exception {
        for (int i = 0; i < 2_000; i++) {
            conversation.event(PAGE, "A.told", "{\"i\":" + i + "}");
        }
        var original = conversation.recording();
        var permissions = new ArrayList<String>();
        var store = new PageStore(8 * 1024, 16 * 1024, directory); // loses messages if nobody waits for the disk
        var seen = new int[1];
        try (var copy = RecordingCopy.of(
                original,
                RecordingCopy.Limit.NONE,
                about(),
                message -> {
                    // Where a file loses its name as soon as it is open, there may be none to see.
                    if (seen[0]++ == 1_000) {
                        permissions.addAll(permissionsIn(directory));
                    }
                    return message.json();
                },
                store)) {
            StoreProbe.settle(store);
            assertThat(StoreProbe.memory(store)).isLessThan(32 * 1024);
            assertThat(copy.recording().messages())
                    .extracting(RecordedMessage::json)
                    .isEqualTo(original.messages().stream()
                            .map(RecordedMessage::json)
                            .toList());
        }
        assertThat(permissions).allMatch("rw-------"::equals);
        assertThat(directory).isEmptyDirectory();
        assertIsClosed(store);
    }

    @Test
    void deletes_what_there_is_if_a_text_cannot_be_made(@TempDir Path directory) {
        for (int i = 0; i < 2_000; i++) {
            conversation.event(PAGE, "A.told", "{\"i\":" + i + "}");
        }
        var store = new PageStore(8 * 1024, 64L << 20, directory);

        assertThatThrownBy(() -> RecordingCopy.of(
                        conversation.recording(),
                        RecordingCopy.Limit.NONE,
                        about(),
                        message -> {
                            if (message.sequence() == 1_500) {
                                throw new IllegalStateException("no");
                            }
                            return message.json();
                        },
                        store))
                .hasMessage("no");
        assertThat(directory).isEmptyDirectory();
        assertIsClosed(store);
    }

    /** Where a file loses its name as soon as it is open, an empty directory says nothing of that. */
    private static void assertIsClosed(PageStore store) {
        assertThatThrownBy(() -> StoreProbe.onSpillThread(store, () -> {}))
                .isInstanceOf(RejectedExecutionException.class);
    }

    private RecordingInfo about() {
        return conversation.recorder().info();
    }

    private static List<String> permissionsIn(Path directory) {
        var permissions = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                permissions.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        } catch (IOException | UnsupportedOperationException gone) {
            return permissions;
        }
        return permissions;
    }
}
