package io.github.withcdp.internal.report.har;

import static java.util.function.Predicate.not;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the exchanges of a recording as an HTTP archive, version 1.2, with the extensions that Chrome's developer tools write too.
 * The entries are made one by one while they are written, so that the bodies of all of them are never in memory together.
 */
public final class HttpArchive {

    private HttpArchive() {}

    /**
     * Write the archive to a file that does not exist yet.
     *
     * @param messages of the recording, in wire order, read one by one
     * @param exchanges what was put together from these messages
     * @param browser what the browser calls itself, {@code Chrome/156.0.7800.0}; may be empty
     * @throws IOException if the file exists or cannot be written
     */
    public static void write(Iterable<RecordedMessage> messages, List<Exchange> exchanges, String browser, Path file)
            throws IOException {
        var timeline = PageTimeline.at(messages);
        var pages = new HarPages(timeline, exchanges);
        var log = new HarObject()
                .add("version", "1.2")
                .add("creator", program("WithCDP", version()))
                .addIfPresent(
                        "browser",
                        Optional.of(browser).filter(not(String::isEmpty)).map(HttpArchive::browser))
                .add("pages", pages.list())
                .add("entries", new HarEntries(exchanges, pages, timeline.begin()));
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Json.write(out, Map.of("log", log.map()));
        }
    }

    private static Map<String, Object> browser(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? program(text, "") : program(text.substring(0, slash), text.substring(slash + 1));
    }

    private static Map<String, Object> program(String name, String version) {
        return new HarObject().add("name", name).add("version", version).map();
    }

    private static String version() {
        return Optional.ofNullable(HttpArchive.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
