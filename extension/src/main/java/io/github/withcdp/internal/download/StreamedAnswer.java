package io.github.withcdp.internal.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server answers; the body is read by whoever asked. */
record StreamedAnswer(URI url, int status, HttpURLConnection connection) {

    private static final int EXCERPT = 4096;

    /** Return a header. */
    Optional<String> header(String name) {
        return Optional.ofNullable(connection.getHeaderField(name)).map(String::strip);
    }

    /** Return what {@code Content-Length} says; -1 if it says nothing. */
    long length() {
        return connection.getContentLengthLong();
    }

    /** Return the body; an empty one if there is none. */
    InputStream body() throws IOException {
        @Nullable InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        return body == null ? InputStream.nullInputStream() : body;
    }

    /** Return whether it is a page for people, as those give that stand between us and the network. */
    boolean isPage() {
        return header("Content-Type")
                .map(ShownAddress::text)
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
    }

    /** Return why this answer is of no use, with the beginning of its body. */
    NetworkFailure refusal() {
        var said = excerpt();
        return new NetworkFailure("GET " + ShownAddress.url(url) + " was answered with " + status + " "
                + ShownAddress.text(Optional.ofNullable(reason()).orElse(""))
                + header("Content-Type")
                        .map(type -> " (" + ShownAddress.text(type) + ")")
                        .orElse("")
                + (said.isEmpty() ? "" : ": " + said));
    }

    private @Nullable String reason() {
        try {
            return connection.getResponseMessage();
        } catch (IOException e) {
            return null;
        }
    }

    private String excerpt() {
        try (var body = body()) {
            var text = new String(body.readNBytes(EXCERPT), StandardCharsets.UTF_8);
            return ShownAddress.text(text, url);
        } catch (IOException e) {
            return "";
        }
    }
}
