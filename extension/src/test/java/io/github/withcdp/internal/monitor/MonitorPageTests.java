package io.github.withcdp.internal.monitor;

import static io.github.withcdp.internal.monitor.MonitoredRun.await;
import static io.github.withcdp.internal.monitor.MonitoredRun.awaitMessages;
import static io.github.withcdp.internal.monitor.MonitoredRun.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page of the monitor in a browser. */
@WithCDP(timeout = "60 s")
class MonitorPageTests {

    private final MonitoredRun run = new MonitoredRun();

    @AfterEach
    void end() {
        run.close();
    }

    @Test
    void shows_what_has_been_said_and_what_comes(CDPSession viewer) {
        run.attach("A", "http://shop.example/");
        run.command(1, "A", "Page.navigate", "{\"url\":\"http://shop.example/pay\"}");
        look(viewer, 2);
        assertThat(rows(viewer))
                .containsExactly(
                        "Target.attachedToTarget page http://shop.example/", "Page.navigate http://shop.example/pay");

        run.answer(1, "A", "Page.navigate", "{\"frameId\":\"F\"}");
        run.event("A", "Page.loadEventFired", "{\"timestamp\":1}");
        run.command(2, "A", "Runtime.evaluate", "{\"expression\":\"pay()\"}");
        run.refusal(2, "A", "Runtime.evaluate", "no");
        awaitMessages(viewer, 6);

        assertThat(rows(viewer))
                .containsExactly(
                        "Target.attachedToTarget page http://shop.example/",
                        "Page.navigate http://shop.example/payframeId: \"F\"",
                        "Page.loadEventFired timestamp: 1",
                        "Runtime.evaluate pay()no [code -32000]");
        assertThat(texts(viewer, ".row.bad .method")).isEqualTo("Runtime.evaluate");
        assertThat(texts(viewer, "#tab-messages .count")).isEqualTo("6");
    }

    @Test
    void says_that_nothing_has_come_yet(CDPSession viewer) {
        viewer.navigate(run.address());
        await(viewer, "document.querySelector('.verdict')?.textContent === 'Live'");

        assertThat(texts(viewer, "#view-messages .empty")).isEqualTo("No message has come yet.");
    }

    @Test
    void pauses_without_losing_anything(CDPSession viewer) {
        run.event("A", "A.first", "{}");
        look(viewer, 1);

        press(viewer, "p");
        run.event("A", "A.second", "{}");
        run.event("A", "A.third", "{}");
        await(viewer, "document.querySelector('.top').textContent.includes('Go on (2 new)')");
        assertThat(rows(viewer)).containsExactly("A.first ");

        press(viewer, "p");
        awaitMessages(viewer, 3);
        assertThat(rows(viewer)).containsExactly("A.first ", "A.second ", "A.third ");
    }

    @Test
    void filters_also_what_comes_later(CDPSession viewer) {
        run.event("A", "A.told", "{\"word\":\"pay\"}");
        run.event("A", "A.told", "{\"word\":\"other\"}");
        run.command(1, "A", "A.ask", "{}");
        look(viewer, 3);

        viewer.evaluate("document.querySelector('#message-search').focus()");
        viewer.send("Input.insertText", Map.of("text", "pay"));
        await(viewer, "document.querySelector('.found').textContent === '1 of 3 rows'");
        run.event("A", "A.told", "{\"word\":\"payment\"}");
        run.event("A", "A.told", "{\"word\":\"nothing\"}");
        run.answer(1, "A", "A.ask", "{\"of\":\"pay\"}");
        awaitMessages(viewer, 6);

        assertThat(rows(viewer))
                .containsExactly("A.told word: \"pay\"", "A.ask of: \"pay\"", "A.told word: \"payment\"");
    }

