package io.github.withcdp.internal.download;

import static io.github.withcdp.internal.download.DownloadFixture.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.time.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code withcdp.download.sha256}: what runs is what came in the archive that has this hash. */
class PinnedDownloadTests {

    @TempDir
    Path directory;

    private Path cache;
    private Mirror mirror;
    private String hash;
    private DownloadFixture pinned;

    @BeforeEach
    void open() throws Exception {
        cache = directory.resolve("cache");
        mirror = Mirror.open().file(Mirror.archive(VERSION), Archives.good());
        var file = Files.write(directory.resolve("a.zip"), Archives.good());
        hash = Sha256.of(file, Deadline.in(Duration.ofMinutes(1)));
        pinned = new DownloadFixture(cache, mirror).with(options -> options.withSha256(hash.toUpperCase(Locale.ROOT)));
    }

    @AfterEach
    void close() {
        mirror.close();
    }

    @Test
    void is_taken_from_the_cache_the_second_time() {
        var program = pinned.fetch(VERSION);
        mirror.close();

        assertThat(pinned.fetch(VERSION)).isEqualTo(program).isExecutable();
    }

    @Test
    void is_not_taken_from_an_archive_with_another_hash() {
        pinned.fetch(VERSION);
        var wrong = "0".repeat(64);

        assertThat(pinned.with(options -> options.withSha256(wrong)).refusal(VERSION))
                .startsWith("Cannot download chrome-headless-shell " + VERSION
                        + " for linux64: the one in the cache comes from an archive with the SHA-256\n  " + hash
                        + "\nbut it should be\n  " + wrong
                        + "\nCorrect withcdp.download.sha256 (each platform has another archive), or delete "
                        + pinned.home(VERSION) + ".\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {Archives.PROGRAM, Archives.FOLDER + "/locales/en-US.pak", Archives.FOLDER + "/libEGL.so"})
    void is_refused_if_a_file_is_not_as_it_came(String file) throws IOException {
        pinned.fetch(VERSION);
        var changed = pinned.home(VERSION).resolve(file);
        long length = Files.exists(changed) ? Files.size(changed) : 3;
        Files.writeString(changed, "x".repeat((int) length));

        assertThat(pinned.refusal(VERSION))
                .startsWith("Cannot download chrome-headless-shell " + VERSION
                        + " for linux64: the one in the cache has been changed: " + file
                        + " is not as in the archive that it came from. Find out who did that, and delete "
                        + pinned.home(VERSION) + ".\n");
    }

    @Test
    void is_refused_if_a_file_is_a_link_to_another() throws IOException {
        var program = pinned.fetch(VERSION);
        Files.move(program, directory.resolve("elsewhere"));
        Files.createSymbolicLink(program, directory.resolve("elsewhere"));

        assertThat(pinned.refusal(VERSION)).contains("has been changed: " + Archives.PROGRAM);
    }

    @Test
    void is_refused_if_a_file_is_another_at_its_end_only() throws IOException {
        var changed = pinned.fetch(VERSION).resolveSibling("icudtl.dat");
        var content = Files.readAllBytes(changed);
        content[content.length - 1]++;
        Files.write(changed, content);

        assertThat(pinned.refusal(VERSION)).contains("has been changed: " + Archives.FOLDER + "/icudtl.dat");
    }

    @Test
    void is_refused_if_there_is_a_link_to_a_folder() throws IOException {
        var link = pinned.fetch(VERSION).resolveSibling("more");
        Files.createSymbolicLink(link, directory);

        assertThat(pinned.refusal(VERSION)).contains("has been changed: " + Archives.FOLDER + "/more");
    }

    @Test
    void may_have_folders_of_their_own_in_the_archive() throws Exception {
        var archive = Archives.good("x")
                .folder(Archives.FOLDER + "/empty")
                .folder(Archives.FOLDER + "/locales")
                .bytes();
        mirror.file(Mirror.archive(VERSION), archive);
        var file = Files.write(directory.resolve("b.zip"), archive);
        var other = Sha256.of(file, Deadline.in(Duration.ofMinutes(1)));
        pinned.with(options -> options.withSha256(other));

        assertThat(pinned.fetch(VERSION)).isEqualTo(pinned.fetch(VERSION));
    }

    @Test
    void is_not_taken_unchecked_because_the_archive_cannot_be_had() {
        new DownloadFixture(cache, mirror).fetch(VERSION);
        mirror.close();

        assertThat(pinned.refusal(VERSION)).startsWith("Cannot download chrome-headless-shell " + VERSION);
    }

    @Test
    void brings_the_archive_once_more_if_nobody_asked_for_a_hash_before() {
        var program = new DownloadFixture(cache, mirror).fetch(VERSION);

        assertThat(pinned.fetch(VERSION)).isEqualTo(program);
        assertThat(pinned.fetch(VERSION)).isEqualTo(program);
        assertThat(mirror.paths()).containsExactly(Mirror.archive(VERSION), Mirror.archive(VERSION));
        assertThat(cache.toFile().list())
                .as("nothing is left over")
                .containsExactlyInAnyOrder(pinned.home(VERSION).getFileName().toString(), "lock", "lock.holder");
    }

    @Test
    void finds_what_was_changed_before_anybody_asked_for_a_hash() throws IOException {
        Files.writeString(new DownloadFixture(cache, mirror).fetch(VERSION), "#!/bin/sh\necho evil");

        assertThat(pinned.refusal(VERSION)).contains("has been changed: " + Archives.PROGRAM);
    }
}
