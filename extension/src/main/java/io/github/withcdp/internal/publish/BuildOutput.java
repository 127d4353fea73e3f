package io.github.withcdp.internal.publish;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells CI servers of a failed test, each in the form that it looks for in the output of a build. */
public final class BuildOutput {

    /** The names of the files that people look at; the rest lies beside them. */
    private static final Pattern SHOWN = Pattern.compile("report\\.html|screenshot(-\\d+)?\\.png");

    private final Attachments attachments;
    private final Optional<TestMetadata> metadata;
    private final ErrorAnnotation annotation;

    private BuildOutput(Attachments attachments, Optional<TestMetadata> metadata, ErrorAnnotation annotation) {
        this.attachments = attachments;
        this.metadata = metadata;
        this.annotation = annotation;
    }

    /** Return the output of a build whose server is known by its environment. */
    public static BuildOutput of(Map<String, String> environment) {
        return new BuildOutput(
                Attachments.of(environment), TestMetadata.of(environment), ErrorAnnotation.of(environment));
    }

    /**
     * Report a test on the standard output, which is what servers read.
     *
     * @param annotated whether to print the line that GitHub makes an annotation of
     */
    public void report(FailedTest test, boolean annotated) {
        report(test, annotated, System.out);
    }

    /** Report a test in one go, so that nothing gets in between, and on new lines, whatever stands on the last one. */
    void report(FailedTest test, boolean annotated, PrintStream out) {
        var lines = lines(test, annotated);
        if (!lines.isEmpty()) {
            out.print(lines.stream()
                    .collect(Collectors.joining(
                            System.lineSeparator(), System.lineSeparator(), System.lineSeparator())));
            out.flush();
        }
    }

    private List<String> lines(FailedTest test, boolean annotated) {
        var files = test.report().files().stream()
                .filter(file ->
                        SHOWN.matcher(String.valueOf(file.getFileName())).matches())
                .toList();
        var lines = new ArrayList<>(attachments.lines(files));
        metadata.ifPresent(messages -> lines.addAll(messages.lines(files)));
        if (annotated) {
            lines.add(annotation.line(test));
        }
        return lines;
    }
}
