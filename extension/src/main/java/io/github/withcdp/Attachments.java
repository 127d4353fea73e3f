package io.github.withcdp;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names the files of a report in the output of a failed test, in the form that Jenkins, GitLab and Azure look for:
 * {@code [[ATTACHMENT|/whole/path/report.html]]}, alone on its line.
 */
final class Attachments {

    private static final Pattern ATTACHED = Pattern.compile("report\\.html|screenshot(-\\d+)?\\.png");
    // Control characters, line separators and what would end the form.
    private static final Pattern REFUSED = Pattern.compile("[|\\p{Cntrl}\\u0085\\u2028\\u2029]|]]");

    private Attachments() {}

    /** Print them to the standard output, which is what those who look for them read. */
    static void print(List<Path> files) {
        print(files, System.out);
    }

    /** Print them in one go, so that nothing gets in between, and on new lines, whatever stands on the last one. */
    static void print(List<Path> files, PrintStream out) {
        var lines = files.stream()
                .filter(file -> ATTACHED.matcher(file.getFileName().toString()).matches())
                .map(file -> file.toAbsolutePath().toString())
                .filter(path -> !REFUSED.matcher(path).find())
                .map(path -> System.lineSeparator() + "[[ATTACHMENT|" + path + "]]")
                .collect(Collectors.joining());
        if (!lines.isEmpty()) {
            out.print(lines + System.lineSeparator());
            out.flush();
        }
    }
}
