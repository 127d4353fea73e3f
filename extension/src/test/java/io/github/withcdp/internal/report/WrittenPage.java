package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** A written report.html, taken apart as its viewer does it. */
record WrittenPage(String html) {

    private static final Pattern BLOCK = Pattern.compile("<script type=\"text/plain\" ([^>]*)>([^<]*)</script>\n");
    private static final Pattern MESSAGES =
            Pattern.compile("class=\"block\" data-first=\"(\\d+)\" data-count=\"(\\d+)\"");

    static WrittenPage of(FailureReport report, Path folder) throws IOException {
        var written = new ReportWriter(folder).write(report, folder.resolve("test"));
        return new WrittenPage(Files.readString(written.directory().resolve("report.html")));
    }

    JsonNode overview() {
        return block("overview");
    }

    JsonNode index() {
        return block("index");
    }

    JsonNode block(String id) {
        return Json.read(text(id));
    }

    /** Return the script that shows the data. */
    String viewerScript() {
        return text("viewer-script");
    }

    /** Return what that looks like. */
    String viewerStyle() {
        return text("viewer-style");
    }

    private String text(String id) {
        return BLOCK.matcher(html)
                .results()
                .filter(block -> block.group(1).equals("id=\"" + id + "\""))
                .map(block -> unpacked(block.group(2)))
                .findFirst()
                .orElseThrow();
    }

    /** Return the raw messages, after a check that the blocks follow each other without a gap. */
    List<JsonNode> messages() {
        var messages = new ArrayList<JsonNode>();
        BLOCK.matcher(html).results().forEach(block -> {
            var place = MESSAGES.matcher(block.group(1));
            if (place.matches()) {
                var text = unpacked(block.group(2));
                if (Integer.parseInt(place.group(1)) != messages.size()
                        || Integer.parseInt(place.group(2)) != text.lines().count()) {
                    throw new AssertionError(block.group(1) + " after " + messages.size());
                }
                text.lines().map(Json::read).forEach(messages::add);
            }
        });
        return messages;
    }

    /** Return the page without its data. */
    String withoutData() {
        return BLOCK.matcher(html).replaceAll("");
    }

    private static String unpacked(String data) {
        var bytes = new ByteArrayInputStream(Base64.getDecoder().decode(data));
        try (var in = new GZIPInputStream(bytes)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
