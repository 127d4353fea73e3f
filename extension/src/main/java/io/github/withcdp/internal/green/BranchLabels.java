package io.github.withcdp.internal.green;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Labels of green runs: the branch that is tested, and those it may have come from.
 *
 * @param own the label of this run; empty if nobody knows
 * @param others where to look if there is nothing under the own one, the likeliest first; the empty one is that of runs without a label
 */
public record BranchLabels(String own, List<String> others) {

    /** Those of GitHub (pull requests first), GitLab, Jenkins, Azure, Bitbucket and CircleCI. */
    private static final List<String> BRANCH = List.of(
            "GITHUB_HEAD_REF",
            "GITHUB_REF_NAME",
            "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
            "CI_COMMIT_REF_NAME",
            "CHANGE_BRANCH",
            "BRANCH_NAME",
            "GIT_BRANCH",
            "SYSTEM_PULLREQUEST_SOURCEBRANCH",
            "BUILD_SOURCEBRANCH",
            "BITBUCKET_BRANCH",
            "CIRCLE_BRANCH");

    /** Where it will be merged to, and what a project calls its main branch. */
    private static final List<String> TARGET = List.of(
            "GITHUB_BASE_REF",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
            "CHANGE_TARGET",
            "SYSTEM_PULLREQUEST_TARGETBRANCH",
            "BITBUCKET_PR_DESTINATION_BRANCH",
            "CI_DEFAULT_BRANCH");

    private static final List<String> USUAL = List.of("main", "master", "");

    private static final Pattern HEAD = Pattern.compile("ref: refs/heads/(.{1,300})");
    private static final Pattern GIT_DIRECTORY = Pattern.compile("gitdir: (.{1,2000})");
    private static final int STEPS = 10;
    private static final int LONGEST = 4 * 1024;

    /** Copy the list. */
    public BranchLabels {
        others = List.copyOf(others);
    }

    /**
     * Find out which branch is tested: what was configured, else what the CI server says, else what the files of Git say.
     *
     * @param configured the value of {@code withcdp.green.label}, if given
     * @param folder in which, or above which, the checkout is
     */
    public static BranchLabels of(Optional<String> configured, Map<String, String> environment, Path folder) {
        var own = configured
                .or(() -> branches(environment, BRANCH).findFirst())
                .or(() -> inCheckout(folder))
                .orElse("");
        Set<String> others = new LinkedHashSet<>();
        branches(environment, TARGET).forEach(others::add);
        others.addAll(USUAL);
        others.remove(own);
        return new BranchLabels(own, List.copyOf(others));
    }

    private static Stream<String> branches(Map<String, String> environment, List<String> names) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
                .map(String::strip)
                .map(value -> value.replaceFirst("^(refs/heads/|origin/)", ""))
                .filter(value -> !value.isEmpty());
    }

    private static Optional<String> inCheckout(Path folder) {
        return Stream.<Path>iterate(folder.toAbsolutePath().normalize(), path -> path != null, Path::getParent)
                .limit(STEPS)
                .map(path -> path.resolve(".git"))
                .filter(Files::exists)
                .findFirst()
                .flatMap(BranchLabels::directory)
                .flatMap(git -> firstLine(git.resolve("HEAD")))
                .map(HEAD::matcher)
                .filter(head -> head.matches())
                .map(head -> head.group(1));
    }

    /** Return the directory of Git; in a worktree a file says where that is. */
    private static Optional<Path> directory(Path git) {
        if (Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(git);
        }
        try {
            return firstLine(git)
                    .map(GIT_DIRECTORY::matcher)
                    .filter(line -> line.matches())
                    .map(line -> git.resolveSibling(line.group(1)));
        } catch (InvalidPathException notOfThisSystem) {
            return Optional.empty();
        }
    }

    private static Optional<String> firstLine(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LONGEST
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
