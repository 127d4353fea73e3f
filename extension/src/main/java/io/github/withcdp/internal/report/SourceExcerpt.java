package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * The lines of a test's own source around the one in which it failed.
 *
 * @param file its path from the root of the build
 * @param first the number of the first of the lines
 * @param failing the number of the line in which it failed
 */
public record SourceExcerpt(String file, int first, int failing, List<String> lines) {

    /** How many lines there are before the one that failed. */
    public static final int BEFORE = 3;

    /** How many there are behind it. */
    public static final int BEHIND = 2;

    private static final int LONGEST = 200;

    /** Copy the lines, cut where they are long. */
    public SourceExcerpt {
        lines = lines.stream()
                .limit(BEFORE + 1L + BEHIND)
                .map(line -> line.replace("\t", "    "))
                .map(line -> line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…")
                .toList();
    }

    SourceExcerpt redacted(UnaryOperator<String> redactor) {
        return new SourceExcerpt(
                file, first, failing, lines.stream().map(redactor).toList());
    }

    /** Return the lines with their numbers, and a mark at the one that failed. */
    List<String> numbered() {
        int width = String.valueOf(first + lines.size()).length();
        var indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(SourceExcerpt::indentOf)
                .min()
                .orElse(0);
        var numbered = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var number = String.valueOf(first + i);
            numbered.add((first + i == failing ? "> " : "  ")
                    + " ".repeat(Math.max(0, width - number.length()))
                    + number
                    + "  "
                    + line.substring(Math.min(indent, line.length())));
        }
        return numbered;
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }

    JsonNode json() {
        var json = Json.object().put("file", file).put("first", first).put("failing", failing);
        json.set("lines", HeaderJson.texts(lines));
        return json;
    }

    static SourceExcerpt read(JsonNode excerpt) {
        return new SourceExcerpt(
                HeaderJson.text(excerpt, "file"),
                excerpt.path("first").asInt(0),
                excerpt.path("failing").asInt(0),
                HeaderJson.readTexts(excerpt.path("lines")));
    }
}
