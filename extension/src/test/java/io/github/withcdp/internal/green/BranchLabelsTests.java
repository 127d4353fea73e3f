package io.github.withcdp.internal.green;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchLabelsTests {

    @TempDir
    Path checkout;

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            GITHUB_HEAD_REF= GITHUB_REF_NAME=main                                           | main     | none
            GITHUB_HEAD_REF=pay GITHUB_REF_NAME=12/merge GITHUB_BASE_REF=release            | pay      | release
            CI_COMMIT_REF_NAME=feature/pay CI_DEFAULT_BRANCH=trunk                          | feature/pay | trunk
            CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=pay CI_COMMIT_REF_NAME=refs CI_MERGE_REQUEST_TARGET_BRANCH_NAME=dev | pay | dev
            CHANGE_BRANCH=pay BRANCH_NAME=PR-12 CHANGE_TARGET=dev                           | pay      | dev
            GIT_BRANCH=origin/pay                                                           | pay      | none
            BUILD_SOURCEBRANCH=refs/heads/feature/pay                                       | feature/pay | none
            SYSTEM_PULLREQUEST_SOURCEBRANCH=refs/heads/pay BUILD_SOURCEBRANCH=refs/pull/1/merge SYSTEM_PULLREQUEST_TARGETBRANCH=refs/heads/dev | pay | dev
            BITBUCKET_BRANCH=pay BITBUCKET_PR_DESTINATION_BRANCH=dev                        | pay      | dev
            CIRCLE_BRANCH=pay                                                               | pay      | none
            """, delimiter = '|')
    void are_what_the_server_says(String variables, String own, String target) {
        var environment = new HashMap<String, String>();
        for (var variable : List.of(variables.split(" ", -1))) {
            var at = variable.indexOf('=');
            environment.put(variable.substring(0, at), variable.substring(at + 1));
        }

        var labels = BranchLabels.of(Optional.empty(), environment, checkout);

        assertThat(labels.own()).isEqualTo(own);
        assertThat(labels.others().get(0)).isEqualTo(target == null ? own.equals("main") ? "master" : "main" : target);
        assertThat(labels.others()).doesNotContain(own).endsWith("master", "");
    }

    @Test
    void are_what_was_configured_before_all() throws IOException {
        checkOut("ref: refs/heads/pay\n");

        assertThat(BranchLabels.of(Optional.of("nightly"), Map.of("GITHUB_REF_NAME", "pay"), checkout))
                .isEqualTo(new BranchLabels("nightly", List.of("main", "master", "")));
    }

    @Test
    void are_the_branch_that_is_checked_out() throws IOException {
        checkOut("ref: refs/heads/feature/pay\n");

        assertThat(inModule()).isEqualTo(new BranchLabels("feature/pay", List.of("main", "master", "")));
    }

    @Test
    void are_the_branch_of_a_worktree() throws IOException {
        var git = Files.createDirectories(checkout.resolve("repository/worktrees/pay"));
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/pay\n");
        Files.writeString(checkout.resolve(".git"), "gitdir: repository/worktrees/pay\n");

        assertThat(inModule().own()).isEqualTo("pay");
    }

    @Test
    void are_none_if_a_commit_is_checked_out_or_nothing() throws IOException {
        checkOut("0123456789abcdef0123456789abcdef01234567\n");

        assertThat(inModule()).isEqualTo(new BranchLabels("", List.of("main", "master")));
    }

    private BranchLabels inModule() throws IOException {
        return BranchLabels.of(Optional.empty(), Map.of(), Files.createDirectories(checkout.resolve("module/target")));
    }

    private void checkOut(String head) throws IOException {
        Files.writeString(Files.createDirectories(checkout.resolve(".git")).resolve("HEAD"), head);
    }
}
