package comparison;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Many numbered console messages, each read by a handler. */
final class ConsoleEvents implements Work {

    @Override
    public Result run(Client client, Options options) throws Exception {
        var page = client.newPage(false);
        int count = options.number("n");
        int warm = options.number("warm");
        var events = new Counter[] {new Counter()};
        page.on("Runtime.consoleAPICalled", event -> events[0].take(page.number(event, "args", 0, "value")));
        page.send("Runtime.enable", Map.of());
        say(page, warm);
        page.await(() -> events[0].count.get() >= warm, 60_000);
        var counter = new Counter();
        events[0] = counter;
        Heap.resetPeak();
        long allocated = Heap.allocatedBytes();

        Marks.begin();
        long begin = System.nanoTime();
        say(page, count);
        page.await(() -> counter.count.get() >= count, 30_000 + count / 4);
        double peak = Heap.peakMegabytes();
        Marks.end();
        int received = counter.count.get();
        return new Result()
                .withMillis("ms", counter.lastAt - begin)
                .with("lost", count - received)
                .with("disorder", counter.disorder.get())
                .with("allocatedBytes", (double) (Heap.allocatedBytes() - allocated) / count)
                .with("peakHeapMb", peak)
                .with("liveHeapMb", Heap.liveMegabytes());
    }

    /** The page does it in its own time, because no command may take as long as a million messages. */
    private static void say(Page page, int count) throws Exception {
        page.evaluate("setTimeout(() => { for (let i = 0; i < " + count + "; i++) console.log(i) }); 1");
    }

    /** Handlers of some clients run on several threads at once. */
    private static final class Counter {

        private final AtomicInteger count = new AtomicInteger();
        private final AtomicInteger disorder = new AtomicInteger();
        private volatile long last = -1;
        private volatile long lastAt;

        void take(long number) {
            if (number != last + 1) {
                disorder.incrementAndGet();
            }
            last = number;
            lastAt = System.nanoTime();
            count.incrementAndGet();
        }
    }
}
