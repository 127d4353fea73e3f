package io.github.withcdp.internal.download;

import static io.github.withcdp.internal.download.Archives.FOLDER;
import static io.github.withcdp.internal.download.Archives.PROGRAM;
import static io.github.withcdp.internal.download.DownloadFixture.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.util.FileTree;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that want more than to be unpacked. */
class HostileArchiveTests {

    private static final Limits SMALL = new Limits(1000, 1_000_000, 300_000, 500_000, 8);
    private static final byte[] CONTENT = "x".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path directory;

    private Path cache;
    private Mirror mirror;
    private DownloadFixture download;

    @BeforeEach
    void open() throws IOException {
        cache = directory.resolve("in/cache");
        mirror = Mirror.open();
        download = new DownloadFixture(cache, mirror).within(SMALL);
    }

    @AfterEach
    void nothing_is_left_inside_and_nothing_is_outside() throws IOException {
        mirror.close();
        try (var all = Files.walk(directory)) {
            assertThat(all.map(path -> directory.relativize(path).toString()))
                    .containsExactlyInAnyOrder("", "in", "in/cache", "in/cache/lock", "in/cache/lock.holder");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                FOLDER + "/../../../../evil",
                FOLDER + "/..",
                FOLDER + "/../" + FOLDER + "/x",
                FOLDER + "/./x",
                FOLDER + "//x",
                FOLDER + "/x//",
                "/tmp/evil",
                "C:/evil",
                FOLDER + "/C:evil",
                FOLDER + "\\..\\..\\evil",
                FOLDER + "/a\\b",
                FOLDER + "/x:stream",
                FOLDER + "/nul",
                FOLDER + "/COM1.txt",
                FOLDER + "/dots...",
                FOLDER + "/ ",
                FOLDER + "/line\nbreak",
                FOLDER + "/null\0byte",
                "/",
                "",
            })
    void a_name_that_leads_elsewhere_is_refused(String name) {
        refuses(archive -> archive.file(name, "evil"), "an entry has a name that leads elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil", "other/evil", "archive.zip", FOLDER + "2/evil"})
    void a_name_outside_the_folder_is_refused(String name) {
        refuses(archive -> archive.file(name, "evil"), "an entry is not in the folder " + FOLDER + ": " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../../../evil", "chrome-headless-shell"})
    void a_link_is_refused_wherever_it_leads(String target) {
        refuses(
                archive -> archive.stored()
                        .entry(FOLDER + "/link", ZipBuilder.LINK | 0777, target.getBytes(StandardCharsets.UTF_8)),
                "an entry is a link: " + FOLDER + "/link");
    }

    @Test
    void a_link_that_calls_itself_a_folder_is_refused() {
        refuses(
                archive -> archive.stored().entry(FOLDER + "/link/", ZipBuilder.LINK | 0777, new byte[0]),
                "an entry is a link");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x1000, 0x2000, 0x6000, 0xC000, ZipBuilder.FOLDER})
    void what_is_no_file_is_refused(int type) {
        refuses(
                archive -> archive.entry(FOLDER + "/device", type | 0666, CONTENT),
                "an entry is neither a file nor a folder: " + FOLDER + "/device");
    }

    @ParameterizedTest
    @ValueSource(strings = {FOLDER + "/twice", FOLDER + "/TWICE", FOLDER + "/twice/"})
    void a_name_that_is_there_already_is_refused(String name) {
        refuses(
                archive -> {
                    archive.file(FOLDER + "/twice", "one");
                    return name.endsWith("/") ? archive.folder(FOLDER + "/twice") : archive.file(name, "two");
                },
                "two entries have the name: " + name);
    }

    @Test
    void a_file_in_a_file_is_refused() {
        refuses(
                archive -> archive.file(FOLDER + "/Chrome-Headless-SHELL/x", "x"),
                "an entry is in a folder that is a file: ");
        refuses(archive -> archive.file(FOLDER, "x"), "an entry is in a folder that is a file: ");
    }

    @Test
    void an_entry_that_is_too_large_is_refused_before_anything_is_unpacked() {
        refuses(
                archive -> archive.entry(FOLDER + "/bomb", ZipBuilder.FILE, new byte[300_001]),
                "an entry of 301 kB is larger than 300 kB: " + FOLDER + "/bomb");
    }

    @Test
    void entries_that_together_are_too_large_are_refused() {
        refuses(
                archive -> archive.entry(FOLDER + "/bomb", ZipBuilder.FILE, new byte[299_000]),
                "unpacked it is larger than 500 kB");
    }

    @Test
    void an_entry_that_is_larger_than_it_says_is_refused() {
        refuses(
                archive -> archive.withSizeOffBy(-199_000).entry(FOLDER + "/bomb", ZipBuilder.FILE, new byte[200_000]),
                "an entry is larger than it says: " + FOLDER + "/bomb");
    }

    @Test
    void an_entry_that_is_smaller_than_it_says_is_refused() {
        refuses(
                archive -> archive.withSizeOffBy(1).entry(FOLDER + "/short", ZipBuilder.FILE, new byte[10]),
                "an entry is damaged: " + FOLDER + "/short");
    }

    @Test
    void an_entry_that_goes_on_for_ever_is_refused() {
        refuses(
                archive -> archive.withSizeOffBy(-11).entry(FOLDER + "/below", ZipBuilder.FILE, new byte[10]),
                "an entry of 4294 MB is larger than 300 kB: " + FOLDER + "/below");
    }

    @Test
    void too_many_entries_are_refused() {
        refuses(
                archive -> archive.file(FOLDER + "/5", "")
                        .file(FOLDER + "/6", "")
                        .file(FOLDER + "/7", "")
                        .file(FOLDER + "/8", "")
                        .file(FOLDER + "/9", ""),
                "it has 9 entries, but must not have more than 8");
    }

    /** Header and name of the first entry have 81 bytes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 50})
    void entries_that_share_their_bytes_are_refused(int place) {
        refuses(archive -> archive.at(place).file(FOLDER + "/again", "x"), "an entry begins within another: ");
    }

    @Test
    void an_entry_without_a_header_is_refused() {
        refuses(
                archive -> archive.at(endOfEntries(archive.bytes()) + 1).file(FOLDER + "/shifted", "x"),
                "an entry is not where the directory says: " + FOLDER + "/shifted");
    }

    /** Return where the directory begins, of which the last bytes of an archive tell. */
    private static int endOfEntries(byte[] archive) {
        return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).getInt(archive.length - 6);
    }

