package io.github.withcdp.internal.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** How a page asks for a WebSocket. */
final class PageHandshake {

    private PageHandshake() {}

    /** Return the head of the request for one of {@code chat.test}. */
    static byte[] of(String path) {
        return """
                GET %s HTTP/1.1
                Host: chat.test
                Connection: Upgrade
                Upgrade: websocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

                """.formatted(path).replace("\n", "\r\n").getBytes(ISO_8859_1);
    }
}
