package io.github.withcdp.internal.download;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.withcdp.protocol.ChromeUnavailableException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/** Downloads for a Linux, whatever machine this is. */
final class DownloadFixture {

    static final String VERSION = "156.0.8078.79";
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Path cache;
    private final Mirror mirror;
    private Instant now = NOON;
    private Limits limits = Limits.DEFAULTS;
    private DownloadClient http = new DownloadClient();
    private UnaryOperator<DownloadOptions> changes = UnaryOperator.identity();

    DownloadFixture(Path cache, Mirror mirror) {
        this.cache = cache;
        this.mirror = mirror;
    }

    DownloadFixture at(Instant instant) {
        now = instant;
        return this;
    }

    DownloadFixture within(Limits other) {
        limits = other;
        return this;
    }

    DownloadFixture through(DownloadClient other) {
        http = other;
        return this;
    }

    DownloadFixture with(UnaryOperator<DownloadOptions> change) {
        changes = change;
        return this;
    }

    Path fetch(String version) {
        var options = DownloadOptions.ofThisMachine()
                .withDirectory(cache)
                .withMirror(mirror.url())
                .withVersion(version);
        return new BrowserDownload(
                        changes.apply(options), Platform.LINUX_X64, Clock.fixed(now, ZoneOffset.UTC), limits, http)
                .fetch();
    }

    /** Return what is said when it does not work. */
    String refusal(String version) {
        return String.valueOf(catchThrowableOfType(ChromeUnavailableException.class, () -> fetch(version))
                .getMessage());
    }

    Path program(String version) {
        return home(version).resolve(Archives.PROGRAM);
    }

    Path home(String version) {
        return cache.toAbsolutePath().normalize().resolve("chrome-headless-shell-linux64-" + version);
    }

    Path part(String version) {
        return cache.resolve("chrome-headless-shell-linux64-" + version + ".zip.part");
    }

    /** Return the options with the mirror as if it were the servers of Chrome for Testing. */
    static UnaryOperator<DownloadOptions> asServers(URI versions, URI archives) {
        return options -> new DownloadOptions(
                options.directory(),
                new DownloadSource(versions, archives, false),
                options.version(),
                options.sha256(),
                options.limit());
    }
}
