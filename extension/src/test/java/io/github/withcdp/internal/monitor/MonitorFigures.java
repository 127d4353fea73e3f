package io.github.withcdp.internal.monitor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.internal.chrome.ChromeLauncher;
import io.github.withcdp.internal.chrome.LaunchOptions;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.schema.Strictness;
import io.github.withcdp.internal.session.Conversation;
import io.github.withcdp.internal.session.ConversationOptions;
import io.github.withcdp.internal.session.Downloads;
import io.github.withcdp.internal.session.InspectorDescription;
import io.github.withcdp.internal.session.Pausing;
import io.github.withcdp.internal.transport.PipeTransport;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * What the monitor costs the tests that it shows, and whether its page keeps up. Prints the figures of {@code extension/BENCHMARKS.md}; takes minutes,
 * and is no part of a build.
 *
 * <p>{@code mvn test -pl extension -Dtest=MonitorFigures -Dmonitor.rounds=9}
 */
@WithCDP(timeout = "120 s")
class MonitorFigures {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ROUNDS = Integer.getInteger("monitor.rounds", 9);
    private static final int COMMANDS = 5_000;
    private static final int EVENTS = 20_000;
    private static final int MESSAGES = 100_000;

    @Test
    void commands_and_events_per_second(CDPSession viewer) throws IOException {
        var rates = new LinkedHashMap<String, List<Double>>();
        try (var chrome = ChromeLauncher.ofThisMachine().launch(LaunchOptions.DEFAULTS.withLimit(LIMIT));
                var recorder = MessageRecorder.create();
                var conversation = Conversation.open(
                        new PipeTransport(chrome.fromChrome(), chrome.toChrome(), "figures"),
                        recorder,
                        options(),
                        LIMIT,
                        why -> new ConnectionEnd(DetachReason.BROWSER_GONE, why),
                        "figures",
                        () -> InspectorDescription.UNKNOWN);
                var scope = conversation.newScope()) {
            var page = scope.newPage(scope.newContext());
            commandRate(page, 2 * COMMANDS);
            for (int i = 0; i < ROUNDS; i++) {
                try (var monitor = new LiveMonitor()) {
                    monitor.watch(recorder, Redaction.DEFAULT).begin("figures", scope);
                    measure(page, "not open", rates);
                    monitor.open(Optional.empty(), address -> {});
                    var address = URI.create(monitor.address().orElseThrow());
                    measure(page, "open, nobody looks", rates);
                    var stalled = request(address);
                    try (stalled) {
                        measure(page, "a client that reads nothing", rates);
                    }
                    viewer.navigate(address.toString());
                    MonitoredRun.await(viewer, "Number(document.body.dataset.messages) > 0");
                    measure(page, "the page in a Chromium", rates);
                    viewer.navigate("about:blank");
                }
            }
        }
        rates.forEach((what, all) -> System.out.printf(
                Locale.ROOT,
                "%s: median %.0f per s, beside the round without it %s%n",
                what,
                middle(all),
                ratios(all, rates.getOrDefault(what.replaceFirst(",.*", ", not open"), all))));
    }

    /** How smooth the page is with many messages in it and more that come. */
    @Test
    void many_messages(CDPSession viewer) {
        try (var run = new MonitoredRun()) {
            run.attach("A1", "http://shop.example/");
            for (int i = 1; i <= MESSAGES / 2; i++) {
                run.command(i, "A1", "Runtime.evaluate", "{\"expression\":\"pay(%d)\"}".formatted(i));
                run.answer(i, "A1", "Runtime.evaluate", "{\"result\":{\"type\":\"number\",\"value\":%d}}".formatted(i));
            }
            long began = System.nanoTime();
            viewer.navigate(run.address());
            MonitoredRun.await(viewer, "Number(document.body.dataset.messages) > " + MESSAGES);
            System.out.printf(
                    Locale.ROOT, "%,d messages are shown after %.1f s%n", MESSAGES, (System.nanoTime() - began) / 1e9);
            viewer.evaluate("""
                    self.gaps = [];
                    let last = performance.now();
                    requestAnimationFrame(function frame(now) {
                        gaps.push(now - last);
                        last = now;
                        requestAnimationFrame(frame);
                    });""");
            for (int i = 0; i < 5_000; i++) {
                run.event("A1", "Network.dataReceived", "{\"requestId\":\"%d\",\"dataLength\":100}".formatted(i));
                if (i % 200 == 0) {
                    viewer.evaluate("new Promise(resolve => setTimeout(resolve, 200))");
                }
            }
            System.out.println("ms between frames, median, 95th percentile and longest, while 1,000 a second come: "
                    + viewer.evaluate("""
                            gaps.sort((a, b) => a - b);
                            [gaps[gaps.length >> 1], gaps[Math.floor(gaps.length * .95)], gaps.at(-1)].map(Math.round).join(', ')"""));
            System.out.println("the same while somebody jumps through the list: " + viewer.evaluate("""
                    (async () => {
                        const list = document.querySelector('.scroller');
                        const taken = [];
                        for (let i = 0; i < 100; i++) {
                            const before = performance.now();
                            list.scrollTop = i * 20000;
                            await new Promise(resolve => requestAnimationFrame(resolve));
                            taken.push(performance.now() - before);
                        }
                        taken.sort((a, b) => a - b);
                        return [taken[50], taken[95], taken[99]].map(Math.round).join(', ');
                    })()"""));
        }
    }

    private static ConversationOptions options() {
        return new ConversationOptions(
                LIMIT,
                LIMIT,
                List.of("Page", "Runtime"),
                true,
                true,
                new Downloads(Optional.empty()),
                Pausing.NONE,
                false,
                Strictness.OFF);
    }

    /** Ask for what is shown, and read none of it. */
    private static Socket request(URI address) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
        socket.getOutputStream()
                .write("GET %sfeed HTTP/1.1\r\nHost: %s\r\n\r\n"
                        .formatted(address.getPath(), address.getAuthority())
                        .getBytes(US_ASCII));
        return socket;
    }

    private static void measure(CDPSession page, String how, Map<String, List<Double>> rates) {
        rates.computeIfAbsent("commands, " + how, unused -> new ArrayList<>()).add(commandRate(page, COMMANDS));
        rates.computeIfAbsent("events, " + how, unused -> new ArrayList<>()).add(eventRate(page));
    }

    /** One after another, as W1. */
    private static double commandRate(CDPSession page, int commands) {
        long began = System.nanoTime();
        for (int i = 0; i < commands; i++) {
            page.send("Runtime.evaluate", Map.of("expression", "1+1"));
        }
        return commands * 1e9 / (System.nanoTime() - began);
    }

    /** All at once to a handler that reads a field, as W3. */
    private static double eventRate(CDPSession page) {
        var sum = new AtomicLong();
        long began = System.nanoTime();
        try (var handler = page.on(
                "Runtime.consoleAPICalled",
                event -> sum.addAndGet(event.param("/args/0/value").asLong()))) {
            page.evaluate("for (let i = 0; i < %d; i++) console.log(1)".formatted(EVENTS));
            assertThat(sum)
                    .as("events of %s", handler.event())
                    .hasValue(EVENTS); // handlers have run when a command is answered
        }
        return EVENTS * 1e9 / (System.nanoTime() - began);
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static String ratios(List<Double> rates, List<Double> without) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < rates.size(); i++) {
            ratios.add(rates.get(i) / without.get(i));
        }
        return ratios.stream().sorted().map("%.2f"::formatted).toList().toString();
    }
}
