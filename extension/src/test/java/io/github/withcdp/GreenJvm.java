package io.github.withcdp;

import static java.util.Objects.requireNonNull;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpExchange;
import io.github.withcdp.internal.session.LocalServer;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A JVM that runs a few ordinary tests that pass, and prints what it took: the last line of {@link GreenFigures}' children. */
final class GreenJvm implements TestExecutionListener {

    static final int TESTS = 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** When all of the test that runs was over but what is closed with it, and the CPU that its thread had taken by then. */
    private static volatile long afterEach;

    private static volatile long cpuAfterEach;

    private final List<Long> closing = new ArrayList<>();
    private final List<Long> cpuOfClosing = new ArrayList<>();

    private GreenJvm() {}

    /** Run them: whether they are kept, and where. */
    public static void main(String[] args) {
        var jvm = new GreenJvm();
        var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu;
        long elapsed;
        try (var site = new Shop();
                var session = LauncherFactory.openSession()) {
            ShopTestCase.site = site;
            long before = os.getProcessCpuTime();
            long began = System.nanoTime();
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(ShopTestCase.class))
                                    .filters(includeEngines("junit-jupiter"))
                                    .configurationParameter("withcdp.green", args[0])
                                    .configurationParameter("withcdp.green.dir", args[1])
                                    .configurationParameter("withcdp.log", "false")
                                    .build(),
                            jvm);
            elapsed = System.nanoTime() - began;
            cpu = os.getProcessCpuTime() - before;
        }
        if (jvm.closing.size() != TESTS) {
            throw new AssertionError(jvm.closing.size() + " tests have passed");
        }
        System.out.printf(
                "%d %d %d %d%n", cpu / 1_000_000, elapsed / 1_000_000, micros(jvm.closing), micros(jvm.cpuOfClosing));
    }

    /** Return the median, in µs. */
    private static long micros(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1_000;
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (identifier.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            closing.add(System.nanoTime() - afterEach);
            cpuOfClosing.add(THREADS.getCurrentThreadCpuTime() - cpuAfterEach);
        }
    }

    /** Runs after what comes after each test of ours, because it is named first. */
    private static final class Clock implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext context) {
            cpuAfterEach = THREADS.getCurrentThreadCpuTime();
            afterEach = System.nanoTime();
        }
    }

    @Tag("fixture")
    @ExtendWith(Clock.class)
    @WithCDP
    static class ShopTestCase {

        private static volatile @Nullable Shop site; // JUnit makes the tests, which have to find it

        @RepeatedTest(TESTS)
        void shows_items(CDPSession page) {
            page.navigate(requireNonNull(site).url("/shop"));
            page.evaluate("load()");
        }
    }

    /** A page with a script, a style sheet, an image and items that it fetches. */
    private static final class Shop extends LocalServer {

        private static final byte[] PIXEL =
                Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

        @Override
        protected void serve(HttpExchange exchange) throws IOException {
            switch (exchange.getRequestURI().getPath()) {
                case "/shop" ->
                    answer(
                            exchange,
                            200,
                            "text/html",
                            "<title>Shop</title><link rel=icon href=data:,><link rel=stylesheet href=/shop.css><script src=/shop.js></script><img src=/shop.gif>");
                case "/shop.css" -> answer(exchange, 200, "text/css", "body { font: 16px sans-serif }");
                case "/shop.js" ->
                    answer(
                            exchange,
                            200,
                            "text/javascript",
                            "async function load() { for (const item of ['tea', 'cups', 'milk']) console.log(await (await fetch('/items/' + item)).json()) }");
                case "/shop.gif" -> {
                    exchange.getResponseHeaders().set("Content-Type", "image/gif");
                    exchange.sendResponseHeaders(200, PIXEL.length);
                    exchange.getResponseBody().write(PIXEL);
                }
                default ->
                    answer(
                            exchange,
                            200,
                            "application/json",
                            "{\"path\":\"%s\",\"stock\":17}".formatted(exchange.getRequestURI()));
            }
        }
    }
}
