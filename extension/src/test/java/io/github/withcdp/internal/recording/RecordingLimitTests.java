package io.github.withcdp.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.recording.store.PageStore;
import io.github.withcdp.internal.recording.store.SessionUse;
import io.github.withcdp.internal.recording.store.StoreProbe;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is given up when there is more than may be kept on disk. */
class RecordingLimitTests {

    private static final int DISK = 64 * 1024;
    private static final SessionId FIRST = new SessionId("FIRST");
    private static final SessionId SECOND = new SessionId("SECOND");
    private static final String HUNDRED = "x".repeat(100);

    @TempDir
    Path directory;

    private PageStore store;
    private TestConversation conversation;

    @BeforeEach
    void open() {
        store = new PageStore(8 * 1024, 64L << 20, DISK, directory);
        conversation = TestConversation.with(store);
    }

    @AfterEach
    void close() {
        conversation.close();
    }

    @Test
    void nothing_is_given_up_below_it() {
        fill(FIRST, DISK / 2);

        assertThat(of(FIRST).isComplete()).isTrue();
        assertThat(sequences(of(FIRST))).startsWith(0L);
    }

    @Test
    void the_oldest_messages_are_given_up_first() {
        fill(FIRST, 10 * DISK);

        var sequences = sequences(conversation.recording());
        long last = store.size() - 1L;
        assertThat(sequences.get(0)).isBetween(last - 2L * DISK / 100, last - DISK / 300);
        assertThat(sequences).as("without a gap").hasSize((int) (last - sequences.get(0)) + 1);
        assertThat(conversation.recording().isComplete()).isFalse();
        assertThat(conversation.recording().incompleteBecause())
                .isEqualTo(
                        "Older messages were given up, because more than 64 KiB of them were recorded (withcdp.recording.limit); the first one left is #%d.",
                        sequences.get(0));
        assertThat(conversation.recording().messages())
                .allSatisfy(
                        message -> assertThat(message.json()).contains(HUNDRED, "\"n\":" + message.sequence() + ","));
    }

    @Test
    void those_of_a_test_that_has_ended_are_given_up_before_older_ones_of_one_that_runs() {
        fill(FIRST, DISK / 4);
        fill(SECOND, DISK / 2);
        conversation.recorder().use(SECOND, SessionUse.NO_MORE);
        fill(FIRST, DISK / 3);

        assertThat(of(FIRST).isComplete()).isTrue();
        assertThat(sequences(of(FIRST))).startsWith(0L);
        assertThat(of(SECOND).isComplete()).isFalse();
    }

    @Test
    void a_method_whose_name_is_too_long_for_a_number_makes_no_messages_dear() {
        fill(FIRST, DISK / 4);
        for (int done = 0; done < DISK / 2; done += 500) {
            conversation.event(SECOND, "A." + "x".repeat(200), "{}");
        }
        conversation.recorder().use(SECOND, SessionUse.NO_MORE);
        fill(FIRST, DISK / 3);

        assertThat(sequences(of(FIRST))).startsWith(0L);
        assertThat(of(SECOND).isComplete()).isFalse();
    }

    @Test
    void a_method_whose_name_is_too_long_for_a_number_is_missed_by_those_who_had_it_alone() {
        for (int done = 0; done < 3 * DISK; done += 500) {
            conversation.event(FIRST, "A." + "x".repeat(200), "{}");
            store.awaitRoom();
        }
        fill(SECOND, 1_000);

        assertThat(of(FIRST).isComplete()).isFalse();
        assertThat(of(SECOND).isComplete()).isTrue();
    }

    @Test
    void a_session_whose_name_is_too_long_for_a_number_is_told_what_it_lacks() {
        var session = new SessionId("S".repeat(200));
        fill(session, 5 * DISK);

        assertThat(of(session).isComplete()).isFalse();
        assertThat(of(session).messages()).isNotEmpty();
        assertThat(of(FIRST).messages()).isEmpty();
    }

    @Test
    void those_of_a_running_test_are_given_up_if_there_are_no_others() {
        fill(FIRST, DISK / 3);
        conversation.recorder().use(FIRST, SessionUse.NO_MORE);
        fill(SECOND, 2 * DISK);

        assertThat(of(FIRST).messages()).isEmpty();
        assertThat(of(FIRST).incompleteBecause()).endsWith("; none is left.");
        assertThat(of(SECOND).isComplete()).isFalse();
        assertThat(sequences(of(SECOND)).get(0)).isGreaterThan(store.size() / 3);
    }

    @Test
    void those_of_a_test_that_is_still_to_come_are_given_up_last() {
        fill(SECOND, DISK / 4);
        conversation.recorder().use(SECOND, SessionUse.LATER);
        fill(FIRST, 2 * DISK);

        assertThat(of(SECOND).isComplete()).isTrue();
        assertThat(of(FIRST).isComplete()).isFalse();

        fill(SECOND, 2 * DISK);
        assertThat(of(SECOND).isComplete()).as("said too much itself").isFalse();
        assertThat(sequences(of(SECOND)).get(0)).as("its oldest are given up").isPositive();
    }

    @Test
    void what_the_browser_says_makes_no_messages_dear() {
        fill(FIRST, DISK / 4);
        fill(SessionId.BROWSER, DISK / 2);
        fill(FIRST, DISK / 3);

        assertThat(of(FIRST).isComplete()).isTrue();
        assertThat(of(SessionId.BROWSER).isComplete()).isFalse();
    }

