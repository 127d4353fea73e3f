package io.github.withcdp.internal.recording;

import static io.github.withcdp.internal.recording.TestConversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.recording.store.PageStore;
import io.github.withcdp.internal.recording.store.StoreProbe;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.RecordedMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MessageRecorderTests {

    private static final Duration LONG = Duration.ofMinutes(5); // longer than inParallel waits: to be missed is to fail

    @TempDir
    Path directory;

    @Test
    void keeps_what_a_message_is_and_says() {
        try (var conversation = TestConversation.inMemory()) {
            conversation.sent(PAGE, "Page.navigate", 4).pass(Duration.ofNanos(31_245_678));
            conversation.answer(PAGE, "Page.navigate", 4).event(SessionId.BROWSER, "Target.targetCreated", "{\"a\":1}");

            var messages = conversation.recording().messages();

            assertThat(messages).hasSize(3);
            var command = messages.get(0);
            assertThat(command.sequence()).isZero();
            assertThat(command.elapsed()).isZero();
            assertThat(command.direction()).isEqualTo(Direction.SENT);
            assertThat(command.session()).isEqualTo(PAGE);
            assertThat(command.method()).isEqualTo("Page.navigate");
            assertThat(command.id()).hasValue(4);
            assertThat(command.isCommand()).isTrue();
            var answer = messages.get(1);
            assertThat(answer.elapsed()).isEqualTo(Duration.ofNanos(31_245_678));
            assertThat(answer.isAnswer()).isTrue();
            assertThat(answer.json()).isEqualTo("{\"id\":4,\"result\":{}}");
            var event = messages.get(2);
            assertThat(event.isEvent()).isTrue();
            assertThat(event.id()).isEmpty();
            assertThat(event.session()).isEqualTo(SessionId.BROWSER);
            assertThat(event.tree().at("/params/a").asInt()).isEqualTo(1);
        }
    }

    @Test
    void copies_the_part_of_the_buffer_that_is_the_message() {
        try (var recorder = MessageRecorder.create()) {
            var buffer = "xx{}yy".getBytes(StandardCharsets.US_ASCII);
            recorder.record(Direction.RECEIVED, PAGE, "", 0, buffer, 2, 2);
            buffer[2] = '!';

            assertThat(recorder.recording(MessageFilter.ALL).messages().get(0).json())
                    .isEqualTo("{}");
        }
    }

    @Test
    void numbers_the_messages_of_many_threads_without_a_gap_and_in_order_of_time() throws Exception {
        try (var recorder = new MessageRecorder(
                TestConversation.STARTED, System::nanoTime, new PageStore(64 * 1024, 64L << 20, directory))) {
            var sequences = inParallel(8, thread -> {
                var session = new SessionId("session-" + thread);
                return IntStream.range(0, 2_000)
                        .mapToObj(i -> {
                            var json = ("{\"id\":" + i + "}").getBytes(StandardCharsets.US_ASCII);
                            return recorder.record(Direction.SENT, session, "A.b", i + 1, json, 0, json.length);
                        })
                        .toList();
            });

            assertThat(sequences.stream().flatMap(List::stream).sorted())
                    .containsExactlyElementsOf(
                            LongStream.range(0, 16_000).boxed().toList());
            var messages = recorder.recording(MessageFilter.ALL).messages();
            assertThat(messages)
                    .extracting(RecordedMessage::sequence)
                    .isSorted()
                    .hasSize(16_000);
            assertThat(messages).extracting(RecordedMessage::elapsed).isSorted();
            for (int thread = 0; thread < 8; thread++) {
                var session = new SessionId("session-" + thread);
                var own = recorder.recording(session::equals).messages();
                assertThat(own)
                        .extracting(RecordedMessage::json)
                        .containsExactlyElementsOf(IntStream.range(0, 2_000)
                                .mapToObj(i -> "{\"id\":" + i + "}")
                                .toList());
                assertThat(own.stream().map(RecordedMessage::sequence))
                        .containsExactlyElementsOf(sequences.get(thread));
            }
        }
    }

    @Test
    void keeps_a_bounded_number_of_pages_in_memory() {
        var store = new PageStore(256 * 1024, 64L << 20, directory);
        try (var conversation = TestConversation.with(store)) {
            for (int i = 0; i < 200_000; i++) {
                conversation.event(PAGE, "Network.dataReceived", "{\"requestId\":\"" + i + "\"}");
                if (i % 1_000 == 0) {
                    store.awaitRoom(); // a disk keeps up with Chrome, and perhaps not with this loop
                }
            }
            store.awaitRoom();

            assertThat(StoreProbe.memory(store)).isLessThan(3 * 256 * 1024);
            assertThat(StoreProbe.pagesInMemory(store)).isLessThan(3 * 8 + 1);
            assertThat(StoreProbe.pages(store)).isGreaterThan(500).isLessThan(2_000);
            assertThat(conversation.recording().isComplete()).isTrue();
            var messages = conversation.recording().messages();
            assertThat(messages).hasSize(200_000);
            assertThat(messages.get(0).tree().at("/params/requestId").asString())
                    .isEqualTo("0");
            assertThat(messages.get(123_456).tree().at("/params/requestId").asString())
                    .isEqualTo("123456");
            assertThat(messages.get(199_999).sequence()).isEqualTo(199_999);
        }
    }

    @Test
    void reads_back_from_disk_what_it_spilled() {
        try (var conversation = TestConversation.onDisk(directory)) {
            var texts = fill(conversation, 2_000);
            conversation.settle();

            assertThat(conversation.recording().messages())
                    .extracting(RecordedMessage::json)
                    .containsExactlyElementsOf(texts);
            assertThat(conversation.recording().isComplete()).isTrue();
        }
    }

    @Test
    void reads_from_disk_though_interrupted_and_so_does_everybody_after() {
        try (var conversation = TestConversation.onDisk(directory)) {
            var texts = fill(conversation, 2_000);
            conversation.settle();

            Thread.currentThread().interrupt();
            var first = conversation.recording().messages().get(0).json();
            boolean interrupted = Thread.interrupted();

            assertThat(interrupted).as("the interrupt is passed on").isTrue();
            assertThat(first).isEqualTo(texts.get(0));
            assertThat(conversation.recording().messages().get(1_000).json()).isEqualTo(texts.get(1_000));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void spills_to_a_file_that_has_no_name_and_that_only_its_owner_can_read() throws IOException {
        try (var conversation = TestConversation.onDisk(directory)) {
            fill(conversation, 2_000);
            conversation.settle();

            var descriptor = spillDescriptor();

            assertThat(directory).isEmptyDirectory();
            assertThat(Files.readSymbolicLink(descriptor).toString()).endsWith("(deleted)");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(descriptor)))
                    .isEqualTo("rw-------");
        }
        assertThat(spillDescriptors()).isEmpty();
    }

    @Test
    void starts_no_thread_while_everything_fits_into_memory() {
        var store = new PageStore(PageStore.MEMORY_LIMIT, 64L << 20, directory);
        try (var conversation = TestConversation.with(store)) {
            fill(conversation, 1_000);
        }

        assertThat(StoreProbe.hasSpilled(store)).isFalse();
    }

    @Test
    @Tag("faults")
    void gives_up_the_oldest_messages_and_says_why_if_the_disk_refuses() {
        var missing = directory.resolve("missing");
        try (var conversation = TestConversation.onDisk(missing)) {
            var texts = fill(conversation, 2_000);
            conversation.settle();

            var messages = conversation.recording().messages();

            assertThat(messages).isNotEmpty().hasSizeLessThan(2_000);
            assertThat(messages)
                    .extracting(RecordedMessage::json)
                    .containsExactlyElementsOf(texts.subList(2_000 - messages.size(), 2_000));
            assertThat(messages.get(messages.size() - 1).sequence()).isEqualTo(1_999);
            assertThat(conversation.recording().isComplete()).isFalse();
            assertThat(conversation.recording().incompleteBecause())
                    .startsWith("Older messages are missing, because the disk did not take them")
                    .contains("NoSuchFileException", missing.toString());
        }
    }

    @Test
    void gives_up_the_oldest_messages_rather_than_wait_if_the_disk_lags() throws Exception {
        var store = new PageStore(8 * 1024, 16 * 1024, directory);
        var release = new CountDownLatch(1);
        StoreProbe.onSpillThread(store, () -> awaitQuietly(release));
        try (var conversation = TestConversation.with(store)) {
            var texts = fill(conversation, 2_000);

            var recording = conversation.recording();
            var messages = recording.messages();

            assertThat(StoreProbe.memory(store)).isLessThanOrEqualTo((8 + 16 + 2) * 1024);
            assertThat(messages)
                    .isNotEmpty()
                    .hasSizeLessThan(1_000)
                    .extracting(RecordedMessage::json)
                    .containsExactlyElementsOf(texts.subList(2_000 - messages.size(), 2_000));
            assertThat(recording.incompleteBecause()).contains("messages came faster than " + directory);
            release.countDown(); // so that closing need not wait for it
        }
    }

    @Test
    void keeps_the_first_reason_for_being_incomplete() {
        try (var recorder = MessageRecorder.create()) {
            recorder.markIncomplete("Chrome dropped a message.");
            recorder.markIncomplete("And another one.");

            assertThat(recorder.recording(MessageFilter.ALL).isComplete()).isFalse();
            assertThat(recorder.recording(MessageFilter.ALL).incompleteBecause())
                    .isEqualTo("Chrome dropped a message.");
        }
    }

    @Test
    void does_not_throw_if_the_heap_is_full() {
        var calls = new AtomicInteger();
        var store = new PageStore(PageStore.MEMORY_LIMIT, 64L << 20, directory);
        try (var recorder = new MessageRecorder(TestConversation.STARTED, () -> heapFullAt(2, calls), store)) {
            assertThat(recorder.record(Direction.SENT, PAGE, "A.kept", 1, new byte[5], 0, 5))
                    .isZero();
            assertThat(recorder.record(Direction.SENT, PAGE, "A.lost", 2, new byte[5], 0, 5))
                    .isEqualTo(MessageRecorder.NOT_KEPT);
            assertThat(recorder.record(Direction.SENT, PAGE, "A.kept", 3, new byte[5], 0, 5))
                    .isEqualTo(1);

            assertThat(recorder.recording(MessageFilter.ALL).messages()).hasSize(2);
            assertThat(recorder.recording(MessageFilter.ALL).incompleteBecause())
                    .isEqualTo("A message of 5 bytes (A.lost) found no room in the heap.");
        }
    }

    private static long heapFullAt(int call, AtomicInteger calls) {
        if (calls.getAndIncrement() == call) {
            throw new OutOfMemoryError("for the test");
        }
        return 0;
    }

    @Test
    void keeps_large_messages_between_small_ones() {
        try (var conversation = TestConversation.onDisk(directory)) {
            var recorder = conversation.recorder();
            var large = ("{\"data\":\"" + "x".repeat(30_000_000) + "\"}").getBytes(StandardCharsets.US_ASCII);
            conversation.event(PAGE, "A.before", "{}");
            assertThat(recorder.recordOwned(Direction.RECEIVED, PAGE, "A.large", 7, large))
                    .isEqualTo(1);
            assertThat(recorder.record(Direction.RECEIVED, PAGE, "A.copied", 8, large, 0, large.length))
                    .isEqualTo(2);
            conversation.event(PAGE, "A.after", "{}");
            fill(conversation, 200);
            conversation.settle();

            var messages = conversation.recording().messages();

            assertThat(messages).hasSize(204);
            assertThat(messages.get(1).json().length()).isEqualTo(large.length);
            assertThat(messages.get(2).json()).startsWith("{\"data\":\"xxx").endsWith("x\"}");
            assertThat(messages.get(3).method()).isEqualTo("A.after");
            assertThat(conversation.recording().isComplete()).isTrue();
        }
    }

    @Test
    void does_not_copy_a_large_message_that_it_owns() {
        var store = new PageStore(PageStore.MEMORY_LIMIT, 64L << 20, directory);
        try (var conversation = TestConversation.with(store)) {
            var large = new byte[1_000_000];
            conversation.recorder().recordOwned(Direction.RECEIVED, PAGE, "A.large", 7, large);

            assertThat(StoreProbe.firstTexts(store)).isSameAs(large);
        }
    }

    @Test
    void keeps_names_that_are_too_long_or_too_many_for_its_table() {
        try (var conversation = TestConversation.onDisk(directory)) {
            var longMethod = "Hostile." + "m\ud800é".repeat(1_000);
            var longSession = new SessionId("s".repeat(500));
            for (int i = 0; i < 40_000; i++) {
                conversation.event(PAGE, "Many.n" + i, "{\"n\":1}");
            }
            conversation.received(longSession, longMethod, 0, "{\"a\":1}").received(longSession, "A.b", 3, "{\"b\":2}");
            conversation
                    .recorder()
                    .recordOwned(
                            Direction.SENT,
                            PAGE,
                            longMethod,
                            5,
                            "x".repeat(5_000).getBytes(StandardCharsets.US_ASCII));
            conversation.settle();

            var messages = conversation.recording().messages();

            assertThat(messages.get(39_999).method()).isEqualTo("Many.n39999");
            assertThat(messages.get(39_999).tree().at("/params/n").asInt()).isEqualTo(1);
            assertThat(messages.get(40_000).method()).isEqualTo(longMethod);
            assertThat(messages.get(40_000).session()).isEqualTo(longSession);
            assertThat(messages.get(40_000).json()).isEqualTo("{\"a\":1}");
            assertThat(messages.get(40_001).session()).isEqualTo(longSession);
            assertThat(messages.get(40_001).method()).isEqualTo("A.b");
            assertThat(messages.get(40_002).method()).isEqualTo(longMethod);
            assertThat(messages.get(40_002).json()).hasSize(5_000);
            assertThat(conversation.recording().events().named("Many.n39999").list())
                    .hasSize(1);
            assertThat(conversation.recorder().recording(longSession::equals).messages())
                    .hasSize(2);
        }
    }

    @Test
    void can_be_read_while_it_records() throws Exception {
        try (var conversation = TestConversation.onDisk(directory)) {
            var done = new CountDownLatch(1);
            inParallel(3, thread -> {
                if (thread == 0) {
                    fill(conversation, 20_000);
                    done.countDown();
                    return List.of();
                }
                do {
                    var messages = conversation.recording().messages();
                    for (int i = 0; i < messages.size(); i += 97) {
                        assertThat(messages.get(i).sequence()).isEqualTo(i);
                        assertThat(messages.get(i).json()).isEqualTo(text(i));
                    }
                } while (done.getCount() > 0);
                return List.of();
            });

            assertThat(conversation.recording().messages()).hasSize(20_000);
        }
    }

    @Test
    void lets_a_follower_wait_for_the_next_message() throws Exception {
        try (var conversation = TestConversation.inMemory()) {
            var recorder = conversation.recorder();
            assertThat(recorder.awaitBeyond(0, Duration.ofMillis(1))).isFalse();
            conversation.event(PAGE, "A.one", "{}");
            assertThat(recorder.awaitBeyond(0, Duration.ZERO)).isTrue();
            assertThat(recorder.position()).isEqualTo(1);

            inParallel(2, thread -> {
                if (thread == 0) {
                    assertThat(await(recorder, 1)).isTrue();
                } else {
                    conversation.event(PAGE, "A.two", "{}");
                }
                return List.of();
            });

            assertThat(recorder.stream(1, MessageFilter.ALL))
                    .extracting(RecordedMessage::method)
                    .containsExactly("A.two");
            assertThat(recorder.stream(2, MessageFilter.ALL)).isEmpty();
        }
    }

    @Test
    void releases_its_followers_when_it_is_closed() throws Exception {
        var recorder = MessageRecorder.create();

        inParallel(2, thread -> {
            if (thread == 0) {
                assertThat(await(recorder, 0)).isFalse();
            } else {
                recorder.close();
            }
            return List.of();
        });
    }

    @Test
    void keeps_what_is_in_memory_when_it_is_closed_and_says_what_is_gone() {
        var conversation = TestConversation.onDisk(directory);
        var texts = fill(conversation, 2_000);
        conversation.settle();
        var before = conversation.recording().messages();

        conversation.close();
        conversation.close();
        conversation.event(PAGE, "A.late", "{}");

        var messages = conversation.recording().messages();
        assertThat(messages).isNotEmpty().hasSizeLessThan(2_000);
        assertThat(messages.get(messages.size() - 1).method()).isEqualTo("A.late");
        assertThat(messages.get(messages.size() - 2).json()).isEqualTo(texts.get(1_999));
        assertThat(conversation.recording().incompleteBecause()).contains("the browser has been closed");
        assertThat(before).hasSize(2_000);
        assertThat(before.get(0).json()).isEmpty();
        assertThat(before.get(0).tree().isMissingNode()).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    private static List<String> fill(TestConversation conversation, int count) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            conversation.received(PAGE, "Test.filled", 0, text(i));
            texts.add(text(i));
        }
        return texts;
    }

    private static String text(int i) {
        return "{\"method\":\"Test.filled\",\"params\":{\"number\":" + i + "}}";
    }

    private static boolean await(MessageRecorder recorder, long sequence) {
        try {
            return recorder.awaitBeyond(sequence, LONG);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Work {
        List<Long> of(int thread);
    }

    private static List<List<Long>> inParallel(int threads, Work work) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var results = new ArrayList<Future<List<Long>>>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                results.add(pool.submit(() -> work.of(thread)));
            }
            var values = new ArrayList<List<Long>>();
            for (var result : results) {
                values.add(result.get(60, TimeUnit.SECONDS));
            }
            return values;
        } finally {
            pool.shutdownNow();
        }
    }

    private Path spillDescriptor() throws IOException {
        return spillDescriptors().get(0);
    }

    private List<Path> spillDescriptors() throws IOException {
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(this::isSpillFile).toList();
        }
    }

    private boolean isSpillFile(Path descriptor) {
        try {
            return Objects.toString(Files.readSymbolicLink(descriptor))
                    .startsWith(directory.toRealPath().toString());
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }
}
