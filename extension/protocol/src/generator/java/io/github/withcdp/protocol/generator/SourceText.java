package io.github.withcdp.protocol.generator;

import java.util.List;

/** The text of a source file as it grows, indented by its braces. */
final class SourceText {

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** Add lines. One that ends in a brace opens a block, one that starts with one closes it. */
    SourceText add(String lines) {
        for (var line : lines.split("\n", -1)) {
            if (line.startsWith("}")) {
                depth--;
            }
            text.append(line.isEmpty() ? "" : "    ".repeat(depth)).append(line).append('\n');
            if (line.endsWith("{")) {
                depth++;
            }
        }
        return this;
    }

    /** Add a Javadoc comment, or nothing if there is nothing to say. */
    SourceText javadoc(String description, List<String> tags) {
        if (description.isEmpty() && tags.isEmpty()) {
            return this;
        }
        var lines = description.isEmpty() ? List.<String>of() : List.of(description.split("\n", -1));
        var indent = "    ".repeat(depth);
        text.append(indent).append("/**\n");
        lines.forEach(line -> comment(indent, line));
        if (!lines.isEmpty() && !tags.isEmpty()) {
            comment(indent, "");
        }
        tags.forEach(tag -> tag.lines().forEach(line -> comment(indent, line)));
        text.append(indent).append(" */\n");
        return this;
    }

    private void comment(String indent, String line) {
        text.append(indent).append(line.isEmpty() ? " *" : " * " + line).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