    @Test
    void follows_the_end_unless_one_looks_elsewhere(CDPSession viewer) {
        for (int i = 0; i < 500; i++) {
            run.event("A", "A.told", "{\"n\":" + i + "}");
        }
        look(viewer, 500);
        await(viewer, "document.querySelector('.rows').textContent.includes('n: 499')");

        press(viewer, "Home");
        await(viewer, "document.querySelector('.rows .row.selected')?.textContent.includes('n: 0')");
        run.event("A", "A.told", "{\"n\":500}");
        awaitMessages(viewer, 501);

        assertThat(rows(viewer)).first().isEqualTo("A.told n: 0");
    }

    @Test
    void follows_the_end_when_the_list_becomes_lower(CDPSession viewer) {
        size(viewer, 1000, 800);
        tell(0, 500);
        look(viewer, 500);
        await(viewer, "document.querySelector('.rows').textContent.includes('n: 499')");

        size(viewer, 1000, 500);
        await(viewer, "innerHeight === 500");
        tell(500, 1);
        awaitMessages(viewer, 501);

        await(viewer, AT_END);
        assertThat(rows(viewer)).last().isEqualTo("A.told n: 500");
    }

    @Test
    void follows_the_end_when_the_filters_take_another_line(CDPSession viewer) {
        tell(0, 115);
        look(viewer, 115);
        await(viewer, "document.querySelector('.rows').textContent.includes('n: 114')");

        viewer.evaluate(
                "document.querySelector('.filters').append(Object.assign(document.createElement('div'), { className: 'line' })), document.querySelector('.filters .line').style.cssText = 'flex: 0 0 100%; height: 29px'");

        await(viewer, AT_END);
    }

    @Test
    void the_first_arrow_begins_at_the_end_that_is_followed(CDPSession viewer) {
        tell(0, 500);
        look(viewer, 500);
        await(viewer, "document.querySelector('.rows').textContent.includes('n: 499')");

        press(viewer, "ArrowDown");

        assertThat(texts(viewer, ".rows .row.selected .payload")).isEqualTo("n: 499");
        await(viewer, AT_END);
    }

    @Test
    void the_first_arrow_begins_at_what_is_in_view(CDPSession viewer) {
        tell(0, 500);
        look(viewer, 500);
        await(viewer, "document.querySelector('.rows').textContent.includes('n: 499')");
        viewer.evaluate("document.querySelector('.scroller').scrollTop = 100 * 25, 0");
        await(viewer, "document.querySelector('.rows').textContent.includes('n: 100')");

        press(viewer, "ArrowDown");

        assertThat(texts(viewer, ".rows .row.selected .payload")).isEqualTo("n: 100");
        assertThat(viewer.evaluate("document.querySelector('.scroller').scrollTop")
                        .asInt())
                .isEqualTo(2500);
    }

    @Test
    void the_keys_of_the_list_work_where_nothing_has_the_focus(CDPSession viewer) {
        tell(0, 500);
        look(viewer, 500);
        await(viewer, "document.querySelector('.rows').textContent.includes('n: 499')");

        pressHere(viewer, "Home");
        await(viewer, "document.querySelector('.rows .row.selected')?.textContent.includes('n: 0')");
        pressHere(viewer, "End");
        await(viewer, "document.querySelector('.rows .row.selected')?.textContent.includes('n: 499')");
        tell(500, 1);
        awaitMessages(viewer, 501);

        await(viewer, AT_END);
        assertThat(rows(viewer)).last().isEqualTo("A.told n: 500");
    }

    @Test
    void a_page_that_is_still_there_lives_until_now(CDPSession viewer) {
        run.attach("A", "http://shop.example/");
        look(viewer, 1);
        viewer.evaluate("location.hash = '#targets'");
        await(viewer, "document.querySelector('#app').dataset.ready === 'targets'");

        assertThat(texts(viewer, ".life .muted")).endsWith(" s – now");
    }

