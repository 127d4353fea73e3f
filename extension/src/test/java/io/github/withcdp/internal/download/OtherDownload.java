package io.github.withcdp.internal.download;

import io.github.withcdp.protocol.ChromeUnavailableException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A JVM that downloads a browser and prints what came of it in a line. */
final class OtherDownload {

    private OtherDownload() {}

    public static void main(String[] args) {
        var options = DownloadOptions.ofThisMachine()
                .withDirectory(Path.of(args[0]))
                .withMirror(URI.create(args[1]))
                .withVersion(args[2])
                .withLimit(Duration.parse(System.getProperty("test.limit", "PT2M")));
        try {
            System.out.println(new BrowserDownload(
                            options, Platform.LINUX_X64, Clock.systemUTC(), Limits.DEFAULTS, new DownloadClient())
                    .fetch());
        } catch (ChromeUnavailableException e) {
            System.out.println("failed: " + String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }
}
