package check;

import static check.TestResults.Outcome.FAILED;
import static check.TestResults.Outcome.FLAKY;
import static check.TestResults.Outcome.PASSED;
import static check.TestResults.Outcome.SKIPPED;

import check.TestResults.Outcome;
import check.TestResults.Result;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Judges what the build of a consumer has left: whether the planned tests failed and no others, whether their reports are whole
 * and nothing tells the secret of a test, and whether the tests ran on the versions that they should. Prints what is wrong, and ends with 1 if anything is.
 */
final class Check {

    private static final Pattern TEST = Pattern.compile("@Test\\b");
    private static final Pattern REPORT = Pattern.compile("WithCDP wrote a report to (file:\\S+/)report\\.html");
    private static final Pattern FILES = Pattern.compile("(?ms)^\\| file \\| for \\|$(.*?)^$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|([^|]*)\\|");
    private static final Pattern CODE = Pattern.compile(".*\\.(java|kt|class|bin|jar)");

    /** What a test of {@code sources/extension} signs in with. */
    private static final String SECRET = "Hush7Kq2Zp9Wv4";

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private final Path project;
    private final List<Pattern> expectedTexts;
    private final List<String> problems = new ArrayList<>();

    private Check(Path project) throws IOException {
        this.project = project;
        this.expectedTexts = expectedTexts(project);
    }

    /** Take docs/reports.md, the folder of the consumer, and versions such as {@code junit=5.12.2}. */
    public static void main(String... arguments) throws IOException {
        var check = new Check(Path.of(arguments[1]));
        check.results(TestResults.in(check.project), filesOfReport(Path.of(arguments[0])));
        check.secrets();
        check.versions(List.of(arguments).subList(2, arguments.length));

        check.problems.forEach(System.out::println);
        System.exit(check.problems.isEmpty() ? 0 : 1);
    }

    /** Return the names in its table of files: the failing test opens two pages, so all of them must be there. */
    private static Set<String> filesOfReport(Path page) throws IOException {
        var table = FILES.matcher(Files.readString(page));
        if (!table.find()) {
            throw new IOException(page + " has no table of files");
        }
        var names = new LinkedHashSet<String>();
        ROW.matcher(table.group(1))
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .forEach(name -> names.add(name.group(1)));
        return names;
    }

    private void results(TestResults results, Set<String> files) throws IOException {
        var written = testsInSources();
        if (results.all().size() != written) {
            problems.add("%d tests ran, but %d are in the sources"
                    .formatted(results.all().size(), written));
        }
        for (var result : results.all()) {
            if (result.outcome() != planned(result.name())) {
                problems.add("%s.%s: %s, but was to be %s: %s"
                        .formatted(
                                result.className(),
                                result.name(),
                                result.outcome(),
                                planned(result.name()),
                                result.text().strip().lines().findFirst().orElse("")));
            } else if (!expectedTexts.isEmpty()) {
                text(result);
            } else if (result.outcome() != PASSED) {
                report(result, files);
            }
        }
    }

    /** In a project that cannot work, a failure says why, in one of the lines of a file beside the POM; … stands for anything. */
    private void text(Result result) {
        var words = result.text().replaceAll("\\s+", " ");
        if (result.outcome() != PASSED
                && expectedTexts.stream().noneMatch(text -> text.matcher(words).find())) {
            problems.add("%s.%s says something else than expected.txt: %s"
                    .formatted(result.className(), result.name(), words));
        }
    }

    private static List<Pattern> expectedTexts(Path project) throws IOException {
        var file = project.resolve("expected.txt");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(line -> Pattern.compile(Pattern.quote(line).replace("…", "\\E.*?\\Q")))
                        .toList()
                : List.of();
    }

    /** Return what is to become of a test, which its name says; a class of which no test can run has the one that Surefire invents. */
    private Outcome planned(String name) {
        var words = name.replace('_', ' ');
        if (words.endsWith(" on purpose") || name.equals("initializationError") && !expectedTexts.isEmpty()) {
            return FAILED;
        }
        if (words.endsWith(" at first")) {
            return FLAKY;
        }
        return words.endsWith(" is skipped") ? SKIPPED : PASSED;
    }

    private void report(Result result, Set<String> files) throws IOException {
        var link = REPORT.matcher(result.text());
        if (!link.find()) {
            problems.add("%s.%s failed without a link to a report".formatted(result.className(), result.name()));
            return;
        }
        problems.addAll(new ReportFolder(Path.of(URI.create(link.group(1)))).problems(files));
    }

    /** Of all that the build has written and printed, only the code of the test may have it. */
    private void secrets() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(project), Stream.of(Path.of(project + ".log")))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var isCode = CODE.matcher(file.getFileName().toString()).matches();
                if (!isCode
                        && Files.readString(file, StandardCharsets.ISO_8859_1).contains(SECRET)) {
                    problems.add(file + ": tells the secret of a test");
                }
            }
        }
    }

    private long testsInSources() throws IOException {
        var tests = 0L;
        try (Stream<Path> sources = Files.walk(project.resolve("src/test"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                tests += TEST.matcher(Files.readString(source)).results().count();
            }
        }
        return tests;
    }

    private void versions(List<String> expected) throws IOException {
        var actual = new Properties();
        var file = project.resolve("versions.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                actual.load(reader);
            }
        }
        for (var version : expected) {
            var name = version.replaceFirst("=.*", "");
            if (!version.equals(name + "=" + actual.getProperty(name))) {
                problems.add("%s was expected, but the tests ran on %s".formatted(version, actual.getProperty(name)));
            }
        }
    }
}
