package check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The report of one failed test, of which every file must be whole. */
record ReportFolder(Path directory) {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] PNG_END = {'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};

    /** Return what is wrong, nothing if all is well. */
    List<String> problems(Set<String> names) throws IOException {
        var problems = new ArrayList<String>();
        for (var name : names) {
            var file = directory.resolve(name);
            var problem = Files.isRegularFile(file) ? problem(name, Files.readAllBytes(file)) : "is missing";
            if (!problem.isEmpty()) {
                problems.add(file + ": " + problem);
            }
        }
        return problems;
    }

    private static String problem(String name, byte[] content) {
        if (content.length == 0) {
            return "is empty";
        }
        if (name.endsWith(".png")) {
            return Arrays.equals(PNG, 0, PNG.length, content, 0, Math.min(PNG.length, content.length))
                            && endsWith(content, PNG_END)
                    ? ""
                    : "is no whole PNG";
        }
        var text = new String(content, StandardCharsets.UTF_8);
        if (text.contains("missing or cut short") || text.contains("NoClassDefFoundError")) {
            return "says that something is missing";
        }
        try {
            return switch (name) {
                case "report.html" -> htmlProblem(text);
                case "traffic.jsonl" -> linesProblem(text);
                case "traffic.har" -> archiveProblem(Json.read(text));
                default -> "";
            };
        } catch (IllegalArgumentException | ClassCastException e) {
            return e.getMessage();
        }
    }

    private static String htmlProblem(String text) {
        return text.startsWith("<!doctype html>") && text.stripTrailing().endsWith("</html>") ? "" : "is no whole page";
    }

    private static String linesProblem(String text) {
        var lines = text.lines().map(Json::read).toList();
        var header = (Map<?, ?>) lines.get(0);
        var expected = String.valueOf(lines.size() - 1);
        return expected.equals(header.get("messages"))
                ? ""
                : "its header tells of " + header.get("messages") + " messages, and " + expected + " follow";
    }

    private static String archiveProblem(Object archive) {
        var entries = (List<?>) ((Map<?, ?>) ((Map<?, ?>) archive).get("log")).get("entries");
        return entries.isEmpty() ? "has no entries" : "";
    }

    private static boolean endsWith(byte[] content, byte[] end) {
        return content.length > end.length
                && Arrays.equals(content, content.length - end.length, content.length, end, 0, end.length);
    }
}
