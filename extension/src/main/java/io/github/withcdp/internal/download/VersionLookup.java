package io.github.withcdp.internal.download;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.time.Deadline;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks which version a channel or a major version is at. */
final class VersionLookup {

    private static final String CHANNELS = "last-known-good-versions-with-downloads.json";
    private static final String MILESTONES = "latest-versions-per-milestone-with-downloads.json";
    private static final String PRODUCT = "chrome-headless-shell";

    private final DownloadSource source;
    private final Platform platform;
    private final DownloadClient http;
    private final long longestJson;

    VersionLookup(DownloadSource source, Platform platform, DownloadClient http, Limits limits) {
        this.source = source;
        this.platform = platform;
        this.http = http;
        this.longestJson = limits.json();
    }

    /**
     * Ask.
     *
     * @throws NetworkFailure if there is no useful answer
     */
    Release ask(WantedVersion wanted, Deadline deadline) throws IOException, InterruptedException {
        var list = source.json(wanted.major().isPresent() ? MILESTONES : CHANNELS);
        var tree = read(list, deadline);
        var named = wanted.major()
                .map(major -> tree.path("milestones").path(String.valueOf(major)))
                .orElseGet(() -> tree.path("channels").path(wanted.channel()));
        var version = BrowserVersion.parse(named.path("version").asString(""))
                .orElseThrow(() -> new NetworkFailure(
                        DownloadMessages.url(list) + " names no version for " + wanted + namesInstead(tree)));
        if (version.compareTo(platform.since()) < 0) {
            throw new NetworkFailure("the newest version of " + wanted + " is " + version
                    + ", and chrome-headless-shell is made for " + platform.label() + " since " + platform.since());
        }
        return new Release(version, told(named.path("downloads"), version, list));
    }

    private JsonNode read(URI list, Deadline deadline) throws IOException, InterruptedException {
        return http.get(list, deadline, answer -> {
            if (!answer.isFile()) {
                throw answer.refusal();
            }
            byte[] body;
            try {
                body = answer.body().readNBytes((int) longestJson + 1);
            } catch (IOException e) {
                throw new NetworkFailure(
                        "GET " + DownloadMessages.url(list) + " broke off: " + http.reason(e, list), e);
            }
            if (body.length > longestJson) {
                throw new NetworkFailure("GET " + DownloadMessages.url(list) + " was answered with more than "
                        + DownloadMessages.size(longestJson));
            }
            var text = new String(body, StandardCharsets.UTF_8);
            try {
                return Json.read(text);
            } catch (JacksonException e) {
                throw new NetworkFailure(
                        "GET " + DownloadMessages.url(list) + " was answered with what is no JSON: "
                                + DownloadMessages.text(text),
                        e);
            }
        });
    }

    /** Return what the list says the archive's URL is; empty if it says nothing about archives, or a mirror has it at home. */
    private Optional<URI> told(JsonNode downloads, BrowserVersion version, URI list) throws NetworkFailure {
        if (!downloads.isObject()) {
            return Optional.empty();
        }
        for (JsonNode download : downloads.path(PRODUCT)) {
            if (download.path("platform").asString("").equals(platform.label())) {
                var url = download.path("url").asString("");
                var parsed = parse(url);
                if (!source.isMirror() && parsed.filter(source::mayFetch).isEmpty()) {
                    throw new NetworkFailure(
                            DownloadMessages.url(list) + " names an archive that is not at an https URL: "
                                    + parsed.map(DownloadMessages::url).orElse("no URL at all"));
                }
                return parsed.filter(archive -> !source.isMirror());
            }
        }
        throw new NetworkFailure(
                DownloadMessages.url(list) + " names no " + PRODUCT + " " + version + " for " + platform.label());
    }

    private static Optional<URI> parse(String url) {
        try {
            return Optional.of(new URI(url)).filter(parsed -> parsed.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String namesInstead(JsonNode tree) {
        var lists = tree.path("milestones").isObject() ? tree.path("milestones") : tree.path("channels");
        var names = lists.propertyNames().stream().collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ", but for " + DownloadMessages.text(lastOf(names));
    }

    /** The newest come last, and are more likely to be what somebody wanted. */
    private static String lastOf(String names) {
        return names.length() <= 200 ? names : "…" + names.substring(names.length() - 200);
    }
}
