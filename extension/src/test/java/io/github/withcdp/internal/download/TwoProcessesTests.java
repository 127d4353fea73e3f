package io.github.withcdp.internal.download;

import static io.github.withcdp.internal.download.DownloadFixture.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share a cache, and one that is killed. */
class TwoProcessesTests {

    @TempDir
    Path cache;

    @Test
    void the_second_waits_and_takes_what_the_first_has_fetched() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        try (var mirror = Mirror.open().on(Mirror.archive(VERSION), exchange -> {
                    asked.countDown();
                    await(answer);
                    Mirror.send(exchange, 200, Archives.good());
                });
                var first = OtherJvm.download(cache, mirror.url(), VERSION)) {
            await(asked);
            try (var second = OtherJvm.download(cache, mirror.url(), VERSION)) {
                assertThat(second.logged("Waiting for "))
                        .contains("Waiting for process " + first.process().pid()
                                + ", which downloads chrome-headless-shell " + VERSION + " for linux64 to " + cache);
                answer.countDown();

                var program =
                        new DownloadFixture(cache, mirror).program(VERSION).toString();
                assertThat(first.result()).isEqualTo(program);
                assertThat(second.result()).isEqualTo(program);
            }
            assertThat(mirror.requests()).hasSize(1);
        }
    }

    @Test
    void what_a_killed_one_has_fetched_is_fetched_again() throws Exception {
        var noise = new byte[400_000];
        new Random(1).nextBytes(noise);
        var archive = Archives.good("whole")
                .entry(Archives.FOLDER + "/noise", ZipBuilder.FILE | 0644, noise)
                .bytes();
        var killed = new CountDownLatch(1);
        var begun = new AtomicBoolean();
        try (var mirror = Mirror.open().on(Mirror.archive(VERSION), exchange -> {
            if (begun.getAndSet(true)) {
                Mirror.send(exchange, 200, archive);
            } else {
                Mirror.beginning(exchange, archive, 300_000);
                await(killed);
            }
        })) {
            var download = new DownloadFixture(cache, mirror);
            try (var other = OtherJvm.download(cache, mirror.url(), VERSION)) {
                awaitSize(download.part(VERSION), 300_000, other.process());
            }
            killed.countDown();
            assertThat(download.home(VERSION)).doesNotExist();

            assertThat(Files.readString(download.fetch(VERSION))).contains("whole");

            assertThat(mirror.requests()).hasSize(2);
            assertThat(cache.toFile().list())
                    .containsExactlyInAnyOrder(
                            "lock",
                            "lock.holder",
                            download.home(VERSION).getFileName().toString());
        }
    }

    @Test
    void whoever_waits_too_long_says_for_whom() throws Exception {
        var asked = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        try (var mirror = Mirror.open().on(Mirror.archive(VERSION), exchange -> {
                    asked.countDown();
                    await(over);
                });
                var other = OtherJvm.download(cache, mirror.url(), VERSION)) {
            await(asked);

            assertThat(new DownloadFixture(cache, mirror)
                            .with(options -> options.withLimit(Duration.ofMillis(200)))
                            .refusal("156.0.8078.80"))
                    .startsWith(
                            "Cannot download chrome-headless-shell 156.0.8078.80 for linux64: waited 200 ms for process "
                                    + other.process().pid() + ", which downloads chrome-headless-shell " + VERSION
                                    + " for linux64 to " + cache);
            over.countDown();
        }
    }

    @Test
    void the_proxy_of_the_JVM_is_asked() throws Exception {
        try (var proxy = Mirror.open().file("/chrome" + Mirror.archive(VERSION), Archives.good());
                var other = OtherJvm.download(
                        cache,
                        URI.create("http://mirror.invalid/chrome"),
                        VERSION,
                        "-Dhttp.proxyHost=127.0.0.1",
                        "-Dhttp.proxyPort=" + proxy.port())) {
            assertThat(other.result()).startsWith(cache.toString());
            assertThat(proxy.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.header("Host")).contains("mirror.invalid"));
        }
    }

    private static void awaitSize(Path file, long size, Process writer) throws Exception {
        while (!Files.exists(file) || Files.size(file) < size) {
            assertThat(writer.isAlive()).isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