    @Test
    void a_size_that_cannot_be_is_refused() {
        refuses(
                archive -> archive.stored().entry(FOLDER + "/folder/", ZipBuilder.FOLDER | 0755, CONTENT),
                "an entry has a size that cannot be: " + FOLDER + "/folder/");
        refuses(
                archive -> archive.stored().withSizeOffBy(1).file(FOLDER + "/file", "x"),
                "an entry has a size that cannot be: " + FOLDER + "/file");
    }

    @Test
    void a_name_in_letters_of_some_country_is_refused() {
        refuses(archive -> archive.flags(0).file(FOLDER + "/ä", "x"), "an entry has a name that is not US-ASCII");
    }

    @Test
    void a_name_that_is_too_long_is_refused() {
        refuses(archive -> archive.file(FOLDER + "/x".repeat(250), "x"), "an entry has a name that leads elsewhere");
    }

    @Test
    void an_entry_that_is_not_where_the_directory_says_is_refused() {
        refuses(
                archive -> {
                    var noise = new byte[1000];
                    new Random(1).nextBytes(noise);
                    return archive.stored()
                            .entry(FOLDER + "/noise", ZipBuilder.FILE, noise)
                            .at(1_000_000)
                            .file(FOLDER + "/far", "x");
                },
                "an entry goes beyond its end: " + FOLDER + "/far");
    }

    @Test
    void a_damaged_entry_is_refused() {
        refuses(
                archive -> archive.withWrongChecksum().file(FOLDER + "/damaged", "x"),
                "an entry is damaged: " + FOLDER + "/damaged");
    }

