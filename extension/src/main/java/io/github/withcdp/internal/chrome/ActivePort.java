package io.github.withcdp.internal.chrome;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The file in which Chrome tells the port it has chosen, in a line, and the path of its WebSocket, in another. */
final class ActivePort {

    private static final Pattern CONTENT = Pattern.compile("([1-9]\\d{0,4})\\R(/devtools/browser/[\\w-]+)\\R?");
    private static final int HIGHEST = 0xFFFF;

    private final Path file;

    ActivePort(Path userData) {
        this.file = userData.resolve("DevToolsActivePort");
    }

    /** Return the URL of the browser's WebSocket; empty as long as the file is not there and complete. */
    Optional<URI> read() {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<URI> parse(String content) {
        var matcher = CONTENT.matcher(content);
        return matcher.matches() && Integer.parseInt(matcher.group(1)) <= HIGHEST
                ? Optional.of(URI.create("ws://127.0.0.1:" + matcher.group(1) + matcher.group(2)))
                : Optional.empty();
    }
}
