package io.github.withcdp.internal.report.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import io.github.withcdp.internal.report.story.TargetNames.Known;
import io.github.withcdp.protocol.SessionId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetNamesTests {

    private final Conversation recording = new Conversation();

    private void attached(String session, String type, String url, String more) {
        recording.event(
                1,
                "",
                "Target.attachedToTarget",
                "{\"sessionId\":\"%s\",\"targetInfo\":{\"type\":\"%s\",\"url\":\"%s\"%s}}"
                        .formatted(session, type, url, more));
    }

    private static Known known(String session, String type, String url) {
        return new Known(new SessionId(session), type, url);
    }

    private String name(String session, Known... known) {
        return TargetNames.of(recording.messages(), List.of(known)).of(new SessionId(session));
    }

    @Test
    void a_target_is_its_sort_and_the_path_that_it_was_at_last() {
        attached("P", "page", "about:blank", "");
        attached("Q", "page", "http://a.test/pay?token=1", ",\"openerId\":\"T\"");
        attached("W", "shared_worker", "http://a.test/w.js", "");
        attached("F", "iframe", "http://a.test", "");
        var page = known("P", "page", "http://a.test/cart#top");

        assertThat(name("P", page)).isEqualTo("page /cart");
        assertThat(name("Q", page)).isEqualTo("popup /pay");
        assertThat(name("W", page)).isEqualTo("shared worker /w.js");
        assertThat(name("F", page)).isEqualTo("frame /");
        assertThat(name("", page)).isEmpty();
    }

    @Test
    void those_of_several_hosts_are_told_apart_by_them() {
        attached("P", "page", "http://a.test/cart", "");
        attached("F", "iframe", "http://b.test:81/cart", "");

        assertThat(name("P")).isEqualTo("page a.test/cart");
        assertThat(name("F")).isEqualTo("frame b.test:81/cart");
    }

    @Test
    void those_that_would_be_called_the_same_have_their_session_too() {
        attached("0123456789", "page", "about:blank", "");
        attached("9876543210", "page", "about:blank", "");

        assertThat(name("0123456789")).isEqualTo("page about:blank @01234567");
    }

    @Test
    void there_are_several_if_a_test_had_more_than_one() {
        attached("P", "page", "about:blank", "");
        attached("T", "tab", "about:blank", "");
        assertThat(TargetNames.of(recording.messages(), List.of()).areSeveral()).isFalse();

        attached("W", "worker", "blob:x", "");
        assertThat(TargetNames.of(recording.messages(), List.of()).areSeveral()).isTrue();
    }

    @Test
    void a_page_cannot_make_names_long_or_many() {
        for (int i = 0; i < 5_000; i++) {
            attached("P" + i, "page", "http://[" + "x".repeat(10_000), "");
        }

        assertThat(name("P0")).hasSizeLessThan(100);
        assertThat(name("P4999")).isEmpty();
    }
}
