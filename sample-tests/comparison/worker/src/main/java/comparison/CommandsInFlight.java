package comparison;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many commands at once: so many on their way ({@code window}), or with 0 all of them. Who cannot send without waiting sends from threads, or one after another. */
final class CommandsInFlight implements Work {

    private static final Map<String, Object> ONE = Map.of("expression", "1");

    @Override
    public Result run(Client client, Options options) throws Exception {
        var page = client.newPage(false);
        int window = options.number("window");
        var mode = mode(page);
        send(page, options.number("warm"), window, mode);

        Marks.begin();
        long begin = System.nanoTime();
        send(page, options.number("n"), window, mode);
        long total = System.nanoTime() - begin;
        Marks.end();
        return new Result()
                .with("ops", options.number("n") * 1e9 / total)
                .withMillis("ms", total)
                .with("mode", mode);
    }

    private static String mode(Page page) throws Exception {
        try {
            page.sendAsync("Runtime.evaluate", ONE).get(30, TimeUnit.SECONDS);
            return "asynchronous";
        } catch (UnsupportedOperationException e) {
            return page.isThreadSafe() ? "threads" : "one at a time";
        }
    }

    private static void send(Page page, int count, int window, String mode) throws Exception {
        var right = new AtomicInteger();
        switch (mode) {
            case "asynchronous" -> sendAsync(page, count, window > 0 ? window : count, right);
            case "threads" -> sendFromThreads(page, count, window > 0 ? window : 64, right);
            default -> {
                for (int i = 0; i < count; i++) {
                    right.addAndGet((int) page.evaluate("1"));
                }
            }
        }
        if (right.get() != count) {
            throw new IllegalStateException(right + " of " + count + " answers are right");
        }
    }

    private static void sendAsync(Page page, int count, int window, AtomicInteger right) throws Exception {
        var room = new Semaphore(window);
        var open = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            room.acquire();
            page.sendAsync("Runtime.evaluate", ONE).whenComplete((result, failure) -> {
                if (failure == null && page.number(result, "result", "value") == 1) {
                    right.incrementAndGet();
                }
                room.release();
                open.countDown();
            });
        }
        if (!open.await(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException(open.getCount() + " of " + count + " were not answered in 120 s");
        }
    }

    private static void sendFromThreads(Page page, int count, int threads, AtomicInteger right)
            throws InterruptedException {
        var next = new AtomicInteger();
        var senders = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            senders[i] = new Thread(() -> {
                while (next.getAndIncrement() < count) {
                    try {
                        right.addAndGet((int) page.evaluate("1"));
                    } catch (Exception e) {
                        return; // too few are right then
                    }
                }
            });
            senders[i].start();
        }
        for (var sender : senders) {
            sender.join();
        }
    }
}