    @Test
    void the_first_message_left_is_the_one_behind_the_gap() {
        fill(SECOND, 300);
        fill(FIRST, 300);
        conversation.recorder().use(SECOND, SessionUse.LATER);
        fill(FIRST, 2 * DISK);

        var sequences = sequences(of(FIRST));
        assertThat(sequences.get(0)).as("in a page with the other's").isEqualTo(2);
        int gap = 0;
        while (sequences.get(gap + 1) == sequences.get(gap) + 1) {
            gap++;
        }
        assertThat(of(FIRST).incompleteBecause()).endsWith("; the first one left is #" + sequences.get(gap + 1) + ".");
    }

    @Test
    void a_test_that_came_later_lacks_nothing() {
        fill(SessionId.BROWSER, 1_000);
        fill(FIRST, 3 * DISK);
        long from = store.size();
        fill(SessionId.BROWSER, 1_000);
        fill(SECOND, 1_000);

        assertThat(conversation.recording().isComplete()).isFalse();
        assertThat(of(SECOND).isComplete()).isTrue();
        assertThat(withBrowser(SECOND, from).isComplete()).isTrue();
        assertThat(withBrowser(SECOND, 0).isComplete()).isFalse();
        assertThat(withBrowser(FIRST, from).isComplete())
                .as("of the same session")
                .isTrue();
    }

    @Test
    void what_the_browser_said_before_anybody_used_it_is_not_missed() {
        fill(SessionId.BROWSER, 3 * DISK);
        long from = store.size();
        fill(SECOND, 1_000);

        assertThat(withBrowser(SECOND, 0, from).isComplete()).isTrue();
        assertThat(withBrowser(SECOND, 0, 0).isComplete()).isFalse();
    }

    @Test
    void a_message_that_is_larger_is_given_up_by_itself() {
        conversation.event(FIRST, "A.told", "{\"text\":\"" + "x".repeat(2 * DISK) + "\"}");
        fill(SECOND, DISK / 2);

        assertThat(of(FIRST).messages()).isEmpty();
        assertThat(of(FIRST).isComplete()).isFalse();
        assertThat(of(SECOND).isComplete()).isTrue();
    }

    @Test
    void a_message_that_is_larger_takes_the_place_of_no_other() {
        fill(SECOND, DISK / 3);
        conversation.event(FIRST, "A.told", "{\"text\":\"" + "x".repeat(2 * DISK) + "\"}");
        fill(SECOND, DISK / 3);

        assertThat(of(FIRST).messages()).isEmpty();
        assertThat(of(SECOND).isComplete()).isTrue();
        assertThat(StoreProbe.sizeOnDisk(store)).isLessThanOrEqualTo(DISK);
    }

    @Test
    void one_whose_messages_are_given_up_while_it_waits_for_the_disk_is_told_of_the_limit() throws Exception {
        fill(FIRST, 2 * DISK);
        var oldest = conversation.recording().messages().get(0);
        var busy = new CountDownLatch(1);
        StoreProbe.onSpillThread(store, () -> await(busy));
        add(FIRST, 10 * 1024); // moves to disk when that is no longer busy, where there is no room
        var json = new AtomicReference<String>();
        var reader = new Thread(() -> json.set(oldest.json()));
        reader.start();
        while (reader.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait(); // until it is next but one
        }

        busy.countDown();
        reader.join();

        assertThat(json.get()).isEmpty();
        assertThat(conversation.recording().incompleteBecause()).startsWith("Older messages were given up, ");
    }

    @Test
    void one_who_reads_meanwhile_gets_whole_messages_or_none() throws Exception {
        fill(FIRST, DISK / 2);
        var messages = conversation.recording().messages();
        var filling = new Thread(() -> fill(FIRST, 20 * DISK));
        filling.start();
        while (filling.isAlive()) {
            for (var message : messages) {
                var json = message.json();
                assertThat(json.isEmpty() || json.contains(HUNDRED)).as(json).isTrue();
            }
        }
        filling.join();

        assertThat(messages.get(0).json()).isEmpty();
    }

    @Test
    void the_file_says_what_is_missing() throws IOException {
        fill(FIRST, 3 * DISK);
        var file = directory.resolve("traffic.jsonl");

        conversation.recording().writeTo(file);

        var read = Recording.read(file);
        assertThat(read.incompleteBecause()).isEqualTo(conversation.recording().incompleteBecause());
        assertThat(sequences(read)).isEqualTo(sequences(conversation.recording()));
    }

    @Test
    void the_disk_holds_no_more() {
        fill(FIRST, 30 * DISK);

        assertThat(StoreProbe.sizeOnDisk(store)).isBetween(DISK / 2L, (long) DISK);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fill(SessionId session, int bytes) {
        for (int done = 0; done < bytes; done += 150) {
            add(session, 150);
            store.awaitRoom();
        }
        StoreProbe.settle(store);
    }

    private void add(SessionId session, int bytes) {
        for (int done = 0; done < bytes; done += 150) {
            conversation.event(session, "A.told", "{\"n\":" + store.size() + ",\"text\":\"" + HUNDRED + "\"}");
        }
    }

    private Recording of(SessionId session) {
        return conversation.recorder().recording(session::equals);
    }

    private Recording withBrowser(SessionId session, long from) {
        return withBrowser(session, from, from);
    }

    private Recording withBrowser(SessionId session, long from, long browserFrom) {
        return conversation.recorder().recording(new MessageFilter() {
            @Override
            public boolean includes(SessionId other) {
                return other.isBrowser() || other.equals(session);
            }

            @Override
            public long from() {
                return from;
            }

            @Override
            public long browserFrom() {
                return browserFrom;
            }
        });
    }

    private static List<Long> sequences(Recording recording) {
        return recording.messages().stream().map(RecordedMessage::sequence).toList();
    }
}