    @Test
    void an_encrypted_entry_is_refused() {
        refuses(archive -> archive.flags(1).file(FOLDER + "/secret", "x"), "an entry is encrypted: ");
    }

    @Test
    void an_unknown_compression_is_refused() {
        refuses(
                archive -> archive.method(14).entry(FOLDER + "/lzma", ZipBuilder.FILE, CONTENT),
                "an entry is compressed with method 14, which is not known here");
    }

    @Test
    void an_archive_of_something_else_is_refused() {
        mirror.file(
                Mirror.archive(VERSION),
                new ZipBuilder().file(FOLDER + "/chrome", "x").bytes());

        assertThat(download.refusal(VERSION))
                .contains("there is no " + PROGRAM + " in it, but " + FOLDER + "/chrome. It was deleted.");
    }

    @Test
    void an_empty_archive_is_refused() {
        mirror.file(Mirror.archive(VERSION), new ZipBuilder().bytes());

        assertThat(download.refusal(VERSION)).contains("no zip archive");
    }

    @Test
    void an_archive_without_its_end_is_refused() {
        var whole = Archives.good();
        mirror.file(Mirror.archive(VERSION), Arrays.copyOf(whole, whole.length - 30));

        assertThat(download.refusal(VERSION)).contains("it has no directory at its end");
    }

    @Test
    void an_archive_with_a_damaged_directory_is_refused() {
        var damaged = Archives.good();
        damaged[endOfEntries(damaged) + 29] = 0x11; // the length of the first name, which goes beyond it
        mirror.file(Mirror.archive(VERSION), damaged);

        assertThat(download.refusal(VERSION)).contains("its directory is damaged");
    }

    /** The places are those in the last 22 bytes. */
    @ParameterizedTest
    @CsvSource({
        "4, 4, it is one of several parts",
        "8, 8, it is one of several parts",
        "8, 10, its directory is damaged",
        "12, 12, its directory is not where it says",
        "16, 16, its directory is not where it says"
    })
    void an_archive_whose_end_says_something_else_is_refused(int first, int second, String problem) {
        var changed = Archives.good();
        int end = changed.length - 22;
        changed[end + first]++;
        if (second != first) {
            changed[end + second]++;
        }
        mirror.file(Mirror.archive(VERSION), changed);

        assertThat(download.refusal(VERSION)).contains("is not unpacked: " + problem);
    }

    @Test
    void an_archive_that_goes_on_behind_its_end_is_refused() {
        var whole = Archives.good();
        mirror.file(Mirror.archive(VERSION), Arrays.copyOf(whole, whole.length + 5));

        assertThat(download.refusal(VERSION)).contains("it has no directory at its end");
    }

    @Test
    void a_directory_without_its_signature_is_refused() {
        var changed = Archives.good();
        changed[endOfEntries(changed)]++;
        mirror.file(Mirror.archive(VERSION), changed);

        assertThat(download.refusal(VERSION)).contains("its directory is damaged");
    }

    @Test
    void an_archive_of_noise_is_refused_whatever_the_noise() {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var noisy = Archives.good();
            for (int i = 0; i < 10; i++) {
                noisy[noisy.length - 1 - random.nextInt(300)] ^= (byte) (1 + random.nextInt(255));
            }
            mirror.file(Mirror.archive(VERSION), noisy);

            // Some noise is harmless, such as that in a date; what counts is that there is no other exception.
            try {
                FileTree.delete(download.fetch(VERSION).resolveSibling("..").normalize());
            } catch (ChromeUnavailableException e) {
                assertThat(e).hasMessageContaining("is not unpacked: ");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void refuses(UnaryOperator<ZipBuilder> change, String problem) {
        mirror.file(Mirror.archive(VERSION), change.apply(Archives.good("x")).bytes());

        assertThat(download.refusal(VERSION))
                .contains("the archive from " + mirror.url() + Mirror.archive(VERSION) + " is not unpacked: ")
                .contains(problem.replace("\n", " ").replace("\0", " ").strip())
                .contains(". It was deleted.\nName another version");
    }
}
