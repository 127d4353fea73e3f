package comparison;

/** One {@code Runtime.evaluate} after another. */
final class SequentialCommands implements Work {

    @Override
    public Result run(Client client, Options options) throws Exception {
        var page = client.newPage(false);
        int count = options.number("n");
        for (int i = 0; i < options.number("warm"); i++) {
            evaluate(page);
        }
        var latencies = new Latencies(count);

        Marks.begin();
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long sent = System.nanoTime();
            evaluate(page);
            latencies.set(i, System.nanoTime() - sent);
        }
        long total = System.nanoTime() - begin;
        Marks.end();
        return latencies.result(total, "Us", 1e3);
    }

    private static void evaluate(Page page) throws Exception {
        if (page.evaluate("1") != 1) {
            throw new IllegalStateException("1 is not 1");
        }
    }
}