    @Test
    void what_pages_say_is_text(CDPSession viewer) {
        var markup = "</script><img src=x onerror=document.title=1>\\u202e";
        run.attach("<b>A", markup);
        run.command(1, "<b>A", "Evil.<img>", "{\"<i>\":\"" + markup + "\"}");
        run.answer(1, "<b>A", "Evil.<img>", "{\"<i>\":\"" + markup + "\"}");
        look(viewer, 3);
        press(viewer, "End");
        press(viewer, "Enter");
        await(viewer, "document.querySelector('.pane h2').textContent !== ''");
        viewer.evaluate("location.hash = '#targets'");
        await(viewer, "document.querySelector('#app').dataset.ready === 'targets'");

        assertThat(viewer.evaluate("document.querySelectorAll('img, b i, script:not(:first-of-type)').length")
                        .asInt())
                .isZero();
        assertThat(viewer.evaluate("document.title").asString()).isEqualTo("WithCDP monitor");
        assertThat(viewer.evaluate("document.body.innerText").asString()).doesNotContain("\u202e");
    }

    @Test
    void a_page_is_listed_where_it_is_now(CDPSession viewer) {
        run.attach("A", "about:blank");
        look(viewer, 1);
        await(viewer, options("about:blank"));

        run.event(
                "A",
                "Page.frameNavigated",
                "{\"frame\":{\"id\":\"T-A\",\"url\":\"http://shop.example/\",\"urlFragment\":\"#cart\"}}");
        run.event("A", "Page.frameNavigated", "{\"frame\":{\"id\":\"F\",\"url\":\"http://ads.example/\"}}");
        await(viewer, options("http://shop.example/#cart"));

        run.event("A", "Page.navigatedWithinDocument", "{\"frameId\":\"T-A\",\"url\":\"http://shop.example/#pay\"}");
        await(viewer, options("http://shop.example/#pay"));
    }

    private static String options(String url) {
        return "document.querySelector('[aria-label=Session]').textContent.includes(' %s')".formatted(url);
    }

    @Test
    void secrets_stay_out(CDPSession viewer) {
        run.event(
                "A",
                "Network.requestWillBeSent",
                "{\"request\":{\"headers\":{\"Authorization\":\"Bearer geheim123456\"}}}");
        look(viewer, 1);

        assertThat(rows(viewer).get(0)).contains("Authorization").doesNotContain("geheim");
    }

    @Test
    void tells_when_the_run_is_over(CDPSession viewer) {
        run.event("A", "A.first", "{}");
        look(viewer, 1);
        run.event("A", "A.last", "{}");

        run.close();

        await(viewer, "document.querySelector('.verdict').textContent === 'The run is over'");
        awaitMessages(viewer, 2);
        assertThat(rows(viewer)).containsExactly("A.first ", "A.last ");
    }

    /** Whether the list shows its last row wholly. */
    private static final String AT_END =
            "(list => Math.abs(list.scrollHeight - list.clientHeight - list.scrollTop) < 1)(document.querySelector('.scroller'))";

    private void tell(int first, int count) {
        for (int i = first; i < first + count; i++) {
            run.event("A", "A.told", "{\"n\":" + i + "}");
        }
    }

    private static void size(CDPSession viewer, int width, int height) {
        viewer.send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private void look(CDPSession viewer, int messages) {
        viewer.navigate(run.address());
        awaitMessages(viewer, messages);
    }

    private static String texts(CDPSession viewer, String selector) {
        return viewer.evaluate(
                        "[...document.querySelectorAll('%s')].map(one => one.textContent).join()".formatted(selector))
                .asString();
    }

    private static void press(CDPSession viewer, String key) {
        viewer.evaluate("document.activeElement.closest('input') && document.activeElement.blur()");
        viewer.evaluate("document.querySelector('dialog') || ['Home', 'End', 'Enter'].includes('" + key
                + "') && document.querySelector('[role=grid]').focus()");
        pressHere(viewer, key);
    }

    /** Press a key with the focus where it is. */
    private static void pressHere(CDPSession viewer, String key) {
        viewer.send(
                "Input.dispatchKeyEvent",
                Map.of(
                        "type",
                        "keyDown",
                        "key",
                        key,
                        "code",
                        key,
                        "text",
                        key.equals("Enter") ? "\r" : key.length() == 1 ? key : ""));
        viewer.send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key));
    }
}
