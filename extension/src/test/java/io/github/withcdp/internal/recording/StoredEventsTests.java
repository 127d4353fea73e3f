package io.github.withcdp.internal.recording;

import static io.github.withcdp.internal.recording.TestConversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.recording.store.PageStore;
import io.github.withcdp.internal.recording.store.StoreProbe;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.SessionId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredEventsTests {

    private final TestConversation conversation = TestConversation.inMemory();

    @BeforeEach
    void converse() {
        conversation
                .sent(PAGE, "Page.navigate", 1)
                .answer(PAGE, "Page.navigate", 1)
                .event(PAGE, "Page.frameNavigated", "{\"frame\":{\"url\":\"http://a/\"}}")
                .received(PAGE, "Page.loadEventFired", 0, "{\"method\":\"Page.loadEventFired\"}")
                .event(SessionId.BROWSER, "PageX.other", "{}")
                .received(SessionId.BROWSER, "", 0, "{\"error\":{}}");
    }

    @AfterEach
    void close() {
        conversation.close();
    }

    @Test
    void are_what_came_without_being_asked_for() {
        assertThat(conversation.recording().events().list())
                .extracting(CDPEvent::method)
                .containsExactly("Page.frameNavigated", "Page.loadEventFired", "PageX.other");
    }

    @Test
    void are_found_by_name_and_by_domain() {
        var events = conversation.recording().events();

        assertThat(events.named("Page.frameNavigated").list()).hasSize(1);
        assertThat(events.named("Page.navigate").list()).isEmpty();
        assertThat(events.inDomain("Page").list()).hasSize(2);
        assertThat(events.inDomain("Page").named("PageX.other").list()).isEmpty();
        assertThat(events.inDomain("PageX").stream()).hasSize(1);
    }

    @Test
    void have_session_and_params() {
        var events = conversation.recording().events();

        var navigated = events.named("Page.frameNavigated").list().get(0);
        assertThat(navigated.session()).isEqualTo(PAGE);
        assertThat(navigated.param("/frame/url").asString()).isEqualTo("http://a/");
        assertThat(events.named("Page.loadEventFired").list().get(0).params()).isEmpty();
    }

    @Test
    void are_looked_for_anew_at_each_call() {
        var events = conversation.recording().events().inDomain("Page");
        conversation.event(PAGE, "Page.frameStoppedLoading", "{}");

        assertThat(events.list()).hasSize(3);
    }

    @Test
    void are_read_from_disk_without_all_the_other_messages(@TempDir Path directory) {
        var store = new PageStore(8 * 1024, 64L << 20, directory);
        try (var large = TestConversation.with(store)) {
            large.event(PAGE, "Page.frameNavigated", "{\"n\":1}");
            for (int i = 0; i < 2_000; i++) {
                large.event(PAGE, "Network.dataReceived", "{}");
            }
            StoreProbe.settle(store);

            var found = large.recording().events().named("Page.frameNavigated").list();

            assertThat(found).hasSize(1);
            assertThat(found.get(0).param("/n").asInt()).isEqualTo(1);
            assertThat(StoreProbe.pagesRead(store)).isLessThanOrEqualTo(2);
        }
    }
}
