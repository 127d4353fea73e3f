package io.github.withcdp.internal.recording;

import static io.github.withcdp.internal.recording.TestConversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.recording.store.PageStore;
import io.github.withcdp.internal.recording.store.StoreProbe;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordingTests {

    private static final SessionId WORKER = new SessionId("worker");

    private final TestConversation conversation = TestConversation.inMemory();

    @AfterEach
    void close() {
        conversation.close();
    }

    @Test
    void is_a_live_view_whose_lists_are_snapshots() {
        var recording = conversation.recording();
        var nothing = recording.messages();
        conversation.event(PAGE, "A.one", "{}");
        var one = recording.messages();
        conversation.event(PAGE, "A.two", "{}");

        assertThat(nothing).isEmpty();
        assertThat(one).hasSize(1).isInstanceOf(RandomAccess.class);
        assertThat(recording.messages()).hasSize(2).containsAll(one);
        assertThatThrownBy(() -> one.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> one.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void gives_equal_messages_for_one_and_the_same() {
        conversation.event(PAGE, "A.one", "{}").event(PAGE, "A.one", "{}");
        var messages = conversation.recording().messages();

        assertThat(messages.get(0)).isEqualTo(messages.get(0)).hasSameHashCodeAs(messages.get(0));
        assertThat(messages.get(0)).isNotEqualTo(messages.get(1));
        assertThat(messages.get(1)).hasToString("#1 RECEIVED A.one in " + PAGE);
    }

    @Test
    void is_cut_by_session_when_it_is_read() {
        conversation
                .event(SessionId.BROWSER, "Target.targetCreated", "{}")
                .event(PAGE, "A.page", "{}")
                .event(WORKER, "A.worker", "{}");
        var mine = new HashSet<SessionId>();
        var recording = conversation.recorder().recording(mine::contains);

        assertThat(recording.messages()).isEmpty();
        mine.add(PAGE);
        assertThat(methods(recording.messages())).containsExactly("A.page");
        mine.add(WORKER);
        assertThat(methods(recording.messages())).containsExactly("A.page", "A.worker");
        assertThat(recording.events().list()).hasSize(2);
    }

    @Test
    void asks_for_messages_of_the_browser_session_one_by_one() {
        conversation
                .event(SessionId.BROWSER, "Target.targetCreated", "{\"targetId\":\"mine\"}")
                .event(SessionId.BROWSER, "Target.targetCreated", "{\"targetId\":\"other\"}")
                .event(PAGE, "A.page", "{}");
        var asked = new ArrayList<String>();
        var recording = conversation.recorder().recording(new MessageFilter() {
            @Override
            public boolean includes(SessionId session) {
                return true;
            }

            @Override
            public boolean includesBrowserMessage(RecordedMessage message) {
                asked.add(message.method());
                return message.json().contains("mine");
            }
        });

        assertThat(recording.messages()).extracting(RecordedMessage::sequence).containsExactly(0L, 2L);
        assertThat(asked).containsExactly("Target.targetCreated", "Target.targetCreated");
    }

    @Test
    void does_not_read_the_pages_of_other_sessions_from_disk() {
        var store = new PageStore(8 * 1024, 64L << 20, TestConversation.tmp());
        try (var both = TestConversation.with(store)) {
            for (int i = 0; i < 1_000; i++) {
                both.event(PAGE, "A.page", "{}");
            }
            both.event(WORKER, "A.worker", "{}");
            StoreProbe.settle(store);

            both.recorder().recording(WORKER::equals).messages();
            assertThat(StoreProbe.pagesRead(store)).isZero();
            both.recording().events().named("A.worker").list();
            assertThat(StoreProbe.pagesRead(store)).isZero();
            both.recording().messages().forEach(RecordedMessage::json);
            assertThat(StoreProbe.pagesRead(store)).isBetween(1L, 3L * StoreProbe.pages(store));
        }
    }

    @Test
    void lists_the_commands() {
        conversation.sent(PAGE, "A.ask", 1).answer(PAGE, "A.ask", 1).event(PAGE, "A.told", "{}");
        conversation.sent(PAGE, "B.ask", 2);

        assertThat(methods(conversation.recording().commands())).containsExactly("A.ask", "B.ask");
    }

    @Test
    void has_no_tree_for_what_is_not_json() {
        conversation.received(PAGE, "", 0, "what?").received(PAGE, "", 0, "");

        assertThat(conversation.recording().messages()).allSatisfy(message -> {
            assertThat(message.tree().isMissingNode()).isTrue();
            assertThat(message.isEvent()).isFalse();
        });
        assertThat(conversation.recording().messages().get(0).json()).isEqualTo("what?");
    }

    @Test
    void is_complete_until_somebody_says_otherwise() {
        assertThat(conversation.recording().isComplete()).isTrue();
        assertThat(conversation.recording().incompleteBecause()).isEmpty();
    }

    private static List<String> methods(List<RecordedMessage> messages) {
        return messages.stream().map(RecordedMessage::method).toList();
    }
}
