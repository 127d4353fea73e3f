package io.github.withcdp.internal.config;

import io.github.withcdp.internal.download.DownloadOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads what a run says about a browser to download. */
final class DownloadParser {

    private DownloadParser() {}

    /**
     * Return what to download if this machine has no browser; nothing unless the run asks for it.
     *
     * @throws ConfigurationException if it says something that cannot be, also without asking for it
     */
    static Optional<DownloadOptions> resolve(ConfigurationSources run) {
        var options = DownloadOptions.ofThisMachine();
        options = with(options, run, ConfigurationKey.DOWNLOAD_VERSION, DownloadOptions::withVersion);
        options = with(options, run, ConfigurationKey.DOWNLOAD_SHA256, DownloadOptions::withSha256);
        options = with(options, run, ConfigurationKey.DOWNLOAD_MIRROR, DownloadParser::withMirror);
        var directory = run.given(ConfigurationKey.DOWNLOAD_DIR).flatMap(PathParser::parseDirectory);
        var all = directory.map(options::withDirectory).orElse(options);
        return run.given(ConfigurationKey.DOWNLOAD)
                .filter(EnumParser::parseBoolean)
                .map(yes -> all);
    }

    private static DownloadOptions with(
            DownloadOptions options,
            ConfigurationSources run,
            ConfigurationKey key,
            BiFunction<DownloadOptions, String, DownloadOptions> change) {
        var given = run.given(key).filter(text -> !text.isBlank());
        if (given.isEmpty()) {
            return options;
        }
        try {
            return change.apply(options, given.get().trimmed());
        } catch (IllegalArgumentException refused) {
            // Without the cause and what was given, either of which may tell the password of a mirror.
            throw new ConfigurationException(given.get().where() + ": " + refused.getMessage());
        }
    }

    private static DownloadOptions withMirror(DownloadOptions options, String url) {
        try {
            return options.withMirror(new URI(url));
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException(
                    "this is no URL (" + broken.getReason() + "). Write one, as in https://mirror.example/chrome/.",
                    broken);
        }
    }
}
