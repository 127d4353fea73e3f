package io.github.withcdp.internal.download;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where versions are told and archives are kept: the servers of Chrome for Testing, or a mirror of both.
 *
 * @param versions the URL below which the JSON files are
 * @param archives the URL below which the archives are
 * @param isMirror whether it is one that the user named, which has all archives at home
 */
public record DownloadSource(URI versions, URI archives, boolean isMirror) {

    static final DownloadSource CHROME_FOR_TESTING = new DownloadSource(
            URI.create("https://googlechromelabs.github.io/chrome-for-testing/"),
            URI.create("https://storage.googleapis.com/chrome-for-testing-public/"),
            false);

    /**
     * Check the addresses.
     *
     * @throws IllegalArgumentException if one of them cannot be used; says what was given and what is allowed
     */
    public DownloadSource {
        if (isMirror) {
            check("mirror", versions, true);
        } else {
            check("address of the versions", versions, false);
            check("address of the archives", archives, false);
        }
    }

    /** Return a mirror of both. */
    static DownloadSource mirror(URI url) {
        return new DownloadSource(url, url, true);
    }

    /**
     * Check a URL that something is fetched from.
     *
     * @param mayBePlain whether http will do, because the user wrote so
     * @throws IllegalArgumentException if it will not do
     */
    private static void check(String what, URI url, boolean mayBePlain) {
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        boolean http = scheme.equals("http");
        if ((!http && !scheme.equals("https")) || url.getHost() == null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("The " + what + " was "
                    + (url.getHost() == null ? "without a host" : DownloadMessages.url(url))
                    + ", but must be a URL such as https://mirror.example.com/chrome, without a #.");
        }
        if (http && !mayBePlain && !isLoopback(url)) {
            throw new IllegalArgumentException("The " + what + " was " + DownloadMessages.url(url)
                    + ", but must be https: what comes over http may be anybody's.");
        }
    }

    /** Return whether a URL leads to this machine by its very name or number. */
    static boolean isLoopback(URI url) {
        var host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** Return where the JSON file with this name is. */
    URI json(String name) {
        return below(versions, name);
    }

    /**
     * Return where an archive is.
     *
     * @param listed where the JSON says it is; a mirror has it at home in any case
     */
    URI archive(BrowserVersion version, Platform platform, Optional<URI> listed) {
        return listed.filter(url -> !isMirror && mayFetch(url))
                .orElseGet(() -> below(archives, version + "/" + platform.label() + "/" + platform.folder() + ".zip"));
    }

    /** Return whether a URL that a JSON file told may be fetched from. */
    boolean mayFetch(URI listed) {
        return "https".equalsIgnoreCase(listed.getScheme())
                || ("http".equalsIgnoreCase(listed.getScheme()) && isLoopback(versions) && isLoopback(listed));
    }

    /** Return what it is called in messages and records. */
    String name() {
        return DownloadMessages.url(versions);
    }

    private static URI below(URI base, String path) {
        var text = base.toString();
        int query = text.indexOf('?');
        var root = query < 0 ? text : text.substring(0, query);
        return URI.create((root.endsWith("/") ? root : root + "/") + path + (query < 0 ? "" : text.substring(query)));
    }
}
