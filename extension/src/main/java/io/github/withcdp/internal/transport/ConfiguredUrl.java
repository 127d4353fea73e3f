package io.github.withcdp.internal.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.function.Function;

/** Checks a URL that a user wrote, as far as that can be done without asking anybody. */
public final class ConfiguredUrl {

    private static final int HIGHEST_PORT = 65535;

    private ConfiguredUrl() {}

    /**
     * Return the URL, its scheme in lower case.
     *
     * @param refused makes an exception of the reason why it cannot be one; must not tell the secrets of the URL
     */
    public static URI check(String url, Function<String, IllegalArgumentException> refused) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            // Not passed on as the cause, because its message repeats the whole text, secrets included.
            throw refused.apply("it is not a URL: " + e.getReason());
        }
        if (uri.getHost() == null) {
            throw refused.apply("it names no host");
        }
        if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            throw refused.apply("a port is a number from 1 to 65535");
        }
        var scheme = uri.getScheme();
        return URI.create(scheme.toLowerCase(Locale.ROOT) + url.substring(scheme.length()));
    }
}
