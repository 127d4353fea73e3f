package io.github.withcdp.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitTests {

    private static final String ID = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "fedcba9876543210fedcba9876543210fedcba98";

    @TempDir
    Path checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        Files.createDirectories(git("refs/heads"));
    }

    private Path git(String path) {
        return checkout.resolve(".git").resolve(path);
    }

    private Optional<String> commit() throws IOException {
        return Commit.of(Map.of(), Files.createDirectories(checkout.resolve("module/target")));
    }

    @Test
    void is_what_the_server_says() {
        assertThat(Commit.of(Map.of("GITHUB_SHA", ID), checkout)).contains(ID);
        assertThat(Commit.of(Map.of("GITHUB_SHA", "main; rm -rf", "CI_COMMIT_SHA", OTHER), checkout))
                .contains(OTHER);
    }

    @Test
    void is_that_of_the_branch_that_is_checked_out() throws IOException {
        Files.writeString(git("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(git("refs/heads/main"), ID + "\n");

        assertThat(commit()).contains(ID);
    }

    @Test
    void may_be_among_the_packed_ones() throws IOException {
        Files.writeString(git("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(
                git("packed-refs"),
                "# pack-refs with: peeled\n%s refs/odd/refs/heads/main\n%s refs/heads/main\n".formatted(OTHER, ID));

        assertThat(commit()).contains(ID);
    }

    @Test
    void may_be_checked_out_by_itself() throws IOException {
        Files.writeString(git("HEAD"), ID + "\n");

        assertThat(commit()).contains(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ref: refs/heads/none",
                "ref: refs/../../secret",
                "ref: /etc/passwd",
                "0123",
                "ref: refs/heads/odd"
            })
    void is_unknown_if_the_files_say_something_else(String head) throws IOException {
        Files.writeString(checkout.resolve("secret"), ID);
        Files.writeString(git("refs/heads/odd"), "<script>");
        Files.writeString(git("HEAD"), head);

        assertThat(commit()).isEmpty();
    }
}
