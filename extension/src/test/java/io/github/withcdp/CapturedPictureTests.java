package io.github.withcdp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code withcdp.capture=everything} a picture is in a report and in a green run, and so there when the test is served. */
class CapturedPictureTests {

    private static final byte[] PICTURE = picture();

    @TempDir
    Path recorded;

    @TempDir
    Path reports;

    @Test
    void a_picture_is_served_as_it_was_and_kept_of_a_test_that_has_passed() throws IOException {
        var failure = recordAndServe("everything");

        assertThat(failure).hasMessage("3 pixels wide");
        assertThat(pictureIn(only(recorded.resolve("reports"))).bytes()).isEqualTo(PICTURE);
        assertThat(pictureIn(only(recorded.resolve("green"))).bytes()).isEqualTo(PICTURE);
    }

    @Test
    void it_is_a_dot_if_it_was_not_captured() throws IOException {
        assertThat(recordAndServe("text")).hasMessage("1 pixels wide");
    }

    private Throwable recordAndServe(String capture) throws IOException {
        var server = serve();
        GalleryTestCase.url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        try {
            FixtureRun.of(GalleryTestCase.class, recorded.resolve("reports"))
                    .with("withcdp.capture", capture)
                    .with("withcdp.green", "true")
                    .with("withcdp.green.dir", recorded.resolve("green").toString())
                    .execute();
        } finally {
            server.stop(0);
        }
        return FixtureRun.of(GalleryTestCase.class, reports)
                .with("withcdp.serve", recorded.resolve("reports").toString())
                .execute()
                .failure();
    }

    private static Exchange.Body pictureIn(Path file) throws IOException {
        return Recording.read(file).exchanges().stream()
                .filter(exchange -> exchange.resourceType().equals("Image"))
                .flatMap(exchange -> exchange.response().stream())
                .flatMap(response -> response.body().stream())
                .findFirst()
                .orElseThrow();
    }

    private static Path only(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.getFileName().toString().contains(".jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static byte[] picture() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer serve() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean picture = exchange.getRequestURI().getPath().equals("/picture");
                var content =
                        picture ? PICTURE : "<!doctype html><title>Gallery</title><img src=/picture>".getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", picture ? "image/png" : "text/html");
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            }
        });
        server.start();
        return server;
    }

    @WithCDP
    static class GalleryTestCase {

        static volatile String url = "";

        @Test
        void shows_a_picture(CDPSession page) {
            page.navigate(url);
        }

        @Test
        void tells_how_wide_it_is(CDPSession page) {
            page.navigate(url);
            throw new IllegalStateException(
                    page.evaluate("document.images[0].naturalWidth").asInt() + " pixels wide");
        }
    }
}
