package io.github.withcdp.internal.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines that name the files of a report in the form that Jenkins, GitLab and Azure look for, {@code [[ATTACHMENT|path]]} alone on its line.
 * The path is a whole one, as Jenkins wants it, but on GitLab it counts from the checkout.
 *
 * @param checkout that of GitLab; empty elsewhere
 */
record Attachments(Optional<Checkout> checkout) {

    private static final String VARIABLE = "CI_PROJECT_DIR";
    // Control characters, line separators and what would end the form.
    private static final Pattern REFUSED = Pattern.compile("[|\\p{Cntrl}\\u0085\\u2028\\u2029]|]]");

    static Attachments of(Map<String, String> environment) {
        return new Attachments(Checkout.of(environment, VARIABLE));
    }

    /** Return a line for each file whose path stays within the form. */
    List<String> lines(List<Path> files) {
        return files.stream()
                .map(this::path)
                .filter(path -> !REFUSED.matcher(path).find())
                .map(path -> "[[ATTACHMENT|" + path + "]]")
                .toList();
    }

    /** Return the path that a line has. A file outside of the checkout cannot be among the artifacts of a GitLab job; its whole path still tells a reader of the log where it is. */
    private String path(Path file) {
        return checkout.flatMap(from -> from.pathTo(file))
                .orElseGet(() -> file.toAbsolutePath().toString());
    }
}
