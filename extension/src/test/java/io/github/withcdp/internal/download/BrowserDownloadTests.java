package io.github.withcdp.internal.download;

import static io.github.withcdp.internal.download.DownloadFixture.NOON;
import static io.github.withcdp.internal.download.DownloadFixture.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.withcdp.internal.util.FileTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserDownloadTests {

    private static final String OLDER = "155.0.8044.10";
    private static final String STABLE = "{\"channels\":{\"Stable\":{\"version\":\"%s\"}}}";

    @TempDir
    Path cache;

    private Mirror mirror;
    private DownloadFixture download;

    @BeforeEach
    void open() throws IOException {
        mirror = Mirror.open().file(Mirror.archive(VERSION), Archives.good());
        download = new DownloadFixture(cache, mirror);
    }

    @AfterEach
    void close() {
        mirror.close();
    }

    @Test
    void a_whole_version_of_a_mirror_needs_no_list() throws Exception {
        var program = download.fetch(VERSION);

        assertThat(program).isEqualTo(download.program(VERSION)).isExecutable();
        assertThat(mirror.paths()).containsExactly(Mirror.archive(VERSION));
        var process = new ProcessBuilder(program.toString()).start();
        assertThat(process.inputReader().readLine()).isEqualTo("a browser");
        assertThat(download.home(VERSION).resolve(Archives.FOLDER + "/locales/en-US.pak"))
                .hasContent("words ".repeat(10_000));
        assertThat(cacheNames())
                .containsExactlyInAnyOrder(
                        "lock",
                        "lock.holder",
                        download.home(VERSION).getFileName().toString());
    }

    @Test
    void of_all_access_rights_only_the_one_to_execute_is_taken() throws IOException {
        var folder = download.fetch(VERSION).resolveSibling("");

        assertThat(Files.getPosixFilePermissions(folder.resolve("helper")))
                .contains(PosixFilePermission.OWNER_EXECUTE)
                .doesNotContain(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
        assertThat((int) Files.getAttribute(folder.resolve("helper"), "unix:mode") & 07000)
                .isZero();
        assertThat(Files.getPosixFilePermissions(folder.resolve("icudtl.dat")))
                .doesNotContain(
                        PosixFilePermission.OWNER_EXECUTE,
                        PosixFilePermission.GROUP_WRITE,
                        PosixFilePermission.OTHERS_WRITE);
    }

    @Test
    void an_archive_of_another_tool_has_no_access_rights_and_sizes_behind_its_entries() throws IOException {
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            zip.setComment("a comment");
            zip.putNextEntry(new ZipEntry(Archives.FOLDER + "/"));
            zip.putNextEntry(new ZipEntry(Archives.PROGRAM));
            zip.write("#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(new ZipEntry(Archives.FOLDER + "/\u00fc.pak"));
            zip.write(new byte[100_000]);
        }
        mirror.file(Mirror.archive(VERSION), archive.toByteArray());

        assertThat(download.fetch(VERSION)).isExecutable().hasContent("#!/bin/sh");
        assertThat(download.program(VERSION).resolveSibling("\u00fc.pak")).hasSize(100_000);
    }

    @Test
    void what_is_in_the_cache_needs_no_network() {
        var program = download.fetch(VERSION);
        mirror.close();

        assertThat(download.fetch(VERSION)).isEqualTo(program);
    }

    @Test
    void a_browser_whose_program_was_deleted_is_fetched_again() throws IOException {
        Files.delete(download.fetch(VERSION));

        assertThat(download.fetch(VERSION)).isExecutable();
        assertThat(mirror.requests()).hasSize(2);
    }

    @Test
    void a_channel_is_asked_for_once_a_day() {
        mirror.text(Mirror.CHANNELS, STABLE.formatted(OLDER)).file(Mirror.archive(OLDER), Archives.good());
        var older = download.fetch("stable");
        mirror.text(Mirror.CHANNELS, STABLE.formatted(VERSION));

        assertThat(older).isEqualTo(download.program(OLDER));
        assertThat(download.at(NOON.plus(Duration.ofHours(23))).fetch("stable")).isEqualTo(older);
        assertThat(mirror.paths()).containsExactly(Mirror.CHANNELS, Mirror.archive(OLDER));

        assertThat(download.at(NOON.plus(Duration.ofHours(24))).fetch("stable")).isEqualTo(download.program(VERSION));
        assertThat(older).as("other processes may use it still").exists();
    }

    @Test
    void a_clock_that_was_put_back_does_not_keep_an_answer_for_ever() {
        mirror.text(Mirror.CHANNELS, STABLE.formatted(VERSION));
        download.fetch("stable");

        download.at(NOON.minus(Duration.ofDays(400))).fetch("stable");

        assertThat(mirror.paths()).containsExactly(Mirror.CHANNELS, Mirror.archive(VERSION), Mirror.CHANNELS);
    }

    @Test
    void another_mirror_is_asked_even_on_the_same_day() throws IOException {
        mirror.text(Mirror.CHANNELS, STABLE.formatted(VERSION));
        download.fetch("stable");

        try (var other = Mirror.open().text(Mirror.CHANNELS, STABLE.formatted(VERSION))) {
            assertThat(new DownloadFixture(cache, other).fetch("stable")).isEqualTo(download.program(VERSION));
            assertThat(other.paths()).containsExactly(Mirror.CHANNELS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stable", "156"})
    void without_network_the_newest_in_the_cache_does(String version) throws IOException {
        mirror.text(Mirror.CHANNELS, STABLE.formatted(OLDER))
                .file(Mirror.archive(OLDER), Archives.good())
                .text(Mirror.MILESTONES, "{\"milestones\":{\"156\":{\"version\":\"" + VERSION + "\"}}}");
        download.fetch("stable");
        mirror.text(Mirror.CHANNELS, STABLE.formatted(VERSION));
        download.at(NOON.plus(Duration.ofDays(1))).fetch(version);
        mirror.close();

        assertThat(download.at(NOON.plus(Duration.ofDays(9))).fetch(version)).isEqualTo(download.program(VERSION));

        FileTree.delete(download.home(VERSION));
        if (version.equals("156")) {
            assertThat(download.refusal(version)).contains("nobody listens there");
        } else {
            assertThat(download.fetch(version)).isEqualTo(download.program(OLDER));
        }
    }

    @Test
    void an_archive_that_cannot_be_had_is_replaced_by_an_older_one_of_the_channel() {
        mirror.text(Mirror.CHANNELS, STABLE.formatted(VERSION));
        download.fetch("stable");
        mirror.text(Mirror.CHANNELS, STABLE.formatted("157.0.1.2"));

        assertThat(download.at(NOON.plus(Duration.ofDays(1))).fetch("stable")).isEqualTo(download.program(VERSION));
        assertThat(mirror.paths()).endsWith(Mirror.CHANNELS, Mirror.archive("157.0.1.2"));
    }

    @Test
    void a_cache_that_can_only_be_read_does_as_long_as_nothing_is_missing() throws IOException {
        mirror.text(Mirror.CHANNELS, STABLE.formatted(VERSION));
        var program = download.fetch("stable");
        mirror.close();
        // Nobody can lock what is a directory, not even the system's almighty user.
        Files.delete(cache.resolve("lock"));
        Files.createDirectory(cache.resolve("lock"));

        assertThat(download.fetch(VERSION)).isEqualTo(program);
        assertThat(download.at(NOON.plus(Duration.ofDays(2))).fetch("stable")).isEqualTo(program);
        assertThat(download.refusal(OLDER))
                .startsWith("Cannot download chrome-headless-shell " + OLDER + " for linux64: FileSystemException at ")
                .contains("\nName a directory that can be written to (withcdp.download.dir), ");
    }

    @Test
    void a_record_that_is_damaged_is_as_good_as_none() throws IOException {
        mirror.text(Mirror.CHANNELS, STABLE.formatted(VERSION));
        Files.writeString(cache.resolve("stable-linux64.json"), "{\"asked\":\"yesterday\",\"version\":\"../../..\"");

        assertThat(download.fetch("stable")).isEqualTo(download.program(VERSION));
    }

    @Test
    void the_servers_of_Chrome_for_Testing_say_where_the_archive_is() throws IOException {
        try (var archives = Mirror.open().file("/elsewhere.zip", Archives.good())) {
            mirror.text(Mirror.CHANNELS, listing(archives.url() + "/elsewhere.zip?token=1"));

            download.with(DownloadFixture.asServers(mirror.url(), URI.create("https://archives.invalid")))
                    .fetch("beta");

            assertThat(mirror.paths()).containsExactly(Mirror.CHANNELS);
            assertThat(archives.paths()).containsExactly("/elsewhere.zip?token=1");
        }
    }

    @Test
    void a_mirror_has_the_archives_at_home_whatever_its_lists_say() {
        mirror.text(Mirror.CHANNELS, listing("https://storage.googleapis.com/chrome-for-testing-public/x.zip"));

        assertThat(download.fetch("beta")).isEqualTo(download.program(VERSION));
        assertThat(mirror.paths()).containsExactly(Mirror.CHANNELS, Mirror.archive(VERSION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/x.zip", "file:///etc/passwd", "x.zip", "no URL"})
    void an_archive_that_is_not_at_an_https_URL_is_refused(String url) {
        mirror.text(Mirror.CHANNELS, listing(url));

        assertThat(download.with(DownloadFixture.asServers(mirror.url(), mirror.url()))
                        .refusal("beta"))
                .contains(mirror.url() + Mirror.CHANNELS + " names an archive that is not at an https URL: ");
    }

    @Test
    void a_platform_that_is_missing_in_the_list_is_named() {
        mirror.text(Mirror.CHANNELS, listing("https://example.com").replace("linux64", "win64"));

        assertThat(download.refusal("beta"))
                .contains(Mirror.CHANNELS + " names no chrome-headless-shell " + VERSION + " for linux64");
    }

    @Test
    void a_version_that_is_missing_in_the_list_is_told_with_those_that_are_not() {
        mirror.text(Mirror.MILESTONES, "{\"milestones\":{\"154\":{},\"155\":{}}}");

        assertThat(download.refusal("156"))
                .startsWith("Cannot download chrome-headless-shell 156 for linux64: " + mirror.url() + Mirror.MILESTONES
                        + " names no version for 156, but for 154, 155.\nName another version"
                        + " (withcdp.download.version), another mirror of Chrome for Testing (withcdp.download.mirror), a"
                        + " browser that is here (withcdp.executable), or install one (apt-get install"
                        + " chromium-headless-shell).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"119", "119.0.6045.105"})
    void a_version_that_is_too_old_is_refused_without_asking(String version) {
        assertThat(download.refusal(version)).contains("chrome-headless-shell is made for linux64 since 120.0.0.0");
        assertThat(mirror.requests()).isEmpty();
    }

    @Test
    void a_list_cannot_smuggle_in_a_path() {
        mirror.text(Mirror.CHANNELS, STABLE.formatted("../../../home"));

        assertThat(download.refusal("stable")).contains("names no version for stable, but for Stable");
    }

    @Test
    void an_archive_with_another_hash_is_deleted_and_both_are_told() throws IOException {
        var wrong = "0".repeat(64);

        assertThat(download.with(options -> options.withSha256(wrong)).refusal(VERSION))
                .contains("the archive at " + mirror.url() + Mirror.archive(VERSION) + " has the SHA-256\n  ")
                .contains("\nbut it should be\n  " + wrong + "\nIt was deleted.");
        assertThat(cacheNames()).containsExactlyInAnyOrder("lock", "lock.holder");
    }

    @Test
    void what_killed_processes_left_is_swept_and_never_taken_for_a_browser() throws IOException {
        var half = Files.createDirectories(
                cache.resolve("chrome-headless-shell-linux64-" + VERSION + ".unpacking/" + Archives.FOLDER));
        Files.writeString(half.resolve("chrome-headless-shell"), "half");
        var otherHalf = Files.createDirectories(cache.resolve("chrome-headless-shell-win64-1.2.3.4.unpacking/x"));
        var part = Files.writeString(cache.resolve("chrome-headless-shell-linux64-1.2.3.4.zip.part"), "PK");
        var foreign = Files.writeString(cache.resolve("notes.txt"), "mine");

        assertThat(download.fetch(VERSION)).content().contains("a browser");

        assertThat(half).doesNotExist();
        assertThat(otherHalf).doesNotExist();
        assertThat(part).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void threads_of_one_process_wait_for_each_other() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        mirror.on(Mirror.archive(VERSION), exchange -> {
            asked.countDown();
            await(answer);
            Mirror.send(exchange, 200, Archives.good());
        });
        var results = new AtomicReference<>(List.<Path>of());
        Runnable fetch = () -> {
            var program = new DownloadFixture(cache, mirror).fetch(VERSION);
            results.updateAndGet(
                    all -> Stream.concat(all.stream(), Stream.of(program)).toList());
        };

        var first = new Thread(fetch);
        var second = new Thread(fetch);
        first.start();
        await(asked);
        second.start();
        while (second.getState() != Thread.State.TIMED_WAITING && second.isAlive()) {
            Thread.onSpinWait();
        }
        answer.countDown();
        first.join();
        second.join();

        assertThat(results.get()).containsExactly(download.program(VERSION), download.program(VERSION));
        assertThat(mirror.requests()).hasSize(1);
    }

    @Test
    void an_interrupt_ends_it_at_once_and_is_restored() throws Exception {
        var asked = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        mirror.on(Mirror.archive(VERSION), exchange -> {
            Mirror.beginning(exchange, Archives.good(), 100);
            asked.countDown();
            await(over);
        });
        var message = new AtomicReference<>("");
        var restored = new AtomicBoolean();
        var thread = new Thread(() -> {
            message.set(
                    download.through(new DownloadClient(Duration.ofMinutes(10))).refusal(VERSION));
            restored.set(Thread.currentThread().isInterrupted());
        });

        thread.start();
        await(asked);
        awaitSize(download.part(VERSION), 100);
        thread.interrupt();
        thread.join(60_000);
        boolean ended = !thread.isAlive();
        over.countDown();

        assertThat(ended).isTrue();

        assertThat(message.get())
                .isEqualTo(
                        "Cannot download chrome-headless-shell 156.0.8078.79 for linux64: the thread was interrupted.");
        assertThat(download.part(VERSION)).doesNotExist();
        assertThat(restored).isTrue();
        mirror.file(Mirror.archive(VERSION), Archives.good());
        assertThat(download.fetch(VERSION)).exists();
    }

    @Test
    void a_thread_that_is_interrupted_before_does_not_begin() {
        Thread.currentThread().interrupt();

        assertThat(download.refusal(VERSION)).contains("the thread was interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(download.fetch(VERSION)).exists();
    }

    @Test
    void all_of_it_has_a_limit() {
        var over = new CountDownLatch(1);
        mirror.on(Mirror.archive(VERSION), exchange -> await(over));

        assertThat(download.with(options -> options.withLimit(Duration.ofMillis(300)))
                        .refusal(VERSION))
                .contains("was not done within 300 ms");
        over.countDown();
    }

    @Test
    void nothing_but_https_is_asked_unless_the_user_wrote_so() {
        assertThat(catchThrowable(() -> DownloadFixture.asServers(
                                URI.create("http://example.com/lists"), URI.create("https://example.com"))
                        .apply(DownloadOptions.ofThisMachine())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The address of the versions was http://example.com/lists, but must be https: what comes over"
                                + " http may be anybody's.");
    }

    @Test
    void a_password_and_a_query_go_to_the_mirror_and_nowhere_else() {
        mirror.text(Mirror.CHANNELS, STABLE.formatted("1.2.3.4"));
        download.with(options -> options.withMirror(
                URI.create(mirror.url().toString().replace("//", "//ada:s3cret@") + "/sub/?sig=hidden")));

        var said = download.refusal("stable");

        assertThat(said).contains(mirror.url() + "/sub" + Mirror.CHANNELS).doesNotContain("s3cret", "hidden", "ada");
        assertThat(mirror.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/sub" + Mirror.CHANNELS + "?sig=hidden");
            assertThat(request.header("Authorization")).contains("Basic YWRhOnMzY3JldA==");
        });
    }

    @ParameterizedTest
    @CsvSource({"STABLE, stable", "' 156 ', 156"})
    void versions_may_be_written_as_people_write_them(String given, String meant) {
        assertThat(DownloadOptions.ofThisMachine().withVersion(given).version()).isEqualTo(meant);
    }

    private static String listing(String url) {
        return """
                {"timestamp": "2026-11-20T08:00:00.000Z",
                 "channels": {"Beta": {"channel": "Beta", "version": "%s", "revision": "1", "downloads": {
                   "chrome": [{"platform": "linux64", "url": "https://example.com/chrome.zip"}],
                   "chrome-headless-shell": [{"platform": "mac-x64", "url": "https://example.com/mac.zip"},
                                             {"platform": "linux64", "url": "%s"}]}}}}
                """.formatted(VERSION, url);
    }

    private List<String> cacheNames() throws IOException {
        try (var all = Files.list(cache)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static void awaitSize(Path file, long size) throws IOException {
        while (!Files.exists(file) || Files.size(file) < size) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(120, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
