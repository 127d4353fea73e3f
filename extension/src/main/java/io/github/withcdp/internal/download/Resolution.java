package io.github.withcdp.internal.download;

import io.github.withcdp.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;

/**
 * Which version a channel or a major version was at when somebody last asked, and those it was at before.
 *
 * @param asked when
 * @param source whom
 * @param release the answer
 * @param before the versions of earlier answers, the newest first
 */
record Resolution(Instant asked, String source, Release release, List<BrowserVersion> before) {

    private static final Duration FRESH = Duration.ofDays(1);
    private static final int LONGEST_MEMORY = 20;

    Resolution {
        before = List.copyOf(before);
    }

    /** Return whether nobody needs to be asked again. */
    boolean isFresh(Instant now, DownloadSource wanted) {
        return source.equals(wanted.name())
                && !asked.isAfter(now)
                && asked.plus(FRESH).isAfter(now);
    }

    /** Return what is known after an answer. */
    static Resolution after(Optional<Resolution> earlierOne, Instant now, DownloadSource answered, Release answer) {
        Set<BrowserVersion> earlier = new LinkedHashSet<>();
        earlierOne.ifPresent(previous -> {
            earlier.add(previous.release().version());
            earlier.addAll(previous.before());
        });
        earlier.remove(answer.version());
        return new Resolution(
                now,
                answered.name(),
                answer,
                earlier.stream().limit(LONGEST_MEMORY).toList());
    }

    /** Return the file in which it is kept. */
    static Path file(Path directory, WantedVersion wanted, Platform platform) {
        return directory.resolve(wanted + "-" + platform.label() + ".json");
    }

    /** Read what {@link #write} has written; empty if there is nothing, or something else. */
    static Optional<Resolution> read(Path file) {
        try {
            var tree = Json.read(Files.readString(file));
            return Optional.of(new Resolution(
                    Instant.parse(tree.path("asked").asString("")),
                    tree.path("source").asString(""),
                    new Release(
                            BrowserVersion.of(tree.path("version").asString("")),
                            Optional.of(tree.path("archive").asString(""))
                                    .filter(text -> !text.isEmpty())
                                    .map(URI::create)),
                    StreamSupport.stream(tree.path("before").spliterator(), false)
                            .flatMap(version -> BrowserVersion.parse(version.asString("")).stream())
                            .toList()));
        } catch (IOException | JacksonException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty(); // then somebody is asked again
        }
    }

    /** Write it, in one step. */
    void write(Path file) throws IOException {
        var tree = Json.object()
                .put("asked", asked.toString())
                .put("source", source)
                .put("version", release.version().text());
        release.archive().ifPresent(url -> tree.put("archive", url.toString()));
        var list = tree.putArray("before");
        before.forEach(version -> list.add(version.text()));
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, new String(Json.write(tree), StandardCharsets.US_ASCII));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
