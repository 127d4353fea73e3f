package io.github.withcdp.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Chromium tells of answers that come in another order than they were asked for. */
@WithCDP
@Timeout(180)
class OvertakingAnswersChromiumTests {

    private static final String HEAD = "<!doctype html><link rel=icon href=data:,>";

    @AutoClose
    private final StubSite site = new StubSite();

    @Test
    void tells_an_answer_that_a_newer_one_overtook(CDPSession page, Recording recording) {
        var newerWasAnswered = new CountDownLatch(1);
        site.on("/app.js", 200, "text/javascript", """
                        function search(text) {
                          return fetch('/search?q=' + text).then(answer => answer.text());
                        }""")
                .on("/shop", 200, "text/html", HEAD + "<script src=/app.js></script>")
                .on("/search", exchange -> {
                    if (exchange.getRequestURI().getQuery().equals("q=a")) {
                        await(newerWasAnswered);
                    }
                    StubSite.answer(exchange, 200, "text/plain", "found");
                });
        page.navigate(site.url("/shop"));
        page.evaluate("older = search('a'); 0");
        page.evaluate("search('ab')");
        newerWasAnswered.countDown();
        page.evaluate("older");

        assertThat(site.findings(recording))
                .singleElement()
                .asString()
                .matches(
                        "GET http://127.0.0.1:PORT/search\\?q=a, asked first, was answered last: [0-9.]+ m?s after GET http://127.0.0.1:PORT/search\\?q=ab, which was asked later\\. A page that shows whatever came last now shows the answer to …\\?q=a, asked for at http://127.0.0.1:PORT/app.js:2");
    }

    @Test
    void tells_nothing_of_answers_to_questions_of_one_time(CDPSession page, Recording recording) {
        var newerWasAnswered = new CountDownLatch(1);
        site.on("/price", exchange -> {
            if (exchange.getRequestURI().getQuery().equals("sku=1")) {
                await(newerWasAnswered);
            }
            StubSite.answer(exchange, 200, "text/plain", "1");
        });
        page.navigate(site.url("/"));
        page.evaluate(
                "prices = ['1', '2'].map(sku => fetch('/price?sku=' + sku).then(answer => answer.text())); prices[1]");
        newerWasAnswered.countDown();
        page.evaluate("Promise.all(prices)");

        assertThat(site.findings(recording)).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
