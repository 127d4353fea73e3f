package io.github.withcdp.internal.download;

import io.github.withcdp.internal.transport.HttpHead;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What a server answers; the body is read by whoever asked. */
record DownloadResponse(URI url, HttpHead head, InputStream body) {

    private static final int EXCERPT = 4096;

    /** Return whether it is a file, and no page for people, as those give that stand between us and the network. */
    boolean isFile() {
        return head.status() == 200
                && !DownloadMessages.text(head.contentType()).startsWith("text/html");
    }

    /** Return why this answer is of no use, with the beginning of its body. */
    NetworkFailure refusal() {
        var excerpt = excerpt();
        return new NetworkFailure("GET " + DownloadMessages.url(url) + " was answered with " + head.status() + " "
                + DownloadMessages.text(head.statusText())
                + (head.contentType().isEmpty() ? "" : " (" + DownloadMessages.text(head.contentType()) + ")")
                + (excerpt.isEmpty() ? "" : ": " + excerpt));
    }

    private String excerpt() {
        try {
            return DownloadMessages.text(new String(body.readNBytes(EXCERPT), StandardCharsets.UTF_8), url);
        } catch (IOException e) {
            return "";
        }
    }
}
