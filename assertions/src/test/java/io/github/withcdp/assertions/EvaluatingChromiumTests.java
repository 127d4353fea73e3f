package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;

import io.github.withcdp.Headless;
import io.github.withcdp.ReportMode;
import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a page says, asked of one that is alive. */
@WithCDP(headless = Headless.SHELL, report = ReportMode.NEVER)
@Timeout(25) // less than what is waited for: who asks only when the time is up has missed what came
class EvaluatingChromiumTests {

    /** For what comes: a test that gets as far as this has failed. */
    private static final Duration LONG = Duration.ofSeconds(30);

    /** For what does not come. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static final String TOTAL = "document.querySelector('#total')?.textContent";

    @AutoClose
    private static final LocalPages pages = new LocalPages()
            .on(
                    "/",
                    exchange -> LocalPages.answer(
                            exchange,
                            200,
                            "text/html",
                            "<title>%s</title><p id=total>0.00</p>"
                                    .formatted(exchange.getRequestURI().getPath())));

    private static final String site = pages.url();

    @BeforeEach
    void opensTheShop(CDPSession page) {
        page.navigate(site + "/shop");
    }

    @Test
    void waits_for_what_the_page_shows(CDPSession page) {
        page.evaluate("void setTimeout(() => total.textContent = '42.00', 100)");

        assertThat(page).within(LONG).evaluating(TOTAL).isNotNull().isEqualTo("42.00");
    }

    @Test
    void waits_for_what_is_not_there_yet(CDPSession page) {
        page.evaluate("total.remove(); setTimeout(() => document.body.innerHTML = '<p id=total>42', 100); 1");

        assertThat(page)
                .within(LONG)
                .evaluating("document.querySelector('#total').textContent")
                .isEqualTo("42");
    }

    @Test
    void goes_on_with_the_next_document(CDPSession page) {
        page.evaluate("void setTimeout(() => location = '/cart', 50)");

        assertThat(page).within(LONG).evaluating("document.title").isEqualTo("/cart");
    }

    @Test
    void is_asked_anew_when_a_document_goes_without_an_answer(CDPSession page) {
        page.evaluate("void setTimeout(() => location = '/cart', 50)");

        assertThat(page)
                .within(LONG)
                .evaluating("location.pathname == '/cart' ? 'here' : new Promise(() => {})")
                .isEqualTo("here");
    }

    @Test
    void waits_for_promises(CDPSession page) {
        assertThat(page)
                .within(LONG)
                .evaluating("fetch('/cart').then(response => response.status)")
                .isEqualTo(200);
    }

    @Test
    void fails_with_the_values_that_it_saw(CDPSession page) {
        assertThatThrownBy(
                        () -> assertThat(page).within(SHORT).evaluating(TOTAL).isEqualTo("42.00"))
                .hasMessageStartingWith("%nExpecting%n  page %s/shop (session ".formatted(site))
                .message()
                .containsPattern("within 2 s, but it did not\\.\\R" + "What it was:\\R"
                        + "  \"0.00\" (at \\d\\.\\d\\d s|from \\d\\.\\d\\d to \\d\\.\\d\\d s \\(\\d+ times\\))$");
    }

    @Test
    void leaves_the_page_alone(CDPSession page) {
        page.send("Debugger.enable");
        page.send("Debugger.setPauseOnExceptions", Map.of("state", "all"));

        assertThatThrownBy(() ->
                        assertThat(page).within(SHORT).evaluating("missing()").isTrue())
                .hasMessageContaining("  exception ReferenceError: missing is not defined ");
        assertThat(page)
                .within(LONG)
                .evaluating("navigator.userActivation.hasBeenActive")
                .isFalse();
        assertThat(page).hasNoConsoleErrors(); // which an exception that is told does not get to
        assertThat(page.events()).doesNotContainEvent("Debugger.paused");
    }

    @Test
    void asks_the_same_each_time(CDPSession page) {
        page.evaluate("total.textContent = ''; setTimeout(() => total.textContent = '42.00', 300); 1");

        assertThat(page).within(LONG).evaluating(TOTAL).isEqualTo("42.00");

        assertThat(page.recording().commands())
                .filteredOn(command -> command.json().contains("querySelector"))
                .hasSizeGreaterThan(1)
                .extracting(command -> command.tree().path("params").toString())
                .satisfies(params -> assertThat(params.stream().distinct()).hasSize(1));
    }

    @Test
    void refuses_what_is_no_JavaScript(CDPSession page) {
        assertThatThrownBy(() -> assertThat(page).within(LONG).evaluating("1 +").isEqualTo(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The expression is no JavaScript: SyntaxError: Unexpected end of input; it was: 1 +");
    }

    @Test
    void waits_where_a_script_does_not_understand_its_input_yet(CDPSession page) {
        page.evaluate("window.state = ''; setTimeout(() => state = '{\"total\":42}', 100); 1");

        assertThat(page).within(LONG).evaluating("JSON.parse(state).total").isEqualTo(42);
        assertThat(page).within(LONG).evaluating("eval(state ? '42' : '(')").isEqualTo(42);
    }

    @Test
    void ends_early_if_the_page_crashes(CDPSession page) {
        page.evaluate("total.textContent = 'new'");
        assertThatThrownBy(() -> assertThat(page).within(LONG).evaluating(TOTAL).satisfies(value -> {
                    if (value.asString().equals("new")) {
                        var unused = page.sendAsync("Page.crash", null);
                    }
                    assertThat(value.asString()).isEqualTo("42.00");
                }))
                .hasMessageContaining(
                        "within 30 s, but its target crashed (Page.navigate or Page.reload brings it back).")
                .message()
                .containsPattern("What it was:\\R  \"new\" (at|from) ");
    }

    @Test
    void ends_early_if_a_debugger_stops_the_page(CDPSession page) {
        page.send("Debugger.enable");
        page.await(
                "Debugger.paused",
                () -> page.evaluate("void setTimeout(() => { debugger; total.textContent = '42.00' })"));

        assertThatThrownBy(() -> assertThat(page).within(LONG).evaluating(TOTAL).isEqualTo("42.00"))
                .hasMessageContaining(
                        "within 30 s, but a debugger has stopped it, and there is no handler of Debugger.paused to have it go on.");

        page.send("Debugger.resume");
        assertThat(page).within(LONG).evaluating(TOTAL).isEqualTo("42.00");
    }

    @Test
    void goes_on_if_a_handler_has_the_page_go_on(CDPSession page) {
        page.send("Debugger.enable");
        page.on("Debugger.paused", event -> page.send("Debugger.resume"));
        page.evaluate("void setTimeout(() => { debugger; total.textContent = '42.00' })");

        assertThat(page).within(LONG).evaluating(TOTAL).isEqualTo("42.00");
    }
}
