package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.WithCDP;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.JavaScriptException;
import io.github.withcdp.session.CDPSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Send a command, read its result. */
@WithCDP
class NavigationTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void reads_the_title_of_a_page(CDPSession page) {
        page.navigate(site.url("/index.html"));

        assertThat(page.evaluate("document.title").asString()).isEqualTo("A small shop");
    }

    @Test
    void sends_a_command_and_reads_its_result_as_a_tree(CDPSession page) {
        page.navigate(site.url("/index.html"));

        var result = page.send("DOM.getDocument", Map.of("depth", 0));

        assertThat(result.at("/root/documentURL").asString()).isEqualTo(site.url("/index.html"));
    }

    record History(int currentIndex, List<Entry> entries) {
        record Entry(String url, String title) {}
    }

    @Test
    void reads_a_result_as_a_record(CDPSession page) {
        page.navigate(site.url("/index.html"));
        page.navigate(site.url("/orders.html"));

        var history = page.send("Page.getNavigationHistory", null, History.class);

        assertThat(history.entries()).extracting(History.Entry::title).containsExactly("", "A small shop", "Orders");
        assertThat(history.currentIndex()).isEqualTo(2);
    }

    @Test
    void ends_where_a_redirect_leads(CDPSession page) {
        page.navigate(site.url("/redirect"));

        assertThat(page.target().url()).isEqualTo(site.url("/index.html"));
    }

    @Test
    void says_why_a_page_cannot_be_loaded(CDPSession page) {
        var gone = LocalSite.start();
        gone.close();

        assertThatThrownBy(() -> page.navigate(gone.url("/index.html")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageStartingWith("Protocol error (Page.navigate): net::ERR_CONNECTION_REFUSED");
    }

    @Test
    void says_why_a_command_is_refused(CDPSession page) {
        assertThatThrownBy(() -> page.send("Page.navigate", Map.of("url", "no URL at all")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("Protocol error (Page.navigate): Cannot navigate to invalid URL [code -32000]");
    }

    @Test
    void throws_what_the_page_throws(CDPSession page) {
        assertThatThrownBy(() -> page.evaluate("(function add() { throw new RangeError('too many') })()"))
                .isInstanceOf(JavaScriptException.class)
                .hasMessageContaining("RangeError: too many")
                .hasMessageContaining("at add");
    }

    @Test
    void takes_a_picture(CDPSession page) {
        page.navigate(site.url("/index.html"));

        assertThat(page.screenshot()).startsWith(0x89, 'P', 'N', 'G');
    }
}
