package io.github.withcdp.internal.recording;

import static io.github.withcdp.internal.recording.TestConversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.RecordedMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessagesUntilNowTests {

    private final TestConversation conversation = TestConversation.inMemory();

    @AfterEach
    void close() {
        conversation.close();
    }

    @Test
    void are_those_that_were_there_whenever_they_are_looked_for() {
        conversation.event(PAGE, "A.one", "{}");
        var then = MessagesUntilNow.of(conversation.recording());
        conversation.event(PAGE, "A.two", "{}");

        assertThat(then.list()).extracting(RecordedMessage::method).containsExactly("A.one");
        assertThat(then.list()).extracting(RecordedMessage::method).containsExactly("A.one");
        assertThat(MessagesUntilNow.of(conversation.recording()).list()).hasSize(2);
    }
}
