package io.github.withcdp.internal.report.index;

import io.github.withcdp.internal.report.ReportCard;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.util.Loggers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The summary that GitHub Actions shows of a step: a table of the tests that failed in it, a row each with what their summaries say first, appended by whichever JVM
 * of the step has one to tell. Whatever tests and pages say stands in it as character references, so that it is neither markup nor a mention.
 */
public final class StepSummary {

    /** The environment variable that names the file. */
    public static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    /** Beyond this GitHub shows nothing of the file at all. */
    static final int LIMIT = 1024 * 1024;

    static final String HEADER = """


            ### Failed tests that used a browser

            | Test | Failure | What was unusual | Report |
            | --- | --- | --- | --- |
            """;
    static final String FULL = "| … | There are more, but no room to tell of them. | | |\n";

    private static final Object ONE_AT_A_TIME = new Object();
    private static final int CELL = 300;

    private final Path file;
    private final Path workspace;

    private StepSummary(Path file, Path workspace) {
        this.file = file;
        this.workspace = workspace;
    }

    /** Return the summary that an environment asks for; empty outside of GitHub Actions, and if what it names is no path. */
    public static Optional<StepSummary> of(Map<String, String> environment) {
        try {
            var workspace = Path.of(environment.getOrDefault("GITHUB_WORKSPACE", ""));
            return Optional.ofNullable(environment.get(VARIABLE))
                    .filter(name -> !name.isBlank())
                    .map(name -> new StepSummary(Path.of(name), workspace.toAbsolutePath()));
        } catch (InvalidPathException e) {
            Loggers.of(StepSummary.class).log(System.Logger.Level.WARNING, VARIABLE + " is no path: " + e.getReason());
            return Optional.empty();
        }
    }

    /**
     * Append a row for a report. What fails is logged: a job without a summary still has its reports.
     *
     * @param report the file or folder to look into
     */
    public void append(ReportCard card, Path report) {
        try {
            var row = "| %s | %s | %s | %s |\n"
                    .formatted(
                            lines(List.of(card.title(), card.name(), card.place())),
                            code(card.failure()),
                            lines(card.unusual()),
                            code(shown(report)));
            synchronized (ONE_AT_A_TIME) {
                append(row);
            }
        } catch (IOException | RuntimeException e) {
            Loggers.of(StepSummary.class)
                    .log(System.Logger.Level.WARNING, "The summary of the step, " + file + ", cannot be written: " + e);
        }
    }

    /**
     * Append in one write, so that rows of several JVMs never mix. Who reads the file before another has written the first row
     * would put a second header; a lock that is only tried, never waited for, makes that rare, and the table is whole even then.
     */
    private void append(String row) throws IOException {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.tryLock(); // ends with the channel
            var tail = tail();
            var header = tail.inTable() ? "" : HEADER;
            var text = header + row;
            if (channel.size() + bytes(text).length > LIMIT - bytes(HEADER + FULL).length) {
                text = tail.full() ? "" : header + FULL;
            }
            if (channel.size() + bytes(text).length <= LIMIT) {
                channel.write(ByteBuffer.wrap(bytes(text)));
            }
        }
    }

    /**
     * How the file ends.
     *
     * @param inTable whether a row of our table may follow
     * @param full whether it has been said that there are more
     */
    private record Tail(boolean inTable, boolean full) {}

    private Tail tail() throws IOException {
        if (Files.size(file) > LIMIT) {
            return new Tail(false, true);
        }
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int header = text.lastIndexOf(new String(bytes(HEADER), StandardCharsets.ISO_8859_1));
        boolean inTable = header >= 0
                && text.endsWith("\n")
                && text.substring(header + HEADER.length()).lines().allMatch(line -> line.startsWith("|"));
        return new Tail(inTable, text.contains(new String(bytes(FULL), StandardCharsets.ISO_8859_1)));
    }

    private String shown(Path report) {
        var path = report.toAbsolutePath();
        return (path.startsWith(workspace) ? workspace.relativize(path) : path).toString();
    }

    private static String lines(List<String> texts) {
        return texts.stream()
                .map(StepSummary::code)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.joining("<br>"));
    }

    /** Return the text as code, with everything but letters, digits, blanks and what is not ASCII as character references. */
    private static String code(String text) {
        var safe = SafeText.line(text, CELL);
        if (safe.isBlank()) {
            return "";
        }
        var out = new StringBuilder("<code>");
        safe.codePoints().forEach(point -> {
            if (point < 0x80 && point != ' ' && !Character.isLetterOrDigit(point)) {
                out.append("&#").append(point).append(';');
            } else {
                out.appendCodePoint(point);
            }
        });
        return out.append("</code>").toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
