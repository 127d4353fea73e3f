package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.session.CDPSession;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A page must not complain, and if it does, its complaints are on record. */
@WithCDP
class ConsoleErrorTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void a_page_logs_no_errors(CDPSession page) {
        page.navigate(site.url("/index.html"));

        assertThat(consoleErrors(page)).isEmpty();
        assertThat(page.events().named("Runtime.exceptionThrown").list()).isEmpty();
    }

    @Test
    void an_error_on_the_console_comes_with_its_arguments(CDPSession page) {
        page.navigate(site.url("/errors.html"));

        assertThat(consoleErrors(page)).singleElement().satisfies(error -> {
            assertThat(error.param("/args/0/value").asString()).isEqualTo("out of stock");
            assertThat(error.param("/args/1/value").asInt()).isEqualTo(7);
        });
    }

    @Test
    void an_exception_that_nobody_caught_comes_with_its_place(CDPSession page) {
        page.navigate(site.url("/errors.html"));

        assertThat(page.events().named("Runtime.exceptionThrown").list())
                .singleElement()
                .satisfies(thrown -> {
                    assertThat(thrown.param("/exceptionDetails/exception/description")
                                    .asString())
                            .startsWith("TypeError");
                    assertThat(thrown.param("/exceptionDetails/url").asString()).isEqualTo(site.url("/errors.html"));
                });
    }

    @Test
    void a_picture_that_is_missing_is_an_entry_in_the_log(CDPSession page) {
        var entry = page.await("Log.entryAdded", () -> page.navigate(site.url("/errors.html")));

        assertThat(entry.param("/entry/level").asString()).isEqualTo("error");
        assertThat(entry.param("/entry/text").asString()).contains("404");
    }

    private static List<CDPEvent> consoleErrors(CDPSession page) {
        return page.events().named("Runtime.consoleAPICalled").stream()
                .filter(event -> event.param("/type").asString().equals("error"))
                .toList();
    }
}
