package comparison;

import java.util.Map;

/** A context with a page and a session, three domains enabled, and all of it closed. */
final class Isolations implements Work {

    @Override
    public Result run(Client client, Options options) throws Exception {
        int count = options.number("n");
        for (int i = 0; i < options.number("warm"); i++) {
            isolate(client);
        }
        var latencies = new Latencies(count);

        Marks.begin();
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long opened = System.nanoTime();
            isolate(client);
            latencies.set(i, System.nanoTime() - opened);
        }
        long total = System.nanoTime() - begin;
        Marks.end();
        return latencies.result(total, "Ms", 1e6);
    }

    private static void isolate(Client client) throws Exception {
        var page = client.newPage(true);
        page.send("Page.enable", Map.of());
        page.send("Network.enable", Map.of());
        page.send("Runtime.enable", Map.of());
        page.close();
    }
}
