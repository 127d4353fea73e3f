package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.NewContext;
import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a test and its browser say to each other is on record. */
@WithCDP
class RecordingTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void holds_commands_answers_and_events(CDPSession page, Recording recording) {
        page.navigate(site.url("/index.html"));

        assertThat(recording.commands()).extracting(RecordedMessage::method).contains("Page.navigate");
        assertThat(recording.events().named("Page.loadEventFired").list()).isNotEmpty();
        assertThat(recording.messages()).extracting(RecordedMessage::elapsed).isSorted();
        assertThat(recording.isComplete()).isTrue();
    }

    @Test
    void tells_one_session_from_another(CDPSession ada, @NewContext CDPSession bob, Recording all) {
        ada.navigate(site.url("/index.html"));
        bob.navigate(site.url("/orders.html"));

        assertThat(ada.recording().messages())
                .extracting(RecordedMessage::session)
                .containsOnly(ada.id());
        assertThat(all.messages()).extracting(RecordedMessage::session).contains(ada.id(), bob.id());
    }

    @Test
    void can_be_kept_and_read_another_day(CDPSession page, Recording recording, @TempDir Path directory)
            throws IOException {
        page.navigate(site.url("/orders.html"));
        page.evaluate("load()");

        var file = directory.resolve("traffic.jsonl");
        recording.writeTo(file);
        var read = Recording.read(file);

        assertThat(read.events().named("Network.responseReceived").stream()
                        .map(event -> event.param("/response/status").asInt()))
                .containsExactly(200, 200);
    }
}
