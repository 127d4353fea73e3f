package io.github.withcdp.internal.publish;

import io.github.withcdp.internal.finding.Suspicion;
import io.github.withcdp.internal.report.WrittenReport;
import io.github.withcdp.internal.report.index.BuildRoot;
import io.github.withcdp.internal.text.SafeText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The annotation with which GitHub Actions shows a failed test at the line in which it failed, in the summary of the run and among the changes of a pull request.
 *
 * @param checkout where the repository lies; if empty, files are named from the root of the build
 */
record ErrorAnnotation(Optional<Checkout> checkout) {

    private static final String VARIABLE = "GITHUB_WORKSPACE";

    static ErrorAnnotation of(Map<String, String> environment) {
        return new ErrorAnnotation(Checkout.of(environment, VARIABLE));
    }

    /** Return the line for a test. A source that is not found is not named. */
    String line(FailedTest test) {
        var properties = new LinkedHashMap<String, String>();
        var failingLine = test.testClass().flatMap(type -> FailingLine.of(test.thrown(), type, test.methodName()));
        var source = failingLine.isPresent()
                ? failingLine.flatMap(line -> TestSource.of(line.owner(), line.file()))
                : test.testClass().flatMap(TestSource::of);
        var root = checkout.orElseGet(() -> new Checkout(BuildRoot.of(Path.of(""))));
        source.flatMap(root::pathTo).filter(ErrorAnnotation::isPlain).ifPresent(file -> {
            properties.put("file", file);
            failingLine.ifPresent(line -> properties.put("line", String.valueOf(line.number())));
        });
        properties.put("title", test.report().title() + " failed");
        return WorkflowCommand.of("error", properties, message(test.report()));
    }

    private static boolean isPlain(String path) {
        return SafeText.line(path, path.length()).equals(path);
    }

    /** Return the text of the annotation. What it is made of has no secrets any more, and does nothing when it is printed. */
    private static String message(WrittenReport report) {
        var unusual = report.suspicions().top().stream().map(Suspicion::line).collect(Collectors.joining("\n"));
        return (report.failure().isEmpty() ? "It failed." : report.failure())
                + (unusual.isEmpty() ? "" : "\n\n" + unusual);
    }
}
