package io.github.withcdp.internal.session;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Very much at once, in Chromium: nothing is lost, and nothing goes to somebody else. */
@Tag("faults")
@Timeout(180)
class LoadChromiumTests {

    /** As many as a build has time for; 500 and 200 are fine, too. */
    private static final int WORKERS = Integer.getInteger("load.workers", 50);

    private static final int FRAMES = Integer.getInteger("load.frames", 20);

    @AutoClose
    private static final ChromiumFixture chromium = ChromiumFixture.start();

    private final CDPSession page = chromium.newPage();

    @Test
    void ten_thousand_commands_of_16_threads() {
        var threads = IntStream.range(0, 16)
                .mapToObj(thread -> CompletableFuture.supplyAsync(
                        () -> IntStream.range(0, 625)
                                .map(i -> thread * 625 + i)
                                .mapToObj(i -> page.sendAsync("Runtime.evaluate", Map.of("expression", "" + i)))
                                .toList(),
                        work -> new Thread(work).start()))
                .toList();

        var answers = threads.stream()
                .flatMap(thread -> thread.join().stream())
                .map(answer -> answer.join().path("result").path("value").asInt())
                .toList();

        assertThat(answers).isEqualTo(IntStream.range(0, 10_000).boxed().toList());
    }

    @Test
    void a_hundred_thousand_events() {
        var numbers = new ArrayList<Integer>();
        try (var handler = page.on(
                "Runtime.consoleAPICalled",
                event -> numbers.add(event.param("/args/0/value").asInt()))) {
            page.evaluate("for (let i = 0; i < 100_000; i++) console.log(i)", Duration.ofMinutes(2));

            assertThat(numbers)
                    .as("heard by the handler of %s", handler.event())
                    .isEqualTo(IntStream.range(0, 100_000).boxed().toList());
        }
        assertThat(page.recording().messages().stream()
                        .filter(message -> message.method().equals("Runtime.consoleAPICalled")))
                .hasSize(100_000);
        assertThat(page.recording().incompleteBecause()).isEmpty();
    }

    @Test
    void a_thousand_sessions_with_one_page() throws InterruptedException {
        var scope = ((DefaultCDPSession) page).scope();
        var sessions = new ArrayList<CDPSession>();
        for (int i = 0; i < 1_000; i++) {
            sessions.add(scope.browserSession().attach(page.target().id()));
        }
        var told = new CountDownLatch(sessions.size());
        var gone = new CountDownLatch(sessions.size());
        sessions.forEach(session -> session.on("Runtime.consoleAPICalled", event -> told.countDown()));
        sessions.forEach(session -> session.onDetached(reason -> gone.countDown()));

        page.evaluate("console.log('to all')");
        assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();

        scope.browserSession()
                .send("Target.closeTarget", Map.of("targetId", page.target().id()));
        assertThat(gone.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void many_workers_and_frames() {
        page.navigate(chromium.url("/a"));

        // Each begins only when it was attached and told to run.
        page.evaluate("""
                const script = URL.createObjectURL(new Blob(['postMessage(1)']));
                const worker = () => new Promise(begun => (new Worker(script)).onmessage = begun);
                const frame = () => new Promise(loaded =>
                        document.body.append(Object.assign(document.createElement('iframe'), {src: '%s', onload: loaded})));
                Promise.all([...Array.from({length: %d}, worker), ...Array.from({length: %d}, frame)]).then(all => all.length)
                """.formatted(chromium.otherSite("/a"), WORKERS, FRAMES), Duration.ofSeconds(150));

        var children = page.children();
        assertThat(children.stream().collect(groupingBy(child -> child.target().type(), counting())))
                .isEqualTo(Map.of("worker", (long) WORKERS, "iframe", (long) FRAMES));
        List<CompletableFuture<Integer>> answers = IntStream.range(0, children.size())
                .mapToObj(i -> children.get(i)
                        .sendAsync("Runtime.evaluate", Map.of("expression", "" + i))
                        .thenApply(answer -> answer.path("result").path("value").asInt()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsExactlyElementsOf(
                        IntStream.range(0, children.size()).boxed().toList());
    }
}
