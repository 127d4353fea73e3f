package io.github.withcdp.internal.download;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which browser the user wants: a channel, a major version, or a whole one. */
record WantedVersion(String text) {

    private static final Set<String> CHANNELS = Set.of("stable", "beta", "dev", "canary");
    private static final Pattern MAJOR = Pattern.compile("[1-9]\\d{1,3}");

    WantedVersion {
        text = text.strip().toLowerCase(Locale.ROOT);
        if (!CHANNELS.contains(text)
                && !MAJOR.matcher(text).matches()
                && BrowserVersion.parse(text).isEmpty()) {
            throw new IllegalArgumentException("The version to download was " + DownloadMessages.text(text)
                    + ", but must be stable, beta, dev, canary, a major version such as 156, or a whole one such as"
                    + " 156.0.8078.79.");
        }
    }

    /** Return the version if it is a whole one, about which nobody needs to be asked. */
    Optional<BrowserVersion> exact() {
        return BrowserVersion.parse(text);
    }

    /** Return the first number if that is all that is wanted. */
    Optional<Integer> major() {
        return MAJOR.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** Return the name of the channel as Chrome for Testing writes it, {@code Stable}. */
    String channel() {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    @Override
    public String toString() {
        return text;
    }
}
