package io.github.withcdp.api;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What has come into an API, and what has gone.
 *
 * @param added lines that are in the code only
 * @param removed lines that are in the file only
 */
record ApiDifference(List<String> added, List<String> removed) {

    static ApiDifference between(Collection<String> file, Collection<String> code) {
        return new ApiDifference(without(code, file), without(file, code));
    }

    boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }

    /** Return it for people, with what to do. */
    String text() {
        return """
                The public API of this module is not the one in its api.txt.
                Added:%s
                Removed:%s
                If that is meant, write the file anew, and commit it together with the change:
                  mvn -pl extension,assertions test -Dtest=PublicApiTests -Dapi.write
                .github/CONTRIBUTING.md says what may change, and where it is told.""".formatted(indented(added), indented(removed));
    }

    private static String indented(List<String> lines) {
        return lines.isEmpty()
                ? " nothing"
                : lines.stream().map(line -> "\n  " + line).collect(Collectors.joining());
    }

    private static List<String> without(Collection<String> lines, Collection<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).sorted().toList();
    }
}
