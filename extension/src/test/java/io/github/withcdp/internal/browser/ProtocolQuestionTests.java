package io.github.withcdp.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.chrome.ChromeLauncher;
import io.github.withcdp.internal.chrome.LaunchOptions;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProtocolQuestionTests {

    private static final LaunchOptions OPTIONS = LaunchOptions.DEFAULTS.withLimit(Duration.ofSeconds(90));

    @Test
    void asks_another_one_if_the_browser_has_no_port() {
        try (var chrome = ChromeLauncher.ofThisMachine().launch(OPTIONS)) {
            var before = ProcessHandle.current().children().toList();

            var texts = ProtocolDescriptions.texts(ProtocolQuestion.ask(chrome, OPTIONS, Duration.ofSeconds(60)));

            assertThat(texts).containsKeys("Page.navigate", "Page.loadEventFired", "Browser.getVersion");
            assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                    .isSubsetOf(before);
        }
    }

    @Test
    void asks_the_browser_itself_if_it_has_a_port() {
        try (var chrome = ChromeLauncher.ofThisMachine().launch(OPTIONS.withWebSocket(true))) {
            var url = chrome.webSocketUrl().orElseThrow();

            assertThat(url.getPath()).startsWith("/devtools/browser/");
            assertThat(ProtocolDescriptions.texts(ProtocolQuestion.ask(url, Duration.ofSeconds(60))))
                    .containsKey("Page.navigate");
        }
    }

    @Test
    void does_not_get_an_answer_where_there_is_no_browser() {
        assertThatThrownBy(() -> ProtocolQuestion.ask(URI.create("ws://127.0.0.1:1/devtools/browser/x")))
                .isInstanceOf(ChromeUnavailableException.class);
    }
}
