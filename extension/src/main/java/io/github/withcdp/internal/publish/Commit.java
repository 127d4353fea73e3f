package io.github.withcdp.internal.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out which commit is tested: what the CI server says, or else what the files of Git say. */
final class Commit {

    /** Those of GitHub, GitLab, Jenkins, Azure, TeamCity, Bitbucket and CircleCI. */
    private static final List<String> VARIABLES = List.of(
            "GITHUB_SHA",
            "CI_COMMIT_SHA",
            "GIT_COMMIT",
            "BUILD_SOURCEVERSION",
            "BUILD_VCS_NUMBER",
            "BITBUCKET_COMMIT",
            "CIRCLE_SHA1");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern REFERENCE = Pattern.compile("ref: (refs/[A-Za-z0-9._/-]{1,300})");
    private static final int STEPS = 10;
    private static final int LONGEST = 1 << 20;

    private Commit() {}

    /** Return the id of the commit; empty if nothing says it. */
    static Optional<String> of(Map<String, String> environment, Path folder) {
        return VARIABLES.stream()
                .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
                .filter(value -> ID.matcher(value).matches())
                .findFirst()
                .or(() -> inCheckout(folder));
    }

    private static Optional<String> inCheckout(Path folder) {
        return Stream.<Path>iterate(folder.toAbsolutePath().normalize(), path -> path != null, Path::getParent)
                .limit(STEPS)
                .map(path -> path.resolve(".git"))
                .filter(git -> Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .flatMap(git -> read(git.resolve("HEAD")).flatMap(head -> commit(git, head.strip())));
    }

    private static Optional<String> commit(Path git, String head) {
        if (ID.matcher(head).matches()) {
            return Optional.of(head);
        }
        var reference = REFERENCE.matcher(head);
        if (!reference.matches() || head.contains("..")) {
            return Optional.empty();
        }
        var name = reference.group(1);
        return read(git.resolve(name))
                .map(String::strip)
                .or(() -> packed(git, name))
                .filter(id -> ID.matcher(id).matches());
    }

    /** Return what a file says in which Git puts many references together. */
    private static Optional<String> packed(Path git, String name) {
        return read(git.resolve("packed-refs")).stream()
                .flatMap(String::lines)
                .filter(line -> line.endsWith(" " + name))
                .map(line -> line.substring(0, line.length() - name.length() - 1))
                .findFirst();
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LONGEST
                    ? Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
