package comparison;

import java.util.Arrays;

/** Results of so many megabytes. */
final class LargeResults implements Work {

    @Override
    public Result run(Client client, Options options) throws Exception {
        var page = client.newPage(false);
        int length = options.number("mb") << 20;
        var nanos = new long[options.number("n")];
        page.evaluate("globalThis.text = 'x'.repeat(" + length + "); 1");
        expect(100_000, page.evaluateText("text.slice(0, 100000)"));
        Heap.resetPeak();

        Marks.begin();
        for (int i = 0; i < nanos.length; i++) {
            long begin = System.nanoTime();
            var text = page.evaluateText("text");
            nanos[i] = System.nanoTime() - begin;
            expect(length, text);
        }
        double peak = Heap.peakMegabytes();
        Marks.end();
        Arrays.sort(nanos);
        return new Result()
                .withMillis("ms", nanos[nanos.length / 2])
                .with("peakHeapMb", peak)
                .with("liveHeapMb", Heap.liveMegabytes());
    }

    private static void expect(int length, String text) {
        if (text.length() != length) {
            throw new IllegalStateException(text.length() + " characters instead of " + length);
        }
    }
}
