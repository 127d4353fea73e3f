package io.github.withcdp.internal.download;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What browser is wanted, where it comes from and where it is kept.
 *
 * <p>A mirror, for networks that do not reach the servers of Chrome for Testing, is any web server that has below its URL
 * <ul>
 *   <li>{@code VERSION/PLATFORM/chrome-headless-shell-PLATFORM.zip}, the archives as Chrome for Testing has them, such as
 *       {@code 156.0.8078.79/linux64/chrome-headless-shell-linux64.zip}; platforms are {@code linux64}, {@code linux-arm64},
 *       {@code mac-x64}, {@code mac-arm64}, {@code win32} and {@code win64};
 *   <li>{@code last-known-good-versions-with-downloads.json}, only needed for {@code stable}, {@code beta}, {@code dev}
 *       and {@code canary}: {@code {"channels": {"Stable": {"version": "156.0.8078.79"}}}};
 *   <li>{@code latest-versions-per-milestone-with-downloads.json}, only needed for a major version:
 *       {@code {"milestones": {"156": {"version": "156.0.8078.79"}}}}.
 * </ul>
 * The JSON files may be those of Chrome for Testing, which say more: of that, the mirror's archives are taken whatever
 * host is named. A mirror may be {@code http}; {@code user:password@} in it becomes basic authorisation, and a query is
 * sent with each request; neither is ever shown, nor sent to another server.
 *
 * @param directory the cache; it is made if it is not there, and what is in it may be deleted at any time
 * @param source the servers that are asked
 * @param version {@code stable}, {@code beta}, {@code dev}, {@code canary}, a major version such as {@code 156}, or a
 *     whole one such as {@code 156.0.8078.79}
 * @param sha256 what the archive must have as SHA-256, as 64 hexadecimal digits; only with a whole version
 * @param limit how long all of it may take, waiting for another process included
 */
public record DownloadOptions(
        Path directory, DownloadSource source, String version, Optional<String> sha256, Duration limit) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /**
     * Check the options.
     *
     * @throws IllegalArgumentException if one of them cannot be used; says what was given and what is allowed
     */
    public DownloadOptions {
        directory = directory.toAbsolutePath().normalize();
        var wanted = new WantedVersion(version);
        version = wanted.text();
        sha256 = sha256.map(hash -> hash.strip().toLowerCase(Locale.ROOT));
        sha256.ifPresent(hash -> check(hash, wanted));
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException(
                    "The limit of a download was " + limit + ", but must be longer than nothing, such as 10 min.");
        }
    }

    /** Return the stable version from Chrome for Testing, kept where this system keeps such things, within 10 minutes. */
    public static DownloadOptions ofThisMachine() {
        return new DownloadOptions(
                DefaultDirectory.ofThisMachine(), DownloadSource.CHROME_FOR_TESTING, "stable", Optional.empty(), LIMIT);
    }

    /** Return these options with another cache. */
    public DownloadOptions withDirectory(Path cache) {
        return new DownloadOptions(cache, source, version, sha256, limit);
    }

    /** Return these options with a mirror. */
    public DownloadOptions withMirror(URI url) {
        return new DownloadOptions(directory, DownloadSource.mirror(url), version, sha256, limit);
    }

    /** Return these options with another version, and without the hash, which is that of one archive. */
    public DownloadOptions withVersion(String wanted) {
        return new DownloadOptions(directory, source, wanted, Optional.empty(), limit);
    }

    /** Return these options with the hash that the archive must have. */
    public DownloadOptions withSha256(String hash) {
        return new DownloadOptions(directory, source, version, Optional.of(hash), limit);
    }

    /** Return these options with another limit. */
    public DownloadOptions withLimit(Duration longest) {
        return new DownloadOptions(directory, source, version, sha256, longest);
    }

    /** Return the options without what may be secret in their addresses. */
    @Override
    public String toString() {
        return "DownloadOptions[" + version + " from " + source.name() + " into " + directory + " within " + limit
                + "]";
    }

    private static void check(String hash, WantedVersion wanted) {
        if (!SHA256.matcher(hash).matches()) {
            throw new IllegalArgumentException("The SHA-256 of the download was " + DownloadMessages.text(hash)
                    + ", but must be 64 hexadecimal digits, as sha256sum prints them.");
        }
        if (wanted.exact().isEmpty()) {
            throw new IllegalArgumentException("The SHA-256 of the download was given for version " + wanted
                    + ", of which there will be another archive tomorrow. Give a whole version such as 156.0.8078.79 with"
                    + " it, or leave it out.");
        }
    }
}
