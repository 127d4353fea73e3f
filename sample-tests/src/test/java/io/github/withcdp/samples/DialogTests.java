package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A dialog is dismissed, unless the test wants to answer it. */
@WithCDP
class DialogTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void nobody_has_to_answer_a_dialog(CDPSession page) {
        assertThat(page.evaluate("confirm('Really?')").asBoolean()).isFalse();

        assertThat(page.events().named("Page.javascriptDialogOpening").list())
                .singleElement()
                .satisfies(dialog ->
                        assertThat(dialog.param("/message").asString()).isEqualTo("Really?"));
    }

    @Test
    void a_handler_may_answer_a_dialog(CDPSession page) {
        page.on(
                "Page.javascriptDialogOpening",
                dialog -> page.send("Page.handleJavaScriptDialog", Map.of("accept", true, "promptText", "Ada")));

        assertThat(page.evaluate("prompt('Who are you?')").asString()).isEqualTo("Ada");
    }

    @Test
    void a_page_that_does_not_want_to_be_left_is_left(CDPSession page) {
        page.navigate(site.url("/index.html"));
        page.evaluate("addEventListener('beforeunload', event => event.preventDefault())");

        page.navigate(site.url("/orders.html"));

        assertThat(page.evaluate("document.title").asString()).isEqualTo("Orders");
    }
}
