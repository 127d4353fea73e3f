package io.github.withcdp.internal.report;

import io.github.withcdp.internal.finding.Suspicion;
import io.github.withcdp.internal.finding.Suspicions;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A report in a few lines: what the index of a build and the summary of a job say of it. Kept beside it in a file of its own,
 * so that whoever makes an index reads no more than that.
 *
 * @param title what JUnit calls the test
 * @param className the binary name of the test class
 * @param methodName the name of the method; empty if it is about the class
 * @param phase where it failed, {@code @BeforeEach}; empty for the test itself
 * @param failure why it failed, on one line; empty if it passed
 * @param place the line of the test's source in which it failed, {@code src/test/java/CheckoutTests.java:46}; empty if it is not known
 * @param unusual what was unusual, the most telling first, a line each
 * @param written when
 */
public record ReportCard(
        String title,
        String className,
        String methodName,
        String phase,
        String failure,
        String place,
        List<String> unusual,
        Instant written) {

    static final String FILE = "report.json";

    private static final int FORMAT = 1;
    private static final int SIZE = 64 * 1024;
    private static final int UNUSUAL = 3;
    private static final int NAME = 300;
    private static final int LINE = 500;
    private static final int MOST_KNOWN = 10_000;

    /** Those read before: in a build with a thousand failures, the index is made a thousand times. */
    private static final Map<Path, Known> KNOWN = new ConcurrentHashMap<>();

    private record Known(String version, ReportCard card) {}

    /** Make every text one line that is safe to print: this may come from a file that anybody has written. */
    public ReportCard {
        title = SafeText.line(title, NAME);
        className = SafeText.line(className, NAME);
        methodName = SafeText.line(methodName, NAME);
        phase = SafeText.line(phase, NAME);
        failure = SafeText.line(failure, LINE);
        place = SafeText.line(place, NAME);
        unusual = unusual.stream()
                .limit(UNUSUAL)
                .map(line -> SafeText.line(line, LINE))
                .toList();
    }

    static ReportCard of(FailureReport report, Suspicions suspicions) {
        var test = report.test();
        return new ReportCard(
                test.title(),
                test.className(),
                test.methodName(),
                test.phase(),
                report.failure().map(failure -> FailureText.line(failure, LINE)).orElse(""),
                report.source()
                        .map(source -> source.file() + ":" + source.failing())
                        .orElse(""),
                suspicions.top().stream().map(Suspicion::line).toList(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Return the card in the folder of a report; empty if there is none that can be read, as while the report is being written. */
    public static Optional<ReportCard> read(Path folder) {
        var file = folder.resolve(FILE);
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile() || attributes.size() > SIZE) {
                return Optional.empty();
            }
            var version = attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
            var cached = KNOWN.get(file);
            if (cached != null && cached.version().equals(version)) {
                return Optional.of(cached.card());
            }
            var bytes = Files.readAllBytes(file);
            var tree = Json.read(bytes, 0, bytes.length);
            if (tree.path("format").asInt(0) != FORMAT) {
                return Optional.empty();
            }
            var card = read(tree);
            if (KNOWN.size() < MOST_KNOWN) {
                KNOWN.put(file, new Known(version, card));
            }
            return Optional.of(card);
        } catch (IOException | JacksonException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static ReportCard read(JsonNode tree) {
        return new ReportCard(
                tree.path("title").asString(""),
                tree.path("className").asString(""),
                tree.path("methodName").asString(""),
                tree.path("phase").asString(""),
                tree.path("failure").asString(""),
                tree.path("place").asString(""),
                HeaderJson.readTexts(tree.path("unusual")),
                Instant.parse(tree.path("written").asString("")));
    }

    /** Return the most suspicious message, on one line; empty if there is none. */
    public String suspicion() {
        return unusual.isEmpty() ? "" : unusual.get(0);
    }

    /** Return class and method: {@code com.acme.CheckoutTests.pays_once}. */
    public String name() {
        return methodName.isEmpty() ? className : className + "." + methodName;
    }

    public ReportFile file() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("format", FORMAT);
        fields.put("title", title);
        fields.put("className", className);
        fields.put("methodName", methodName);
        fields.put("phase", phase);
        fields.put("failure", failure);
        fields.put("place", place);
        fields.put("unusual", unusual);
        fields.put("written", written.toString());
        return ReportFile.bytes(FILE, "the report in a few lines, for the index", Json.write(fields));
    }
}
