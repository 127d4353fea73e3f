package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A page, frame or worker of a recording, and the URLs that it had. */
final class RecordedTarget {

    private static final int URL = 80;
    private static final int SHORT = 60;
    private static final int FULL_URL = 200;

    /** So many URLs are remembered of one that wanders. */
    private static final int URLS = 200;

    private final String id;
    private final TreeMap<Duration, String> urls = new TreeMap<>();
    private String type = "page";
    private String browserContext = "";
    private String opener = "";
    private String parent = "";
    private Optional<Duration> came = Optional.empty();
    private Optional<Duration> left = Optional.empty();

    RecordedTarget(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    String type() {
        return type;
    }

    boolean isPage() {
        return type.equals("page");
    }

    boolean isPopup() {
        return isPage() && !opener.isEmpty();
    }

    /** Return whether it runs scripts beside the pages. */
    boolean isWorker() {
        return type.endsWith("worker");
    }

    String browserContext() {
        return browserContext;
    }

    /** Return the id of the target that opened it; empty if none did. */
    String opener() {
        return opener;
    }

    /** Return the id of the target that it is a part of, as frames and workers are; empty if of none. */
    String parent() {
        return parent;
    }

    /** Return when a session with it began; empty if that is not on record. */
    Optional<Duration> came() {
        return came;
    }

    /** Return when it went; empty if it stayed, as far as is on record. */
    Optional<Duration> left() {
        return left;
    }

    void attached(Duration elapsed, Map<String, String> info, String parentId) {
        type = info.getOrDefault("type", type);
        browserContext = info.getOrDefault("browserContextId", browserContext);
        opener = info.getOrDefault("openerId", opener);
        parent = parentId;
        came = came.or(() -> Optional.of(elapsed));
        moved(elapsed, info.getOrDefault("url", ""));
    }

    void belongsTo(String parentId) {
        parent = parentId;
    }

    void moved(Duration elapsed, String url) {
        if (!url.isEmpty()) {
            urls.put(elapsed, SafeText.line(url, 400));
            if (urls.size() > URLS) {
                urls.pollFirstEntry();
            }
        }
    }

    void went(Duration elapsed) {
        left = left.or(() -> Optional.of(elapsed));
    }

    /** Return the URL that it had at a moment, or its first one; empty if none is known. */
    String urlAt(Duration moment) {
        var at = urls.floorEntry(moment);
        if (at == null) {
            at = urls.firstEntry();
        }
        return at == null ? "" : at.getValue();
    }

    /** Return the last URL that it had; empty if none is known. */
    String lastUrl() {
        return urls.isEmpty() ? "" : urls.lastEntry().getValue();
    }

    /** Return what it is and where it was: {@code popup http://shop.test/help}. */
    String fullName(Duration moment) {
        return (word() + " " + SafeText.line(urlAt(moment), FULL_URL)).strip();
    }

    /**
     * Return what it is and where it was: {@code popup /help}, {@code worker /sum.js}.
     *
     * @param home the URL whose origin is not repeated
     */
    String name(Duration moment, String home) {
        var url = urlAt(moment);
        var shown = url.isEmpty() || url.equals("about:blank") ? url : withoutOrigin(url, home);
        return (word() + " " + shown).strip();
    }

    private String word() {
        return switch (type) {
            case "page" -> isPopup() ? "popup" : "page";
            case "iframe" -> "frame";
            default -> SafeText.line(type.replace('_', ' '), 40);
        };
    }

    private static String withoutOrigin(String url, String home) {
        var origin = origin(url);
        return !origin.isEmpty() && origin.equals(origin(home))
                ? SafeText.line(url.length() > origin.length() ? url.substring(origin.length()) : "/", SHORT)
                : SafeText.line(url, URL);
    }

    /** Return scheme, host and port; empty if it has none of these. */
    private static String origin(String url) {
        try {
            var uri = new URI(url.replaceAll("[?#].*", "").replace(" ", "%20"));
            return uri.getScheme() == null || uri.getRawAuthority() == null
                    ? ""
                    : uri.getScheme() + "://" + uri.getRawAuthority();
        } catch (URISyntaxException strange) {
            return "";
        }
    }
}
