package io.github.withcdp.internal.download;

import static io.github.withcdp.internal.download.DownloadFixture.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With servers that do not do what servers should. */
class TransferTests {

    private static final byte[] ARCHIVE = large();
    private static final String PATH = Mirror.archive(VERSION);

    @TempDir
    Path cache;

    private Mirror mirror;
    private DownloadFixture download;

    @BeforeEach
    void open() throws IOException {
        mirror = Mirror.open();
        download = new DownloadFixture(cache, mirror);
    }

    @AfterEach
    void close() {
        mirror.close();
    }

    @Test
    void an_archive_that_breaks_off_is_forgotten() {
        mirror.on(PATH, exchange -> Mirror.beginning(exchange, ARCHIVE, 100_000));

        assertThat(download.refusal(VERSION))
                .contains("GET " + mirror.url() + PATH + " broke off after 100 kB: ")
                .contains("\nName another version");
        assertThat(cache).isDirectoryNotContaining("glob:**.part");

        mirror.file(PATH, ARCHIVE);
        assertThat(download.fetch(VERSION)).exists();
    }

    @Test
    void what_a_killed_process_has_left_is_overwritten() throws IOException {
        Files.write(download.part(VERSION), new byte[ARCHIVE.length + 1]);
        mirror.file(PATH, ARCHIVE);

        assertThat(download.fetch(VERSION)).exists();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 500, 502})
    void a_refusal_comes_with_its_words(int status) {
        mirror.on(PATH, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            Mirror.send(exchange, status, "<html>\n  <h1>No\u0007\u001b[31m</h1>" + "x".repeat(10_000));
        });

        assertThat(download.refusal(VERSION))
                .startsWith("Cannot download chrome-headless-shell 156.0.8078.79 for linux64: GET " + mirror.url()
                        + PATH + " was answered with " + status + " ")
                .contains(" (text/html; charset=utf-8): <html> <h1>No [31m</h1>xxx")
                .contains("xxx…\nName another version (withcdp.download.version), another mirror")
                .hasSizeLessThan(1000);
        assertThat(cache).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_page_instead_of_an_archive_is_no_archive() {
        mirror.on(PATH, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            Mirror.send(exchange, 200, "<title>Log in to the Wi-Fi</title>");
        });

        assertThat(download.refusal(VERSION))
                .contains("was answered with 200 OK (text/html): <title>Log in to the Wi-Fi</title>");

        mirror.text(PATH, "Please log in.");
        assertThat(download.refusal(VERSION)).contains("was answered with what is no zip archive: Please log in.");
        mirror.text(PATH, "no");
        assertThat(download.refusal(VERSION)).contains("so it is cut off, or no zip archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Log in</html>", "{\"channels\":", "", "[]", "{}", "\u0000"})
    void a_list_that_is_none_is_refused(String body) {
        mirror.text(Mirror.CHANNELS, body);

        assertThat(download.refusal("stable")).contains(mirror.url() + Mirror.CHANNELS);
    }

    @Test
    void a_list_without_end_is_refused() {
        mirror.text(Mirror.CHANNELS, "{\"channels\":\"" + "x".repeat(1001));

        assertThat(download.within(new Limits(1000, 1000, 1000, 1000, 10)).refusal("stable"))
                .contains("was answered with more than 1 kB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/x.zip", "file:///etc/passwd", "ftp://example.com/x", "jar:x", "::", ""})
    void a_redirect_to_anything_but_https_is_not_followed(String location) {
        mirror.on(PATH, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });

        assertThat(download.refusal(VERSION))
                .contains("GET " + mirror.url() + PATH + " was answered with 302, a redirect to");
    }

    @Test
    void an_archive_that_says_it_is_too_large_is_not_even_begun() {
        mirror.on(PATH, exchange -> {
            exchange.sendResponseHeaders(200, 3_000_000_000L);
            exchange.getResponseBody().write(ARCHIVE, 0, 1000);
            exchange.getResponseBody().flush(); // or later JDKs keep it back
        });

        assertThat(download.refusal(VERSION)).contains("says that it has 3000 MB, but must not have more than 1000 MB");
        assertThat(download.part(VERSION)).doesNotExist();
    }

    @Test
    void an_archive_without_end_is_cut_off() {
        mirror.on(PATH, exchange -> {
            exchange.sendResponseHeaders(200, 0); // in pieces, without a length
            exchange.getResponseBody().write(ARCHIVE);
        });

        assertThat(download.within(new Limits(1000, 100_000, 1000, 1000, 10)).refusal(VERSION))
                .contains("did not end after 100 kB");
        assertThat(download.part(VERSION)).doesNotExist();
    }

    @Test
    void an_archive_without_a_length_is_taken() {
        mirror.on(PATH, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(ARCHIVE);
        });

        assertThat(download.fetch(VERSION)).exists();
    }

    @Test
    void a_closed_port_is_told() {
        mirror.close();

        assertThat(download.refusal(VERSION))
                .contains("GET " + mirror.url() + PATH + " failed: nobody listens there (")
                .endsWith(" A proxy is taken from -Dhttps.proxyHost and -Dhttps.proxyPort.");
    }

    @Test
    void an_unknown_host_is_told() {
        assertThat(download.with(options -> options.withMirror(URI.create("https://mirror.invalid/chrome")))
                        .refusal(VERSION))
                .contains("GET https://mirror.invalid/chrome" + PATH
                        + " failed: there is no host mirror.invalid, or no network");
    }

    @Test
    void a_server_that_says_nothing_is_told() {
        var over = new CountDownLatch(1);
        mirror.on(PATH, exchange -> {
            try {
                assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(download.through(new DownloadClient(Duration.ofMillis(200))).refusal(VERSION))
                .contains("failed: nothing came for 0.2 s");
        over.countDown();
    }

    @Test
    void what_is_not_HTTP_is_told() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var thread = new Thread(() -> {
                try (var socket = server.accept()) {
                    read(socket.getInputStream());
                    write(socket.getOutputStream());
                } catch (IOException e) {
                    // The test is over.
                }
            });
            thread.start();

            assertThat(download.with(options ->
                                    options.withMirror(URI.create("http://127.0.0.1:" + server.getLocalPort())))
                            .refusal(VERSION))
                    .contains(" was answered with something that is not HTTP");
        }
    }

    private static void read(InputStream in) throws IOException {
        int seen = 0;
        while (seen < 2) {
            int one = in.read();
            seen = one == '\n' ? seen + 1 : one == '\r' ? seen : 0;
        }
    }

    private static void write(OutputStream out) throws IOException {
        out.write("SSH-2.0-OpenSSH_9.6\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static byte[] large() {
        var noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        return Archives.good("one")
                .entry(Archives.FOLDER + "/noise", ZipBuilder.FILE | 0644, noise)
                .bytes();
    }
}
