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
     * Return what to download if this machine has no browser; nothing unless that is asked for.
     *
     * @throws ConfigurationException if something cannot be, also if it is not asked for
     */
    static Optional<DownloadOptions> download(OptionValues values) {
        var options = DownloadOptions.ofThisMachine();
        options = with(options, values.get(Option.DOWNLOAD_VERSION), DownloadOptions::withVersion);
        options = with(options, values.get(Option.DOWNLOAD_SHA256), DownloadOptions::withSha256);
        options = with(options, values.get(Option.DOWNLOAD_MIRROR), DownloadParser::withMirror);
        var all = values.get(Option.DOWNLOAD_DIR).map(options::withDirectory).orElse(options);
        return values.get(Option.DOWNLOAD) ? Optional.of(all) : Optional.empty();
    }

    private static DownloadOptions with(
            DownloadOptions options,
            Optional<ConfiguredValue> value,
            BiFunction<DownloadOptions, String, DownloadOptions> change) {
        if (value.isEmpty()) {
            return options;
        }
        try {
            return change.apply(options, value.get().trimmed());
        } catch (IllegalArgumentException refused) {
            // Without the cause and what was given, either of which may tell the password of a mirror.
            throw new ConfigurationException(value.get().where() + ": " + refused.getMessage());
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
