package comparison;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Many requests of a page, sixteen at once, of which a handler reads each event. */
final class Fetches implements Work {

    private static final String[] EVENTS = {
        "requestWillBeSent",
        "requestWillBeSentExtraInfo",
        "responseReceived",
        "responseReceivedExtraInfo",
        "dataReceived",
        "loadingFinished"
    };

    @Override
    public Result run(Client client, Options options) throws Exception {
        var page = client.newPage(false);
        int count = options.number("n");
        var finished = new AtomicInteger();
        var events = new AtomicInteger();
        var lastAt = new AtomicLong();
        load(page, options.text("url"));
        int unknown = 0;
        for (var event : EVENTS) {
            try {
                page.on("Network." + event, params -> {
                    if (page.text(params, "requestId").isEmpty()) {
                        throw new IllegalStateException("an event without a requestId");
                    }
                    events.incrementAndGet();
                    lastAt.set(System.nanoTime());
                    if (event.equals("loadingFinished")) {
                        finished.incrementAndGet();
                    }
                });
            } catch (UnsupportedOperationException e) {
                unknown++;
            }
        }
        page.send("Network.enable", Map.of());
        int warm = options.number("warm");
        fetch(page, warm);
        page.await(() -> finished.get() >= warm, 20_000);
        finished.set(0);
        events.set(0);
        Heap.resetPeak();

        Marks.begin();
        long begin = System.nanoTime();
        fetch(page, count);
        page.await(() -> finished.get() >= count, 20_000);
        double peak = Heap.peakMegabytes();
        Marks.end();
        return new Result()
                .withMillis("ms", lastAt.get() - begin)
                .with("lost", count - finished.get())
                .with("events", events.get())
                .with("unknownEvents", unknown)
                .with("peakHeapMb", peak);
    }

    private static void load(Page page, String url) throws Exception {
        page.send("Page.enable", Map.of());
        page.send("Page.navigate", Map.of("url", url));
        while (page.evaluate("document.readyState === 'complete' && location.port !== '' ? 1 : 0") == 0) {
            Thread.sleep(20); // it is not measured, and not every client has an event to wait for
        }
    }

    private static void fetch(Page page, int count) throws Exception {
        page.evaluateText("""
                (async () => {
                    let i = 0;
                    const lane = async () => {
                        while (i < %d) await (await fetch('/x?' + i++, { cache: 'no-store' })).arrayBuffer();
                    };
                    await Promise.all(Array.from({ length: 16 }, lane));
                    return '';
                })()""".formatted(count));
    }
}
