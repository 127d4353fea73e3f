package io.github.withcdp.internal.download;

import static io.github.withcdp.internal.download.DownloadFixture.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a certificate that other processes are told to trust, and we do not. */
class HttpsTests {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path keys;

    @TempDir
    Path cache;

    private static Path store;
    private SSLContext context;

    @BeforeAll
    static void createKeys() throws Exception {
        store = keys.resolve("keys.p12");
        var keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mirror",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString()))
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @BeforeEach
    void readKeys() throws Exception {
        var keyStore = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keyStore, PASSWORD.toCharArray());
        context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
    }

    @Test
    void redirects_to_https_are_followed_and_take_no_password_with_them() throws Exception {
        try (var storage = Mirror.openHttps(context).file("/storage.zip", Archives.good());
                var mirror = Mirror.open().on(Mirror.archive(VERSION), exchange -> {
                    exchange.getResponseHeaders().set("Location", storage.url() + "/storage.zip?signature=1");
                    exchange.sendResponseHeaders(302, -1);
                });
                var other = trusting(URI.create(mirror.url().toString().replace("//", "//ada:s3cret@")))) {

            assertThat(other.result()).startsWith(cache.toString());
            assertThat(mirror.requests().get(0).header("Authorization")).isPresent();
            assertThat(storage.requests()).singleElement().satisfies(request -> {
                assertThat(request.path()).isEqualTo("/storage.zip?signature=1");
                assertThat(request.header("Authorization")).isEmpty();
            });
        }
    }

    @Test
    void redirects_that_go_round_are_given_up() throws Exception {
        try (var mirror = Mirror.openHttps(context);
                var other = trusting(mirror.on(Mirror.archive(VERSION), exchange -> {
                            exchange.getResponseHeaders().set("Location", Mirror.archive(VERSION));
                            exchange.sendResponseHeaders(307, -1);
                        })
                        .url())) {
            assertThat(other.result())
                    .contains("was redirected more than 5 times, at last to " + mirror.url() + Mirror.archive(VERSION)
                            + ". ");
            assertThat(mirror.requests()).hasSize(6);
        }
    }

    @Test
    void a_redirect_from_https_down_to_http_is_not_followed() throws Exception {
        try (var plain = Mirror.open().file("/x.zip", Archives.good());
                var mirror = Mirror.openHttps(context);
                var other = trusting(mirror.on(Mirror.archive(VERSION), exchange -> {
                            exchange.getResponseHeaders().set("Location", plain.url() + "/x.zip");
                            exchange.sendResponseHeaders(301, -1);
                        })
                        .url())) {
            assertThat(other.result())
                    .contains("was answered with 301, a redirect to " + plain.url() + "/x.zip, which is not followed:"
                            + " redirects must lead to https.");
            assertThat(plain.requests()).isEmpty();
        }
    }

    @Test
    void a_server_that_stops_in_the_middle_is_left_within_the_limit() throws Exception {
        var over = new CountDownLatch(1);
        try (var mirror = Mirror.openHttps(context);
                var other = trusting(
                        mirror.on(Mirror.archive(VERSION), exchange -> {
                                    Mirror.beginning(exchange, Archives.good(), 100);
                                    await(over);
                                })
                                .url(),
                        "-Dtest.limit=PT3S")) {
            assertThat(other.result()).contains("was not done within 3 s.");
        } finally {
            over.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_certificate_that_is_not_trusted_is_told() throws Exception {
        try (var mirror = Mirror.openHttps(context)) {
            assertThat(new DownloadFixture(cache, mirror).refusal(VERSION))
                    .contains("GET " + mirror.url() + Mirror.archive(VERSION) + " failed: no trusted connection (")
                    .contains("-Djavax.net.ssl.trustStore");
            assertThat(mirror.requests()).isEmpty();
        }
    }

    private OtherJvm trusting(URI mirror, String... switches) throws Exception {
        assertThat(Files.exists(store)).isTrue();
        var all = new ArrayList<>(Arrays.asList(switches));
        all.add("-Djavax.net.ssl.trustStore=" + store);
        all.add("-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
        return OtherJvm.download(cache, mirror, VERSION, all.toArray(String[]::new));
    }
}
